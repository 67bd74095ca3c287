// <what-if data-source="…/outcome">: while values are typed, the outcome below the form follows. Without script the form's button does the same.
class WhatIf extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.form.addEventListener('input', event => {
      if (event.target.name?.startsWith('v.')) this.soon();
    });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 200);
  }

  // Answers may overtake each other: only the last question counts.
  async ask() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    this.outcome.classList.add('busy');
    try {
      const answer = await fetch(`${this.dataset.source}?${new URLSearchParams(new FormData(this.form))}`, { credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (turn === this.turn) this.outcome.replaceWith(new DOMParser().parseFromString(html, 'text/html').querySelector('[data-outcome]'));
    } catch {
      if (turn !== this.turn) return;
      this.outcome.classList.remove('busy');
      this.outcome.querySelector('[role=status]').textContent = this.dataset.offline;
    }
  }

  get outcome() {
    return this.querySelector('[data-outcome]');
  }
}

customElements.define('what-if', WhatIf);
