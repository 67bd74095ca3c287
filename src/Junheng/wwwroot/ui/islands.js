// Loads what a page needs: an element's name leads to its module beside this file.
const modules = { 'data-chart': './charts.js', 'file-drop': './files.js', 'job-progress': './progress.js', 'print-button': './print.js' };

for (const [name, path] of Object.entries(modules))
  if (document.querySelector(name)) import(path);

// A form is sent once; the server would refuse the second sending anyway.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.hasAttribute('data-form') || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  for (const button of form.querySelectorAll('button[type=submit]')) button.setAttribute('aria-busy', 'true');
});

// Back from the next page: the form may be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-form]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && location.hash === '#menu') location.hash = '#content';
});
