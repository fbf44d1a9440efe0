// The source panel: beside the chat on a wide screen, a sheet at the bottom of a phone's.

const panel = find('.ca-panel');
const panelTitle = find('h2', panel);
const panelText = find('.ca-text', panel);
const wholeButton = find('[data-do="whole"]', panel);
// What is open: its references (those of one answer), which of them, and what opened it.
let open = null;
let opening = 0;

// Opens the references of a list at one of them; `opener` gets the focus back on closing.
async function openSource(references, index, opener, { whole = false, focus = true } = {}) {
  const turn = ++opening;
  const reference = references[index];
  const found = await call('open_source', { reference, whole });
  if (turn !== opening) return;
  if (!found) return waitForServer(() => openSource(references, index, opener, { whole, focus }));
  const stay = holdStill(opener);
  open = { references, index, opener, turn: opener.closest('.ca-turn'), whole: found.whole ?? whole };
  showSource(found);
  stay();
  uncover(opener);
  if (focus) panelTitle.focus({ preventScroll: true });
}

// The panel makes the chat narrower or wider; what is being read stays where it was.
function holdStill(node) {
  if (!node?.isConnected || !log.contains(node)) return () => {};
  const before = node.getBoundingClientRect().top;
  return () => { log.scrollTop += node.getBoundingClientRect().top - before; };
}

// A phone's sheet must not hide the pill it explains.
function uncover(opener) {
  if (!opener.isConnected || getComputedStyle(panel).position !== 'fixed') return;
  const hidden = opener.getBoundingClientRect().bottom - panel.getBoundingClientRect().top + 24;
  if (hidden > 0) log.scrollTop += hidden;
}

function showSource(found) {
  panelTitle.textContent = found.title ?? 'Source not found';
  setLine('.ca-from', found.source ?? '');
  setLine('.ca-path', (found.headings ?? []).join(' › '));
  if (found.error) panelText.replaceChildren(make('p', 'ca-error', found.error));
  else panelText.innerHTML = found.html;
  if (found.copies?.length) {
    panelText.append(make('p', 'ca-cut', `The same text is also in ${found.copies.join(', ')}.`));
  }
  showPlace();
  panel.hidden = false;
  page.classList.add('ca-open');
  markOpened();
  scrollToMark();
}

function setLine(selector, text) {
  const line = find(selector, panel);
  line.textContent = text;
  line.hidden = !text;
}

function showPlace() {
  const { references, index, whole } = open;
  const many = references.length > 1;
  const [previous, next] = [find('[data-do="previous"]', panel), find('[data-do="next"]', panel)];
  previous.hidden = next.hidden = !many;
  // A disabled button would drop the focus of whoever has just pressed it.
  previous.setAttribute('aria-disabled', index === 0);
  next.setAttribute('aria-disabled', index === references.length - 1);
  find('.ca-place', panel).textContent = many ? `${index + 1} of ${references.length}` : '';
  wholeButton.hidden = !/-\d+-\d+$/.test(references[index]);
  wholeButton.textContent = whole ? 'Show the passage only' : 'Open whole document';
}

function markOpened() {
  const current = open && `#${open.references[open.index]}`;
  for (const pill of all('.ca-pill, .ca-bar')) {
    const mine = pill.getAttribute('href') === current && pill.closest('.ca-turn') === open?.turn;
    pill.classList.toggle('ca-current', Boolean(open) && mine);
  }
}

function scrollToMark() {
  const mark = find('mark', panelText);
  if (!mark) { panelText.scrollTop = 0; return; }
  const room = panelText.clientHeight - Math.min(mark.offsetHeight, panelText.clientHeight);
  const from = mark.getBoundingClientRect().top - panelText.getBoundingClientRect().top;
  panelText.scrollTop += from - room / 3;
}

function closeSource({ refocus = true } = {}) {
  opening++;
  if (!open) return;
  const { opener } = open;
  const stay = holdStill(opener);
  open = null;
  panel.hidden = true;
  page.classList.remove('ca-open');
  markOpened();
  stay();
  if (!refocus) return;
  cardQuiet = true;
  (opener?.isConnected ? opener : box).focus({ preventScroll: true });
  cardQuiet = false;
}

// The places one answer cites, in the order of their numbers.
function referencesOf(turn) {
  const pills = all('.ca-sources .ca-pill', turn);
  pills.sort((a, b) => a.textContent - b.textContent);
  return [...new Set(pills.map(pill => pill.getAttribute('href').slice(1)))];
}

function openFrom(link, options) {
  const reference = link.getAttribute('href').slice(1);
  const turn = link.closest('.ca-turn');
  const references = turn ? referencesOf(turn) : [reference];
  return openSource(references, Math.max(0, references.indexOf(reference)), link, options);
}

// A newer answer takes the open panel over, without taking the focus.
function followAnswer(turn) {
  if (!open) return;
  const pill = find('.ca-sources .ca-pill', turn);
  if (pill) openFrom(pill, { focus: false });
  else closeSource({ refocus: false });
}

function step(by) {
  const index = open.index + by;
  if (index < 0 || index >= open.references.length) return;
  openSource(open.references, index, open.opener, { focus: false });
}

panel.addEventListener('click', event => {
  const action = event.target.closest('[data-do]')?.dataset.do;
  if (!open || !action) return;
  if (action === 'close') closeSource();
  if (action === 'previous') step(-1);
  if (action === 'next') step(1);
  if (action === 'whole') {
    openSource(open.references, open.index, open.opener, { whole: !open.whole, focus: false });
  }
});

page.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#src-"]');
  if (!link) return;
  event.preventDefault();
  card.hidden = true;
  openFrom(link);
}, true);

page.addEventListener('keydown', event => {
  // These links are buttons to a screen reader, and Space presses a button.
  const link = event.key === ' ' && event.target.closest?.('a[role="button"]');
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !element.isConnected) return;
  if (!card.hidden) { card.hidden = true; if (!open) return; }
  closeSource();
});
