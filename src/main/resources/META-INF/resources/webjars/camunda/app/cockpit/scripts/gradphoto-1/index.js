/*
 * What the community edition of Cockpit does not show, for the administrators of this application. Documented in
 * src/docs/cockpit.md. No build step: browsers read these modules as they are. The folder's number is the version; a change of any
 * file gets a new one, because Cockpit asks for scripts under a key that changes with the engine only.
 */
import { caseView, incidentsOf, log, plainIncidents } from './case.js';
import { connect, failure } from './engine.js';
import { failedView } from './failed.js';
import { finishedView, searchView } from './finished.js';
import { heatView } from './heat.js';
import { namesOf } from './names.js';
import { address, el, link } from './page.js';
import { retriesView } from './retries.js';
import { say } from './texts.js';

const VIEWS = { failed: failedView, retries: retriesView, finished: finishedView, heat: heatView, case: caseView, search: searchView };
const TABS = ['failed', 'retries', 'finished', 'heat'];

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('style.css', import.meta.url);
document.head.append(style);

/** Draws what a view gives; what needs its place on the page (a diagram) comes afterwards. */
async function fill(host, context, view) {
  const later = [];
  host.replaceChildren(el('p', { class: 'gp-quiet' }, say('loading')));
  try {
    const parts = await view({ ...context, whenShown: deed => later.push(deed) });
    host.replaceChildren(...parts.filter(Boolean));
    await Promise.all(later.map(deed => deed()));
    host.dataset.shown = 'true';
  } catch (error) {
    host.replaceChildren(el('p', { class: 'gp-result gp-bad' }, failure(error)));
  }
}

function contextOf(api, more) {
  const engine = connect(api);
  return { engine, names: namesOf(engine), parameters: {}, ...more };
}

function search(number) {
  const input = el('input', { name: 'number', value: number ?? '', autocomplete: 'off', required: true });
  return el('form', { class: 'gp-search', role: 'search', submit: event => {
    event.preventDefault();
    location.hash = address({ view: 'search', number: input.value.trim() });
  } }, el('label', {}, say('search.label'), ' ', input), el('button', { class: 'gp-button' }, say('search.go')));
}

function page(node, { api }) {
  const parameters = Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] ?? ''));
  const name = VIEWS[parameters.view] ? parameters.view : 'failed';
  const main = el('div', { class: 'gp-main', 'data-view': name });
  document.title = `${say('title')} | Cockpit`;
  node.replaceChildren(el('div', { class: 'gp-ops' },
    el('div', { class: 'gp-head' },
      el('nav', { class: 'gp-tabs' },
        TABS.map(view => {
          const tab = link({ view }, say(`tab.${view}`));
          if (view === name) tab.setAttribute('aria-current', 'page');
          return tab;
        }),
        el('a', { href: '/office/operations' }, say('tab.condition'))),
      search(parameters.number)),
    main));
  fill(main, contextOf(api, { parameters }), VIEWS[name]);
}

/** A tab of Cockpit's own pages: it has no address of its own, so its pages turn inside it. */
function tab(node, context, view) {
  const host = el('div', { class: 'gp-tab gp-main' });
  node.replaceChildren(host);
  fill(host, context, view);
}

function instanceTab(node, { api, processInstanceId }) {
  tab(node, contextOf(api), async context => {
    const [instance, incidents] = await Promise.all([
      context.engine.get(`/history/process-instance/${processInstanceId}`), incidentsOf(context.engine, processInstanceId)]);
    return [
      el('p', {}, link({ view: 'case', id: processInstanceId }, say('case.way'))),
      ...plainIncidents(incidents),
      ...await log(context, instance, {}, pages => ({ view: 'case', id: processInstanceId, ...pages }))];
  });
}

export default [
  {
    id: 'gradphoto-navigation',
    pluginPoint: 'cockpit.navigation',
    properties: {
      label: say('nav'),
      pagePath: '#/gradphoto',
      priority: 90,
      checkActive: path => path.includes('#/gradphoto'),
    },
  },
  { id: 'gradphoto', pluginPoint: 'cockpit.route', priority: 10, properties: { path: '/gradphoto' }, render: page },
  {
    id: 'gradphoto-log',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 1,
    properties: { label: say('case.operations') },
    render: instanceTab,
  },
  {
    id: 'gradphoto-failed',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 1,
    properties: { label: say('tab.failed') },
    render: (node, { api, processDefinitionId }) => tab(node, contextOf(api, { definitionId: processDefinitionId }), failedView),
  },
];
