import { el } from './page.js';
import { say } from './texts.js';

let viewerScript;

/** The viewer that the application has for its own pages. */
function loadViewer() {
  viewerScript ??= new Promise((resolve, reject) => {
    for (const sheet of ['diagram-js', 'bpmn-js']) {
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = `/bpmn-js/assets/${sheet}.css`;
      document.head.append(style);
    }
    const script = document.createElement('script');
    script.src = '/bpmn-js/bpmn-navigated-viewer.production.min.js';
    script.onload = () => resolve(window.BpmnJS);
    script.onerror = () => reject(new Error(script.src));
    document.head.append(script);
  });
  return viewerScript;
}

/** Draws a diagram into a box that is on the page already. */
export async function draw(box, xml) {
  const Viewer = await loadViewer();
  const viewer = new Viewer({ container: box });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const fit = () => canvas.zoom('fit-viewport', 'auto');
  const nearer = factor => () => canvas.zoom(canvas.zoom() * factor);
  fit();
  const tool = (text, label, click) =>
    el('button', { type: 'button', class: 'gp-button gp-plain', 'aria-label': label, title: label, click }, text);
  box.append(el('div', { class: 'gp-tools' },
    tool('−', say('diagram.farther'), nearer(0.8)), tool('+', say('diagram.nearer'), nearer(1.25)), tool(say('diagram.fit'), say('diagram.fit'), fit)));
  return {
    elements,
    mark: (id, name) => elements.get(id) && canvas.addMarker(id, name),
    note: (id, html, position) => elements.get(id) && viewer.get('overlays').add(id, { html, position, scale: { min: 0.7, max: 1 } }),
  };
}
