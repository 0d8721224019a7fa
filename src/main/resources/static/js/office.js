// Copies the text beside a button. Without JavaScript the text can be marked and copied by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const text = button.parentElement.querySelector('textarea');
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand('copy'); // an older browser, or no secure connection
    }
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
// One box for all of a list. Without JavaScript each is ticked by hand.
for (const all of document.querySelectorAll('[data-all]')) {
  all.hidden = false;
  all.addEventListener('change', () => {
    all.form.querySelectorAll(`[name=${all.dataset.all}]`).forEach(one => { one.checked = all.checked; });
  });
}
