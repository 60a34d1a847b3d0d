import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { percent } from '../format.js';
import { shortened, underLoad } from '../load-words.js';
import { mainStepWords } from '../protocol-steps.js';
import { hasCurve, rateForDetail } from '../rate-choice.js';
import { axes, type Box, caption, type Figure, legend, type LegendItem, legendLine, panel, series, sheet,
  textWidth } from './figure.js';
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
  readonly fields: readonly Field[];
  readonly factor: number;
  /** The ionic and the electronic current share a panel. */
  readonly named?: boolean;
  /** The anode is there but is not drawn: its values are null, or lie far below those of the cathode. */
  readonly cathodeOnly?: boolean;
}

const plans: readonly PanelPlan[] = [
  { title: 'Electrolyte potential', axis: 'φₑ (mV)', fields: ['electrolytePotential_V'], factor: 1000 },
  { title: 'Electrode potential', axis: 'φₛ (V)', fields: ['electrodePotential_V'], factor: 1, cathodeOnly: true },
  {
    title: 'Current density',
    axis: 'i (mA/cm²)',
    fields: ['ionicCurrentDensity_mA_cm2', 'electronicCurrentDensity_mA_cm2'],
    factor: 1,
    named: true,
  },
  { title: 'Reaction rate', axis: 'Reaction / its mean', fields: ['reactionRate'], factor: 1 },
  { title: 'Utilisation', axis: 'Local utilisation (%)', fields: ['utilisation'], factor: 100, cathodeOnly: true },
];

const saltPlan: PanelPlan = {
  title: 'Salt concentration',
  axis: 'c (mol/m³)',
  fields: ['saltConcentration_mol_m3'],
  factor: 1,
};

/** Small multiples over depth at several times, at one rate (default: closest to 1C). */
export function profileFigure(doc: ResultDocument, label?: string): Figure | undefined {
  const withProfiles = { ...doc,
    rates: doc.rates.filter((rate) => hasCurve(rate) && rate.profiles.snapshots.length > 0) };
  const rate = rateForDetail(withProfiles, label);
  if (rate === undefined) return undefined;
  const withSalt = hasSalt(rate);
  const shown = withSalt ? [...plans, saltPlan] : plans;
  const panels = shown.map((plan, k) => profilePanel(rate, plan, place(k)));
  const items = legendOf(rate);
  const load = underLoad(rate);
  const heading = `Share of the charge passed ${load}`;
  // the sixth place, or a row of its own
  const { x, y } = place(shown.length);
  const legendColumns = withSalt ? 4 : 1;
  const top = withSalt ? 16 : 40;
  const height = withSalt ? y + 40 + legendLine * Math.ceil(items.length / legendColumns) : 2 * cellHeight;
  return {
    name: 'profiles',
    title: `Through the thickness ${underLoad(rate)}`,
    caption: captionOf(doc, rate),
    svg: sheet(`Profiles ${load}`, width, height, [
      ...panels,
      caption(x + 40, y + top, fits(heading) ? heading : 'Share of the charge passed', 'start', true),
      legend({ x: x + 40, y: y + top + 12, width: (withSalt ? width : cellWidth) - 40 }, items, legendColumns),
    ], false, { times: rate.profiles.snapshots.map(timeName) }),
  };
}

function place(k: number): Box {
  return { x: (k % columns) * cellWidth, y: Math.floor(k / columns) * cellHeight, width: cellWidth,
    height: cellHeight };
}

function captionOf(doc: ResultDocument, rate: RateResult): string {
  const composite = hasAnode(rate);
  const steps = mainStepWords(doc);
  return (
    `Potentials, currents, reaction rate${
      hasSalt(rate) ? ', salt concentration' : ''
    } and local utilisation against depth `
    + `${underLoad(rate)}, at several times`
    + `${steps === undefined ? '' : ` of the main step (${steps})`}; depth counts from `
    + `${
      composite ? 'the collector of the anode' : 'the anode face of the membrane'
    } to the collector of the cathode, the `
    + 'membrane is grey, dotted lines part the layers. The ionic current falls and the electronic current rises where '
    + 'the reaction takes place in the cathode; potentials are referred to the anode collector'
    + `${composite ? ', near which the potential of the anode itself stays' : ''}.`
  );
}

/** Bold letters are wider by a tenth. */
const fits = (heading: string): boolean => 1.1 * textWidth(heading) < cellWidth - 40;

