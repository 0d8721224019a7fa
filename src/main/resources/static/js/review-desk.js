/*
 * One photo after the other. The next is fetched, with its pictures, while this one is looked at; a decision is sent in the
 * background and the next photo stands there at once. What the server says comes into the strip below, where a slip can be
 * taken back for a minute.
 */
const stage = document.getElementById('stage');
const strip = document.getElementById('strip');
const says = strip.dataset;
const token = document.querySelector('#next [name=_csrf]').value;
const REASONS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(digit => 'Digit' + digit)
  .concat(['Q', 'W', 'E', 'T', 'Y'].map(letter => 'Key' + letter));
const SLIP = 60_000;
const KEPT = 5;

const visited = [...stage.querySelectorAll('article[data-number]')];
let at = visited.length - 1;
let ahead;
let sending = Promise.resolve();
let unsent = 0;
let moving = false;

async function post(address, fields) {
  const body = new URLSearchParams(fields);
  body.append('_csrf', token);
  return fetch(address, { method: 'POST', body, headers: { Accept: 'application/json, text/html' } });
}

async function articleOf(response) {
  if (!response.ok) throw new Error(response.status);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = document.adoptNode(page.querySelector('#stage article'));
  const pictures = [...article.querySelectorAll('img:not([loading=lazy])')];
  await Promise.all(pictures.map(picture => picture.decode().catch(() => {})));
  return article;
}

/** What is open on this screen or on its way to the server, so that it gives something else. */
const open = () => visited.filter(article => !article.dataset.done).map(article => article.dataset.number);

function prefetch() {
  const fields = open().map(number => ['seen', number]);
  ahead = post('/office/review/next', fields).then(articleOf);
  ahead.catch(() => {}); // told when it is wanted
}

function show(article) {
  stage.replaceChildren(article);
  if (article.dataset.number) {
    history.replaceState(null, '', '/office/review/photo/' + article.dataset.number);
    document.title = document.title.replace(/^.* · |^/, article.dataset.name + ' · ');
  }
  window.scrollTo(0, 0);
}

async function go(step) {
  if (moving) return;
  const wanted = at + step;
  if (wanted < 0) return;
  if (wanted < visited.length) {
    at = wanted;
    show(visited[at]);
    return;
  }
  moving = true;
  try {
    const next = await ahead;
    if (next.dataset.number) {
      at = visited.push(next) - 1;
      show(next);
    } else {
      at = visited.length;
      show(next);
    }
    prefetch();
  } catch {
    tell({ name: '', text: says.lost, bad: true, action: says.again, act: () => { prefetch(); go(step); } });
  } finally {
    moving = false;
  }
}

/** One line of the strip. */
function tell({ name, text, bad, action, act, seconds }) {
  const line = document.createElement('p');
  line.className = 'said' + (bad ? ' bad' : '');
  const words = document.createElement('span');
  line.append(words);
  strip.prepend(line);
  while (strip.children.length > KEPT) strip.lastElementChild.remove();
  const update = now => {
    line.className = 'said' + (now.bad ? ' bad' : '');
    words.textContent = [name, now.text].filter(Boolean).join(' ');
    line.querySelector('button')?.remove();
    clearInterval(line.countdown);
    if (!now.action) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = now.action;
    button.addEventListener('click', () => { button.disabled = true; now.act(); });
    line.append(button);
    if (now.seconds) {
      line.undo = () => { if (!button.disabled) button.click(); };
      let left = now.seconds;
      button.textContent = `${now.action}（${left} s）`;
      line.countdown = setInterval(() => {
        left--;
        button.textContent = `${now.action}（${left} s）`;
        if (left <= 0) { clearInterval(line.countdown); button.remove(); line.undo = undefined; }
      }, 1000);
    } else {
      line.undo = undefined;
    }
  };
  update({ text, bad, action, act, seconds });
  return update;
}

function complain(article, text) {
  article.querySelector('.complaint').textContent = text;
}

