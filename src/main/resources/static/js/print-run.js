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
      cell.replaceChildren(light, ' ' + answer.text);
      return;
    }
    light.className = 'light ' + (answer.state === 'PRINTED' || answer.state === 'ELSEWHERE' ? 'green' : 'red');
    light.textContent = answer.text;
  };

  async function part(after) {
    const body = new URLSearchParams({ after, _csrf: form.querySelector('[name=_csrf]').value });
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    bar.hidden = false;
    let progress = { done: bar.value, size: bar.max, left: 1, next: 0 };
    try {
      // Who stays open, as a colleague has them, is passed over; the button tries those again.
      do {
        progress = await part(progress.next);
        progress.answers.forEach(mark);
        bar.value = progress.done;
        document.getElementById('run-open').textContent = progress.left;
        document.getElementById('run-done').textContent = progress.printed;
        said.textContent = fill(form.dataset.running, progress.done, progress.size);
      } while (progress.answers.length > 0 && progress.left > 0);
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
