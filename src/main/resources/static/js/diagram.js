// Shows a diagram of the notice and marks where the student's application stands.
const box = document.getElementById('diagram');
const positions = JSON.parse(box.dataset.positions);
const viewer = new BpmnJS({container: box});
const buttons = [...document.querySelectorAll('[data-diagram]')];
const canvas = () => viewer.get('canvas');
let waiting = [];

function label() {
  const text = document.createElement('div');
  text.className = 'youarehere';
  text.textContent = box.dataset.here;
  return text;
}

// Near enough to read, with the place in the middle; a phone cannot show the whole diagram legibly.
function goHere() {
  if (waiting.length === 0) { canvas().zoom('fit-viewport'); return; }
  canvas().zoom(0.8);
  const place = viewer.get('elementRegistry').get(waiting[0]);
  const view = canvas().viewbox();
  canvas().viewbox({
    x: place.x + place.width / 2 - view.width / 2,
    y: place.y + place.height / 2 - view.height / 2,
    width: view.width,
    height: view.height
  });
}

async function show(button) {
  buttons.forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  const answer = await fetch(button.dataset.diagram);
  await viewer.importXML(await answer.text());
  const known = viewer.get('elementRegistry');
  const position = positions[button.dataset.id] || {active: [], done: []};
  position.done.filter(id => known.get(id)).forEach(id => canvas().addMarker(id, 'done'));
  waiting = position.active.filter(id => known.get(id));
  waiting.forEach(id => {
    canvas().removeMarker(id, 'done');
    canvas().addMarker(id, 'here');
    viewer.get('overlays').add(id, {position: {top: -30, left: 0}, html: label(), scale: {min: 0.6, max: 1}});
  });
  goHere();
}

buttons.forEach(button => button.addEventListener('click', () => show(button)));
document.querySelectorAll('[data-zoom]').forEach(button => button.addEventListener('click', () => {
  const how = button.dataset.zoom;
  if (how === 'fit') { canvas().zoom('fit-viewport'); }
  else if (how === 'here') { goHere(); }
  else { canvas().zoom(canvas().zoom() * Number(how)); }
}));
// The innermost diagram in which something waits says most.
const waits = buttons.filter(button => ((positions[button.dataset.id] || {}).active || []).length > 0);
show(waits[waits.length - 1] || buttons[0]);
