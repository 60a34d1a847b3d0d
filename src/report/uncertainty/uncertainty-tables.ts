import type { UncertainQuantity, UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { formatNumber } from '../../units/quantity.js';
import { fixed, percent, rounded } from '../format.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';

export const uncertaintyTitle = ({ title }: UncertaintyDocument): string => `${title}: how sure`;

const ends = (band: UncertainQuantity, digits: number): string =>
  band ? `${fixed(band.low, digits)} to ${fixed(band.high, digits)}` : '-';

/** A single number stands only where the cell lies within what the model was compared with. */
export const rateTable = ({ rates }: UncertaintyDocument): TextTable =>
  tableOf('80 % of such cells', rates, [
    words('rate', ({ label }) => label),
    column('capacity', 'mAh/cm²', ({ arealCapacity_mAh_cm2: band }) => ends(band, 2)),
    column('mean voltage', 'V', ({ meanVoltage_V: band }) => ends(band, 2)),
    column('pouch cell', 'Wh/kg', ({ gravimetric_Wh_kg: band }) => ends(band, 0)),
    column('as the case stands', 'Wh/kg', ({ gravimetric_Wh_kg: band, outsideData }) =>
      band === null ? '-' : outsideData.length === 0 ? fixed(band.value, 0) : 'no single number'),
    column('of the parameters alone', 'Wh/kg', ({ gravimetric_Wh_kg: band }) =>
      band ? `${fixed(band.parameters.low, 0)} to ${fixed(band.parameters.high, 0)}` : '-'),
  ]);

export const rankedUnit = { gravimetric_Wh_kg: 'Wh/kg', arealCapacity_mAh_cm2: 'mAh/cm²' } as const;

const end = (value: number | null): string => (value === null ? '-' : rounded(value, 3));
const estimate = ({ value, error }: { readonly value: number; readonly error: number }): string =>
  `${percent(Math.max(0, value), 0)} ± ${fixed(100 * error, 1)}`;

export const parameterTable = ({ parameters, ranked, rankedAt }: UncertaintyDocument): TextTable =>
  tableOf(`What decides at ${rankedAt}, by what would be worth measuring`, parameters, [
    words('parameter', ({ path }) => path),
    words('80 % of cases', ({ low, high }) => `${low} to ${high}`),
    column('at low end', rankedUnit[ranked], ({ atLow }) => end(atLow)),
    column('at high end', rankedUnit[ranked], ({ atHigh }) => end(atHigh)),
    column('first order', '', ({ firstOrder }) => estimate(firstOrder)),
    column('total', '', ({ total }) => estimate(total)),
    column('band once known', 'of today', ({ bandIfKnown }) => percent(bandIfKnown, 0)),
  ]);

export const leftOutTable = ({ leftOut }: UncertaintyDocument): TextTable =>
  tableOf('Left out', leftOut, [words('parameter', ({ path }) => path), words('why', ({ why }) => why)]);

/** What the numbers rest on, in sentences. */
export function basisSentence({ sample, parameters, quiet, mesh }: UncertaintyDocument): string {
  const { rows, solves, curves, largestError } = sample;
  const size =
    `${parameters.length} parameters at once, ${rows} rows of ${
      parameters.length + 2
    } cells (${solves} solved), ${curves} cells `
    + `at every rate; ${quiet} parameters more move nothing by 0.3 %`;
  const error = `largest half-width of an index, 95 %: ${percent(largestError, 1)}`;
  const onMesh = mesh
    ? `; coarse mesh against that of the case, ${mesh.cells} cells: rms of ln ${formatNumber(mesh.rmsLn, 2)}, `
      + `${percent(mesh.shareOfVariance, 1)} of the variance`
    : '';
  return `${size}; ${error}${onMesh}`;
}
