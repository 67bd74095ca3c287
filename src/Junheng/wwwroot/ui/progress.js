// <job-progress data-source="/api/jobs/ID">: asks for news of the job, ever less often, until it is over.
class JobProgress extends HTMLElement {
  connectedCallback() {
    this.wait = 1000;
    if (this.dataset.source) this.timer = setTimeout(() => this.ask(), this.wait);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch(this.dataset.source, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      if (this.show(await answer.json())) return;
    } catch {
      this.querySelector('.progress-text').textContent = '暂时联系不上服务器，稍后自动重试。';
    }
    this.wait = Math.min(this.wait * 1.3, 10000);
    this.timer = setTimeout(() => this.ask(), this.wait);
  }

  show(state) {
    this.querySelector('.progress-text').textContent = state.message || '';
    this.querySelector('progress').value = state.progress;
    if (!state.over) return false;
    if (this.dataset.done) location.assign(this.dataset.done);
    else location.reload();
    return true;
  }
}

customElements.define('job-progress', JobProgress);
