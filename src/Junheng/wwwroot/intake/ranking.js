// Ranking by touch: options are tapped in order of preference. The selects of the page stay what is sent.

export function ranking(item) {
  const selects = [...item.querySelectorAll('select')];
  const list = document.createElement('div');
  const buttons = [...selects[0].options].filter((option) => option.value).map((option) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rank';
    button.dataset.value = option.value;
    button.append(document.createElement('b'), option.text);
    button.addEventListener('click', () => toggle(option.value));
    return button;
  });

  function order() {
    return selects.map((select) => select.value).filter(Boolean);
  }

  function toggle(value) {
    const chosen = order();
    if (chosen.includes(value)) chosen.splice(chosen.indexOf(value), 1);
    else if (chosen.length < selects.length) chosen.push(value);
    selects.forEach((select, at) => { select.value = chosen[at] ?? ''; });
    selects[0].dispatchEvent(new Event('change', { bubbles: true }));
  }

  function show() {
    const chosen = order();
    for (const button of buttons) {
      const place = chosen.indexOf(button.dataset.value);
      button.setAttribute('aria-pressed', String(place >= 0));
      button.firstChild.textContent = place >= 0 ? String(place + 1) : '';
    }
  }

  list.append(...buttons);
  selects.forEach((select) => { select.parentElement.hidden = true; });
  item.append(list);
  item.addEventListener('change', show);
  show();
  return { list, show };
}
