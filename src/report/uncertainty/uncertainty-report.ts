import { basisWords } from '../../cell/energy-density.js';
import { parameterName } from '../../results/parameter-name.js';
import type { UncertainParameter, UncertainQuantity, UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { unitText } from '../../units/document-units.js';
import { formatNumber } from '../../units/quantity.js';
import { answer, type Description, entries, entry, figure, fold, type Report, sentence, table,
  tables } from '../blocks/block.js';
import { csvTable } from '../csv.js';
import { fixed, percent, rounded } from '../format.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';

/** How sure a case is: verdicts first, then the bands and what decides them. */
export const uncertaintyReport: Report<UncertaintyDocument> = { page: 'uncertainty.html', json: 'uncertainty.json',
  describe };

function describe(doc: UncertaintyDocument): Description {
  const outside = [...new Set(doc.rates.flatMap(({ outsideData }) => outsideData))];
  return {
    title: uncertaintyTitle(doc),
    blocks: [
      ...(doc.outcome.kind === 'failed' ? [entry('outcome', doc.outcome.sentence, 'failure')] : []),
      ...doc.verdicts.map(answer),
      ...tables([rateTable(doc), parameterTable(doc)]),
      ...entries(outside.map((reason) => ['outside', reason])),
      entry('sample', basisSentence(doc)),
      figure(async () => (await import('../figures/uncertainty.js')).uncertaintyCurves(doc)),
      figure(async () => (await import('../figures/uncertainty.js')).uncertaintyIndices(doc)),
      fold('words', 'What the columns say', [], [
        sentence(bandWords),
        sentence(indexWords),
        table(leftOutTable(doc)),
      ]),
    ],
    files: [{ name: 'uncertainty.csv', text: () => uncertaintyCsv(doc) }],
  };
}

const bandWords =
  'Low to high holds 80 %. It samples the spreads of all parameters at once, as the ledger and the case state them, and adds the error of the model '
  + 'itself. The ranges of a run approximate it: they put one parameter after another to its ends and add in quadrature.';

const indexWords =
  'First order: the share of the variance that disappears, on average, once the parameter is known; total: the share that remains once all others '
  + 'are known. ± is half of the 95 % interval of the estimate. The last column includes the error of the model itself.';

function uncertaintyCsv({ parameters, ranked }: UncertaintyDocument): string {
  const unit = ranked === 'gravimetric_Wh_kg' ? 'Wh/kg' : 'mAh/cm2';
  return csvTable<UncertainParameter>({
    parameter: ({ path }) => path,
    low: ({ low }) => low,
    high: ({ high }) => high,
    [`at_low [${unit}]`]: ({ atLow }) => atLow,
    [`at_high [${unit}]`]: ({ atHigh }) => atHigh,
    first_order: ({ firstOrder }) => firstOrder.value,
    first_order_error: ({ firstOrder }) => firstOrder.error,
    total: ({ total }) => total.value,
    total_error: ({ total }) => total.error,
    band_if_known: ({ bandIfKnown }) => bandIfKnown,
  }, parameters);
}

const uncertaintyTitle = ({ title }: UncertaintyDocument): string => `${title}: how sure`;

const ends = (band: UncertainQuantity, digits: number): string =>
  band ? `${fixed(band.low, digits)} to ${fixed(band.high, digits)}` : '-';

/** A single number stands only where the cell lies within what the model was compared with. */
export const rateTable = ({ rates, basis }: UncertaintyDocument): TextTable =>
  tableOf('80 % of such cells', rates, [
    words('rate', ({ label }) => label),
    column('capacity', 'mAh/cm²', ({ arealCapacity_mAh_cm2: band }) => ends(band, 2)),
    column('mean voltage', 'V', ({ meanVoltage_V: band }) => ends(band, 2)),
    column(basisWords[basis], 'Wh/kg', ({ gravimetric_Wh_kg: band }) => ends(band, 0)),
    column('as the case stands', 'Wh/kg', ({ gravimetric_Wh_kg: band, outsideData }) =>
      band === null ? '-' : outsideData.length === 0 ? fixed(band.value, 0) : 'no single number'),
    column('of the parameters alone', 'Wh/kg', ({ gravimetric_Wh_kg: band }) =>
      band ? `${fixed(band.parameters.low, 0)} to ${fixed(band.parameters.high, 0)}` : '-'),
  ]);

const end = (value: number | null): string => (value === null ? '-' : rounded(value, 3));
const estimate = ({ value, error }: { readonly value: number; readonly error: number }): string =>
  `${percent(Math.max(0, value), 0)} ± ${fixed(100 * error, 1)}`;

export const parameterTable = ({ parameters, ranked, rankedAt }: UncertaintyDocument): TextTable =>
  tableOf(`What decides at ${rankedAt}, by what would be worth measuring`, parameters, [
    words('parameter', parameterName),
    words('80 % of cases', ({ low, high }) => `${low} to ${high}`),
    column('at low end', unitText(ranked), ({ atLow }) => end(atLow)),
    column('at high end', unitText(ranked), ({ atHigh }) => end(atHigh)),
    column('first order', '', ({ firstOrder }) => estimate(firstOrder)),
    column('total', '', ({ total }) => estimate(total)),
    column('interval if known', 'of today', ({ bandIfKnown }) => percent(bandIfKnown, 0)),
  ]);

const leftOutTable = ({ leftOut }: UncertaintyDocument): TextTable =>
  tableOf('Left out', leftOut, [words('parameter', ({ path }) => path), words('why', ({ why }) => why)]);

/** What the numbers rest on, in sentences. */
export function basisSentence({ sample, parameters, quiet, mesh }: UncertaintyDocument): string {
  const { rows, solves, curves, largestError } = sample;
  const size =
    `${parameters.length} parameters at once, ${rows} rows of ${parameters.length + 2} cells (${solves} solved), `
    + `${curves} cells at every rate; ${quiet} more parameters move no result by 0.3 % and are left out`;
  const error = `largest half-width of an index, 95 %: ${percent(largestError, 1)}`;
  const onMesh = mesh
    ? `; coarse mesh against that of the case, ${mesh.cells} cells: rms of ln ${formatNumber(mesh.rmsLn, 2)}, `
      + `${percent(mesh.shareOfVariance, 1)} of the variance`
    : '';
  return `${size}; ${error}${onMesh}`;
}
