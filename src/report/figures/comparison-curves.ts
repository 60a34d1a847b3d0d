import * as Plot from '@observablehq/plot';
import { type BasisName, basisTitle, basisWords } from '../../cell/energy-density.js';
import type { ComparedDesign, ComparisonDocument } from '../../results/comparison-schema.js';
import type { RateResult } from '../../results/result-schema.js';
import { comparedBasis } from '../comparison-rows.js';
import { capacityAt, isRate, mainPoints } from '../rate-choice.js';
import { type Axis, type Curve, curveMarks, placeIn, type Plane, plane, type Point, pointsOf } from './curves.js';
import { caption, type Figure, type FigureWords, type LegendItem, sheetWithLegend } from './figure.js';
import { designLooks, equilibriumColour } from './palette.js';
import { ratePanel } from './rate-axis.js';

const width = 1000;
const margins = [70, 16] as const;

/** Voltage of every design against the charge passed, per area and per gram of active material, at the rate that the designs are told at. */
export function comparisonVoltage(doc: ComparisonDocument): Figure | undefined {
  const rates = doc.designs.map(toldRate);
  const charges = rates.map((rate) => (rate ? mainPoints(rate).map((k) => capacityAt(rate, k)) : []));
  if (charges.every((points) => points.length < 2)) return undefined;
  const voltages = rates.map((rate) => (rate ? mainPoints(rate).map((k) => rate.series.voltage_V[k]) : []));
  const perGram = rates.map((rate) =>
    rate && rate.arealCapacity_mAh_cm2 !== 0 ? rate.specificCapacity_mAh_g / rate.arealCapacity_mAh_cm2 : NaN
  );
  const against = (factor: (k: number) => number): Point[][] =>
    charges.map((charge, k) =>
      pointsOf(charge.map((value) => factor(k) * value), voltages[k]).filter(({ x }) => Number.isFinite(x))
    );
  const x = (label: string): Axis => ({ label, ticks: 6, nice: true, zero: true });
  const y: Axis = { label: `Cell voltage${doc.detailRate === null ? '' : ` at ${doc.detailRate}`} (V)`, ticks: 7,
    nice: true, inset: 5 };
  return sideBySide({
    name: 'voltage',
    title: `Cell voltage of the designs at ${doc.detailRate ?? ''}`,
    caption: 'Cell voltage against the charge passed, per area of cell and per gram of active material.',
  }, 400, doc.designs, [
    { x: x('Areal capacity (mAh/cm²)'), y, points: against(() => 1) },
    { x: x('Specific capacity (mAh/g)'), y, points: against((k) => perGram[k]) },
  ], 2.2, 'x');
}

/** Draws the active material that each design has used at the end of its discharge, against the depth. */
export function comparisonProfiles(doc: ComparisonDocument): Figure | undefined {
  const curves = doc.designs.map(profileOf);
  if (curves.every((points) => points.length < 2)) return undefined;
  const thickness = doc.designs.map(({ result }) => result.case.cathodeThickness_um);
  const used = curves.flat().map((point) => point.y);
  // below zero where lithium went back, a little above 100 where a nominal capacity is exceeded
  const y: Axis = { label: `Local utilisation at the end, ${doc.detailRate ?? ''} (%)`, ticks: 6,
    domain: [Math.min(0, 1.3 * Math.min(...used)), Math.max(104, 1.02 * Math.max(...used))] };
  const x = (unit: string, end: number): Axis => (
    { label: `Depth from the membrane (${unit})`, ticks: 6, domain: [0, end] }
  );
  const shares = curves.map((points, k) => points.map((point) => ({ ...point, x: (100 * point.x) / thickness[k] })));
  return sideBySide({
    name: 'utilisation',
    title: `Use of the active material through the thickness at ${doc.detailRate ?? ''}`,
    caption:
      'Local share of the theoretical capacity that was delivered when the discharge ended, from the membrane to the '
      + 'collector: in micrometres, and as a share of the thickness; below zero where lithium went back.',
  }, 360, doc.designs, [
    { x: x('µm', Math.max(...thickness)), y, points: curves },
    { x: x('% of the thickness', 100), y, points: shares },
  ], 2);
}

interface Half extends Plane {
  /** Those of each design. */
  readonly points: readonly (readonly Point[])[];
}

/** Two panels with a curve per design, their legend below. */
function sideBySide(words: FigureWords, height: number, designs: readonly ComparedDesign[], halves: readonly Half[],
  lineWidth: number, log?: 'x'): Figure
{
  const items = designItems(designs).map((item): LegendItem => ({ ...item, marker: undefined }));
  const place = placeIn(2, width / 2, height);
  return sheetWithLegend(words, { width, height }, halves.map((half, k) =>
    plane(place(k), margins, half, [
      ...(log ? [] : [Plot.ruleY([0], { stroke: equilibriumColour })]),
      ...half.points.flatMap((points, d) => curveMarks({ ...items[d], points, width: lineWidth } satisfies Curve)),
    ])
  ), items, { log, apart: true });
}

