import { fixed, percent } from '../../report/format.js';
import { capacityAt, mainPoints, rateForDetail } from '../../report/rate-choice.js';
import { spelled } from '../../report/spelling.js';
import { limitLabels } from '../../results/limit-labels.js';
import type { Limits } from '../../results/limits-schema.js';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { ramp, type Size } from '../draw/axes.js';
import { limitsFigure, lossFigure, partsShown, rowsHeight } from '../draw/losses.js';
import { profileFigure, quantities, type Quantity } from '../draw/profile.js';
import { rateFigure } from '../draw/rates.js';
import { voltageAt, voltageFigure, voltageScales } from '../draw/voltage.js';
import type { Frame, MeasuredCurve, Mesh, RateTable } from '../messages.js';
import { byId, make } from './dom.js';

/** What is drawn: one design, or two, as solved last. */

export interface Solved {
  readonly frame: Frame;
  readonly rates: readonly RateResult[];
  readonly mesh: Mesh;
}

export interface Picture {
  readonly own: Solved;
  readonly other: Solved | undefined;
  readonly measured: readonly MeasuredCurve[];
  /** Label of the rate that is looked at. */
  readonly rate: string | undefined;
}

const heights = { voltage: 300, rates: 240, profile: 260 } as const;

/** Names of what energies are per mass of. */
const basisWords = { pouch: 'of pouch cell', stack: 'of stack', unitCell: 'of unit cell',
  electrode: 'of cathode layer' };

/** The rate that headline and profiles are about: as chosen, else the one nearest to 1C. */
export const rateOf = ({ rates }: Solved, label: string | undefined): RateResult | undefined =>
  rateForDetail({ rates } as unknown as ResultDocument, label) ?? rates[0];

function sized(id: string, height: number): { readonly svg: SVGSVGElement; readonly size: Size } {
  const svg = byId<SVGSVGElement>(id);
  const width = Math.max(240, Math.round(svg.parentElement?.clientWidth ?? 600));
  const tall = id === 'voltage' && window.innerWidth < 700 ? 210 : height;
  svg.setAttribute('viewBox', `0 0 ${width} ${tall}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(tall));
  return { svg, size: { width, height: tall } };
}

export function draw(picture: Picture): void {
  const { own, other, measured } = picture;
  const chosen = rateOf(own, picture.rate);
  const label = chosen?.label ?? '';
  document.body.dataset.mesh = own.mesh;
  headline(picture, chosen);
  const voltage = sized('voltage', heights.voltage);
  voltage.svg.innerHTML = voltageFigure(voltageOf(picture, label), voltage.size);
  legend(own.rates, label, measured);
  const rates = sized('rates', heights.rates);
  rates.svg.innerHTML = rateFigure({ ...own.frame, rates: own.rates }, other && { ...other.frame, rates: other.rates },
    label, rates.size);
  const losses = sized('losses', rowsHeight(own.rates.length));
  losses.svg.innerHTML = lossFigure(own.rates, label, losses.size);
  named('parts', partsShown(own.rates).map((part) => [`part ${part}`, limitLabels[part]]));
  drawProfile(picture);
}

const voltageOf = ({ own, other, measured }: Picture, rate: string) => ({ rates: own.rates, others: other?.rates ?? [],
  measured, full: own.frame.case.theoreticalArealCapacity_mAh_cm2, rate });

/** "1C: 152 of 384 Wh/kg". */
function headline({ own, other }: Picture, rate: RateResult | undefined): void {
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

function legend(rates: readonly RateResult[], chosen: string, measured: readonly MeasuredCurve[]): void {
  byId('legend').replaceChildren(
    ...rates.map(({ label }, i) =>
      make('button', { type: 'button', class: `key ${ramp(i, rates.length)}`, 'data-rate': label,
        'aria-pressed': String(label === chosen) }, label || 'run')
    ),
    ...measured.map(({ name }, k) => make('span', { class: `key measured m${k % 4}` }, name)),
  );
}

function named(id: string, entries: readonly (readonly [string, string])[]): void {
  const text = entries.map(([, words]) => words).join();
  const host = byId(id);
  if (host.dataset.names === text) return;
  host.dataset.names = text;
  host.replaceChildren(
    ...entries.map(([kind, words]) => make('span', { class: 'key' }, make('i', { class: kind }), words)),
  );
}

/** The profile alone: a moment or a quantity was chosen. */
export function drawProfile({ own, other, rate: label }: Picture): void {
  const rate = rateOf(own, label);
  const { svg, size } = sized('profile', heights.profile);
  if (!rate || rate.profiles.snapshots.length === 0) {
    svg.innerHTML = '';
    return;
  }
  const slider = byId<HTMLInputElement>('moment');
  const { snapshots } = rate.profiles;
  slider.max = String(snapshots.length - 1);
  const at = Number(slider.value);
  const twin = other?.rates.find((one) => one.label === rate.label);
  const quantity = byId<HTMLSelectElement>('quantity').value as Quantity;
  svg.innerHTML = profileFigure({ rate, other: twin, quantity: quantity in quantities ? quantity : 'utilisation', at },
    size);
  const { fraction, time_s: time } = snapshots[at];
  byId('moment-text').textContent = percent(fraction);
  byId('front').textContent = frontText(rate, time);
}

/** Where the reaction stands at a time of the series. */
function frontText({ label, series, profiles: { boundaries_um: edges } }: RateResult, time: number): string {
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
  const { svg, size } = sized('limits', 24 * Math.max(1, Math.min(6, limits.parts.length)) + 4);
  svg.innerHTML = limitsFigure(limits, size);
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
  const { svg, size } = { svg: byId<SVGSVGElement>('voltage'), size: { width: 0, height: 0 } };
  const box = svg.getBoundingClientRect();
  const { x } = voltageScales(voltageOf(picture, label), { ...size, width: box.width, height: box.height });
  const capacity = x.low + ((clientX - box.left - x.from) / (x.to - x.from)) * (x.high - x.low);
  const read = picture.own.rates.flatMap((rate) => {
    const v = voltageAt(rate, capacity);
    return v === undefined ? [] : [`${rate.label} ${fixed(v, 3)} V`];
  });
  byId('readout').textContent = read.length === 0 ? '' : `${fixed(capacity, 2)} mAh/cm²: ${read.join(', ')}`;
}

/** All curves as columns. */
export function curvesCsv(rates: readonly RateResult[]): string {
  const rows = rates.flatMap((rate) =>
    mainPoints(rate).map((k) =>
      [rate.label, rate.series.time_s[k], capacityAt(rate, k), rate.series.voltage_V[k], rate.series.utilisation[k]]
        .join()
    )
  );
  return `rate,time [s],capacity [mAh/cm2],voltage [V],utilisation\n${rows.join('\n')}\n`;
}
