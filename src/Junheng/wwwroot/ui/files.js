// <file-drop>: dropping, the list of chosen files, and the progress of sending around a plain file input.
const size = bytes => bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

class FileDrop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type=file]');
    if (!this.input || this.list) return;
    this.classList.add('ready');
    const hint = document.createElement('p');
    hint.className = 'file-drop-hint';
    hint.textContent = this.input.multiple ? '把文件拖到这里，或点下面选择（可选多个）。' : '把文件拖到这里，或点下面选择。';
    this.list = document.createElement('ul');
    this.list.setAttribute('aria-live', 'polite');
    this.prepend(hint);
    this.append(this.list);
    for (const type of ['dragover', 'dragenter']) this.addEventListener(type, event => this.over(event, true));
    this.addEventListener('dragleave', event => this.over(event, false));
    this.addEventListener('drop', event => this.drop(event));
    this.input.addEventListener('change', () => this.show());
    if (this.input.form) this.input.form.addEventListener('submit', event => this.send(event));
  }

  over(event, inside) {
    event.preventDefault();
    this.classList.toggle('over', inside);
  }

  drop(event) {
    this.over(event, false);
    if (!event.dataTransfer.files.length) return;
    const taken = new DataTransfer();
    for (const file of event.dataTransfer.files) if (this.input.multiple || taken.items.length === 0) taken.items.add(file);
    this.input.files = taken.files;
    this.show();
  }

  show() {
    const limit = Number(this.dataset.limit) || Infinity;
    this.list.replaceChildren(...[...this.input.files].map(file => {
      const line = document.createElement('li');
      const name = document.createElement('span');
      const note = document.createElement('span');
      name.textContent = file.name;
      note.textContent = file.size > limit ? `${size(file.size)}，超过上限 ${size(limit)}，不会被接收` : size(file.size);
      line.classList.toggle('too-large', file.size > limit);
      line.append(name, note);
      return line;
    }));
  }

  // Sent by XMLHttpRequest, which alone reports how much has gone out.
  send(event) {
    const form = this.input.form;
    if (form.dataset.sent) event.preventDefault();
    if (event.defaultPrevented || !this.input.files.length) return;
    event.preventDefault();
    form.dataset.sent = 'yes';
    for (const button of form.querySelectorAll('button[type=submit]')) button.setAttribute('aria-busy', 'true');
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.setAttribute('aria-label', '上传进度');
    this.append(bar);
    const request = new XMLHttpRequest();
    request.open('POST', form.action || location.href);
    // Asks for the next page's address instead of being led there: following would use up the message meant for that page.
    request.setRequestHeader('Sent-By-Script', 'yes');
    request.upload.addEventListener('progress', at => { if (at.lengthComputable) bar.value = at.loaded / at.total * 100; });
    request.addEventListener('load', () => this.arrive(request, bar, form));
    request.addEventListener('error', () => this.fail(bar, form));
    request.send(new FormData(form));
  }

  arrive(request, bar, form) {
    const next = request.getResponseHeader('Location') ?? (request.responseURL === location.href ? null : request.responseURL);
    if (request.status < 400 && next) {
      location.assign(next);
      return;
    }
    // Refused: the page's content with its messages, as a plain sending would show it.
    const fresh = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
    if (!fresh) {
      this.fail(bar, form);
      return;
    }
    document.querySelector('main').replaceWith(document.adoptNode(fresh));
    scrollTo(0, 0);
    fresh.focus({ preventScroll: true });
  }

  fail(bar, form) {
    bar.remove();
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
    const line = document.createElement('li');
    line.className = 'too-large';
    line.textContent = '网络中断，文件没有送达。请检查网络后再提交一次。';
    this.list.append(line);
  }
}

customElements.define('file-drop', FileDrop);
