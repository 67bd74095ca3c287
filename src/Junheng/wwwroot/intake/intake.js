// The questionnaire step by step: what is asked, progress, a draft on the device, and a submission that survives a lost network.
// Without it the page is one long form that works all the same.
import { asked } from './conditions.js';
import { draft, forget, keepDraft, noteForm, waiting, keepWaiting } from './drafts.js';
import { read, restore, shuffle, sheetOf } from './fields.js';
import { ranking } from './ranking.js';
import { Sending } from './sending.js';
import { check, show as showProblem, showAll } from './problems.js';

const form = document.getElementById('answers');
const shared = form.dataset.shared === 'true';
const ballot = form.elements['-ballot'];
const items = sheetOf(form);
const submit = form.querySelector('.submit');
const pages = [...form.querySelectorAll('.introduction, .page')];
let current = 0;
let timer = 0;

const progress = document.createElement('div');
progress.className = 'progress';
progress.setAttribute('role', 'status');
const bar = document.createElement('progress');
const said = document.createElement('span');
progress.append(said, bar);

const steps = document.createElement('div');
steps.className = 'steps';
const back = button('上一页', 'plain', () => go(-1));
const next = button('下一页', '', () => go(1));
steps.append(back, next);

const sending = new Sending(form, shared, { done, refused });

function button(text, look, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Hides what is not asked. Answers to it stay in their fields and are not sent. */
function settle() {
  const shown = asked(items, (name) => { const values = read(form, name); return values.unread ? [] : values; });
  items.forEach((item, at) => {
    item.shown = shown[at];
    item.element.hidden = !shown[at];
  });
  for (const choice of form.querySelectorAll('.choice')) choice.classList.toggle('chosen', choice.firstElementChild.checked);
}

/** Pages with something on them. */
function open() {
  return pages.filter((page) => page.matches('.introduction') || items.some((item) => item.shown && page.contains(item.element)));
}

function paint() {
  const list = open();
  current = Math.max(0, Math.min(current, list.length - 1));
  for (const page of pages) page.classList.toggle('current', page === list[current]);
  const last = current === list.length - 1;
  submit.classList.toggle('current', last);
  back.hidden = current === 0;
  next.hidden = last;
  said.textContent = `第 ${current + 1} 页，共 ${list.length} 页`;
  bar.max = list.length;
  bar.value = current + 1;
  bar.setAttribute('aria-label', '进度');
}

function go(by) {
  const list = open();
  if (by > 0 && !check(items.filter((item) => item.shown && list[current].contains(item.element)), (name) => read(form, name))) return;
  current += by;
  paint();
  keep();
  window.scrollTo(0, 0);
  const heading = open()[current].querySelector('h2, .wording, legend, p');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** Goes to the page a question stands on. */
function goTo(element) {
  current = Math.max(0, open().findIndex((page) => page.contains(element)));
  paint();
}

function body() {
  const data = new URLSearchParams();
  data.append('-ballot', ballot.value);
  for (const item of items) if (item.shown) for (const name of item.variables) for (const value of read(form, name)) data.append(name, value);
  return data.toString();
}

function keep() {
  const fields = items.flatMap((item) => item.variables.map((name) => [name, read(form, name)])).filter(([, values]) => values.length > 0);
  keepDraft({ ballot: ballot.value, current, fields }, shared);
}

function done() {
  forget(shared);
  location.replace(`/q/t/${form.dataset.campaign}`);
}

/** The server read it and said no: with places to mend, or for good. */
function refused(reply) {
  if (form.hidden) forget(shared);
  showAll(form, items, reply);
  const first = items.find((item) => item.variables.some((name) => (reply.problems || []).some((problem) => problem.item === name)));
  if (first) goTo(first.element);
  document.getElementById('problems').focus();
}

function start() {
  document.documentElement.classList.add('scripted');
  noteForm();
  const kept = draft(shared);
  if (kept) ballot.value = kept.ballot;
  shuffle(form, ballot.value);
  form.querySelectorAll('[data-kind=ranking]').forEach(ranking);
  if (kept) {
    restore(form, kept.fields);
    current = kept.current || 0;
    offerEmpty();
  }
  if (pages.length > 1) {
    document.documentElement.classList.add('stepping');
    form.prepend(progress);
    submit.before(steps);
  }
  settle();
  paint();
  const unsent = waiting(shared);
  if (unsent) sending.send(unsent.body);
}

function offerEmpty() {
  const note = document.createElement('div');
  note.className = 'draft introduction current';
  const words = document.createElement('p');
  words.textContent = '已恢复上次没有填完的内容。如果不是您填的，请清空重填。';
  note.append(words, button('清空重填', 'plain', () => {
    form.hidden = true;
    forget(shared);
    location.reload();
  }));
  form.prepend(note);
}

form.addEventListener('input', changed);
form.addEventListener('change', changed);
function changed(event) {
  const item = items.find((candidate) => candidate.element.contains(event.target));
  if (item) showProblem(item.element.querySelector(`[data-variable="${event.target.name}"]`) || item.element, '');
  settle();
  paint();
  clearTimeout(timer);
  timer = setTimeout(keep, 300);
}

window.addEventListener('pagehide', () => {
  if (timer && !form.hidden) keep();
});

form.addEventListener('keydown', (event) => {
  // The key a phone offers on its keyboard must not hand the form in by accident.
  if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (sending.busy) return;
  const faulty = check(items.filter((item) => item.shown), (name) => read(form, name), goTo);
  if (!faulty) return;
  clearTimeout(timer);
  keep();
  const text = body();
  keepWaiting({ body: text }, shared);
  sending.send(text);
});

// A page brought back from the browser's memory may carry a ballot that was spent meanwhile.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

start();
