// One submission on its way: sent again with the same ballot until the server has answered, and said so all the while.
import { keepWaiting } from './drafts.js';

const waits = [2, 4, 8, 15, 30, 60];
const patience = 25000;

export class Sending {
  /** @param told done() after acceptance, refused(reply) after an answer that needs the respondent. */
  constructor(form, shared, told) {
    Object.assign(this, { form, shared, told, busy: false, tries: 0, timer: 0, text: '' });
    this.box = document.createElement('section');
    this.box.className = 'status';
    this.box.setAttribute('role', 'status');
    this.box.hidden = true;
    form.before(this.box);
    window.addEventListener('online', () => this.again());
    document.addEventListener('visibilitychange', () => document.hidden || this.again());
  }

  send(text) {
    if (this.busy) return;
    Object.assign(this, { busy: true, tries: 0, text });
    this.form.hidden = true;
    this.say('正在提交……');
    this.attempt();
  }

  /** Now instead of later. */
  again() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.attempt();
  }

  async attempt() {
    this.timer = 0;
    const limit = new AbortController();
    const late = setTimeout(() => limit.abort(), patience);
    try {
      const response = await fetch(location.pathname, {
        method: 'POST',
        body: this.text,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
        cache: 'no-store',
        credentials: 'omit',
        signal: limit.signal,
      });
      if (response.status === 429 || response.status >= 500) this.later(Number(response.headers.get('Retry-After')), '服务器现在很忙，还没有收到答卷。');
      else this.answered(response.ok, await response.json());
    } catch {
      this.later(0, '网络不通，还没有收到答卷。');
    } finally {
      clearTimeout(late);
    }
  }

  answered(accepted, reply) {
    this.busy = false;
    if (accepted) {
      this.told.done();
      return;
    }
    keepWaiting(null, this.shared);
    this.box.hidden = true;
    this.form.hidden = reply.state === 'closed' || reply.state === 'spent' || reply.state === 'elsewhere' || reply.state === 'unknown';
    this.told.refused(reply);
  }

  later(seconds, words) {
    const wait = Math.max(seconds || 0, waits[Math.min(this.tries, waits.length - 1)]) * (0.75 + Math.random() / 2);
    this.tries += 1;
    this.say(`${words}填写的内容已存在本机，网络恢复后会自动再交，请不要关闭本页。`, true);
    this.timer = setTimeout(() => this.attempt(), wait * 1000);
  }

  say(words, retry) {
    const line = document.createElement('p');
    line.textContent = words;
    this.box.replaceChildren(line);
    if (retry) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain';
      button.textContent = '现在再交一次';
      button.addEventListener('click', () => this.again());
      this.box.append(button);
    }
    this.box.hidden = false;
  }
}
