// Writes the decision table of a DMN file as Markdown.
import { readFileSync } from 'node:fs';
import { Parser } from 'saxen';

const [file] = process.argv.slice(2);
const root = { name: '', attrs: {}, children: [], text: '' };
const open = [root];
const parser = new Parser();

parser.on('openTag', (name, attrs) => {
  const element = { name, attrs: { ...attrs() }, children: [], text: '' };
  open.at(-1).children.push(element);
  open.push(element);
});
parser.on('closeTag', () => open.pop());
parser.on('text', (value, decode) => (open.at(-1).text += decode(value)));
parser.on('error', (error) => {
  throw error;
});
parser.parse(readFileSync(file, 'utf8'));

const all = (element, name) => element.children.filter((child) => child.name === name);
const first = (element, name) => all(element, name)[0];
const text = (element, name) => (first(element, name)?.text ?? '').trim();
const cell = (value) => value.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ') || '–';
const code = (value) => (value ? '`' + cell(value) + '`' : '–');
const row = (cells) => `| ${cells.join(' | ')} |`;

const definitions = first(root, 'definitions');
for (const decision of all(definitions, 'decision')) {
  console.log(`# ${decision.attrs.name} (\`${decision.attrs.id}\`)\n`);
  console.log(`${text(decision, 'description')}\n`);
  const needed = all(decision, 'informationRequirement').map((requirement) =>
    first(requirement, 'requiredDecision').attrs.href.slice(1),
  );
  if (needed.length) console.log(`From: ${needed.map(code).join(', ')}\n`);
  const table = first(decision, 'decisionTable');
  if (!table) {
    const variable = first(decision, 'variable').attrs.name;
    console.log(`${code(variable)} = ${code(text(first(decision, 'literalExpression'), 'text'))}\n`);
    continue;
  }
  const inputs = all(table, 'input');
  const outputs = all(table, 'output');
  const head = [
    '#',
    ...inputs.map((input) => `${cell(input.attrs.label)}<br>${code(text(first(input, 'inputExpression'), 'text'))}`),
    ...outputs.map((output) => `→ ${cell(output.attrs.label)}<br>${code(output.attrs.name)}`),
    '说明',
  ];
  console.log(`Hit policy: ${table.attrs.hitPolicy ?? 'UNIQUE'}\n`);
  console.log(row(head));
  console.log(row(head.map(() => '---')));
  all(table, 'rule').forEach((rule, index) =>
    console.log(
      row([
        String(index + 1),
        ...all(rule, 'inputEntry').map((entry) => code(text(entry, 'text'))),
        ...all(rule, 'outputEntry').map((entry) => code(text(entry, 'text'))),
        cell(text(rule, 'description')),
      ]),
    ),
  );
  console.log();
}
