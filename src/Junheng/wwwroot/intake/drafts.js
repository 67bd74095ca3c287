// What is kept on the respondent's own device: an unfinished form, a form on its way, and which form a personal link opened.
// On a shared device (pupils in a computer room) it lasts only as long as the page's tab.

const longest = 60 * 24 * 3600 * 1000;

function store(shared) {
  try {
    return shared ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

function read(key, shared) {
  try {
    const kept = JSON.parse(store(shared).getItem(key));
    return kept && Date.now() - kept.at < longest ? kept : null;
  } catch {
    return null;
  }
}

function write(key, value, shared) {
  try {
    if (value === null) store(shared).removeItem(key);
    else store(shared).setItem(key, JSON.stringify({ ...value, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

const draftKey = () => `junheng.draft:${location.pathname}`;
const waitingKey = () => `junheng.waiting:${location.pathname}`;
const linkKey = (path) => `junheng.link:${path}`;

export const draft = (shared) => read(draftKey(), shared);
export const keepDraft = (value, shared) => write(draftKey(), value, shared);
export const waiting = (shared) => read(waitingKey(), shared);
export const keepWaiting = (value, shared) => write(waitingKey(), value, shared);

/** The form a personal link opened on this device, so that the link leads back to it. */
export const formOf = (path) => read(linkKey(path), false)?.form ?? null;

/** Called where the link is opened; the form notes itself once it is there. */
export const rememberLink = (path) => write('junheng.begun', { path }, true);
export function noteForm() {
  const begun = read('junheng.begun', true);
  if (begun) write(linkKey(begun.path), { form: location.pathname }, false);
  write('junheng.begun', null, true);
}

/** After the answer was taken in nothing of it stays. */
export function forget(shared) {
  keepDraft(null, shared);
  keepWaiting(null, shared);
  try {
    for (let at = localStorage.length - 1; at >= 0; at--) {
      const key = localStorage.key(at);
      if (key.startsWith('junheng.link:') && JSON.parse(localStorage.getItem(key)).form === location.pathname) localStorage.removeItem(key);
    }
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
