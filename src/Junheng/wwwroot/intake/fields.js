// Reading and filling the fields of the form.
import { number } from './conditions.js';

/** The items of the page in order, with the names of their fields and their conditions. */
export function sheetOf(form) {
  return [...form.querySelectorAll('[data-item]')].map((element) => ({
    element,
    kind: element.dataset.kind,
    required: element.dataset.required === 'true',
    least: Number(element.dataset.least || 0),
    most: Number(element.dataset.most || Infinity),
    variables: [...new Set([...element.querySelectorAll('[name]')].map((field) => field.name))],
    showIf: element.dataset.showIf ? JSON.parse(element.dataset.showIf) : null,
    shown: true,
  }));
}

function fields(form, name) {
  return [...form.querySelectorAll(`[name="${name}"]`)];
}

/** The answers to one question: none, one, or several in the order that counts. `unread` marks a number nobody can read. */
export function read(form, name) {
  const values = [];
  for (const field of fields(form, name)) {
    if (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value.trim() !== '') values.push(field.value);
  }
  const unread = values.length > 0 && fields(form, name)[0].matches('input.number') && Number.isNaN(number(values[0]));
  // It is sent as it stands, so that the server can say what is wrong with it; no condition sees it.
  return unread ? Object.assign(values, { unread }) : values;
}

export function restore(form, kept) {
  for (const [name, values] of kept) {
    const list = fields(form, name);
    list.forEach((field, at) => {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value);
      else field.value = values[at] === undefined ? '' : values[at];
    });
  }
}

/** Random order of options or rows, the same for one ballot whenever the page is opened; options apart stay last. */
export function shuffle(form, seed) {
  for (const item of form.querySelectorAll('[data-random=true]')) {
    const next = random(`${seed}${item.dataset.item}`);
    if (item.dataset.kind === 'matrix') reorder([...item.querySelectorAll('.row')], next);
    else if (item.dataset.kind === 'ranking') {
      const orders = [...item.querySelectorAll('select')].map((select) => [...select.options].slice(1));
      const order = mixed(orders[0].map((_, at) => at), next);
      for (const options of orders) for (const at of order) options[at].parentElement.append(options[at]);
    } else reorder([...item.querySelectorAll('.choice')].filter((choice) => choice.dataset.apart !== 'true'), next);
  }
}

function reorder(elements, next) {
  if (elements.length < 2) return;
  const after = elements[elements.length - 1].nextSibling;
  const parent = elements[0].parentElement;
  for (const element of mixed(elements, next)) parent.insertBefore(element, after);
}

function mixed(list, next) {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

/** Numbers from 0 to 1 that follow from a text. */
function random(text) {
  let state = 2166136261;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16777619);
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 4294967296;
  };
}
