import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { percent, significant } from '../format.js';
import { mainStepWords } from '../protocol-steps.js';
import { hasCurve, rateForDetail, underLoad } from '../rate-choice.js';
import { curveMarks, placeIn, plane, type Point, pointsOf } from './curves.js';
import { type Box, caption, type Figure, legend, type LegendItem, legendLine, sheet, textWidth } from './figure.js';
import { cycled, dashes, membraneShade, timeColour } from './palette.js';

const width = 1000;
const columns = 3;
const cellWidth = width / columns;
const cellHeight = 300;
const margins = [72, 12, 26, 48] as const;

type Snapshot = RateResult['profiles']['snapshots'][number];
type Field = {
  [K in keyof Snapshot]: Snapshot[K] extends readonly (number | null)[] | null ? K : never;
}[keyof Snapshot];

interface PanelPlan {
  readonly title: string;
  readonly axis: string;
  readonly field: Field;
  readonly factor: number;
  /** The anode is there but is not drawn: its values are null, or lie far below those of the cathode. */
  readonly cathodeOnly?: boolean;
}

const plans: readonly PanelPlan[] = [
  { title: 'Electrolyte potential', axis: 'φₑ (mV)', field: 'electrolytePotential_V', factor: 1000 },
  { title: 'Electrode potential', axis: 'φₛ (V)', field: 'electrodePotential_V', factor: 1, cathodeOnly: true },
  // the electronic current is what is left of the applied one
  { title: 'Ionic current density', axis: 'i (mA/cm²)', field: 'ionicCurrentDensity_mA_cm2', factor: 1 },
  { title: 'Reaction rate', axis: 'Reaction / its mean', field: 'reactionRate', factor: 1 },
  { title: 'Utilisation', axis: 'Local utilisation (%)', field: 'utilisation', factor: 100, cathodeOnly: true },
];

const saltPlan: PanelPlan = {
  title: 'Salt concentration',
  axis: 'c (mol/m³)',
  field: 'saltConcentration_mol_m3',
  factor: 1,
};

/** Small multiples over depth at several times, at one rate (default: closest to 1C). */
export function profileFigure(doc: ResultDocument, label?: string): Figure | undefined {
  const withProfiles = { ...doc,
    rates: doc.rates.filter((rate) => hasCurve(rate) && rate.profiles.snapshots.length > 0) };
  const rate = rateForDetail(withProfiles, label);
  if (rate === undefined) return undefined;
  const withSalt = hasSalt(rate);
  const shown = (withSalt ? [...plans, saltPlan] : plans).filter((plan) => !isFlat(rate, plan));
  const panels = shown.map((plan, k) => profilePanel(rate, plan, place(k)));
  const items = legendOf(rate);
  const load = underLoad(rate);
  const heading = `Share of the charge passed ${load}`;
  // the place behind the last panel, or a row of its own
  const { x, y } = place(shown.length);
  const ownRow = shown.length % columns === 0;
  const legendColumns = ownRow ? 4 : 1;
  const top = ownRow ? 16 : 40;
  const height = ownRow ? y + 40 + legendLine * Math.ceil(items.length / legendColumns) : 2 * cellHeight;
  return { ...sheet({
    name: 'profiles',
    title: `Profiles ${load}`,
    caption: `${captionOf(doc, rate)}${
      shown.includes(plans[1]) ? '' : ' The electrode potential is not drawn: within the cathode it '
        + `differs by less than ${1e3 * flat} mV.`
    }`,
  }, width, height, [
    ...panels,
    caption(x + 40, y + top, fits(heading) ? heading : 'Share of the charge passed', 'start', true),
    legend({ x: x + 40, y: y + top + 12, width: (ownRow ? width : cellWidth) - 40 }, items, legendColumns),
  ], false, { times: rate.profiles.snapshots.map(timeName), apart: true }),
    title: `Through the thickness ${underLoad(rate)}` };
}

/** Drops of the electrode potential below this say nothing [V]. */
const flat = 1e-3;

const isFlat = (rate: RateResult, plan: PanelPlan): boolean =>
  plan.field === 'electrodePotential_V' && dropOf(rate, plan) < flat;

