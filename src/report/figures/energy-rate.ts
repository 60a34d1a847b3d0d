import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument } from '../../results/energy-schema.js';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { fixed } from '../format.js';
import { isRate } from '../load-words.js';
import { reachedRates } from '../rate-choice.js';
import { type Box, type Figure, legend, type LegendItem, pointLabels, sheet } from './figure.js';
import { rateCurve, ratePanel } from './rate-axis.js';

const width = 900;
const height = 470;

type Measure = 'gravimetric_Wh_kg' | 'volumetric_Wh_L';
const bases = [
  { key: 'electrode', label: 'electrode', colour: '#E69F00', marker: 'triangle' },
  { key: 'unitCell', label: 'unit cell', colour: '#009E73', marker: 'square' },
  { key: 'pouch', label: 'pouch', colour: '#0072B2', marker: 'circle' },
] as const;

/** Energy densities against C-rate, each beside the one at full utilisation; a charge delivers none, one rate makes no curve. */
export function energyRate(doc: ResultDocument): Figure | undefined {
  const rates = reachedRates(doc).filter((rate) => isRate(rate) && rate.direction === 'discharge');
  if (rates.length < 2) return undefined;
  const half = width / 2;
  const items: LegendItem[] = bases.map(({ label, colour, marker }) => ({ label, colour, marker, dash: 'none' }));
  const box = (x: number): Box => ({ x, y: 40, width: half, height: height - 40 });
  const pouch = doc.energy.pouch;
  return {
    name: 'energy-rate',
    title: 'Energy density against C-rate',
    caption: 'Energy delivered at each rate over mass and over volume, on three bases. Dashed: the same cell at full '
      + `utilisation and the mean equilibrium voltage (pouch: ${fixed(pouch.gravimetric_Wh_kg, 0)} Wh/kg, `
      + `${fixed(pouch.volumetric_Wh_L, 0)} Wh/L), which is what tables of energy density usually state. The numbers `
      + 'are those of the pouch.',
    svg: sheet('Energy density against C-rate', width, height, [
      legend(
        { x: 80, y: 14, width: 720 },
        [...items, { label: 'at full utilisation', colour: '#555', dash: '6 4' }],
        4,
      ),
      energyPanel(doc.energy, rates, 'gravimetric_Wh_kg', 'Gravimetric energy density (Wh/kg)', box(0)),
      energyPanel(doc.energy, rates, 'volumetric_Wh_L', 'Volumetric energy density (Wh/L)', box(half)),
    ], false, { log: 'y' }),
  };
}

function energyPanel(
  full: CellEnergyDocument,
  rates: readonly RateResult[],
  measure: Measure,
  label: string,
  box: Box,
): string {
  const top = Math.max(
    1,
    ...bases.flatMap(({ key }) =>
      [full, ...rates.map((rate) => rate.energy)].map((densities) => densities[key][measure] ?? 0)
    ),
  );
  return ratePanel(box, [80, 14, 12], rates.map(({ cRate }) => cRate), { label, labelOffset: 60,
    tickFormat: (value: number) => fixed(value, 0), top: 1.06 * top },
    (_, place) =>
      bases.flatMap(({ key, ...look }) => {
        const fullDensity = full[key][measure];
        const points = rates.flatMap((rate) => {
          const y = rate.energy[key][measure];
          return y === null ? [] : [{ x: rate.cRate, y, stopped: rate.outcome.kind !== 'completed' }];
        });
        return [
          ...(fullDensity === null
            ? []
            : [Plot.ruleY([fullDensity], { stroke: look.colour, strokeDasharray: '6 4', strokeWidth: 1.6 })]),
          ...rateCurve(points, look),
          ...(key === 'pouch' ? pointLabels(points, ({ y }) => fixed(y, 0), top, place) : []),
        ];
      }));
}
