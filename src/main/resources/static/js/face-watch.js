// Looks for a face in the camera's picture and says what should change. All of it runs in this browser; no picture leaves
// it before the student uploads one. These are hints: what decides is measured on the server.
import * as faceapi from '/face-api/dist/face-api.esm.js';

/** The standard photo, in whose px everything here is counted. */
export const WIDTH = 480;
export const HEIGHT = 640;
const DETECTOR = new faceapi.TinyFaceDetectorOptions({inputSize: 224, scoreThreshold: 0.4});
const LEFT_JAW = 0, CHIN = 8, RIGHT_JAW = 16, NOSE = 30, LEFT_EYE = [36, 39], RIGHT_EYE = [42, 45];
/** Between the two the student is left in peace; a little narrower than the specification, because a hand is not still. */
const ROOM = {width: [190, 290], eyes: [205, 295], aside: 40, roll: 6, turn: 0.12, dark: 65, bright: 228, uneven: 0.3};

/** Loads the models. A graphics card is several times quicker than the processor; one that is only imitated is slower. */
export async function prepare() {
  const fast = hasGraphicsCard() && await faceapi.tf.setBackend('webgl').catch(() => false);
  if (!fast) { await faceapi.tf.setBackend('cpu'); }
  await faceapi.tf.ready();
  await Promise.all([
    faceapi.nets.tinyFaceDetector.load('/face-api/model/'),
    faceapi.nets.faceLandmark68Net.load('/face-api/model/'),
  ]);
}

function hasGraphicsCard() {
  const gl = document.createElement('canvas').getContext('webgl');
  const about = gl?.getExtension('WEBGL_debug_renderer_info');
  return Boolean(gl) && !/swiftshader|llvmpipe|software|basic render/i.test(about ? gl.getParameter(about.UNMASKED_RENDERER_WEBGL) : '');
}

/** @param canvas 480×640, not mirrored. @return the name of a hint */
export async function look(canvas) {
  const faces = await faceapi.detectAllFaces(canvas, DETECTOR).withFaceLandmarks();
  if (faces.length !== 1) { return faces.length ? 'several' : 'none'; }
  const head = headOf(faces[0].landmarks.positions);
  return wrongPlace(head) ?? wrongPose(head) ?? wrongLight(canvas, head) ?? 'good';
}

function headOf(points) {
  const middle = ([a, b]) => ({x: (points[a].x + points[b].x) / 2, y: (points[a].y + points[b].y) / 2});
  const left = middle(LEFT_EYE), right = middle(RIGHT_EYE);
  const from = points[LEFT_JAW].x, to = points[RIGHT_JAW].x;
  return {
    from, to, chin: points[CHIN].y,
    width: to - from,
    middle: (from + to) / 2,
    eyes: (left.y + right.y) / 2,
    roll: Math.atan2(right.y - left.y, right.x - left.x) * 180 / Math.PI,
    turn: (points[NOSE].x - from) / (to - from) - 0.5,
  };
}

function wrongPlace({width, middle, eyes}) {
  if (width < ROOM.width[0]) { return 'far'; }
  if (width > ROOM.width[1]) { return 'near'; }
  if (Math.abs(middle - WIDTH / 2) > ROOM.aside) { return 'aside'; }
  if (eyes < ROOM.eyes[0]) { return 'high'; }
  return eyes > ROOM.eyes[1] ? 'low' : undefined;
}

function wrongPose({turn, roll}) {
  if (Math.abs(turn) > ROOM.turn) { return 'turned'; }
  return Math.abs(roll) > ROOM.roll ? 'tilted' : undefined;
}

/** Compares both cheeks, between eyes and chin. */
function wrongLight(canvas, {from, to, eyes, chin, middle}) {
  const inset = (to - from) * 0.12;
  const left = luma(canvas, from + inset, eyes, middle, chin);
  const right = luma(canvas, middle, eyes, to - inset, chin);
  const mean = (left + right) / 2;
  if (mean < ROOM.dark) { return 'dark'; }
  if (mean > ROOM.bright) { return 'bright'; }
  return Math.abs(left - right) / mean > ROOM.uneven ? 'uneven' : undefined;
}

function luma(canvas, fromX, fromY, toX, toY) {
  const x = Math.max(0, Math.floor(fromX)), y = Math.max(0, Math.floor(fromY));
  const wide = Math.max(1, Math.min(WIDTH, Math.floor(toX)) - x), high = Math.max(1, Math.min(HEIGHT, Math.floor(toY)) - y);
  const {data} = canvas.getContext('2d', {willReadFrequently: true}).getImageData(x, y, wide, high);
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) { sum += 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]; }
  return sum / (data.length / 4);
}
