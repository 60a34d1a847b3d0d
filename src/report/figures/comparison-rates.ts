import * as Plot from '@observablehq/plot';
import type { ComparedDesign, ComparisonDocument } from '../../results/comparison-schema.js';
import type { RateResult } from '../../results/result-schema.js';
import { isRate } from '../load-words.js';
import { caption, type Figure, type LegendItem, sheetWithLegend, textWidth } from './figure.js';
import { designLooks, equilibriumColour } from './palette.js';
import { rateCurve, ratePanel } from './rate-axis.js';

const width = 1000;
const panelHeight = 380;

const quantities = [
  { title: 'Areal capacity (mAh/cm²)', value: (rate: RateResult) => Math.abs(rate.arealCapacity_mAh_cm2) },
  { title: 'Pouch cell (Wh/kg)', value: (rate: RateResult) => rate.energy.pouch.gravimetric_Wh_kg },
] as const;

/** Capacity and energy of all designs against the C-rate; what full utilisation would give stands at the left edge. */
export function comparisonRates({ designs }: ComparisonDocument): Figure | undefined {
  const rates = designs.flatMap(({ result }) => result.rates.filter(isRate).map(({ cRate }) => cRate));
  if (new Set(rates).size < 2) return undefined;
  const items = [...designItems(designs), fullItem];
  const columns = legendColumns(items.map(({ label }) => label));
  const title = 'Capacity and energy of the designs against C-rate';
  return {
    name: 'rates',
    title,
    caption:
      'Areal capacity delivered and energy density of the pouch cell at each C-rate, as simulated. Dashes at the left edge: '
      + 'the same design if all of its active material worked, at its mean equilibrium voltage. Hollow markers: a numerical outcome '
      + 'ended the run.',
    svg: sheetWithLegend(title, { width, height: panelHeight },
      quantities.map((quantity, k) => designsPanel(designs, quantity, k, rates)), items, { columns, log: 'y' }),
  };
}

const fullItem: LegendItem = { label: 'at the left edge: full utilisation', colour: '#777', dash: 'none' };

/** Looks of the designs with their names, alike in every figure of a comparison. */
export function designItems(designs: readonly ComparedDesign[]) {
  const looks = designLooks(designs.map(({ name }) => name));
  return designs.map(({ name }, k) => ({ label: name, ...looks[k] }));
}

/** As many columns as the longest name leaves room for. */
export const legendColumns = (names: readonly string[]): number =>
  Math.max(1, Math.floor((width - 90) / (60 + Math.max(...names.map((name) => textWidth(name))))));

function designsPanel(
  designs: readonly ComparedDesign[],
  { title, value }: (typeof quantities)[number],
  place: number,
  rates: readonly number[],
): string {
  const items = designItems(designs);
  const curves = designs.map(({ result }, k) => ({
    k,
    full: place === 0 ? result.case.theoreticalArealCapacity_mAh_cm2 : result.energy.gravimetric_Wh_kg,
    points: result.rates.filter((rate) => isRate(rate) && rate.outcome.kind !== 'failed').flatMap((rate) => {
      const y = value(rate);
      return y === null ? [] : [{ x: rate.cRate, y, stopped: rate.outcome.kind !== 'completed' }];
    }).sort((a, b) => a.x - b.x),
  }));
  const top = 1.06 * Math.max(...curves.flatMap(({ full, points }) => [full, ...points.map(({ y }) => y)]));
  const box = { x: (place * width) / 2, y: 0, width: width / 2, height: panelHeight };
  return ratePanel(box, [70, 16], rates, { label: title, top }, ([start]) => [
    ...curves.flatMap(({ k, full, points }) => [
      Plot.ruleY([full], { x1: start, x2: start * 1.12, stroke: items[k].colour, strokeWidth: 2.5 }),
      ...rateCurve(points, items[k]),
    ]),
    Plot.ruleY([0], { stroke: equilibriumColour }),
  ]) + caption((place * width) / 2 + 74, 11, place === 0 ? 'a' : 'b', 'start', true);
}
