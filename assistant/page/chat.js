// The conversation: asking, and asking again; editing, undoing, clearing, exporting.

const form = find('.ca-ask');
const sendButton = find('.ca-send');
const fine = window.matchMedia('(pointer: fine)').matches;
const longest = Number(box.dataset.longest);
const list = find('.ca-turns');
// Each turn: { question, copy, node, failed }.
let turns = [];
// The turn that waits for its answer, and the place of the question being edited.
let busy = null;
let editing = null;

const questions = () => turns.map(turn => turn.question);
// A question that failed is kept for another try, and is not part of what follows.
const answered = () => turns.filter(turn => !turn.failed && turn !== busy).map(turn => turn.question);

// ---- one turn on the page ------------------------------------------------------------------
function addTurn(question) {
  const node = make('article', 'ca-turn');
  const asked = make('div', 'ca-asked');
  const heading = make('h2');
  heading.tabIndex = -1;
  heading.append(make('span', 'ca-unseen', 'You asked: '), document.createTextNode(question));
  asked.append(heading);
  const answer = make('div', 'ca-answer');
  node.append(asked, answer);
  list.append(node);
  const turn = { question, copy: '', node, failed: false };
  turns.push(turn);
  return turn;
}

function tool(action, text) {
  const button = make('button', 'ca-tool', text);
  button.type = 'button';
  button.dataset.do = action;
  return button;
}

function showThinking(turn) {
  const dots = make('p', 'ca-thinking', 'Looking through the documents');
  find('.ca-answer', turn.node).replaceChildren(dots);
}

function showReply(turn, reply) {
  const answer = find('.ca-answer', turn.node);
  turn.failed = Boolean(reply.error);
  turn.copy = reply.copy ?? '';
  if (reply.error) {
    answer.replaceChildren(make('p', 'ca-error', reply.error));
  } else {
    answer.innerHTML = reply.html;
    answer.prepend(make('span', 'ca-unseen', 'The assistant answers: '));
  }
  const tools = make('div', 'ca-turn-tools');
  if (!reply.error) tools.append(tool('copy', 'Copy'));
  tools.append(
    tool('edit', 'Edit question'), tool('retry', reply.error ? 'Try again' : 'Retry'), tool('undo', 'Undo'),
  );
  answer.append(tools);
}

function drop(from) {
  for (const turn of turns.splice(from)) turn.node.remove();
  if (open && !open.opener?.isConnected) closeSource({ refocus: false });
}

// Shows which controls make sense now.
function settle() {
  const any = turns.length > 0;
  page.classList.toggle('ca-begun', any);
  find('[data-do="new"]').hidden = !any;
  find('.ca-menu').hidden = !any;
  find('.ca-cancel').hidden = editing === null;
  find('.ca-banner').classList.toggle('ca-notice', editing !== null);
  sendButton.textContent = busy ? 'Stop' : editing === null ? 'Ask' : 'Send';
  all('.ca-turn').forEach((node, index) => {
    node.classList.toggle('ca-last', index === turns.length - 1);
  });
}

// The newest question stands at the top, so that a long answer is read from its beginning.
function showTop(turn) {
  log.scrollTop = turn.node.offsetTop - 16;
}

// A chip or a button that vanishes with the asking must not take the focus with it. On a phone
// the box would bring up the keyboard, so there the question just asked has the focus.
function keepFocus(turn) {
  const at = document.activeElement;
  if (at && at !== document.body && at.checkVisibility()) return;
  (fine ? box : find('h2', turn.node)).focus({ preventScroll: true });
}

// ---- asking --------------------------------------------------------------------------------
async function ask(question, at = turns.length) {
  drop(at);
  banner('');
  const turn = addTurn(question);
  busy = turn;
  showThinking(turn);
  settle();
  showTop(turn);
  keepFocus(turn);
  const reply = await call('ask_question', { question, before: answered() });
  if (busy !== turn) return;
  busy = null;
  showReply(turn, reply ?? { error: 'The assistant did not answer. Your conversation is kept.' });
  keep(questions());
  settle();
  showTop(turn);
  if (!reply) return waitForServer(() => { if (turn.failed && turns.at(-1) === turn) ask(question, turns.length - 1); });
  if (!reply.error) {
    say(reply.sources === 1 ? 'Answered with 1 source.' : `Answered with ${reply.sources} sources.`);
    followAnswer(turn.node);
  }
}

function stop() {
  const turn = busy;
  busy = null;
  showReply(turn, { error: 'Stopped.' });
  settle();
}

