// Keeps what was typed while the page is open, so that it is there again after the page was closed.
for (const form of document.querySelectorAll('form[data-draft]')) {
  let later;
  let changed = false;
  const save = () => {
    clearTimeout(later);
    if (!changed) { return; }
    changed = false;
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') { typed.append(name, value); }
    }
    // keepalive: it still arrives when the page is closed meanwhile
    fetch(form.dataset.draft, {method: 'POST', body: typed, keepalive: true, redirect: 'manual'}).catch(() => {});
  };
  const note = () => {
    changed = true;
    clearTimeout(later);
    later = setTimeout(save, 600);
  };
  form.addEventListener('input', note);
  form.addEventListener('change', note);
  form.addEventListener('submit', () => { changed = false; clearTimeout(later); });
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => { if (document.hidden) { save(); } });
}
