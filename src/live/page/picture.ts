import { fixed, percent } from '../../report/format.js';
import { mainPoints } from '../../report/rate-choice.js';
import { spelled } from '../../report/spelling.js';
import { limitLabels } from '../../results/limit-labels.js';
import type { Limits } from '../../results/limits-schema.js';
import type { RateResult } from '../../results/result-schema.js';
import { type Drawn, ramp, type Size } from '../draw/axes.js';
import { limitsFigure, lossFigure, partsShown, rowsHeight } from '../draw/losses.js';
import { profileFigure, quantities, type Quantity } from '../draw/profile.js';
import { rateFigure } from '../draw/rates.js';
import { voltageAt, voltageFigure, voltageScales } from '../draw/voltage.js';
import type { Frame, MeasuredCurve, RateTable } from '../messages.js';
import type { RateSketch } from '../sketch.js';
import { byId, make } from './dom.js';

/** What is drawn: one design, or two, as solved last. */

export interface Solved {
  readonly frame: Frame;
  readonly rates: readonly RateSketch[];
  /** The same with all that is known of them; undefined on a coarse mesh. */
  readonly whole: readonly RateResult[] | undefined;
}

export interface Picture {
  readonly own: Solved;
  readonly other: Solved | undefined;
  readonly measured: readonly MeasuredCurve[];
  /** Label of the rate that is looked at. */
  readonly rate: string | undefined;
}

/** Of the figures before the page is laid out [px]. */
const usual = {
  voltage: { width: 1040, height: 300 },
  rates: { width: 500, height: 240 },
  losses: { width: 500, height: 180 },
  profile: { width: 500, height: 260 },
  limits: { width: 500, height: 150 },
} as const satisfies Record<string, Size>;
type FigureName = keyof typeof usual;
export const figureNames = Object.keys(usual) as FigureName[];

/** Height of the largest figure on a phone, where it stays in sight above the sliders [px]. */
const heightOnPhone = 210;

/** Names of what energies are per mass of. */
const basisWords = { pouch: 'of pouch cell', stack: 'of stack', unitCell: 'of unit cell',
  electrode: 'of cathode layer' };

/** The rate that headline and profiles are about: as chosen, else the one nearest to 1C. */
export function rateOf({ rates }: Solved, label: string | undefined): RateSketch | undefined {
  const distance = ({ cRate }: RateSketch): number => Math.abs(Math.log(cRate));
  const curves = rates.filter((rate) => mainPoints(rate).length > 1);
  return curves.find((rate) => rate.label === label)
    ?? curves.toSorted((a, b) => distance(a) - distance(b))[0]
    ?? rates[0];
}

/** Widths of the figures as last laid out [px]: to ask for one in the middle of a change costs a layout. */
const widths = new Map<FigureName, number>();
let isPhone = false;

/** Reads the widths; true where one has changed. */
export function measure(): boolean {
  isPhone = window.innerWidth < 700;
  const found = figureNames.map((
    name,
  ): [FigureName, number] => [name, Math.round(byId(name).getBoundingClientRect().width)]);
  const changed = found.filter(([name, width]) => width > 0 && widths.get(name) !== width);
  for (const [name, width] of changed) widths.set(name, width);
  return changed.length > 0;
}

/** Texts of the groups that figures consist of. */
const held = new WeakMap<Element, string>();

/** Draws a figure; of its parts one that says the same as before is left alone. */
function put(name: FigureName, figure: (size: Size) => Drawn, height: number = usual[name].height): void {
  const svg = byId<SVGSVGElement>(name);
  const width = Math.max(240, widths.get(name) ?? usual[name].width);
  const box = `0 0 ${width} ${height}`;
  if (svg.getAttribute('viewBox') !== box) {
    svg.setAttribute('viewBox', box);
    svg.setAttribute('height', String(height));
  }
  figure({ width, height }).forEach((text, i) => {
    const group = svg.children[i] ?? svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
    if (held.get(group) === text) return;
    held.set(group, text);
    group.innerHTML = text;
  });
}

export function draw(picture: Picture): void {
  const { own, other, measured } = picture;
  const chosen = rateOf(own, picture.rate);
  const label = chosen?.label ?? '';
  document.body.dataset.mesh = own.whole ? 'own' : 'coarse';
  headline(picture, chosen);
  put('voltage', (size) => voltageFigure(voltageOf(picture, label), size), isPhone ? heightOnPhone : undefined);
  legend(own.rates, label, measured);
  put('rates',
    (size) =>
      rateFigure({ ...own.frame, rates: own.rates }, other && { ...other.frame, rates: other.rates }, label, size));
  put('losses', (size) => lossFigure(own.rates, label, size), rowsHeight(own.rates.length));
  renew('parts', partsShown(own.rates).map((part) => limitLabels[part]),
    () =>
      partsShown(own.rates).map((part) =>
        make('span', { class: 'key' }, make('i', { class: `part ${part}` }), limitLabels[part])
      ));
  drawProfile(picture);
}

const voltageOf = ({ own, other, measured }: Picture, rate: string) => ({ rates: own.rates, others: other?.rates ?? [],
  measured, full: own.frame.case.theoreticalArealCapacity_mAh_cm2, rate });

