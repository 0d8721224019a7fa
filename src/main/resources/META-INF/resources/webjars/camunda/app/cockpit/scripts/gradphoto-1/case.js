import { causeOf } from './causes.js';
import { draw } from './diagram.js';
import { inPlainWords } from './failed.js';
import { address, el, instant, pager, second, table, took } from './page.js';
import { has, say } from './texts.js';

/** More steps than any case has; a diagram with all of them marked says nothing. */
const MARKED = 1000;

/** Steps without a wait begin in one millisecond: the engine counts them. */
const asTheyCame = ['startTime', 'occurrence'].map(sortBy => ({ sortBy, sortOrder: 'asc' }));

const oldestFirst = { sortBy: 'startTime', sortOrder: 'asc' };

const resultOf = ({ canceled, endTime }) => say(canceled ? 'log.cancelled' : endTime ? 'log.done' : 'log.open');

/**
 * The history keeps no flows. One was taken when its end began after its beginning had ended; where a gateway chose one of
 * several, the one whose end began first.
 */
function markFlows(diagram, activities) {
  const passes = new Map();
  for (const { activityId, startTime, endTime } of activities) {
    const pass = { start: instant(startTime), end: endTime ? instant(endTime) : Infinity };
    passes.set(activityId, [...passes.get(activityId) ?? [], pass]);
  }
  const wait = (end, flow) => Math.min(...(passes.get(flow.target.id) ?? [])
    .map(({ start }) => start - end).filter(gap => gap >= 0));
  passes.forEach((ended, id) => {
    const node = diagram.elements.get(id);
    for (const { end } of ended) {
      const taken = (node?.outgoing ?? []).filter(flow => wait(end, flow) < Infinity)
        .sort((one, other) => wait(end, one) - wait(end, other));
      const chosen = /ExclusiveGateway|EventBasedGateway/.test(node?.type) ? taken.slice(0, 1) : taken;
      chosen.forEach(flow => diagram.mark(flow.id, 'gp-flow'));
    }
  });
}

async function markWay(box, xml, activities, incidents) {
  const diagram = await draw(box, xml);
  markFlows(diagram, activities);
  const times = new Map();
  for (const activity of activities) {
    diagram.mark(activity.activityId, activity.canceled ? 'gp-cancelled' : activity.endTime ? 'gp-done' : 'gp-active');
    times.set(activity.activityId, (times.get(activity.activityId) ?? 0) + 1);
  }
  incidents.forEach(({ activityId }) => diagram.mark(activityId, 'gp-failed'));
  times.forEach((count, id) => count > 1
    && diagram.note(id, el('span', { class: 'gp-times' }, `×${count}`), { top: -10, right: 10 }));
  return diagram;
}

export const legend = entries => el('p', { class: 'gp-legend' },
  entries.map(([name, text]) => el('span', {}, el('i', { class: name }), text)));

/** What happened in one instance, step by step and by whom. */
export async function log({ engine, names }, instance, parameters, turn) {
  const [steps, operations] = await Promise.all([
    engine.page('/history/activity-instance', { processInstanceId: instance.id }, Number(parameters.page ?? 0), asTheyCame),
    engine.page('/history/user-operation', { processInstanceId: instance.id, sortBy: 'timestamp', sortOrder: 'desc' }, Number(parameters.ops ?? 0))]);
  const stepRows = await Promise.all(steps.rows.map(async step => [
    await names.step(step.processDefinitionId, step.activityId), second(step.startTime), second(step.endTime),
    took(step.durationInMillis), step.assignee, resultOf(step)]));
  const operationRows = operations.rows.map(row => [
    second(row.timestamp), row.userId,
    has(`operation.${row.operationType}`) ? say(`operation.${row.operationType}`) : row.operationType,
    [row.property, row.orgValue, row.newValue].some(Boolean) ? `${row.property ?? ''}：${row.orgValue ?? '—'} → ${row.newValue ?? '—'}` : null]);
  return [
    el('h3', {}, say('case.log')),
    table([say('step'), say('log.from'), say('log.to'), say('log.took'), say('log.who'), say('log.result')], stepRows),
    pager(steps, page => turn({ page, ops: parameters.ops })),
    el('h3', {}, say('case.operations')),
    operations.count
      ? table([say('log.when'), say('log.who'), say('log.what'), say('log.change')], operationRows)
      : el('p', { class: 'gp-quiet' }, say('case.noOperations')),
    operations.count ? pager(operations, ops => turn({ page: parameters.page, ops })) : ''];
}

/** What failed in a called diagram stands at its callers too, but only there it says why: that one comes along as root. */
export async function incidentsOf(engine, id) {
  const incidents = await engine.get('/incident', { processInstanceId: id, maxResults: 10 });
  return Promise.all(incidents.map(async incident => ({
    ...incident,
    root: incident.rootCauseIncidentId && incident.rootCauseIncidentId !== incident.id
      ? await engine.get(`/incident/${incident.rootCauseIncidentId}`).catch(() => undefined) : undefined })));
}

export const plainIncidents = incidents => incidents.map(incident => {
  const { activityId, incidentMessage } = incident.root ?? incident;
  return el('section', { class: 'gp-card gp-red' },
    inPlainWords(activityId, [{ ...causeOf(incidentMessage), count: 1, message: incidentMessage }], 1),
    incident.root && el('p', {}, el('a', { href: address({ view: 'case', id: incident.root.processInstanceId }) }, say('case.called'))));
});

export async function caseView(context) {
  const { engine, names, parameters } = context;
  const instance = await engine.get(`/history/process-instance/${parameters.id}`);
  const number = instance.businessKey;
  const [siblings, activities, incidents, xml] = await Promise.all([
    number ? engine.get('/history/process-instance', { processInstanceBusinessKey: number, ...oldestFirst, maxResults: 50 }) : [instance],
    engine.get('/history/activity-instance', { processInstanceId: instance.id, ...oldestFirst, maxResults: MARKED }),
    incidentsOf(engine, instance.id),
    names.xml(instance.processDefinitionId)]);
  const box = el('div', { class: 'gp-diagram' });
  context.whenShown(() => markWay(box, xml, activities, incidents));
  const chips = await Promise.all(siblings.map(async each => el('a', {
    class: each.id === instance.id ? 'gp-chip gp-chosen' : 'gp-chip',
    href: address({ view: 'case', id: each.id }),
  }, await names.process(each.processDefinitionId), ' ', el('small', {}, say(`state.${each.state}`)))));
  return [
    el('h2', {}, say('case.title', number ?? instance.id)),
    number && /^GP\d+$/.test(number) && el('p', { class: 'gp-quiet' }, say('case.office'),
      el('a', { href: `/office/cases?number=${encodeURIComponent(number)}` }, say('case.openOffice'))),
    el('nav', { class: 'gp-chips', 'aria-label': say('case.diagrams') }, chips),
    instance.state === 'ACTIVE' && el('p', {}, el('a', { href: `#/process-instance/${instance.id}/runtime` }, say('case.live'))),
    ...plainIncidents(incidents),
    el('h3', {}, say('case.way')),
    box,
    legend([['gp-done', say('case.done')], ['gp-active', say('case.active')], ['gp-cancelled', say('case.cancelled')], ['gp-failed', say('case.failed')]]),
    activities.length === MARKED && el('p', { class: 'gp-quiet' }, say('case.tooLong', MARKED)),
    ...await log(context, instance, parameters, pages => ({ view: 'case', id: instance.id, ...pages }))];
}
