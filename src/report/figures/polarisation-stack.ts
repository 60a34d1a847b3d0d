import * as Plot from '@observablehq/plot';
import { polarisationLabels, type PolarisationPart, polarisationPartNames, type RateResult,
  type ResultDocument } from '../../results/result-schema.js';
import { fixed, percent } from '../format.js';
import { mainSteps, mainStepWords } from '../protocol-steps.js';
import { capacityAt, isRate, loadedPoints, lossSign, mainPoints, presentParts, rateForDetail, shortened,
  underLoad } from '../rate-choice.js';
import { curveMarks, plane, type Point } from './curves.js';
import { caption, type Figure, hatched, legend, type LegendItem, sheet } from './figure.js';
import { partLooks } from './palette.js';

const width = 800;
const height = 440;

/** The voltage losses stacked on each other against depth of discharge, at one rate (default: closest to 1C). */
export function polarisationStack(doc: ResultDocument, label?: string): Figure | undefined {
  const rate = rateForDetail(doc, label);
  if (rate === undefined) return undefined;
  // where the current changes its sign the charge goes back and forth; time does not
  const inTime = mainSteps(rate).some(({ kind }) => kind === 'profile');
  const full = doc.case.theoreticalArealCapacity_mAh_cm2;
  const place = (k: number) => (inTime ? rate.series.time_s[k] / 3600 : (100 * capacityAt(rate, k)) / full);
  const points = inTime ? pointsInTime(rate) : loadedPoints(rate).map((k) => ({ k, gap: false }));
  const bands = stack(rate, points, place);
  const total = points.map(({ k, gap }) => ({
    x: place(k),
    y: gap ? NaN : lossSign(rate) * (rate.series.polarisation_mV.total[k] ?? 0),
  }));
  const end = axisEnd(total.filter(({ y }) => Number.isFinite(y)));
  const direction = rate.direction === 'charge' ? 'charge' : 'discharge';
  const plot = plane({ x: 0, y: 0, width: 520, height }, [76, 14], {
    x: { label: inTime ? 'Time (h)' : `Depth of ${direction} (% of theoretical capacity)`, ticks: 6 },
    y: { label: rate.direction === 'charge' ? 'Polarisation V − Ueq (mV)' : 'Polarisation Ueq − V (mV)', ticks: 7,
      labelOffset: 58, ...(end.cut ? { domain: [lowest(bands), end.top] } : { nice: true }) },
    under: [
      ...bands.flatMap(({ part, points }) => [
        ...hatched(partLooks[part], {},
          (fill) => Plot.areaY(capped(points, end.top), { x: 'x', y1: 'low', y2: 'high', ...fill }),
          polarisationLabels[part]),
        Plot.line(capped(points, end.top), { x: 'x', y: 'high', stroke: '#fff', strokeWidth: 0.8 }),
      ]),
      ...curveMarks({ label: 'total', colour: '#000', dash: 'none',
        points: total.map(({ x, y }) => ({ x, y: Math.min(y, end.top) })) }),
    ],
  }, []);
  const items = legendOf(rate);
  const load = underLoad(rate);
  const heading = isRate(rate)
    ? `Mean over the ${direction} ${load}`
    : `Mean ${underLoad({ ...rate, label: shortened(rate.label) })}`;
  const steps = mainStepWords(doc);
  const about = (steps === undefined ? '' : ` Drawn and averaged: the main step under current (${steps}).`)
    + (end.cut ? ` The last of the ${direction} rises to ${fixed(end.most, 0)} mV, above the axis.` : '')
    + (inTime ? ` Left out of the drawing: currents below ${percent(smallestShare)} of the largest one.` : '');
  return { ...sheet({
    name: 'polarisation',
    title: `Polarisation ${load}`,
    caption: `The difference between equilibrium and cell voltage ${load}, split into parts that add up to it at `
      + 'every time (black line: total). Each part is its dissipated power over the current; the numbers in the legend '
      + `are means over the charge passed.${about}`,
  }, width, height, [plot, caption(536, 30, heading, 'start', true), legend({ x: 536, y: 42, width: 264 }, items)],
    true, { apart: true }), title: `Polarisation ${load} and where it comes from` };
}

interface StackPoint {
  readonly k: number;
  /** Drawn as a gap: no current, or one so small that a loss over it means nothing. */
  readonly gap: boolean;
}

const smallestShare = 0.05;

function pointsInTime(rate: RateResult): StackPoint[] {
  const { currentDensity_mA_cm2: current } = rate.series;
  const loaded = new Set(loadedPoints(rate));
  const smallest = smallestShare * Math.max(...[...loaded].map((k) => Math.abs(current[k])));
  return mainPoints(rate).map((k) => ({ k, gap: !loaded.has(k) || Math.abs(current[k]) < smallest }));
}

/** A rise at the very end owns no axis: where the largest total is more than twice that of all but the last twentieth, the axis ends before it. */
function axisEnd(total: readonly Point[]): { readonly top: number; readonly most: number; readonly cut: boolean } {
  const most = Math.max(...total.map(({ y }) => y));
  const last = total[total.length - 1]?.x ?? 0;
  const usual = Math.max(...total.filter(({ x }) => x <= 0.95 * last).map(({ y }) => y));
  const cut = usual > 0 && most > 2 * usual;
  return { top: cut ? 1.25 * usual : most, most, cut };
}

const lowest = (bands: readonly Band[]): number =>
  Math.min(0, ...bands.flatMap(({ points }) =>
    points.map(({ low, high }) => Math.min(low, high)).filter(Number.isFinite)
  ));

const capped = (points: Band['points'], top: number): Band['points'] =>
  points.map(({ x, low, high }) => ({ x, low: Math.min(low, top), high: Math.min(high, top) }));

interface Band {
  readonly part: PolarisationPart;
  readonly points: { readonly x: number; readonly low: number; readonly high: number }[];
}

/** Gains of a part pile upwards from zero, its negative times downwards: two bands for a part that changes its sign. */
function stack(rate: RateResult, points: readonly StackPoint[], place: (point: number) => number): Band[] {
  const sign = lossSign(rate);
  const piles = [Math.max, Math.min].map((side) => ({ side, height: points.map(() => 0) }));
  return polarisationPartNames.flatMap((part) =>
    piles.map(({ side, height: pile }) => ({
      part,
      points: points.map(({ k, gap }, index) => {
        if (gap) return { x: place(k), low: NaN, high: NaN };
        const low = pile[index];
        pile[index] += side(0, sign * (rate.series.polarisation_mV[part][k] ?? 0));
        return { x: place(k), low, high: pile[index] };
      }),
    })).filter((band) => band.points.some(({ low, high }) => Math.abs(high - low) > 0))
  );
}

/** In the order of the stack, top first. */
function legendOf(rate: RateResult): LegendItem[] {
  const mean = (part: PolarisationPart | 'total') => {
    const value = rate.polarisation_mV[part];
    return value === null ? '' : `: ${fixed(lossSign(rate) * value, Math.abs(value) < 10 ? 1 : 0)} mV`;
  };
  const parts: LegendItem[] = presentParts([rate]).reverse().map((part) => ({
    label: `${polarisationLabels[part]}${mean(part)}`,
    series: polarisationLabels[part],
    ...partLooks[part],
    swatch: true,
  }));
  return [{ label: `total${mean('total')}`, series: 'total', colour: '#000', dash: 'none' }, ...parts];
}
