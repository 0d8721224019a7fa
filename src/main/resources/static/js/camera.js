// The live camera: an outline to stand in, hints while looking, a shot that goes into the same form as any other photo.
// Where there is no camera, no HTTPS or no permission, the plain field for a file stays, with a sentence.
const form = document.getElementById('photo-form');
const file = form.elements.photo;
const panel = document.getElementById('camera');
const video = document.getElementById('camera-video');
const opener = document.getElementById('camera-open');
const note = document.getElementById('camera-note');
const hint = document.getElementById('camera-hint');
const texts = Object.fromEntries([...document.querySelectorAll('#camera-texts li')].map(li => [li.dataset.for, li.textContent]));
const possible = window.isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia);
/** Milliseconds; a look takes 30 to 700, and the page must stay quick. */
const REST = 250;
const QUALITY = 0.95;

const seen = document.createElement('canvas');
let stream = null;
let facing = 'environment';
let watch = null;

const say = name => {
  if (panel.dataset.hint === name) { return; }
  panel.dataset.hint = name;
  hint.textContent = texts[name];
};
const explain = name => { note.textContent = texts[name]; note.hidden = false; };

/** The 3:4 part of the camera's picture that the stage shows. */
function shown() {
  const wide = video.videoWidth, high = video.videoHeight;
  const width = Math.min(wide, high * 0.75), height = width / 0.75;
  return {x: (wide - width) / 2, y: (high - height) / 2, width, height};
}

async function start() {
  stream?.getTracks().forEach(track => track.stop());
  stream = await navigator.mediaDevices.getUserMedia(
    {audio: false, video: {facingMode: {ideal: facing}, width: {ideal: 1920}, height: {ideal: 1440}}});
  const actual = stream.getVideoTracks()[0].getSettings().facingMode;
  // People know themselves from the mirror; the shot itself is never mirrored.
  panel.classList.toggle('mirrored', (actual ?? 'user') === 'user');
  video.srcObject = stream;
  await video.play();
}

async function open() {
  note.hidden = true;
  opener.disabled = true;
  try {
    await start();
  } catch (error) {
    close();
    explain(error.name === 'NotAllowedError' || error.name === 'SecurityError' ? 'refused' : 'missing');
    return;
  } finally {
    opener.disabled = false;
  }
  panel.hidden = false;
  document.body.classList.add('still');
  panel.querySelector('[data-camera=shot]').focus();
  say('loading');
  watching();
}

async function watching() {
  try {
    watch ??= import('/js/face-watch.js').then(async module => { await module.prepare(); return module; });
    const {look, WIDTH, HEIGHT} = await watch;
    seen.width = WIDTH;
    seen.height = HEIGHT;
    while (stream) {
      const part = shown();
      if (part.width > 0) {
        seen.getContext('2d', {willReadFrequently: true})
          .drawImage(video, part.x, part.y, part.width, part.height, 0, 0, WIDTH, HEIGHT);
        const name = await look(seen);
        if (stream) { say(name); }
      }
      await new Promise(later => setTimeout(later, REST));
    }
  } catch {
    watch = null;
    if (stream) { say('unaided'); }
  }
}

function close() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  video.srcObject = null;
  panel.hidden = true;
  document.body.classList.remove('still');
}

/** The whole picture of the camera goes into the form: the frame is chosen on it as on any other. */
function shoot() {
  const shot = document.createElement('canvas');
  shot.width = video.videoWidth;
  shot.height = video.videoHeight;
  if (!shot.width) { return; }
  shot.getContext('2d').drawImage(video, 0, 0);
  close();
  shot.toBlob(blob => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([blob], 'camera.jpg', {type: 'image/jpeg'}));
    file.files = chosen.files;
    file.dispatchEvent(new Event('change', {bubbles: true}));
    document.getElementById('cropper').scrollIntoView({block: 'start', behavior: 'smooth'});
  }, 'image/jpeg', QUALITY);
}

const offer = () => {
  const camera = form.elements.source.value === 'CAMERA';
  opener.hidden = !camera || !possible;
  form.classList.toggle('live', camera && possible);
  if (camera && !possible) { explain('unsupported'); } else { note.hidden = true; }
};
form.querySelectorAll('[name=source]').forEach(radio => radio.addEventListener('change', offer));
offer();

opener.addEventListener('click', open);
panel.addEventListener('click', event => {
  const what = event.target.closest('[data-camera]')?.dataset.camera;
  if (what === 'shot') { shoot(); }
  if (what === 'close') { close(); opener.focus(); }
  if (what === 'turn') {
    facing = facing === 'environment' ? 'user' : 'environment';
    start().catch(() => { close(); explain('missing'); });
  }
});
panel.addEventListener('keydown', event => {
  if (event.key === 'Escape') { close(); opener.focus(); }
  if (event.key === 'Tab') { // stays within the panel, as in any dialog
    const keys = [...panel.querySelectorAll('button')];
    const next = keys.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
    keys[(next + keys.length) % keys.length].focus();
    event.preventDefault();
  }
});
addEventListener('pagehide', close);
