// <copy-text>: a button that copies the text beside it. Without script the text is selected by hand.
customElements.define('copy-text', class extends HTMLElement {
  connectedCallback() {
    const [text, button] = [this.querySelector('textarea'), this.querySelector('button')];
    button.hidden = false;
    button.addEventListener('click', async () => {
      text.select();
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        document.execCommand('copy');
      }
      button.textContent = '已复制';
      setTimeout(() => { button.textContent = '复制'; }, 2000);
    });
  }
});
