/*
 * Takes the numbers in by parts: how far it is is seen, a broken connection costs nothing, and a line that is refused does
 * not keep back those behind it.
 */
const form = document.getElementById('numbers');
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

if (form) {
  const bar = form.querySelector('progress');
  const said = form.querySelector('.said');
  const told = document.getElementById('refused');

  async function part(address, after) {
    const body = new URLSearchParams(new FormData(form));
    body.set('after', after);
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  const tell = one => {
    const line = document.createElement('p');
    line.textContent = fill(form.dataset.line, one.line, one.order) + ' ' + one.text;
    told.append(line);
    told.hidden = false;
  };

  const mark = (after, answer) => {
    const refused = new Set(answer.refused.map(one => one.line));
    for (const row of document.querySelectorAll('tr[data-ready]')) {
      const line = Number(row.dataset.line);
      if (line <= after || line > answer.next || refused.has(line)) continue;
      const light = row.querySelector('.light');
      light.className = 'light green';
      light.textContent = form.dataset.known;
    }
  };

  form.addEventListener('submit', async event => {
    const button = event.submitter;
    if (!button || !('parts' in button.dataset)) return;
    event.preventDefault();
    form.querySelectorAll('button').forEach(one => { one.disabled = true; });
    bar.hidden = false;
    told.replaceChildren();
    told.hidden = true;
    let answer = { next: 0, left: 1 };
    let posted = 0;
    let refused = 0;
    try {
      while (answer.left > 0) {
        const after = answer.next;
        answer = await part(button.formAction, after);
        posted += answer.posted;
        refused += answer.refused.length;
        answer.refused.forEach(tell);
        mark(after, answer);
        bar.value = posted + refused;
        said.textContent = fill(form.dataset.running, posted + refused, bar.max);
      }
      said.textContent = fill(form.dataset.over, posted, refused);
      button.hidden = refused === 0;
    } catch {
      said.textContent = fill(form.dataset.broken, posted, refused);
    } finally {
      form.querySelectorAll('button').forEach(one => { one.disabled = false; });
    }
  });
}
