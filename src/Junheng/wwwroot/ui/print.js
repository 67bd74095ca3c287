// A button that prints the page; without script the browser's own menu does.
customElements.define('print-button', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', () => window.print());
  }
});
