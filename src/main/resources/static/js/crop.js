// The 3:4 frame over the chosen picture. The browser shows it upright, so the fractions sent refer to the upright picture.
const form = document.getElementById('photo-form');
const file = form.elements.photo;
const stage = document.getElementById('cropper');
const picture = document.getElementById('crop-picture');
const frame = document.getElementById('crop-frame');
const MOST_BYTES = 15 * 1024 * 1024;
const SMALLEST = 0.1;
let x = 0, y = 0, width = 1; // fractions of the picture's width and height

const ratio = () => picture.naturalWidth / picture.naturalHeight;
const heightOf = w => w * ratio() / 0.75;
const widest = () => Math.min(1, 0.75 / ratio());
const clamp = (value, most) => Math.max(0, Math.min(most, value));

function place(newX, newY, newWidth) {
  width = Math.max(Math.min(SMALLEST, widest()), Math.min(widest(), newWidth));
  x = clamp(newX, 1 - width);
  y = clamp(newY, 1 - heightOf(width));
  frame.style.left = x * 100 + '%';
  frame.style.top = y * 100 + '%';
  frame.style.width = width * 100 + '%';
  frame.style.height = heightOf(width) * 100 + '%';
  form.elements.frameX.value = x.toFixed(6);
  form.elements.frameY.value = y.toFixed(6);
  form.elements.frameWidth.value = Math.min(width, widest()).toFixed(6);
  document.getElementById('crop-small').hidden = Math.round(width * picture.naturalWidth) >= 480;
}
const centre = () => place((1 - widest()) / 2, (1 - heightOf(widest())) / 2, widest());
// Grows and shrinks around the middle of the frame.
const zoom = factor => {
  const w = Math.max(SMALLEST, Math.min(widest(), width * factor));
  place(x + (width - w) / 2, y + (heightOf(width) - heightOf(w)) / 2, w);
};

function forget() {
  stage.hidden = true;
  ['frameX', 'frameY', 'frameWidth'].forEach(name => { form.elements[name].value = ''; });
}
file.addEventListener('change', () => {
  const chosen = file.files[0];
  const large = Boolean(chosen) && chosen.size > MOST_BYTES;
  document.getElementById('too-large').hidden = !large;
  file.setCustomValidity(large ? document.getElementById('too-large').textContent : '');
  forget();
  if (picture.src) { URL.revokeObjectURL(picture.src); }
  if (chosen && !large) { picture.src = URL.createObjectURL(chosen); }
});
picture.addEventListener('load', () => { stage.hidden = false; centre(); });
picture.addEventListener('error', forget); // the server says what is wrong with it

const source = () => { if (form.elements.source.value === 'CAMERA') { file.setAttribute('capture', 'environment'); } else { file.removeAttribute('capture'); } };
form.querySelectorAll('[name=source]').forEach(radio => radio.addEventListener('change', source));
source();

let drag = null;
frame.addEventListener('pointerdown', event => {
  event.preventDefault();
  frame.focus();
  frame.setPointerCapture(event.pointerId);
  drag = {resizes: event.target.className === 'grip', fromX: event.clientX, fromY: event.clientY, x, y, width};
});
frame.addEventListener('pointermove', event => {
  if (!drag) { return; }
  const dx = (event.clientX - drag.fromX) / picture.clientWidth;
  const dy = (event.clientY - drag.fromY) / picture.clientHeight;
  if (drag.resizes) {
    const room = Math.min(1 - drag.x, (1 - drag.y) * 0.75 / ratio());
    place(drag.x, drag.y, Math.min(room, drag.width + dx));
  } else {
    place(drag.x + dx, drag.y + dy, drag.width);
  }
});
['pointerup', 'pointercancel'].forEach(name => frame.addEventListener(name, () => { drag = null; }));
frame.addEventListener('keydown', event => {
  const step = event.shiftKey ? 0.05 : 0.01;
  const moves = {ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step]};
  if (moves[event.key]) {
    place(x + moves[event.key][0], y + moves[event.key][1], width);
  } else if (event.key === '+' || event.key === '=') {
    zoom(1.05);
  } else if (event.key === '-') {
    zoom(0.95);
  } else {
    return;
  }
  event.preventDefault();
});
document.querySelector('#cropper .stage').addEventListener('wheel', event => {
  event.preventDefault();
  zoom(event.deltaY < 0 ? 1.04 : 0.96);
}, {passive: false});
form.addEventListener('click', event => {
  const what = event.target.dataset.crop;
  if (what === 'smaller') { zoom(0.93); }
  if (what === 'larger') { zoom(1.07); }
  if (what === 'centre') { centre(); }
});
