import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { answer, type Description, entries, entry, figure, fold, sentence, table } from '../blocks/block.js';
import { cardOf, type Report } from '../blocks/report.js';
import { basisSentence, leftOutTable, parameterTable, rateTable, uncertaintyTitle } from './uncertainty-tables.js';

/** How sure a case is: verdicts first, then the bands and what decides them. */
export const uncertaintyReport: Report<UncertaintyDocument> = { page: 'uncertainty.html', json: 'uncertainty.json',
  describe };

export const uncertaintyCard = cardOf(uncertaintyReport);

function describe(doc: UncertaintyDocument): Description {
  const outside = [...new Set(doc.rates.flatMap(({ outsideData }) => outsideData))];
  return {
    title: uncertaintyTitle(doc),
    blocks: [
      ...(doc.outcome.kind === 'failed' ? [entry('outcome', doc.outcome.sentence, 'failure')] : []),
      ...doc.verdicts.map(answer),
      table(rateTable(doc)),
      ...(doc.parameters.length > 0 ? [table(parameterTable(doc))] : []),
      ...entries(outside.map((reason) => ['outside', reason])),
      entry('sample', basisSentence(doc)),
      figure(async () => (await import('../figures/uncertainty-curves.js')).uncertaintyCurves(doc)),
      figure(async () => (await import('../figures/uncertainty-indices.js')).uncertaintyIndices(doc)),
      fold('words', 'What the columns say', [], [
        sentence(bandWords),
        sentence(indexWords),
        ...(doc.leftOut.length === 0 ? [] : [table(leftOutTable(doc))]),
      ]),
    ],
    files: [{ name: 'uncertainty.csv', text: () => uncertaintyCsv(doc) }],
  };
}

const bandWords =
  'A band holds 80 %: the spreads of all parameters at once, as the ledger and the case state them, and what the equations leave out, as '
  + 'in the ranges of a run. Those put one parameter after another to its ends and add in quadrature; this is the sample that they stand for.';

const indexWords =
  'First order: the share of the variance that goes, on average, when the parameter is known; total: the share that stays when all others are. '
  + 'Behind ±: half of the 95 % interval of the estimate. The last column counts what the equations leave out as well.';

/** Parameters as CSV. */
function uncertaintyCsv({ parameters, ranked }: UncertaintyDocument): string {
  const unit = ranked === 'gravimetric_Wh_kg' ? 'Wh/kg' : 'mAh/cm2';
  const head =
    `parameter,low,high,at_low [${unit}],at_high [${unit}],first_order,first_order_error,total,total_error,band_if_known`;
  const rows = parameters.map(({ path, low, high, atLow, atHigh, firstOrder, total, bandIfKnown }) =>
    [path, `"${low}"`, `"${high}"`, atLow ?? '', atHigh ?? '', firstOrder.value, firstOrder.error, total.value,
      total.error, bandIfKnown].join(',')
  );
  return `${[head, ...rows].join('\n')}\n`;
}
