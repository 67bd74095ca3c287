// The reading desk with script: decisions without leaving the place, text and ledger side by side, everything by keyboard.
// Without script the same links and buttons work by themselves.
class ReadingDesk extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('[data-desk-form]');
    this.lines = [...this.querySelectorAll('[data-line]')];
    this.addEventListener('click', event => this.follow(event));
    this.form.addEventListener('submit', event => this.decide(event));
    document.addEventListener('keydown', event => this.key(event));
  }

  // A click in one half shows the other half's place; the page itself stays where it is.
  follow(event) {
    const link = event.target.closest('a[data-key], a[data-to]');
    if (!link) {
      if (!event.target.closest('a, button, summary') && getSelection().isCollapsed) this.select(event.target.closest('[data-line]'));
      return;
    }
    event.preventDefault();
    if (link.dataset.key) this.select(this.querySelector(`#l-${CSS.escape(link.dataset.key)}`));
    else this.point(link.dataset.to);
    history.replaceState(null, '', link.getAttribute('href'));
  }

  select(line) {
    if (!line) return;
    for (let fold = line.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'nearest' });
    this.point(line.dataset.line);
  }

  // A check points at all of its figures; the first is brought into view within its half, so that the line stays where it is.
  point(keys) {
    this.querySelectorAll('.here').forEach(old => old.classList.remove('here'));
    const places = keys.split(' ').filter(Boolean).map(key => this.querySelector(`#t-${CSS.escape(key)}`)).filter(Boolean);
    places.forEach(place => place.classList.add('here'));
    const [first] = places;
    if (!first) return;
    const text = this.querySelector('.desk-text');
    text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 2;
  }

  get current() {
    return document.activeElement?.closest?.('[data-line]');
  }

  move(step) {
    const at = this.lines.indexOf(this.current);
    this.select(this.lines[at < 0 ? 0 : Math.min(this.lines.length - 1, Math.max(0, at + step))]);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    const press = name => this.current?.querySelector(`[data-key-${name}]`)?.click();
    const keys = {
      j: () => this.move(1), k: () => this.move(-1),
      c: () => press('c'), x: () => press('x'), u: () => press('u'), e: () => press('e'),
      t: () => (this.current ? this.querySelector('.desk-text') : this.lines[0])?.focus(),
    };
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }

  async decide(event) {
    const button = event.submitter;
    if (button?.name !== 'decision') return;
    event.preventDefault();
    event.stopPropagation();
    const line = button.closest('[data-line]');
    const body = new FormData(this.form);
    body.set('decision', button.value);
    button.disabled = true;
    try {
      const answer = await fetch(this.dataset.api, { method: 'POST', body, redirect: 'manual' });
      if (answer.ok) this.show(line, await answer.text());
      else this.refuse(button, (await answer.json().catch(() => ({}))).detail ?? this.dataset.failed);
    } catch {
      this.refuse(button, this.dataset.offline);
    }
  }

  show(line, html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.desk-decide');
    line.querySelector('.desk-decide').replaceWith(fresh);
    for (const place of [line, ...this.querySelectorAll(`a[data-key="${CSS.escape(line.dataset.line)}"]`)]) {
      place.classList.remove('desk-read', 'desk-confirmed', 'desk-corrected', 'desk-rejected');
      place.classList.add(`desk-${fresh.dataset.state}`);
    }
    this.querySelector('.desk-message')?.remove();
    line.focus({ preventScroll: true });
  }

  refuse(button, text) {
    button.disabled = false;
    this.say(text);
  }

  say(text) {
    const message = this.querySelector('.desk-message') ?? Object.assign(document.createElement('p'), { className: 'desk-message' });
    message.setAttribute('role', 'alert');
    message.textContent = text;
    this.querySelector('.desk-ledger').append(message);
  }
}

customElements.define('reading-desk', ReadingDesk);
