import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import type { Figure } from '../figures/figure.js';
import { section, sentence } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage } from '../html/page.js';
import { pageTable } from '../text-table.js';
import { basisSentence, leftOutTable, parameterTable, rateTable, uncertaintyTitle } from './uncertainty-tables.js';

/** How sure a case is, on one page: verdicts first. */
export const uncertaintyReport = (doc: UncertaintyDocument, figures: readonly Figure[]): string =>
  reportPage(uncertaintyTitle(doc), [
    ...doc.verdicts.map((verdict) => sentence(verdict, 'answer')),
    ...(doc.outcome.kind === 'failed' ? [sentence(doc.outcome.sentence, 'warning')] : []),
    sentence(`${basisSentence(doc)}.`),
  ], [
    section('bands', 'Bands', [pageTable(rateTable(doc)), sentence(bandWords)]),
    figureSection(figures),
    section('decides', 'What decides', [
      pageTable(parameterTable(doc)),
      sentence(indexWords),
      ...(doc.leftOut.length === 0 ? [] : [pageTable(leftOutTable(doc))]),
    ]),
  ]);

const bandWords =
  'A band holds 80 %: the spreads of all parameters at once, as the ledger and the case state them, and what the equations leave out, as '
  + 'in the ranges of a run. Those put one parameter after another to its ends and add in quadrature; this is the sample that they stand for.';

const indexWords =
  'First order: the share of the variance that goes, on average, when the parameter is known; total: the share that stays when all others are. '
  + 'Behind ±: half of the 95 % interval of the estimate. The last column counts what the equations leave out as well.';

/** Parameters as CSV. */
export function uncertaintyCsv({ parameters, ranked }: UncertaintyDocument): string {
  const unit = ranked === 'gravimetric_Wh_kg' ? 'Wh/kg' : 'mAh/cm2';
  const head =
    `parameter,low,high,at_low [${unit}],at_high [${unit}],first_order,first_order_error,total,total_error,band_if_known`;
  const rows = parameters.map(({ path, low, high, atLow, atHigh, firstOrder, total, bandIfKnown }) =>
    [path, `"${low}"`, `"${high}"`, atLow ?? '', atHigh ?? '', firstOrder.value, firstOrder.error, total.value,
      total.error, bandIfKnown].join(',')
  );
  return `${[head, ...rows].join('\n')}\n`;
}