/** "1C: 152 of 384 Wh/kg". */
function headline({ own, other }: Picture, rate: RateSketch | undefined): void {
  const { full, basis } = own.frame;
  if (!rate) return byId('headline').replaceChildren('No rate gave a result.');
  const energy = rate.energy[basis].gravimetric_Wh_kg;
  const beside = other?.rates.find(({ label }) => label === rate.label);
  byId('headline').replaceChildren(
    `${rate.label === '' ? 'Delivers' : rate.label}: `,
    make('b', { id: 'energy' }, fixed(energy, 0)),
    ` of ${fixed(full, 0)} Wh/kg`,
    make('small', {},
      ` ${basisWords[basis]} (${percent(energy !== null && full ? energy / full : null)}), ${
        fixed(Math.abs(rate.arealCapacity_mAh_cm2), 2)
      } mAh/cm² at ${fixed(rate.meanVoltage_V, 2)} V`),
    ...(beside && other
      ? [
        make('small', { class: 'beside' },
          ` · the other: ${fixed(beside.energy[other.frame.basis].gravimetric_Wh_kg, 0)} of ${
            fixed(other.frame.full, 0)
          } Wh/kg`),
      ]
      : []),
  );
}

function legend(rates: readonly RateSketch[], chosen: string, measured: readonly MeasuredCurve[]): void {
  renew('legend', [...rates, ...measured].map((one) => 'label' in one ? one.label : `${one.name} measured`), () => [
    ...rates.map(({ label }, i) =>
      make('button', { type: 'button', class: `key ${ramp(i, rates.length)}`, 'data-rate': label }, label || 'run')
    ),
    ...measured.map(({ name }, k) => make('span', { class: `key measured m${k % 4}` }, name)),
  ]);
  for (const key of byId('legend').querySelectorAll<HTMLElement>('[data-rate]')) {
    key.setAttribute('aria-pressed', String(key.dataset.rate === chosen));
  }
}

/** Makes the children of an element anew where they would have other names: else the one that has the focus would lose it. */
function renew(id: string, names: readonly string[], children: () => readonly Node[]): void {
  const host = byId(id);
  const key = names.join();
  if (host.dataset.names === key) return;
  host.dataset.names = key;
  host.replaceChildren(...children());
}

/** The profile alone: a moment or a quantity was chosen. */
export function drawProfile({ own, other, rate: label }: Picture): void {
  const rate = rateOf(own, label);
  if (!rate || rate.profiles.snapshots.length === 0) return put('profile', () => ['', '']);
  const slider = byId<HTMLInputElement>('moment');
  const { snapshots } = rate.profiles;
  slider.max = String(snapshots.length - 1);
  const at = Number(slider.value);
  const twin = other?.rates.find((one) => one.label === rate.label);
  const quantity = byId<HTMLSelectElement>('quantity').value as Quantity;
  put('profile',
    (size) =>
      profileFigure({ rate, other: twin, quantity: quantity in quantities ? quantity : 'utilisation', at }, size));
  const { fraction, time_s: time } = snapshots[at];
  byId('moment-text').textContent = percent(fraction);
  byId('front').textContent = frontText(rate, time);
}

/** Where the reaction stands at a time of the series. */
function frontText({ label, series, profiles: { boundaries_um: edges } }: RateSketch, time: number): string {
  const point = series.time_s.findIndex((t) => t >= time);
  const depth = series.frontDepth_um[point];
  if (depth === null || depth === undefined) return `At ${label} nothing has reacted yet.`;
  const cathode = edges[edges.length - 1] - edges[edges.length - 2];
  return `At ${label} the front stands at ${fixed(depth, 0)} of ${
    fixed(cathode, 0)
  } µm: up to there the cathode is used at least `
    + 'half as much as where the reaction leads.';
}

export function drawLimits(limits: Limits): void {
  byId('limits-text').textContent = spelled(limits.sentence);
  put('limits', (size) => limitsFigure(limits, size), 24 * Math.max(1, Math.min(6, limits.parts.length)) + 4);
}

/** The table of rates; a second design below the first. */
export function drawTable(tables: readonly { readonly title: string; readonly table: RateTable }[]): void {
  const [first] = tables;
  const head = make('thead', {},
    make('tr', {},
      ...first.table.columns.map(({ title, unit, words }) =>
        make('th', { scope: 'col', class: words ? 'words' : 'figure' }, title,
          ...(unit === '' ? [] : [make('small', {}, ` ${unit}`)]))
      )));
  const bodies = tables.map(({ title, table: { rows, columns } }) =>
    make('tbody', {}, ...(tables.length > 1
      ? [make('tr', {}, make('th', { scope: 'rowgroup', colspan: String(columns.length), class: 'group' }, title))]
      : []), ...rows.map((cells) =>
        make('tr', {}, ...cells.map((text, i) =>
          make(i === 0 ? 'th' : 'td', { class: columns[i].words ? 'words' : 'figure',
            ...(i === 0 && { scope: 'row' }) }, text)
        ))
      ))
  );
  byId('numbers').replaceChildren(make('caption', { class: 'sr' }, 'Every rate'), head, ...bodies);
}

/** Capacity and voltages under the pointer. */
export function readOut(picture: Picture, clientX: number): void {
  const label = rateOf(picture.own, picture.rate)?.label ?? '';
  const box = byId('voltage').getBoundingClientRect();
  const { x } = voltageScales(voltageOf(picture, label), box);
  const capacity = x.low + ((clientX - box.left - x.from) / (x.to - x.from)) * (x.high - x.low);
  const read = picture.own.rates.flatMap((rate) => {
    const v = voltageAt(rate, capacity);
    return v === undefined ? [] : [`${rate.label} ${fixed(v, 3)} V`];
  });
  byId('readout').textContent = read.length === 0 ? '' : `${fixed(capacity, 2)} mAh/cm²: ${read.join(', ')}`;
}