/** Largest difference within the cathode at one time. */
const dropOf = (rate: RateResult, plan: PanelPlan): number =>
  Math.max(...rate.profiles.snapshots.map((snapshot) => {
    const values = valuesOf(snapshot, plan, hiddenCells(rate, plan)).filter(Number.isFinite);
    return Math.max(...values) - Math.min(...values);
  }));

const place = placeIn(columns, cellWidth, cellHeight);

function captionOf(doc: ResultDocument, rate: RateResult): string {
  const composite = hasAnode(rate);
  const steps = mainStepWords(doc);
  return (
    `Potentials, currents, reaction rate${hasSalt(rate) ? ', salt concentration' : ''} and local utilisation `
    + `against depth ${underLoad(rate)}, at several `
    + `times${steps === undefined ? '' : ` of the main step (${steps})`}; depth counts from `
    + `${composite ? 'the collector of the anode' : 'the anode face of the membrane'} to the collector of the `
    + `cathode, the membrane is grey${leftEdge(rate) > 0 ? ' (thick as it is, only the last of it is drawn)' : ''}, `
    + 'dotted lines part the layers. The ionic current falls where the reaction '
    + 'takes place in the cathode, the rest of the applied current is electronic; potentials are referred to the '
    + `anode collector${composite ? ', near which the potential of the anode itself stays' : ''}. Where an axis `
    + 'ends before a spike, the heading says how far that reaches.'
  );
}

/** Bold letters are wider by a tenth. */
const fits = (heading: string): boolean => 1.1 * textWidth(heading) < cellWidth - 40;

const hasSalt = ({ profiles }: RateResult): boolean =>
  profiles.snapshots.every((snapshot) => snapshot.saltConcentration_mol_m3 !== null);

const hasAnode = ({ profiles }: RateResult): boolean => profiles.region[0] !== 'membrane';

const timeItems = (snapshots: readonly Snapshot[]): LegendItem[] =>
  snapshots.map((snapshot, k) => (
    { label: timeName(snapshot), colour: timeColour(k, snapshots.length), dash: cycled(dashes, k) }
  ));

function legendOf(rate: RateResult): LegendItem[] {
  const items = timeItems(rate.profiles.snapshots);
  items.push({ label: 'membrane', colour: membraneShade, swatch: true });
  const layers = [...new Set(rate.profiles.region)];
  if (layers.length > 2)
    items.push({ label: textWidth(layers.join(' | ')) < cellWidth - 100 ? layers.join(' | ') : 'borders of the layers',
      colour: '#333', dash: '1.5 2.5' });
  return items;
}

const timeName = ({ fraction, time_s }: Snapshot): string => `${percent(fraction)} (${timeText(time_s)})`;

