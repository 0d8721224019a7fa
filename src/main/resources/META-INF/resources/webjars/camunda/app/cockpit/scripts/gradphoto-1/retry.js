import { failure } from './engine.js';
import { el } from './page.js';
import { say } from './texts.js';

const SECOND = 1000;
/** So long the page watches what becomes of the jobs; they go on without it. */
const WATCHED = 60;

const pause = () => new Promise(resolve => setTimeout(resolve, SECOND));

/** Somebody else retried this version of the diagram meanwhile: the others still want it. */
function nothingLeft(error) {
  if (error.status !== 400) throw error;
}

/** The engine's own batch hands the jobs back in chunks, so that ten thousand are no long request. @returns how many failed, null where none was left */
async function handBack(engine, place, tell) {
  const batch = await engine.post('/job/retries', {
    retries: 1, dueDate: null, jobQuery: { jobDefinitionId: place, noRetriesLeft: true } }).catch(nothingLeft);
  if (!batch) return null;
  for (;;) {
    const [state] = await engine.get('/batch/statistics', { batchId: batch.id });
    if (!state) return 0;
    tell(state.completedJobs, state.totalJobs);
    if (state.jobsCreated === state.totalJobs && state.remainingJobs === state.failedJobs) return state.failedJobs;
    await pause();
  }
}

async function countOf(engine, step, query) {
  const counts = await Promise.all(step.places.map(place => engine.get('/job/count', { jobDefinitionId: place, ...query })));
  return counts.reduce((sum, { count }) => sum + count, 0);
}

const OPEN = { withRetriesLeft: true, withException: true };

/** @param others jobs of the step that were being retried before, and are not ours */
async function watch(engine, step, others, tell) {
  for (let second = 0; ; second += 1) {
    const [failing, opened] = await Promise.all([
      countOf(engine, step, { noRetriesLeft: true }), countOf(engine, step, OPEN)]);
    const failed = Math.min(step.count, failing);
    const open = Math.min(step.count - failed, Math.max(0, opened - others));
    const state = { failed, open, done: step.count - failed - open };
    if (open === 0 || second >= WATCHED) return state;
    tell(state);
    await pause();
  }
}

/** Asks, retries, and says what came of it. */
export function retryBox({ engine }, step) {
  const box = el('div', { class: 'gp-retry', 'aria-live': 'polite' });
  const tell = text => box.replaceChildren(el('p', { class: 'gp-progress' }, text));

  async function retry() {
    try {
      let refused = 0;
      let begun = 0;
      const others = await countOf(engine, step, OPEN);
      for (const place of step.places) {
        tell(say('retry.chunks', 0, step.count));
        const failed = await handBack(engine, place, (done, all) => tell(say('retry.chunks', done, all)));
        refused += failed ?? 0;
        begun += failed === null ? 0 : 1;
      }
      if (!begun) {
        tell(say('retry.nothing'));
        return;
      }
      const end = await watch(engine, step, others,
        ({ done, open, failed }) => tell(say('retry.running', step.count, done, open, failed)));
      box.replaceChildren(
        el('p', { class: end.failed || end.open ? 'gp-result gp-bad' : 'gp-result gp-good' }, end.open
          ? say('retry.still', step.count, end.done, end.failed, end.open)
          : say('retry.done', step.count, end.done, end.failed)),
        refused ? el('p', {}, el('a', { href: '#/batch' }, say('retry.batchFailed', refused))) : '');
    } catch (error) {
      tell(failure(error));
    }
  }

  function ask() {
    box.replaceChildren(el('p', {}, say('retry.ask', step.count)),
      el('button', { type: 'button', class: 'gp-button gp-yes', click: retry }, say('retry.yes')),
      el('button', { type: 'button', class: 'gp-button gp-plain', click: offer }, say('retry.no')));
  }

  function offer() {
    box.replaceChildren(el('button', { type: 'button', class: 'gp-button', click: ask }, say('retry.all', step.count)));
  }

  offer();
  return box;
}