const toldRate = ({ result, limits }: ComparedDesign): RateResult | undefined =>
  result.rates.find(({ label }) => label === limits.rate);

/** Percent of the local capacity that is used over the depth [um]. */
function profileOf(design: ComparedDesign): Point[] {
  const profiles = toldRate(design)?.profiles;
  const last = profiles?.snapshots.at(-1);
  if (!profiles || !last) return [];
  const start = (profiles.boundaries_um.at(-1) ?? 0) - design.result.case.cathodeThickness_um;
  return profiles.x_um.flatMap((x, c) => {
    const used = last.utilisation[c];
    return used === null ? [] : [{ x: x - start, y: 100 * used }];
  });
}

interface Quantity {
  readonly title: string;
  readonly full: (result: ComparedDesign['result']) => number;
  readonly value: (rate: RateResult) => number | null;
}

const quantitiesOn = (basis: BasisName): Quantity[] => [
  {
    title: 'Areal capacity (mAh/cm²)',
    full: (result) => result.case.theoreticalArealCapacity_mAh_cm2,
    value: (rate) => Math.abs(rate.arealCapacity_mAh_cm2),
  },
  {
    title: basisTitle(basis),
    full: (result) => result.energy[basis].gravimetric_Wh_kg ?? NaN,
    value: (rate) => rate.energy[basis].gravimetric_Wh_kg,
  },
];

/** Capacity and energy of all designs against the C-rate; what full utilisation would give stands at the left edge. */
export function comparisonRates(doc: ComparisonDocument): Figure | undefined {
  const { designs } = doc;
  const basis = comparedBasis(doc);
  const rates = designs.flatMap(({ result }) => result.rates.filter(isRate).map(({ cRate }) => cRate));
  if (new Set(rates).size < 2 || !designs.some(delivers)) return undefined;
  const drawn = designItems(designs).flatMap((look,
    k) => (delivers(designs[k]) ? [{ look, result: designs[k].result }] : [])
  );
  const idle = designs.filter((one) => !delivers(one)).map(({ name }) => name);
  const edge = { label: 'at the left edge: full utilisation', colour: '#777', dash: 'none' };
  const rest = { label: `not drawn: ${idle.length} that deliver next to nothing`, colour: '#fff' };
  const items: LegendItem[] = [...drawn.map(({ look }) => look), edge, ...(idle.length === 0 ? [] : [rest])];
  const height = 380;
  return sheetWithLegend({
    name: 'rates',
    title: 'Capacity and energy of the designs against C-rate',
    caption:
      `Areal capacity delivered and energy density of the ${basisWords[basis]} at each C-rate, as simulated. Dashes `
      + 'at the left edge: the same design if all of its active material worked, at its mean equilibrium voltage. '
      + 'Hollow markers: the solver could not finish the run.'
      + (idle.length === 0
        ? ''
        : ` Not drawn, as they deliver less than ${100 * leastDrawn} % at every rate: ${idle.join('; ')}.`),
  }, { width, height }, quantitiesOn(basis).map((quantity, k) => designsPanel(drawn, quantity, k, height, rates)),
    items, {
    log: 'y',
    apart: true,
  });
}

/** Designs that use less than this at every rate lie upon each other, at zero. */
const leastDrawn = 0.005;
const delivers = ({ result: { rates } }: ComparedDesign): boolean =>
  rates.some(({ utilisation }) => Math.abs(utilisation) >= leastDrawn);

/** Looks of the designs with their names, alike in every figure of a comparison. */
function designItems(designs: readonly ComparedDesign[]) {
  const looks = designLooks(designs.map(({ name }) => name));
  return designs.map(({ name }, k) => ({ label: name, ...looks[k] }));
}

function designsPanel(
  designs: readonly { readonly look: LegendItem; readonly result: ComparedDesign['result'] }[],
  { title, full: promised, value }: Quantity,
  place: number,
  height: number,
  rates: readonly number[],
): string {
  const curves = designs.map(({ look, result }) => ({
    look,
    full: promised(result),
    points: result.rates.filter((rate) => isRate(rate) && rate.outcome.kind !== 'failed').flatMap((rate) => {
      const y = value(rate);
      return y === null ? [] : [{ x: rate.cRate, y, stopped: rate.outcome.kind !== 'completed' }];
    }).sort((a, b) => a.x - b.x),
  }));
  const top = 1.06 * Math.max(...curves.flatMap(({ full, points }) => [full, ...points.map(({ y }) => y)]));
  const box = placeIn(2, width / 2, height)(place);
  return ratePanel(box, margins, rates, { label: title, top }, ([start]) => [
    ...curves.flatMap(({ look, full, points }) => [
      Plot.ruleY([full], { x1: start, x2: start * 1.12, stroke: look.colour, strokeWidth: 2.5 }),
      ...curveMarks({ ...look, points, size: 5 }),
    ]),
    Plot.ruleY([0], { stroke: equilibriumColour }),
  ]) + caption(box.x + 74, 11, place === 0 ? 'a' : 'b', 'start', true);
}
