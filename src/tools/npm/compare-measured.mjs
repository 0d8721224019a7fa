// Compares what `measure DIR` wrote with labels, check by check. Usage: node compare-measured.mjs measured.csv labels.csv
// Labels: file, faces, frontal (y, s = slightly turned, n), background (plain, not), clothing (a word with a colour),
// bare_shoulders (y, n), eyes (open, closed), mouth (open, closed), notes. Labels beyond faces count where faces is 1.
import { readFileSync } from 'node:fs';

const [measuredFile, labelFile] = process.argv.slice(2);

function rows(file) {
  const cells = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  const text = readFileSync(file, 'utf8');
  while (pattern.lastIndex < text.length) {
    const [, cell, end] = pattern.exec(text);
    cells.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',' && pattern.lastIndex < text.length) cells.push([]);
  }
  const [head, ...body] = cells;
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

const measured = new Map(rows(measuredFile).map((row) => [row.file, row]));
const all = rows(labelFile)
  .filter((label) => measured.has(label.file))
  .map((label) => ({ label, seen: measured.get(label.file), said: new Set(measured.get(label.file).reasons.split('|')) }));
const single = all.filter(({ label, seen }) => label.faces === '1' && seen.faces === '1');
const known = (name) => single.filter(({ label }) => label[name] !== '' && label[name] !== 'na');
const says = (...reasons) => ({ said }) => reasons.some((reason) => said.has(reason));
const has = (word) => ({ label }) => label.notes.split(/[,:]/).some((note) => note.includes(word));

// name, rows that count, what is there, what was said
const checks = [
  ['no face', all, ({ label }) => label.faces === '0', says('noFace')],
  ['several faces', all, ({ label }) => Number(label.faces) > 1, says('severalFaces')],
  ['turned (refused; slightly turned ones left out)', known('frontal').filter(({ label }) => label.frontal !== 's'), ({ label }) => label.frontal === 'n', says('turned')],
  ['turned (refused or warned; slight ones count)', known('frontal'), ({ label }) => label.frontal !== 'y', says('turned', 'turnedSlightly', 'tilted', 'headUp', 'headUpSlightly', 'headDown', 'headDownSlightly')],
  ['eyes closed', known('eyes'), ({ label }) => label.eyes === 'closed', says('eyesMaybeClosed')],
  ['mouth open', known('mouth'), ({ label }) => label.mouth === 'open', says('mouthMaybeOpen')],
  ['background not plain', known('background'), ({ label }) => label.background === 'not', says('backgroundUneven', 'backgroundWrong')],
  ['background of another colour', known('bg_colour').filter(({ label }) => label.background === 'plain'), ({ label }) => !/lightgrey|white/.test(label.bg_colour), says('backgroundColour', 'backgroundWrong')],
  ['bare shoulders', known('bare_shoulders'), ({ label }) => label.bare_shoulders === 'y', says('shouldersBare')],
  ['blue or green clothes (navy left out)', known('clothing').filter(({ label }) => label.clothing !== 'navy'), ({ label }) => /blue|green/.test(label.clothing), says('clothesBlue', 'clothesGreen')],
  ['dark', single, has('dark'), says('dark', 'tooDark')],
];

console.log('| check | there | right | missed | not there | right | wrong | missed or wrong |');
console.log('|---|---|---|---|---|---|---|---|');
for (const [name, among, there, said] of checks) {
  const yes = among.filter(there);
  const no = among.filter((row) => !there(row));
  const missed = yes.filter((row) => !said(row));
  const wrong = no.filter(said);
  const files = [...missed.map(({ label }) => `−${label.file}`), ...wrong.map(({ label }) => `+${label.file}`)];
  console.log(`| ${[name, yes.length, yes.length - missed.length, missed.length, no.length, no.length - wrong.length, wrong.length, files.join(' ')].join(' | ')} |`);
}
const verdicts = {};
for (const { seen } of all) verdicts[seen.verdict] = (verdicts[seen.verdict] ?? 0) + 1;
console.log(`\n${all.length} pictures: ${Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`);
const counted = all.filter(({ label, seen }) => label.faces === seen.faces);
console.log(`faces counted exactly: ${counted.length} of ${all.length}`);
