import { PAGE } from './engine.js';
import { say } from './texts.js';

/** An element. Texts are texts: nothing that the engine answers is ever read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (name === 'class') node.className = value;
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** The address is the state: it can be kept, sent on, and gone back from. */
export const address = parameters =>
  `#/gradphoto?${new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''))}`;

export const link = (parameters, ...children) => el('a', { href: address(parameters) }, ...children);

/** @param headings texts, or [text, 'number'] */
export function table(headings, rows) {
  const kind = heading => Array.isArray(heading) ? heading[1] : undefined;
  const cell = (value, index) => el('td', { class: kind(headings[index]) ?? '' }, value ?? '—');
  return el('div', { class: 'gp-scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, headings.map(heading =>
      el('th', { scope: 'col', class: kind(heading) ?? '' }, Array.isArray(heading) ? heading[0] : heading)))),
    el('tbody', {}, rows.map(row => el('tr', {}, row.map(cell))))));
}

/** @param turn gives the address parameters of another page */
export function pager({ rows, count, number }, turn) {
  if (count === 0) return el('p', { class: 'gp-quiet' }, say('page.none'));
  const first = number * PAGE;
  return el('p', { class: 'gp-pager' },
    number > 0 && link(turn(number - 1), say('page.previous')),
    el('span', {}, say('page.of', first + 1, first + rows.length, count)),
    first + rows.length < count && link(turn(number + 1), say('page.next')));
}

const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const SECOND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** The engine writes +0000 where browsers want +00:00. */
export const instant = text => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
export const minute = text => text ? MINUTE.format(instant(text)) : '—';
export const second = text => text ? SECOND.format(instant(text)) : '—';

export function took(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return '—';
  if (milliseconds < 1000) return say('time.instant');
  const [unit, size] = [['days', 86_400_000], ['hours', 3_600_000], ['minutes', 60_000]]
    .find(([, length]) => milliseconds >= length) ?? ['seconds', 1000];
  const value = milliseconds / size;
  return say(`time.${unit}`, value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
}

export const raw = message => message &&
  el('details', { class: 'gp-raw' }, el('summary', {}, say('raw')), el('pre', {}, message));