function send() {
  if (busy) return stop();
  const question = box.value.trim();
  if (!question) return box.focus();
  if (question.length > longest) {
    const [is, most] = [question.length, longest].map(number => number.toLocaleString('en'));
    return banner(`That is ${is} characters; please ask in at most ${most}.`);
  }
  const at = editing ?? turns.length;
  endEditing();
  box.value = '';
  fit();
  return ask(question, at);
}

// ---- the question box ------------------------------------------------------------------------
function fit() {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
  const count = find('.ca-count');
  count.hidden = box.value.length < longest * 0.9;
  count.textContent = `${box.value.length.toLocaleString('en')} of ${longest.toLocaleString('en')}`;
  count.classList.toggle('ca-over', box.value.length > longest);
  if (box.value.length <= longest && find('.ca-banner').textContent.startsWith('That is')) banner('');
}

function edit(index) {
  editing = index;
  box.value = turns[index].question;
  turns.forEach((turn, i) => turn.node.classList.toggle('ca-replaced', i >= index));
  banner(index < turns.length - 1
    ? 'Sending replaces this question and what followed it.'
    : 'Sending replaces this question.');
  settle();
  fit();
  box.focus();
}

function endEditing() {
  if (editing === null) return;
  editing = null;
  turns.forEach(turn => turn.node.classList.remove('ca-replaced'));
  banner('');
  settle();
}

function cancelEditing() {
  endEditing();
  box.value = '';
  fit();
  box.focus();
}

form.addEventListener('submit', event => { event.preventDefault(); send(); });
box.addEventListener('input', fit);
box.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    if (!busy) send();
  }
  if (event.key === 'Escape' && editing !== null) {
    event.stopPropagation();
    cancelEditing();
  }
});

// ---- what the buttons do ---------------------------------------------------------------------
function undo(index) {
  box.value = turns[index].question;
  drop(index);
  busy = null;
  keep(questions());
  settle();
  fit();
  box.focus();
}

function clear() {
  drop(0);
  busy = null;
  endEditing();
  closeSource({ refocus: false });
  banner('');
  keep([]);
  settle();
  log.scrollTop = 0;
  box.focus();
}

async function exportAs(kind) {
  const reply = await call('export_conversation', { questions: answered(), kind });
  if (!reply) return waitForServer(() => {});
  if (reply.error) return banner(reply.error);
  const markdown = kind === 'markdown';
  return download(
    `career-conversation.${markdown ? 'md' : 'json'}`,
    markdown ? 'text/markdown' : 'application/json',
    reply.text,
  );
}

async function copyAnswer(turn, button) {
  const done = await copy(turn.copy);
  button.textContent = done ? 'Copied' : 'Copying is not allowed here';
  say(button.textContent);
  setTimeout(() => { button.textContent = 'Copy'; }, 1600);
  button.focus();
}

find('.ca-menu').addEventListener('keydown', event => {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  find('summary', menu).focus();
});

page.addEventListener('click', event => {
  const chip = event.target.closest('[data-ask]');
  if (chip && !busy) { endEditing(); ask(chip.dataset.ask); return; }
  const menu = find('.ca-menu');
  if (menu.open && !event.target.closest('summary')) menu.open = false;
  const button = event.target.closest('[data-do]');
  if (!button || button.closest('.ca-panel')) return;
  const index = turns.findIndex(turn => turn.node.contains(button));
  const actions = {
    new: clear,
    markdown: () => exportAs('markdown'),
    json: () => exportAs('json'),
    cancel: cancelEditing,
    copy: () => copyAnswer(turns[index], button),
    edit: () => edit(index),
    retry: () => { if (!busy) ask(turns[index].question, index); },
    undo: () => undo(index),
  };
  actions[button.dataset.do]?.();
});

// ---- coming back -------------------------------------------------------------------------------
async function restore() {
  const kept = stored();
  if (!kept.length) return;
  list.setAttribute('aria-live', 'off');
  const reply = await call('restore_conversation', { questions: kept });
  if (!reply || reply.error) return waitForServer(restore);
  if (turns.length) return;
  for (const past of reply.turns) showReply(addTurn(past.question), past);
  settle();
  log.scrollTop = log.scrollHeight;
  if (turns.length) showTop(turns.at(-1));
  setTimeout(() => list.setAttribute('aria-live', 'polite'), 500);
}

settle();
restore();
if (fine) box.focus({ preventScroll: true });
