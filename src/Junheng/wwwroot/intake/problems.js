// What is still missing, said at the question. The server checks again and has the last word.

/** Whether the items may be left; marks the first that may not. */
export function check(items, read, goTo) {
  let first = null;
  for (const item of items) {
    for (const name of item.variables) {
      const place = item.element.querySelector(`[data-variable="${name}"]`) || item.element;
      const text = problem(item, read(name));
      show(place, text);
      if (text && !first) first = place;
    }
  }
  if (!first) return true;
  if (goTo) goTo(first);
  const field = first.querySelector('input:not([type=hidden]), textarea, button.rank, select');
  first.scrollIntoView({ block: 'center' });
  if (field) field.focus({ preventScroll: true });
  return false;
}

function problem(item, values) {
  if (values.length === 0) return item.required ? '这道题必须作答。' : '';
  if (values.unread) return '请填写数字。';
  if (item.kind === 'multiple' && values.length < item.least) return `至少选 ${item.least} 项。`;
  if (item.kind === 'multiple' && values.length > item.most) return `最多选 ${item.most} 项。`;
  return '';
}

/** Writes a problem at a question, or takes it away. */
export function show(place, text) {
  let line = place.querySelector('.problem');
  if (!line && !text) return;
  if (!line) {
    line = document.createElement('p');
    line.className = 'problem';
    line.id = `p-${place.dataset.variable || place.dataset.item}`;
    line.setAttribute('role', 'alert');
    const before = place.querySelector('.choices, input, textarea, .place-choice');
    before.parentElement.insertBefore(line, before);
  }
  place.classList.toggle('faulty', Boolean(text));
  if (text) line.textContent = text;
  else line.remove();
}

/** What the server said, above the form and at the questions. */
export function showAll(form, items, reply) {
  let box = document.getElementById('problems');
  if (!box) {
    box = document.createElement('section');
    box.id = 'problems';
    box.className = 'problems';
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    form.before(box);
  }
  const title = document.createElement('h2');
  title.textContent = reply.title || '';
  const text = document.createElement('p');
  text.textContent = reply.message || '';
  box.replaceChildren(title, text);
  for (const fault of reply.problems || []) {
    const item = items.find((candidate) => candidate.variables.includes(fault.item));
    if (item) show(item.element.querySelector(`[data-variable="${fault.item}"]`) || item.element, fault.message);
  }
}
