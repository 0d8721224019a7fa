// The 3:4 frame over the chosen picture. The browser shows it upright, so the fractions sent refer to the upright picture.
// The server proposes the frame by the face that it finds on a small copy, and says how far it may be moved.
const form = document.getElementById('photo-form');
const file = form.elements.photo;
const stage = document.getElementById('cropper');
const picture = document.getElementById('crop-picture');
const frame = document.getElementById('crop-frame');
const state = document.getElementById('crop-state');
const problem = document.getElementById('crop-problem');
const MOST_BYTES = 15 * 1024 * 1024;
const SMALLEST = 0.1;
const COPY_SIDE = 1280;
const COPY_QUALITY = 0.9;
let x = 0, y = 0, width = 1; // fractions of the picture's width and height
let proposal = null; // {frame, limits} of this picture, once the server has answered

const say = name => { state.textContent = name ? document.querySelector(`#photo-texts [data-for=${name}]`).textContent : ''; };
const ratio = () => picture.naturalWidth / picture.naturalHeight;
const heightOf = w => w * ratio() / 0.75;
const widest = () => Math.min(1, 0.75 / ratio());
const within = (value, least, most) => Math.max(least, Math.min(most, value));
const limits = () => proposal?.limits ?? {minX: 0, maxX: 1, minY: 0, maxY: 1, minWidth: Math.min(SMALLEST, widest()), maxWidth: widest()};

function place(newX, newY, newWidth) {
  const {minX, maxX, minY, maxY, minWidth, maxWidth} = limits();
  width = within(newWidth, minWidth, Math.min(maxWidth, widest()));
  x = within(within(newX, minX, maxX), 0, 1 - width);
  y = within(within(newY, minY, maxY), 0, 1 - heightOf(width));
  frame.style.left = x * 100 + '%';
  frame.style.top = y * 100 + '%';
  frame.style.width = width * 100 + '%';
  frame.style.height = heightOf(width) * 100 + '%';
  form.elements.frameX.value = x.toFixed(6);
  form.elements.frameY.value = y.toFixed(6);
  form.elements.frameWidth.value = Math.min(width, widest()).toFixed(6);
  document.getElementById('crop-small').hidden = Math.round(width * picture.naturalWidth) >= 480;
}
const reset = () => proposal
  ? place(proposal.frame.x, proposal.frame.y, proposal.frame.width)
  : place((1 - widest()) / 2, (1 - heightOf(widest())) / 2, widest());
// Grows and shrinks around the middle of the frame.
const zoom = factor => {
  const w = Math.max(SMALLEST, Math.min(widest(), width * factor));
  place(x + (width - w) / 2, y + (heightOf(width) - heightOf(w)) / 2, w);
};

function forget() {
  stage.hidden = true;
  proposal = null;
  problem.hidden = true;
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
picture.addEventListener('load', () => { stage.hidden = false; reset(); propose(); });
picture.addEventListener('error', forget); // the server says what is wrong with it

/** Asks where the face is. If no answer comes, the frame stays where the student moves it: the server measures anyway. */
async function propose() {
  const asked = picture.src;
  say('asking');
  try {
    const body = new FormData();
    body.append('_csrf', form.elements._csrf.value);
    body.append('photo', await smallCopy(), 'copy.jpg');
    const answer = await fetch(form.dataset.frame, {method: 'POST', body, redirect: 'error', headers: {Accept: 'application/json'}});
    const found = answer.ok ? await answer.json() : null;
    if (picture.src !== asked) { return; }
    if (found?.frame) { proposal = found; reset(); }
    say(found?.limits ? 'found' : 'free');
    problem.textContent = found?.problem ?? '';
    problem.hidden = !found?.problem;
  } catch {
    if (picture.src === asked) { say('free'); }
  }
}

function smallCopy() {
  const scale = Math.min(1, COPY_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.naturalWidth * scale);
  canvas.height = Math.round(picture.naturalHeight * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob(blob => { if (blob) { done(blob); } else { failed(new Error('no copy')); } }, 'image/jpeg', COPY_QUALITY));
}

// The phone's own camera, where ours cannot be opened.
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
  if (what === 'reset') { reset(); }
});
