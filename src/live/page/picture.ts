import { fixed, percent } from '../../report/format.js';
import { spellUnits } from '../../report/spelling.js';
import type { Limits } from '../../results/limits-schema.js';
import type { Drawn, Size } from '../draw/axes.js';
import { type FigureName, figures, type Picture, rateOf, texts, voltageOf } from '../draw/figures.js';
import { limitsFigure } from '../draw/losses.js';
import { voltageAt, voltageScales } from '../draw/voltage.js';
import { byId, say } from './dom.js';

/** Puts a picture on the page. */

const figureNames = Object.keys(figures) as FigureName[];

/** Height of the largest figure on a phone, where it stays in sight above the sliders [px]. */
const heightOnPhone = 210;

/** Widths of the figures as last laid out [px]: to ask for one in the middle of a change costs a layout. */
const widths = new Map<FigureName, number>();
let isPhone = false;

/** Reads the widths; true where one has changed. */
function measure(): boolean {
  isPhone = window.innerWidth < 700;
  const found = figureNames.map((name) => [name, Math.round(byId(name).getBoundingClientRect().width)] as const);
  const changed = found.filter(([name, width]) => width > 0 && widths.get(name) !== width);
  for (const [name, width] of changed) widths.set(name, width);
  return changed.length > 0;
}

/** Figures out of sight: they are not drawn while a slider moves. */
const unseen = new Set<string>();

/** Takes note of what has come into sight and gone; true where something has come. */
function look(entries: readonly IntersectionObserverEntry[]): boolean {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) unseen.delete(target.id);
    else unseen.add(target.id);
  }
  return entries.some(({ isIntersecting }) => isIntersecting);
}

/** Calls where a figure has got another width or has come into sight. */
export function watch(changed: () => void): void {
  const resized = new ResizeObserver(() => {
    if (measure()) changed();
  });
  const inSight = new IntersectionObserver((entries) => {
    if (look(entries)) changed();
  });
  for (const name of figureNames) {
    resized.observe(byId(name));
    inSight.observe(byId(name));
  }
}

/** What was put into elements. */
const held = new WeakMap<Element, string>();

/** Gives an element its content; where it has it already, what has the focus keeps it. */
function put(element: Element, content: string): void {
  if (held.get(element) === content) return;
  held.set(element, content);
  element.innerHTML = content;
}

function putFigure(id: string, { width, height }: Size, groups: Drawn): void {
  const svg = byId<SVGSVGElement>(id);
  const box = `0 0 ${width} ${height}`;
  if (svg.getAttribute('viewBox') !== box) {
    svg.setAttribute('viewBox', box);
    svg.setAttribute('height', String(height));
  }
  groups.forEach((text, i) =>
    put(svg.children[i] ?? svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g')), text)
  );
}

export function draw(picture: Picture): void {
  const { own } = picture;
  const chosen = rateOf(own, picture.rate);
  document.body.dataset.mesh = own.whole ? 'own' : 'coarse';
  for (const name of figureNames.filter((one) => own.whole || !unseen.has(one))) {
    const { width: usual, height, of } = figures[name];
    const size = { width: Math.max(240, widths.get(name) ?? usual),
      height: name === 'voltage' && isPhone ? heightOnPhone : height(picture) };
    putFigure(name, size, of(picture, size));
  }
  for (const [id, text] of Object.entries(texts)) put(byId(id), text(picture));
  for (const key of byId('legend').querySelectorAll<HTMLElement>('[data-rate]')) {
    key.setAttribute('aria-pressed', String(key.dataset.rate === chosen?.label));
  }
  const snapshots = chosen?.profiles.snapshots ?? [];
  if (snapshots.length === 0) return;
  byId<HTMLInputElement>('moment').max = String(snapshots.length - 1);
  say(byId('moment-text'), percent(snapshots[Math.min(picture.moment, snapshots.length - 1)].fraction));
}

export function drawLimits(limits: Limits): void {
  byId('limits-text').textContent = spellUnits(limits.sentence);
  const size = { width: Math.max(240, widths.get('losses') ?? figures.losses.width),
    height: 24 * Math.max(1, Math.min(6, limits.parts.length)) + 4 };
  putFigure('limits', size, limitsFigure(limits, size));
}

/** Capacity and voltages under the pointer. */
export function readOut(picture: Picture, clientX: number): void {
  const box = byId('voltage').getBoundingClientRect();
  const { x } = voltageScales(voltageOf(picture), box);
  const capacity = x.low + ((clientX - box.left - x.from) / (x.to - x.from)) * (x.high - x.low);
  const read = picture.own.rates.flatMap((rate) => {
    const v = voltageAt(rate, capacity);
    return v === undefined ? [] : [`${rate.label} ${fixed(v, 3)} V`];
  });
  byId('readout').textContent = read.length === 0 ? '' : `${fixed(capacity, 2)} mAh/cm²: ${read.join(', ')}`;
}
