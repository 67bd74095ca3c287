// The page a personal link leads to: back to the form it has opened on this device before, if it has.
import { formOf, rememberLink } from './drafts.js';

const state = document.querySelector('.notice').dataset.state;
const form = formOf(location.pathname);
if ((state === 'begin' || state === 'used') && form) location.replace(form);
else if (state === 'begin') {
  const begin = document.querySelector('form');
  begin.addEventListener('submit', (event) => {
    if (begin.dataset.sent) event.preventDefault();
    begin.dataset.sent = 'true';
    rememberLink(location.pathname);
  });
  window.addEventListener('pageshow', () => delete begin.dataset.sent);
}
