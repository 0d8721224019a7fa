import { causeOf } from './causes.js';
import { numbersOf } from './numbers.js';
import { el, instant, pager, second, table } from './page.js';
import { say } from './texts.js';

/** A job that failed, has tries left, and runs again by itself. */
export async function retriesView({ engine, names, parameters }) {
  const found = await engine.page('/job',
    { withException: true, withRetriesLeft: true, sortBy: 'jobDueDate', sortOrder: 'asc' }, Number(parameters.page ?? 0));
  if (!found.count) return [el('p', { class: 'gp-quiet' }, say('retries.none'))];
  const numbers = await numbersOf(engine, found.rows.map(({ processInstanceId }) => processInstanceId));
  const rows = await Promise.all(found.rows.map(async job => [
    numbers.get(job.processInstanceId),
    await names.process(job.processDefinitionId),
    await names.step(job.processDefinitionId, job.failedActivityId),
    job.retries,
    job.dueDate && instant(job.dueDate) > Date.now() ? second(job.dueDate) : say('retries.now'),
    causeOf(job.exceptionMessage).title,
    el('span', { class: 'gp-message' }, job.exceptionMessage ?? '—'),
    job.processInstanceId && el('a', { href: `#/process-instance/${job.processInstanceId}/runtime` }, say('show')),
  ]));
  return [
    el('p', { class: 'gp-quiet' }, say('retries.lead')),
    table([say('number'), say('process'), say('step'), [say('retries.left'), 'gp-number'], say('retries.next'),
      say('cause'), say('raw'), ''], rows),
    pager(found, page => ({ view: 'retries', page }))];
}
