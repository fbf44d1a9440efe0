// What is kept, in this browser only: the questions. Answers are made again from them.
// Each tab keeps its own conversation; a new tab goes on with the newest.

const STORE = 'career-assistant.questions';

function stored() {
  for (const place of ['sessionStorage', 'localStorage']) {
    try {
      const kept = JSON.parse(window[place].getItem(STORE));
      if (Array.isArray(kept)) return kept.filter(text => typeof text === 'string').slice(-100);
    } catch { /* no storage, or not ours: begin anew */ }
  }
  return [];
}

function keep(questions) {
  for (const place of ['sessionStorage', 'localStorage']) {
    try { window[place].setItem(STORE, JSON.stringify(questions.slice(-100))); } catch { /* full or forbidden */ }
  }
}

function download(name, type, text) {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function copy(text) {
  if (navigator.clipboard) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* try the older way */ }
  }
  const box = make('textarea', 'ca-unseen');
  box.value = text;
  page.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}
