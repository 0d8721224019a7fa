/*
 * Shows on each card the student's name, and when the task is due in words and colour. Names are not process variables: the
 * application gives those that the user may see, for all cards of a page in one request.
 */
const faces = new Map(); // task id → promise of what its card shows, or of undefined
let waiting = [];
let opened = false;

function fetchFaces() {
  const batch = waiting;
  waiting = [];
  const ids = batch.map(card => encodeURIComponent(card.taskId)).join(',');
  fetch(`/office/tasks/cards?ids=${ids}`, { headers: { Accept: 'application/json' }, redirect: 'manual' })
    .then(response => response.ok ? response.json() : Promise.reject(response.status))
    .then(
      found => batch.forEach(card => card.resolve(found[card.taskId])),
      () => batch.forEach(card => { faces.delete(card.taskId); card.resolve(); })); // asked again at the next refresh
}

function faceOf(taskId) {
  if (!faces.has(taskId)) {
    faces.set(taskId, new Promise(resolve => {
      if (!waiting.length) setTimeout(fetchFaces, 20);
      waiting.push({ taskId, resolve });
    }));
  }
  return faces.get(taskId);
}

function draw(node, face) {
  const name = document.createElement('span');
  name.className = 'gp-name';
  name.textContent = face?.name ?? '';
  node.replaceChildren(name);
  if (!face) return;
  node.closest('li.task')?.toggleAttribute('data-of-another', Boolean(face.colleague));
  if (face.due) {
    const due = document.createElement('span');
    due.className = `gp-due gp-due-${face.urgency}`;
    due.textContent = face.due;
    node.append(due);
  }
  if (face.colleague) {
    const colleague = document.createElement('span');
    colleague.className = 'gp-colleague';
    colleague.textContent = face.colleague;
    node.append(colleague);
  }
}

/** The page opens with a task in it, not with an empty half. */
function openTheFirst(node) {
  if (opened) return;
  opened = true;
  setTimeout(() => {
    if (/[?&]task=/.test(location.hash)) return;
    const card = node.closest('ol')?.querySelector('li.task:not([data-of-another])');
    card?.querySelector('h4.task a')?.click();
  }, 0);
}

// Another user may sign in without the page being loaded anew.
window.addEventListener('hashchange', () => { if (/^#\/log/.test(location.hash)) { faces.clear(); opened = false; } });

// When a task was claimed or given back, and when a day is over, the card says something else.
setInterval(() => faces.clear(), 60_000);

// Of a task that is done or not one's own Tasklist says so, and then the same in the engine's words: those go.
const notices = document.querySelector('.page-notifications');
new MutationObserver(() => {
  for (const message of notices.querySelectorAll('.message:not([hidden])')) {
    if (!/No matching task|task is null/.test(message.textContent)) continue;
    message.hidden = true;
    const colon = message.previousElementSibling;
    if (colon && !colon.matches('.status')) colon.hidden = true;
  }
}).observe(notices, { childList: true, subtree: true, characterData: true });

export default {
  id: 'gradphoto-card',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, { taskId }) => {
    node.className = 'gp-card';
    faceOf(taskId).then(face => { draw(node, face); openTheFirst(node); });
  },
};
