/*
 * Approves the chosen photos in small parts, so that each result is seen as it comes and a broken connection costs nothing:
 * sent once more, the rest goes on.
 */
const form = document.getElementById('batch');
const PART = 10;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

if (form) {
  const button = form.querySelector('.approve');
  const said = form.querySelector('.said');
  const bar = form.querySelector('progress');
  const boxes = () => [...form.querySelectorAll('[name=chosen]:not(:disabled)')];
  const chosen = () => boxes().filter(box => box.checked);

  const count = () => {
    const many = chosen().length;
    button.disabled = !many;
    said.textContent = many ? fill(form.dataset.chosen, many) : '';
  };

  const mark = answer => {
    const tile = form.querySelector(`[data-number="${CSS.escape(answer.number)}"]`);
    const good = answer.kind !== 'REFUSED';
    tile.classList.add(good ? 'approved' : 'refused');
    tile.querySelector('.outcome').textContent = answer.text;
    const box = tile.querySelector('[name=chosen]');
    box.checked = false;
    box.disabled = good;
    return good;
  };

  async function approve(part) {
    const body = new URLSearchParams(part.map(box => ['chosen', box.value]));
    body.append('_csrf', form.querySelector('[name=_csrf]').value);
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  form.addEventListener('change', count);
  form.addEventListener('click', event => {
    const choose = event.target.closest('[data-choose]')?.dataset.choose;
    if (!choose) return;
    boxes().forEach(box => { box.checked = choose === 'clean' && box.dataset.clean === 'true'; });
    count();
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const all = chosen();
    let done = 0;
    let good = 0;
    button.disabled = true;
    bar.hidden = false;
    bar.max = all.length;
    try {
      for (let from = 0; from < all.length; from += PART) {
        said.textContent = fill(form.dataset.running, done, all.length);
        const answers = await approve(all.slice(from, from + PART));
        good += answers.filter(mark).length;
        done += answers.length;
        bar.value = done;
      }
      said.textContent = fill(form.dataset.over, good, done - good);
    } catch {
      said.textContent = fill(form.dataset.broken, done, all.length);
    } finally {
      bar.hidden = true;
      button.disabled = !chosen().length;
    }
  });
  count();
}
