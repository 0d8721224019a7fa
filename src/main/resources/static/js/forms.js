// Small helps for forms; everything works without them.
document.addEventListener('submit', event => {
  const form = event.target;
  // After the event, so that the pressed button's own value is still sent.
  setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }), 0);
  const busy = form.querySelector('.busy');
  if (busy) { busy.hidden = false; }
});
// Coming back with the browser's button shows the page as it was left, with its buttons off.
addEventListener('pageshow', () => {
  document.querySelectorAll('form button').forEach(button => { button.disabled = false; });
  document.querySelectorAll('form .busy').forEach(busy => { busy.hidden = true; });
});
document.querySelectorAll('input[type=file][data-preview]').forEach(input => {
  const picture = document.getElementById(input.dataset.preview);
  input.addEventListener('change', () => {
    const file = input.files[0];
    if (picture.src) { URL.revokeObjectURL(picture.src); }
    picture.hidden = !file;
    if (file) { picture.src = URL.createObjectURL(file); }
  });
});
const refusal = document.querySelector('[role=alert]');
if (refusal) { refusal.scrollIntoView({block: 'center'}); }
