import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument } from '../../results/energy-schema.js';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { fixed } from '../format.js';
import { aboutSign } from '../outside.js';
import { isRate, reachedRates } from '../rate-choice.js';
import { type Curve, curveMarks, placeIn, plane } from './curves.js';
import { type Box, type Figure, halo, legend, type LegendItem, pointLabels, sheet } from './figure.js';
import { ratePanel } from './rate-axis.js';

/** What an energy is told per, with its look. */
const bases = [
  { key: 'electrode', label: 'electrode', colour: '#E69F00', marker: 'triangle', dash: 'none' },
  { key: 'unitCell', label: 'unit cell', colour: '#009E73', marker: 'square', dash: 'none' },
  { key: 'pouch', label: 'pouch', colour: '#0072B2', marker: 'circle', dash: 'none' },
] as const satisfies readonly (LegendItem & { readonly key: keyof CellEnergyDocument })[];

/** Rates that deliver energy and can be compared, the slowest first: a charge delivers none. */
const deliveringRates = (doc: ResultDocument): RateResult[] =>
  reachedRates(doc).filter((rate) => isRate(rate) && rate.direction === 'discharge');

/** A sign where a single number is what is computed within a wide interval. */
const aboutOf = ({ outside, ranges }: RateResult): string =>
  aboutSign({ outside: outside ?? ranges?.outsideData ?? [] });

type Measure = 'gravimetric_Wh_kg' | 'volumetric_Wh_L';

/** Energy densities against C-rate, each beside the one at full utilisation; one rate makes no curve. */
export function energyRate(doc: ResultDocument): Figure | undefined {
  const rates = deliveringRates(doc);
  if (rates.length < 2) return undefined;
  const { pouch } = doc.energy;
  const [width, height, head] = [900, 470, 40];
  const place = placeIn(2, width / 2, height - head);
  return sheet({
    name: 'energy-rate',
    title: 'Energy density against C-rate',
    caption: 'Energy delivered at each rate over mass and over volume, on three bases. Dashed: the same cell at full '
      + `utilisation and the mean equilibrium voltage (pouch: ${fixed(pouch.gravimetric_Wh_kg, 0)} Wh/kg, `
      + `${fixed(pouch.volumetric_Wh_L, 0)} Wh/L), which is what tables of energy density usually state. The numbers `
      + `are those of the pouch${rates.some(aboutOf) ? '; ≈: as computed, within a wide interval' : ''}.`,
  }, width, height, [
    legend({ x: 80, y: 14, width: 720 }, [...bases, { label: 'at full utilisation', colour: '#555', dash: '6 4' }], 4),
    ...([['gravimetric_Wh_kg', 'Gravimetric energy density (Wh/kg)'], ['volumetric_Wh_L',
      'Volumetric energy density (Wh/L)']] as const).map(([measure, label], k) =>
        energyPanel(doc.energy, rates, measure, label, { ...place(k), y: head })
      ),
  ], false, { log: 'y', apart: true });
}

function energyPanel(full: CellEnergyDocument, rates: readonly RateResult[], measure: Measure, label: string,
  box: Box): string
{
  const densities = [full, ...rates.map((rate) => rate.energy)];
  const top = Math.max(1, ...bases.flatMap(({ key }) => densities.map((one) => one[key][measure] ?? 0)));
  return ratePanel(box, [80, 14, 12], rates.map(({ cRate }) => cRate), { label, labelOffset: 60,
    tickFormat: (value: number) => fixed(value, 0), top: 1.06 * top },
    (_, place) =>
      bases.flatMap(({ key, ...look }) => {
        const fullDensity = full[key][measure];
        const points = rates.flatMap((rate) => {
          const y = rate.energy[key][measure];
          return y === null
            ? []
            : [{ x: rate.cRate, y, about: aboutOf(rate), stopped: rate.outcome.kind !== 'completed' }];
        });
        return [
          ...(fullDensity === null
            ? []
            : [Plot.ruleY([fullDensity], { stroke: look.colour, strokeDasharray: '6 4', strokeWidth: 1.6 })]),
          ...curveMarks({ ...look, points, size: 5 }),
          ...(key === 'pouch' ? pointLabels(points, ({ y, about }) => `${about}${fixed(y, 0)}`, top, place) : []),
        ];
      }));
}

/** Energy against power per mass, a point per rate (Ragone); one rate makes no curve. */
export function ragone(doc: ResultDocument): Figure | undefined {
  const rates = deliveringRates(doc).sort((a, b) => a.cRate - b.cRate);
  const curves = bases.map((basis) => ({ ...basis, size: 4.5,
    points: rates.flatMap(({ label, energy }) => powerPoint(label, energy[basis.key])) })
  ).filter(({ points }) => points.length > 1) satisfies Curve[];
  if (curves.length === 0) return undefined;
  const { points: told } = curves[curves.length - 1];
  const powers = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const [least, most] = [0.7 * Math.min(...powers), 1.4 * Math.max(...powers)];
  const [width, height, head] = [800, 440, 30];
  return sheet({
    name: 'ragone',
    title: 'Energy against power',
    caption:
      'Energy delivered per mass against its mean power per mass, a point per rate, on three bases; the ends name their rates.',
  }, width, height, [
    legend({ x: 80, y: 6, width: 480 }, curves, curves.length),
    plane({ x: 0, y: head, width, height: height - head }, [70, 30], {
      x: { label: 'Power (W/kg)', type: 'log', domain: [least, most], tickFormat: String,
        ticks: roundPowers.filter((tick) => tick > least && tick < most) },
      y: { label: 'Energy (Wh/kg)', ticks: 6,
        domain: [0, 1.1 * Math.max(...curves.flatMap(({ points }) => points.map(({ y }) => y)))] },
    }, [
      ...curves.flatMap(curveMarks),
      Plot.text([told[0], told[told.length - 1]], { x: 'x', y: 'y', text: 'label', dy: 14, ...halo }),
    ]),
  ], false, { log: 'y' });
}

/** 1, 2 and 5 of every decade [W/kg]. */
const roundPowers = Array.from({ length: 15 }, (_, k) => [1, 2, 5][k % 3] * 10 ** Math.floor(k / 3));

const powerPoint = (label: string, { power_W_kg: x, gravimetric_Wh_kg: y }: CellEnergyDocument['pouch']) =>
  x === null || y === null || x <= 0 ? [] : [{ label, x, y }];
