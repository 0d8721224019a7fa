/*
 * The desk by keyboard: whatever a card reader or scanner types ends in the one field, keys do what is due. Without
 * JavaScript the same buttons are pressed with the mouse.
 */
const who = document.getElementById('who');

function ready() {
  who.focus();
  who.select();
}

if (who) {
  ready();
  addEventListener('pageshow', ready);
  // Back from the sheet that was printed, or from a letter.
  addEventListener('focus', () => { if (!document.activeElement.matches('input, textarea, select')) ready(); });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const due = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (due) {
      event.preventDefault();
      // Held down, a key says the same thing many times.
      if (!event.repeat && !due.disabled) due.click();
    } else if (event.key === 'Escape') {
      who.value = '';
      ready();
    } else if (event.key.length === 1 && !event.target.matches('input:not([type=checkbox]), textarea, select')) {
      who.focus();
    }
  });

  document.querySelector('.proxy')?.addEventListener('toggle', event => {
    if (event.target.open) event.target.querySelector('[name=proxyName]').focus();
  });

  for (const form of document.querySelectorAll('form.due')) {
    form.addEventListener('submit', () => {
      // After the press is on its way: a button that is off is not sent.
      setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }));
    });
  }
}
