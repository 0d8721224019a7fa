import { isEnglish, say } from './texts.js';

/** deliverMessage → Deliver message: the diagrams speak Chinese, their ids English. */
const words = id => {
  const spaced = id.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** Names of diagrams and of their nodes; each diagram is fetched once. */
export function namesOf(engine) {
  const diagrams = new Map();
  const definitions = new Map();

  function diagram(definitionId) {
    if (!diagrams.has(definitionId)) {
      diagrams.set(definitionId, engine.get(`/process-definition/${definitionId}/xml`).then(({ bpmn20Xml }) => {
        const nodes = new Map();
        for (const node of new DOMParser().parseFromString(bpmn20Xml, 'text/xml').querySelectorAll('[id][name]')) {
          nodes.set(node.getAttribute('id'), node.getAttribute('name'));
        }
        return { xml: bpmn20Xml, nodes };
      }));
    }
    return diagrams.get(definitionId);
  }

  return {
    xml: async definitionId => (await diagram(definitionId)).xml,
    async step(definitionId, id) {
      if (!id) return '—';
      if (isEnglish || !definitionId) return words(id);
      return (await diagram(definitionId)).nodes.get(id) ?? say('step.join'); // what has no name only joins
    },
    process(definitionId) {
      if (!definitionId) return Promise.resolve('—');
      if (!definitions.has(definitionId)) {
        definitions.set(definitionId, engine.get(`/process-definition/${definitionId}`));
      }
      return definitions.get(definitionId).then(({ name, key }) => name ?? key);
    },
    /** The newest version of each diagram. */
    processes: () => engine.get('/process-definition', { latestVersion: true, sortBy: 'key', sortOrder: 'asc' }),
  };
}