function decide(decision) {
  const article = stage.querySelector('article[data-number]');
  const form = article?.querySelector('form.decision');
  if (!form || form.querySelector('fieldset').disabled || moving) return;
  const reasons = [...form.querySelectorAll('[name=reasons]:checked')].map(box => box.value);
  const comment = form.querySelector('[name=comment]');
  const missing = decision === 'REJECTED' && !reasons.length ? says.reasons
    : decision === 'APPROVED' && reasons.length ? says.idle
    : reasons.includes('OTHER') && !comment.value.trim() ? says.comment : '';
  complain(article, missing);
  if (missing) {
    if (missing === says.comment) comment.focus();
    return;
  }
  const fields = {
    decision, reasons: reasons.join(','), comment: comment.value, photo: article.dataset.photo, step: article.dataset.step,
  };
  form.querySelector('fieldset').disabled = true;
  article.dataset.sent = decision;
  const report = tell({ name: article.dataset.name, text: says.sending });
  send(article, fields, report);
  go(1);
}

function send(article, fields, report) {
  unsent++;
  const number = article.dataset.number;
  const address = `/office/review/photo/${encodeURIComponent(number)}`;
  sending = sending.then(async () => {
    let answer;
    try {
      const response = await post(address + '/decide', fields);
      if (response.status >= 500 || !response.headers.get('content-type')?.includes('json')) throw new Error(response.status);
      answer = await response.json();
    } catch {
      report({ text: says.lost, bad: true, action: says.again, act: () => send(article, fields, report) });
      return;
    }
    if (answer.done) {
      article.dataset.done = fields.decision;
      report({ text: answer.text, action: says.undo, seconds: SLIP / 1000, act: () => undo(article, report) });
    } else {
      report({ text: answer.text, bad: true, action: says.look, act: () => comeBack(article) });
    }
  }).finally(() => { unsent--; });
}

async function undo(article, report) {
  try {
    const answer = await (await post(`/office/review/photo/${encodeURIComponent(article.dataset.number)}/undo`, {})).json();
    report({ text: answer.text, bad: !answer.done });
    if (answer.done) await comeBack(article);
  } catch {
    report({ text: says.lost, bad: true, action: says.undo, act: () => undo(article, report) });
  }
}

/** The photo as it is now, in the place where it was. */
async function comeBack(article) {
  const place = visited.indexOf(article);
  try {
    const response = await fetch(`/office/review/photo/${encodeURIComponent(article.dataset.number)}`);
    const fresh = await articleOf(response);
    visited[place] = fresh;
    at = place;
    show(fresh);
  } catch {
    at = place;
    show(article);
  }
}

function undoLast() {
  // A decision that is still on its way comes first: once it has arrived, it is the one to take back.
  sending.then(() => [...strip.children].find(line => line.undo)?.undo());
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-decision], [data-go], [data-undo-last]');
  if (!button) return;
  if (button.dataset.decision) decide(button.dataset.decision);
  else if (button.dataset.go) go(Number(button.dataset.go));
  else undoLast();
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.matches('textarea, input:not([type=checkbox])')) {
    if (event.code === 'Escape') event.target.blur();
    return;
  }
  const code = event.code.replace('Numpad', 'Digit');
  const deed = {
    KeyA: () => decide('APPROVED'),
    KeyR: () => decide('REJECTED'),
    KeyS: () => stage.querySelector('[data-decision=SECOND_OPINION]') && decide('SECOND_OPINION'),
    KeyZ: undoLast,
    ArrowRight: () => go(1),
    KeyJ: () => go(1),
    ArrowLeft: () => go(-1),
    KeyK: () => go(-1),
  }[code];
  if (deed) {
    event.preventDefault();
    if (!event.repeat) deed();
    return;
  }
  const box = REASONS.includes(code) && stage.querySelectorAll('[name=reasons]')[REASONS.indexOf(code)];
  if (box && !box.matches(':disabled')) {
    event.preventDefault();
    box.checked = !box.checked;
    complain(box.closest('article'), '');
    if (box.value === 'OTHER' && box.checked) stage.querySelector('[name=comment]').focus();
  }
});

window.addEventListener('beforeunload', event => { if (unsent) event.preventDefault(); });

prefetch();
