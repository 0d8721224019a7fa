import { causeOf, effectOf } from './causes.js';
import { numbersOf } from './numbers.js';
import { el, link, minute, pager, raw, second, table } from './page.js';
import { retryBox } from './retry.js';
import { say } from './texts.js';

/** So many of a step's incidents are read to say why. */
const SAMPLE = 50;

/** Steps with failed jobs, over all versions of their diagrams; counted by the engine, not by listing. */
async function failedSteps(engine, only) {
  const definitions = (await engine.get('/process-definition/statistics', { failedJobs: true }))
    .filter(({ failedJobs, id }) => failedJobs > 0 && (!only || id === only));
  const steps = new Map();
  await Promise.all(definitions.map(async ({ id, definition }) => {
    const places = await engine.get('/job-definition', { processDefinitionId: id });
    await Promise.all(places.map(async place => {
      const { count } = await engine.get('/job/count', { jobDefinitionId: place.id, noRetriesLeft: true });
      if (!count) return;
      const key = `${definition.key} ${place.activityId}`;
      const step = steps.get(key) ?? {
        definitionId: id, process: definition.name ?? definition.key, key: definition.key,
        activityId: place.activityId, count: 0, places: [],
      };
      step.count += count;
      step.places.push(place.id);
      steps.set(key, step);
    }));
  }));
  return [...steps.values()].sort((one, other) => other.count - one.count);
}

const incidentsOf = step => ({ jobDefinitionIdIn: step.places.join(), sortBy: 'incidentTimestamp', sortOrder: 'asc' });

function whyOf(incidents) {
  const causes = new Map();
  for (const { incidentMessage } of incidents) {
    const cause = causeOf(incidentMessage);
    const known = causes.get(cause.id) ?? { ...cause, count: 0, message: incidentMessage };
    known.count += 1;
    causes.set(cause.id, known);
  }
  return [...causes.values()].sort((one, other) => other.count - one.count);
}

/** One incident in plain words; also on the tab of an instance. */
export function inPlainWords(activityId, causes, total) {
  return el('div', { class: 'gp-words' },
    el('p', {}, el('b', {}, say('failed.what')), ' ', effectOf(activityId)),
    causes.map(cause => el('div', { class: 'gp-cause' },
      el('p', {}, el('b', {}, cause.title),
        causes.length > 1 && el('small', {}, ` ${say('failed.ofFirst', cause.count, total)}`)),
      el('p', {}, el('b', {}, say('failed.todo')), ' ', cause.todo),
      raw(cause.message))));
}

async function card(context, step) {
  const { engine, names } = context;
  const incidents = await engine.get('/incident', { ...incidentsOf(step), maxResults: SAMPLE });
  const oldest = incidents[0]?.incidentTimestamp;
  return el('section', { class: 'gp-card', 'data-step': step.activityId },
    el('h3', {}, `${step.process} · ${await names.step(step.definitionId, step.activityId)}`,
      el('span', { class: 'gp-badge' },
        oldest ? say('failed.count', step.count, minute(oldest)) : say('failed.noIncident', step.count))),
    inPlainWords(step.activityId, whyOf(incidents), incidents.length),
    retryBox(context, step),
    el('p', {}, link({ view: 'failed', process: step.key, step: step.activityId }, say('failed.cases'))));
}

/** What belongs to no diagram; the engine cannot be asked for it, but sorts it to one end of its list, which depends on the database. */
async function ofTheEngine(engine) {
  const ends = await Promise.all(['asc', 'desc'].map(sortOrder =>
    engine.get('/incident', { sortBy: 'processDefinitionId', sortOrder, maxResults: SAMPLE })));
  const found = new Map(ends.flat().filter(({ processDefinitionId }) => !processDefinitionId).map(incident => [incident.id, incident]));
  return [...found.values()].sort((one, other) => one.incidentTimestamp < other.incidentTimestamp ? -1 : 1);
}

const engineCard = incidents => el('section', { class: 'gp-card', 'data-step': 'engine' },
  el('h3', {}, say('failed.engine'),
    el('span', { class: 'gp-badge' }, say('failed.count', incidents.length, minute(incidents[0].incidentTimestamp)))),
  el('p', {}, el('b', {}, say('failed.what')), ' ', say('failed.engine.what')),
  whyOf(incidents).map(({ message }) => raw(message)),
  el('p', {}, el('a', { href: '#/batch' }, say('failed.engine.open'))));

export async function failedView(context) {
  const { engine, parameters } = context;
  const steps = await failedSteps(engine, context.definitionId);
  if (parameters.step) {
    const step = steps.find(({ key, activityId }) => key === parameters.process && activityId === parameters.step);
    return eachOf(context, step);
  }
  const own = context.definitionId ? [] : await ofTheEngine(engine);
  return [
    el('p', { class: 'gp-quiet' }, say(steps.length || own.length ? 'failed.lead' : 'failed.none')),
    ...await Promise.all(steps.map(step => card(context, step))),
    own.length > 0 && engineCard(own)];
}

async function eachOf(context, step) {
  const { engine, names, parameters } = context;
  const back = el('p', {}, link({ view: 'failed' }, say('failed.all')));
  if (!step) return [back, el('p', {}, say('failed.none'))];
  const found = await engine.page('/incident', incidentsOf(step), Number(parameters.page ?? 0));
  const numbers = await numbersOf(engine, found.rows.map(({ processInstanceId }) => processInstanceId));
  return [
    back,
    el('h3', {}, `${step.process} · ${await names.step(step.definitionId, step.activityId)}`),
    table([say('number'), say('failed.since'), say('cause'), say('raw'), ''], found.rows.map(incident => [
      numbers.get(incident.processInstanceId), second(incident.incidentTimestamp),
      causeOf(incident.incidentMessage).title, el('span', { class: 'gp-message' }, incident.incidentMessage ?? '—'),
      el('a', { href: `#/process-instance/${incident.processInstanceId}/runtime` }, say('show')),
    ])),
    pager(found, page => ({ view: 'failed', process: step.key, step: step.activityId, page }))];
}
