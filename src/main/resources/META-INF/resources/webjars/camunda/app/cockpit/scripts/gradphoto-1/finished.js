import { address, el, link, minute, pager, table, took } from './page.js';
import { say } from './texts.js';

const rowOf = instance => [
  link({ view: 'case', id: instance.id }, instance.businessKey ?? instance.id.slice(0, 8)),
  minute(instance.startTime), minute(instance.endTime), took(instance.durationInMillis), say(`state.${instance.state}`)];

const headings = () => [say('number'), say('finished.started'), say('finished.ended'), say('finished.took'), say('finished.state')];

/** Chooses one of the diagrams. */
export async function choice(names, key, parameters) {
  const processes = await names.processes();
  return el('label', { class: 'gp-choice' }, say('process'), ' ',
    el('select', { change: event => { location.hash = address({ ...parameters, process: event.target.value }); } },
      processes.map(process => el('option', { value: process.key, selected: process.key === key }, process.name ?? process.key))));
}

export async function finishedView({ engine, names, parameters }) {
  const key = parameters.process ?? 'graduatePhoto';
  const found = await engine.page('/history/process-instance',
    { processDefinitionKey: key, finished: true, sortBy: 'endTime', sortOrder: 'desc' }, Number(parameters.page ?? 0));
  return [
    el('p', { class: 'gp-quiet' }, say('finished.lead')),
    await choice(names, key, { view: 'finished' }),
    table(headings(), found.rows.map(rowOf)),
    pager(found, page => ({ view: 'finished', process: key, page }))];
}

/** Everything that ran for one application, finished or not. */
export async function searchView({ engine, names, parameters }) {
  const number = parameters.number.trim().replace(/^gp/, 'GP');
  const found = await engine.page('/history/process-instance',
    { processInstanceBusinessKey: number, sortBy: 'startTime', sortOrder: 'asc' }, Number(parameters.page ?? 0));
  if (!found.count) return [el('p', { class: 'gp-result gp-bad' }, say('search.none', number))];
  const rows = await Promise.all(found.rows.map(async instance =>
    [await names.process(instance.processDefinitionId), ...rowOf(instance)]));
  return [
    el('h3', {}, say('search.found', number)),
    table([say('process'), ...headings()], rows),
    pager(found, page => ({ view: 'search', number, page }))];
}
