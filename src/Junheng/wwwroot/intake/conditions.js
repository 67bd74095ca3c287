// Which questions are asked of somebody who has answered so far; says the same as Core/Surveys/Questionnaires/Conditions.cs, which decides.

const comparisons = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** A number as people type it, full-width digits included; NaN where it is none. */
export function number(typed) {
  const narrow = typed.replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xFEE0)).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(narrow) ? Number(narrow) : NaN;
}

/** Whether a condition holds; `given` tells the answers to a question, none where it was not answered or not asked. */
export function holds(condition, given) {
  const [kind, name] = condition;
  switch (kind) {
    case 'all': return condition.slice(1).every((part) => holds(part, given));
    case 'any': return condition.slice(1).some((part) => holds(part, given));
    case 'given': return (given(name).length > 0) === condition[2];
    case 'chosen': return given(name).length > 0 && given(name).some((answer) => condition[2].includes(answer)) === condition[3];
    default: return given(name).length > 0 && comparisons[kind](number(given(name)[0]), condition[2]);
  }
}

/** For every item in order, whether it is asked. An item: { variables: names of its fields, showIf: condition or null }. */
export function asked(items, read) {
  const hidden = new Set();
  const given = (name) => (hidden.has(name) ? [] : read(name));
  return items.map((item) => {
    const shown = !item.showIf || holds(item.showIf, given);
    if (!shown) item.variables.forEach((name) => hidden.add(name));
    return shown;
  });
}
