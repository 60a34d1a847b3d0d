import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { percent } from '../format.js';
import { hasCurve, rateForDetail } from '../rate-choice.js';
import { axes, caption, legend, panel, sheet, type Box, type Figure, type LegendItem } from './figure.js';
import { cycled, dashes, membraneShade, timeColour } from './palette.js';

const width = 1000;
const height = 600;
const columns = 3;
const margins = { marginLeft: 72, marginRight: 12, marginTop: 26, marginBottom: 48 };

type Snapshot = RateResult['profiles']['snapshots'][number];
type Field = { [K in keyof Snapshot]: Snapshot[K] extends readonly (number | null)[] ? K : never }[keyof Snapshot];

interface PanelPlan {
  readonly title: string;
  readonly axis: string;
  readonly fields: readonly Field[];
  readonly factor: number;
  readonly names?: readonly [string, string];
}

const plans: readonly PanelPlan[] = [
  { title: 'Electrolyte potential', axis: 'φₑ (mV)', fields: ['electrolytePotential_V'], factor: 1000 },
  { title: 'Electrode potential', axis: 'φₛ (V)', fields: ['electrodePotential_V'], factor: 1 },
  {
    title: 'Current density',
    axis: 'i (mA cm⁻²)',
    fields: ['ionicCurrentDensity_mA_cm2', 'electronicCurrentDensity_mA_cm2'],
    factor: 1,
    names: ['ionic', 'electronic'],
  },
  { title: 'Reaction rate', axis: 'Reaction / its mean', fields: ['reactionRate'], factor: 1 },
  { title: 'Utilisation', axis: 'Local utilisation (%)', fields: ['utilisation'], factor: 100 },
];

/** Small multiples over depth at several times, at one rate (default: closest to 1C). */
export function profileFigure(doc: ResultDocument, label?: string): Figure | undefined {
  const withProfiles = { ...doc, rates: doc.rates.filter((rate) => hasCurve(rate) && rate.profiles.snapshots.length > 0) };
  const rate = rateForDetail(withProfiles, label);
  if (rate === undefined) return undefined;
  const cellWidth = width / columns;
  const cellHeight = height / 2;
  const place = (k: number): Box => ({
    x: (k % columns) * cellWidth,
    y: Math.floor(k / columns) * cellHeight,
    width: cellWidth,
    height: cellHeight,
  });
  const panels = plans.map((plan, k) => profilePanel(rate, plan, place(k)));
  const { x, y } = place(plans.length);
  return {
    name: 'profiles',
    title: `Through the thickness at ${rate.label}`,
    caption:
      `Potentials, currents, reaction rate and local utilisation against depth at ${rate.label}, at several times; ` +
      'depth counts from the anode face of the membrane (grey) to the cathode collector, dotted lines part the cathode ' +
      'layers. The ionic current falls and the electronic current rises where the reaction takes place; potentials are ' +
      'referred to the anode collector.',
    svg: sheet(`Profiles at ${rate.label}`, width, height, [
      ...panels,
      caption(x + 40, y + 40, `Share of the charge passed at ${rate.label}`, 'start', true),
      legend({ x: x + 40, y: y + 52, width: cellWidth - 40, height: 200 }, legendOf(rate)),
    ]),
  };
}

function legendOf(rate: RateResult): LegendItem[] {
  const { snapshots, boundaries_um: boundaries } = rate.profiles;
  const items: LegendItem[] = snapshots.map((snapshot, k) => ({
    label: `${percent(snapshot.fraction)} (${timeText(snapshot.time_s)})`,
    colour: timeColour(k, snapshots.length),
    dash: cycled(dashes, k),
  }));
  items.push({ label: 'membrane', colour: membraneShade, swatch: true });
  if (boundaries.length > 3)
    items.push({ label: shortened(`layers: ${layerNames(rate).join(' | ')}`), colour: '#333', dash: '1.5 2.5' });
  return items;
}

function timeText(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function profilePanel(rate: RateResult, plan: PanelPlan, box: Box): string {
  const { x_um: depth, boundaries_um: boundaries, snapshots } = rate.profiles;
  const lines = snapshots.flatMap((snapshot, k) =>
    plan.fields.map((field) => {
      const points = depth.map((x, cell) => ({ x, y: scaled(snapshot[field][cell], plan.factor) }));
      return { points, stroke: timeColour(k, snapshots.length), strokeDasharray: cycled(dashes, k) };
    }),
  );
  const values = lines.flatMap(({ points }) => points.flatMap(({ y }) => (Number.isFinite(y) ? [y] : [])));
  const [low, high] = range(values, plan.names !== undefined);
  const end = boundaries[boundaries.length - 1];
  const plot = panel(box, {
    ...margins,
    x: { domain: [0, end] },
    y: { domain: [low, high] },
    marks: [
      Plot.rectX([0], { x1: 0, x2: boundaries[1] ?? 0, fill: membraneShade }),
      ...axes({ x: { label: 'Depth (µm)', ticks: 5, labelOffset: 36 }, y: { label: plan.axis, ticks: 5, labelOffset: 56 } }),
      Plot.ruleX(boundaries.slice(2, -1), { stroke: '#333', strokeDasharray: '1.5 2.5' }),
      ...lines.map(({ points, ...style }) => Plot.line(points, { x: 'x', y: 'y', strokeWidth: 2, ...style })),
      ...(plan.names === undefined ? [] : currentNames(plan.names, boundaries, high)),
    ],
  });
  return plot + caption(box.x + margins.marginLeft, box.y + 17, plan.title, 'start', true);
}

/** The ionic current enters at the left, the electronic current leaves at the right; names stand above the lines. */
function currentNames(names: readonly [string, string], boundaries: readonly number[], high: number): Plot.Markish[] {
  const style = { y: high, dy: 10, fill: '#222', fontSize: 12 };
  return [
    Plot.text([names[0]], { x: boundaries[1] ?? 0, dx: 4, textAnchor: 'start', ...style }),
    Plot.text([names[1]], { x: boundaries[boundaries.length - 1], dx: -5, textAnchor: 'end', ...style }),
  ];
}

function layerNames(rate: RateResult): string[] {
  return [...new Set(rate.profiles.region)].filter((name) => name !== 'membrane');
}

function shortened(text: string): string {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text;
}

/** Plot leaves a gap where a value is NaN. */
function scaled(value: number | null | undefined, factor: number): number {
  return value === null || value === undefined ? NaN : factor * value;
}

/** Room at the top for names; a flat profile gets some height of its own. */
function range(values: readonly number[], named: boolean): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = Math.max(high - low, 0.02 * Math.max(Math.abs(high), Math.abs(low)), 1e-9);
  const floor = low - 0.05 * span;
  return [low >= 0 && floor < 0 ? 0 : floor, high + (named ? 0.18 : 0.06) * span];
}
