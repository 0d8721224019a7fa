import { draw } from './diagram.js';
import { choice } from './finished.js';
import { address, el, table, took } from './page.js';
import { say } from './texts.js';

const VERSIONS = 10;
const SAMPLE = 1000;
const LEVELS = 5;

/** How often each node was reached, over the newest versions of a diagram. */
async function countsOf(engine, versions) {
  const counts = new Map();
  const all = await Promise.all(versions.map(({ id }) =>
    engine.get(`/history/process-definition/${id}/statistics`, { finished: true, canceled: true })));
  for (const { id, instances, finished } of all.flat()) {
    const known = counts.get(id) ?? { reached: 0, now: 0 };
    known.reached += instances + finished;
    known.now += instances;
    counts.set(id, known);
  }
  return counts;
}

/** The engine has no durations by step: they are taken from the newest steps that people did. */
async function durationsOf(engine, versions) {
  const byStep = new Map();
  let seen = 0;
  for (const { id } of versions) {
    if (seen >= SAMPLE) break;
    const rows = await engine.get('/history/activity-instance', {
      processDefinitionId: id, activityType: 'userTask', finished: true, sortBy: 'endTime', sortOrder: 'desc', maxResults: SAMPLE - seen });
    seen += rows.length;
    for (const { activityId, durationInMillis, canceled } of rows) {
      if (!canceled) byStep.set(activityId, [...byStep.get(activityId) ?? [], durationInMillis]);
    }
  }
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const durations = new Map();
  byStep.forEach((times, id) => {
    times.sort((one, other) => one - other);
    durations.set(id, { median: at(times, 0.5), slow: at(times, 0.9) });
  });
  return { durations, seen };
}

/** Logarithmic: a step that a hundred reached is told from one that ten did, beside one of ten thousand. */
const levelOf = (value, most) => Math.max(1, Math.ceil(LEVELS * Math.log1p(value) / Math.log1p(most)));
const boundOf = (level, most) => Math.expm1(Math.log1p(most) * level / LEVELS);

async function paint(box, xml, values, show) {
  const diagram = await draw(box, xml);
  const most = Math.max(...values.values());
  values.forEach((value, id) => {
    if (/Gateway|SubProcess/.test(diagram.elements.get(id)?.type)) return; // what goes into them is told by their steps
    diagram.mark(id, `gp-heat-${levelOf(value, most)}`);
    diagram.note(id, el('span', { class: 'gp-count' }, show(value)), { top: -14, right: 16 });
  });
  return diagram;
}

function scale(values, show, title) {
  const most = Math.max(...values.values());
  const bounds = Array.from({ length: LEVELS }, (_, index) => show(Math.round(boundOf(index + 1, most))));
  return el('p', { class: 'gp-legend' }, el('b', {}, title),
    bounds.map((bound, index) => bound !== bounds[index + 1] && el('span', {}, el('i', { class: `gp-heat-${index + 1}` }), `≤ ${bound}`)));
}

/** Left to right, as the diagram reads. */
async function funnel(host, diagram, counts, durations, { names, latest }) {
  const steps = diagram.elements
    .filter(({ type, id }) => /UserTask|CallActivity|StartEvent|EndEvent/.test(type) && !/label$/.test(id) && counts.has(id))
    .sort((one, other) => one.x - other.x || one.y - other.y);
  const most = Math.max(...steps.map(({ id }) => counts.get(id).reached));
  const rows = await Promise.all(steps.map(async ({ id }) => {
    const { reached, now } = counts.get(id);
    const bar = el('span', { class: 'gp-bar' });
    bar.style.width = `${100 * reached / most}%`;
    return [await names.step(latest.id, id), el('span', { class: 'gp-track' }, bar), String(reached), String(now),
      took(durations.get(id)?.median), took(durations.get(id)?.slow)];
  }));
  host.replaceChildren(el('h3', {}, say('heat.funnel')),
    table([say('step'), '', [say('heat.reached'), 'gp-number'], [say('heat.now'), 'gp-number'],
      [say('heat.median'), 'gp-number'], [say('heat.slow'), 'gp-number']], rows));
}

const switchOf = (parameters, key, measure) => el('span', { class: 'gp-switch' }, ['count', 'time'].map(each => el('a', {
  class: each === measure ? 'gp-chip gp-chosen' : 'gp-chip',
  href: address({ ...parameters, view: 'heat', process: key, measure: each }),
}, say(`heat.${each}`))));

export async function heatView(context) {
  const { engine, names, parameters } = context;
  const key = parameters.process ?? 'graduatePhoto';
  const measure = parameters.measure === 'time' ? 'time' : 'count';
  const versions = await engine.get('/process-definition', { key, sortBy: 'version', sortOrder: 'desc', maxResults: VERSIONS });
  const [latest] = versions;
  const [counts, { durations, seen }, xml, chooser] = await Promise.all([
    countsOf(engine, versions), durationsOf(engine, versions), names.xml(latest.id), choice(names, key, { view: 'heat', measure })]);
  const values = new Map(measure === 'count'
    ? [...counts].map(([id, { reached }]) => [id, reached])
    : [...durations].map(([id, { median }]) => [id, median]));
  const show = measure === 'count' ? String : took;
  const head = [el('p', { class: 'gp-quiet' }, say('heat.lead')), el('div', { class: 'gp-row' }, chooser, switchOf({}, key, measure))];
  if (!values.size) return [...head, el('p', {}, say('heat.none'))];
  const box = el('div', { class: 'gp-diagram' });
  const below = el('div', { class: 'gp-funnel' });
  context.whenShown(async () => funnel(below, await paint(box, xml, values, show), counts, durations, { names, latest }));
  return [...head, box,
    scale(values, show, measure === 'count' ? say('heat.legendCount') : say('heat.legendTime', seen)),
    versions.length > 1 && el('p', { class: 'gp-quiet' }, say('heat.versions', versions.length)),
    below];
}
