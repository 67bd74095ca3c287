// Runs before the first paint (a blocking classic script): what the device prefers counts unless the user has chosen.
(function () {
  'use strict';
  var root = document.documentElement;
  var device = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    var chosen = root.dataset.theme;
    root.dataset.bsTheme = chosen === 'light' || chosen === 'dark' ? chosen : device.matches ? 'dark' : 'light';
  }
  apply();
  if (device.addEventListener) device.addEventListener('change', apply);
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-theme-switch') || !event.submitter) return;
    event.preventDefault();
    var body = new FormData(form);
    body.set('theme', event.submitter.value);
    root.dataset.theme = event.submitter.value;
    apply();
    var shown = form.querySelector('[data-shown-in="' + root.dataset.bsTheme + '"]');
    if (shown) shown.focus();
    fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin', redirect: 'manual' });
  });
})();