function timeText(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function profilePanel(rate: RateResult, plan: PanelPlan, box: Box): string {
  const { x_um: depth, boundaries_um: boundaries, snapshots } = rate.profiles;
  const hidden = hiddenCells(rate, plan);
  const all = snapshots.map((snapshot) => valuesOf(snapshot, plan, hidden));
  const { low, high, beyond } = range(all.map((values) => values.filter(Number.isFinite)), valuesOverDepth(rate, all));
  const membrane = membraneFaces(rate);
  const left = leftEdge(rate);
  const plot = plane(box, margins, {
    x: { label: 'Depth (µm)', ticks: 5, labelOffset: 36, domain: [left, boundaries[boundaries.length - 1]] },
    y: { label: plan.axis, ticks: 5, labelOffset: 64, domain: [low, high] },
    under: [Plot.rectX([0], { x1: Math.max(left, membrane[0]), x2: membrane[1], fill: membraneShade })],
  }, [
    Plot.ruleX(boundaries.slice(1, -1), { stroke: '#333', strokeDasharray: '1.5 2.5' }),
    ...timeItems(snapshots).flatMap((item, k) =>
      curveMarks({ ...item, points: from(left, pointsOf(depth, all[k].map((value) =>
        Math.max(low, Math.min(high, value))
      ))) })
    ),
  ]);
  const title = `${plan.title}${hidden < 0 ? '' : ' (cathode)'}${
    beyond === undefined ? '' : `, to ${significant(beyond)}`
  }`;
  return plot + caption(box.x + margins[0], box.y + 17, title, 'start', true);
}

/** Depth at which a picture begins [um]: of a membrane several times as thick as the cathode, a pellet, the last part is enough. */
function leftEdge(rate: RateResult): number {
  const end = rate.profiles.boundaries_um.at(-1) ?? 0;
  const [first, last] = membraneFaces(rate);
  const cathode = end - last;
  return first === 0 && last > 3 * cathode ? last - cathode / 2 : 0;
}

/** A curve from an abscissa on, begun with the value there. */
function from(left: number, points: readonly Point[]): readonly Point[] {
  const k = points.findIndex(({ x }) => x >= left);
  if (k <= 0) return points;
  const [before, after] = [points[k - 1], points[k]];
  return [{ x: left, y: before.y + (after.y - before.y) * (left - before.x) / (after.x - before.x) },
    ...points.slice(k)];
}

/** Cells of the anode, where it is not drawn: up to this one. */
const hiddenCells = (rate: RateResult, plan: PanelPlan): number =>
  plan.cathodeOnly && hasAnode(rate) ? rate.profiles.region.lastIndexOf('membrane') : -1;

/** Plot leaves a gap where a value is NaN. */
const valuesOf = (snapshot: Snapshot, { field, factor }: PanelPlan, hidden: number): number[] =>
  (snapshot[field] ?? []).map((value, cell) => (value === null || cell <= hidden ? NaN : factor * value));

/** Depth of both faces of the membrane: the region of the cells between two borders tells which these are. */
function membraneFaces({ profiles: { x_um: depth, region, boundaries_um: borders } }: RateResult): [number, number] {
  const first = depth[region.indexOf('membrane')];
  const last = depth[region.lastIndexOf('membrane')];
  return [borders.findLast((x) => x <= first) ?? 0, borders.find((x) => x >= last) ?? 0];
}

/** A value that lies this many times farther from the middle of all values than that is wide owns no axis. */
const spike = 12;
/** Nor does one time whose values lie this many times farther out than those of every other time spread. */
const outlier = 6;

/** Points across the whole depth, evenly: the fine cells of one layer would count for more than a whole other one. */
const samples = 200;

/** Values of all times at points that lie evenly over the depth. */
function valuesOverDepth({ profiles: { x_um: depth, boundaries_um: borders } }: RateResult,
  all: readonly (readonly number[])[]): number[]
{
  const end = borders[borders.length - 1];
  const cells = Array.from({ length: samples }, (_, k) => {
    const at = ((k + 0.5) / samples) * end;
    const behind = depth.findIndex((x) => x >= at);
    return behind > 0 && depth[behind] - at > at - depth[behind - 1] ? behind - 1 : behind;
  });
  return all.flatMap((values) => cells.map((cell) => values.at(cell) ?? NaN)).filter(Number.isFinite);
}

/** Room at the top; a flat profile gets some height of its own; an axis ends where the values of a spike begin, which are told. */
function range(times: readonly (readonly number[])[],
  overDepth: number[]): { readonly low: number; readonly high: number; readonly beyond?: number }
{
  const sorted = [times.flat(), overDepth].map((values) => values.sort((a, b) => a - b));
  // by cells or by depth, whichever lies farther out
  const at = (share: number): number =>
    (share > 0.5 ? Math.max : Math.min)(...sorted.map((values) => values[Math.round(share * (values.length - 1))]));
  const [least, most] = [at(0), at(1)];
  const usual = Math.max(at(0.9) - at(0.1), 1e-9);
  const [top, bottom] = ([1, -1] as const).map((sign) => {
    const ends = times.map((values) => Math.max(...values.map((value) => sign * value))).sort((a, b) => b - a);
    const widths = times.map((values) => Math.max(...values) - Math.min(...values)).sort((a, b) => b - a);
    const far = sign * at(sign > 0 ? 0.9 : 0.1);
    if (ends[0] - far > spike * usual) return sign * (far + 2 * usual);
    const isOne = widths[1] > 0.02 * (most - least) && ends[0] - ends[1] > outlier * widths[1];
    return sign * (isOne ? ends[1] + 2 * widths[1] : ends[0]);
  });
  const span = Math.max(top - bottom, 0.02 * Math.max(Math.abs(top), Math.abs(bottom)), 1e-9);
  const floor = bottom - 0.05 * span;
  return { low: bottom >= 0 && floor < 0 ? 0 : floor, high: top + 0.06 * span,
    ...(top < most ? { beyond: most } : bottom > least ? { beyond: least } : {}) };
}
