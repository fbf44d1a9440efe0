// Shared by the page's scripts: finding parts of it, calling the server, saying what happened.
// All scripts run as one function in which `element` and `server` are given by Gradio.

const find = (selector, root = element) => root.querySelector(selector);
const all = (selector, root = element) => [...root.querySelectorAll(selector)];
const page = find('.ca');
const log = find('.ca-log');
const box = find('#ca-question');

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// What the server answers, or null when it cannot be reached.
async function call(name, given) {
  try {
    return (await server[name](given)) ?? null;
  } catch {
    return null;
  }
}

function say(text) {
  find('[role="status"]').textContent = text;
}

function banner(text) {
  const bar = find('.ca-banner');
  bar.textContent = text;
  bar.hidden = !text;
}

// ---- a server that has stopped: say so, wait, go on -------------------------------------
let waiting = null;

function waitForServer(afterwards) {
  banner('The assistant cannot be reached. If it was stopped, start it again; your conversation is kept.');
  clearInterval(waiting);
  waiting = setInterval(async () => {
    try {
      const reply = await fetch('config', { cache: 'no-store' });
      if (!reply.ok) return;
    } catch {
      return;
    }
    clearInterval(waiting);
    banner('');
    say('The assistant is back.');
    afterwards();
  }, 1500);
}

// ---- the quote beside a pill, for the pointer and for the keyboard ------------------------
const card = find('.ca-card');
let cardTimer = 0;
// A closing panel gives the focus back to a pill whose quote has just been read.
let cardQuiet = false;

function showCard(pill) {
  clearTimeout(cardTimer);
  find('strong', card).textContent = pill.dataset.title;
  find('span', card).textContent = pill.dataset.quote;
  card.hidden = false;
  const at = pill.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - card.offsetWidth - 8;
  const above = at.top - card.offsetHeight - 6;
  card.style.left = `${Math.max(8, Math.min(at.left, edge))}px`;
  card.style.top = `${above > 8 ? above : at.bottom + 6}px`;
}

// A moment's grace lets the pointer travel onto the card.
function hideCard() {
  clearTimeout(cardTimer);
  cardTimer = setTimeout(() => { card.hidden = true; }, 120);
}

const pillOf = event => event.target.closest?.('[data-quote]');
page.addEventListener('pointerover', event => {
  if (event.pointerType !== 'mouse') return;
  const pill = pillOf(event);
  if (pill) showCard(pill);
  else if (event.target.closest?.('.ca-card')) clearTimeout(cardTimer);
  else if (!card.hidden) hideCard();
});
page.addEventListener('focusin', event => {
  const pill = pillOf(event);
  if (pill && !cardQuiet && pill.matches(':focus-visible')) showCard(pill);
  else hideCard();
});
log.addEventListener('scroll', () => { card.hidden = true; });

// ---- light and dark ----------------------------------------------------------------------
const THEME = 'career-assistant.theme';
const themeButton = find('[data-do="theme"]');

function wear(theme) {
  const dark = theme === 'dark';
  document.body.classList.toggle('dark', dark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  themeButton.textContent = dark ? 'Light' : 'Dark';
  themeButton.setAttribute('aria-label', dark ? 'Switch to the light theme' : 'Switch to the dark theme');
}

function storedTheme() {
  try { return localStorage.getItem(THEME); } catch { return null; }
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
wear(storedTheme() ?? (systemDark.matches ? 'dark' : 'light'));
systemDark.addEventListener('change', () => {
  if (!storedTheme()) wear(systemDark.matches ? 'dark' : 'light');
});
themeButton.addEventListener('click', () => {
  const theme = document.body.classList.contains('dark') ? 'light' : 'dark';
  try { localStorage.setItem(THEME, theme); } catch { /* it lasts until the page closes */ }
  wear(theme);
});
