/*
 * The desk by keyboard: whatever a card reader or scanner types ends in the one field, keys do what is due. Without
 * JavaScript the same buttons are pressed with the mouse.
 */
const who = document.getElementById('who');

function ready() {
  who.focus();
  who.select();
}

/** What a key does now: nothing that is folded away; and what is open further down goes first, as the form of the proxy. */
const due = key => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]
  .filter(one => one.matches('summary') || !one.closest('details:not([open])'))
  .pop();

/** Space ticks a box and presses a button, as everywhere. */
const isPress = event => event.key === ' ' && event.target.matches('[type=checkbox], button, a, summary');

if (who) {
  ready();
  addEventListener('pageshow', ready);
  // Back from the sheet that was printed, or from a letter.
  addEventListener('focus', () => { if (!document.activeElement.matches('input, textarea, select')) ready(); });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const wanted = due(event.key);
    if (wanted) {
      event.preventDefault();
      // Held down, a key says the same thing many times.
      if (!event.repeat && !wanted.disabled) wanted.click();
    } else if (event.key === 'Escape') {
      who.value = '';
      ready();
    } else if (event.key.length === 1 && !isPress(event) && !event.target.matches('input:not([type=checkbox]), textarea, select')) {
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
