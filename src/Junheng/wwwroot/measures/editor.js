// The editor of own packs: checks the text a moment after the last key and shows problems by line, or what it would say about the data.
class PackEditor extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector('textarea');
    this.found = this.querySelector('.pack-found');
    this.text.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.check(), 700);
    });
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async check() {
    const asked = this.text.value;
    this.say([this.dataset.busy]);
    try {
      const body = new FormData();
      body.set('text', asked);
      body.set('__RequestVerificationToken', this.querySelector('input[name=__RequestVerificationToken]').value);
      const answer = await fetch(this.dataset.api, { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      const result = await answer.json();
      if (this.text.value === asked) this.show(result);
    } catch {
      this.say([this.dataset.failed]);
    }
  }

  show({ problems, period, lines }) {
    if (problems.length > 0) {
      this.say(problems.map(problem => problem.message), problems[0].line);
      return;
    }
    this.say([period ? `${this.dataset.sound}。${this.dataset.preview}（${period}）：` : this.dataset.sound]);
    this.list(lines.map(line => `${line.name}：${line.value}，${line.verdict} ${line.change}`));
  }

  say(messages, line) {
    this.found.replaceChildren();
    for (const message of messages) {
      const paragraph = document.createElement('p');
      paragraph.textContent = message;
      this.found.append(paragraph);
    }
    if (!line) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn';
    button.textContent = `到第 ${line} 行`;
    button.addEventListener('click', () => this.go(line));
    this.found.append(button);
  }

  list(texts) {
    const list = document.createElement('ul');
    for (const text of texts) list.append(Object.assign(document.createElement('li'), { textContent: text }));
    this.found.append(list);
  }

  go(line) {
    const lines = this.text.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.text.focus();
    this.text.setSelectionRange(start, start + (lines[line - 1] || '').length);
    this.text.scrollTop = (line - 6) * parseFloat(getComputedStyle(this.text).lineHeight);
  }
}

customElements.define('pack-editor', PackEditor);