const hasSalt = ({ profiles }: RateResult): boolean =>
  profiles.snapshots.every((snapshot) => snapshot.saltConcentration_mol_m3 !== null);

const hasAnode = ({ profiles }: RateResult): boolean => profiles.region[0] !== 'membrane';

function legendOf(rate: RateResult): LegendItem[] {
  const { snapshots } = rate.profiles;
  const items: LegendItem[] = snapshots.map((snapshot, k) => ({
    label: timeName(snapshot),
    colour: timeColour(k, snapshots.length),
    dash: cycled(dashes, k),
  }));
  items.push({ label: 'membrane', colour: membraneShade, swatch: true });
  const layers = [...new Set(rate.profiles.region)];
  if (layers.length > 2) items.push({ label: shortened(layers.join(' | '), 32), colour: '#333', dash: '1.5 2.5' });
  return items;
}

const timeName = ({ fraction, time_s }: Snapshot): string => `${percent(fraction)} (${timeText(time_s)})`;

function timeText(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function profilePanel(rate: RateResult, plan: PanelPlan, box: Box): string {
  const { x_um: depth, region, boundaries_um: boundaries, snapshots } = rate.profiles;
  const hidden = plan.cathodeOnly && hasAnode(rate) ? region.lastIndexOf('membrane') : -1;
  const lines = snapshots.flatMap((snapshot, k) =>
    plan.fields.map((field) => {
      const points = depth.map((x, cell) => ({ x,
        y: cell <= hidden ? NaN : scaled(snapshot[field]?.[cell], plan.factor) })
      );
      return { points, stroke: timeColour(k, snapshots.length), strokeDasharray: cycled(dashes, k),
        ...series(timeName(snapshot)) };
    })
  );
  const values = lines.flatMap(({ points }) => points.flatMap(({ y }) => (Number.isFinite(y) ? [y] : [])));
  const [low, high] = range(values, plan.named === true);
  const membrane = membraneFaces(rate);
  const plot = panel(box, margins, {
    x: { domain: [0, boundaries[boundaries.length - 1]] },
    y: { domain: [low, high] },
    marks: [
      Plot.rectX([0], { x1: membrane[0], x2: membrane[1], fill: membraneShade }),
      ...axes({ x: { label: 'Depth (µm)', ticks: 5, labelOffset: 36 },
        y: { label: plan.axis, ticks: 5, labelOffset: 56 } }),
      Plot.ruleX(boundaries.slice(1, -1), { stroke: '#333', strokeDasharray: '1.5 2.5' }),
      ...lines.map(({ points, ...style }) => Plot.line(points, { x: 'x', y: 'y', strokeWidth: 2, ...style })),
      ...(plan.named ? currentNames(rate, membrane[1], high) : []),
    ],
  });
  const title = hidden < 0 ? plan.title : `${plan.title} (cathode)`;
  return plot + caption(box.x + margins[0], box.y + 17, title, 'start', true);
}

/** Depth of both faces of the membrane: the region of the cells between two borders tells which these are. */
function membraneFaces({ profiles: { x_um: depth, region, boundaries_um: borders } }: RateResult): [number, number] {
  const first = depth[region.indexOf('membrane')];
  const last = depth[region.lastIndexOf('membrane')];
  return [borders.findLast((x) => x <= first) ?? 0, borders.find((x) => x >= last) ?? 0];
}

/** All current is ionic in the membrane and electronic at the collectors; names stand above the lines. */
function currentNames(rate: RateResult, membraneEnd: number, high: number): Plot.Markish[] {
  const style = { y: high, dy: 10, fill: '#222', fontSize: 12 };
  const composite = hasAnode(rate);
  // between two collectors the names need two rows
  const below = { ...style, dy: composite ? 24 : 10 };
  const { boundaries_um: boundaries } = rate.profiles;
  return [
    Plot.text(['ionic'], { x: membraneEnd, dx: 4, textAnchor: 'start', ...style }),
    Plot.text(['electronic'], { x: boundaries[boundaries.length - 1], dx: -5, textAnchor: 'end', ...below }),
    ...(composite ? [Plot.text(['electronic'], { x: 0, dx: 5, textAnchor: 'start', ...below })] : []),
  ];
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
  return [low >= 0 && floor < 0 ? 0 : floor, high + (named ? 0.2 : 0.06) * span];
}
