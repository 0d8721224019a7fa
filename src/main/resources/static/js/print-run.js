/*
 * Reports a run as printed in small parts: each result is seen as it comes, and a broken connection costs nothing, because
 * what is reported stays reported and the rest goes on when the button is pressed again.
 */
const form = document.getElementById('report');
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

if (form) {
  const button = form.querySelector('button');
  const bar = form.querySelector('progress');
  const said = form.querySelector('.said');

  const mark = answer => {
    const cell = document.querySelector(`#members [data-place="${answer.place}"] .state`);
    const light = cell.querySelector('.light');
    if (answer.state === 'OPEN') {
      light.after(' ' + answer.text);
      return;
    }
    light.className = 'light ' + (answer.state === 'DROPPED' ? 'red' : 'green');
    light.textContent = answer.text;
  };

  async function part() {
    const body = new URLSearchParams({ _csrf: form.querySelector('[name=_csrf]').value });
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    bar.hidden = false;
    let progress = { done: bar.value, size: bar.max, left: 1 };
    let before;
    try {
      // A part in which nothing moved on: those are held by a colleague, and asking again at once would not help.
      while (progress.left > 0 && progress.left !== before) {
        before = progress.answers ? progress.left : undefined;
        progress = await part();
        progress.answers.forEach(mark);
        bar.value = progress.done;
        document.getElementById('run-open').textContent = progress.left;
      document.getElementById('run-done').textContent = progress.printed;
        said.textContent = fill(form.dataset.running, progress.done, progress.size);
      }
      said.textContent = progress.left ? fill(form.dataset.broken, progress.done, progress.size) : form.dataset.over;
    } catch {
      said.textContent = fill(form.dataset.broken, progress.done, progress.size);
    } finally {
      button.disabled = !progress.left;
      button.hidden = !progress.left;
      form.parentElement.querySelector('details').hidden = !progress.left;
    }
  });
}
