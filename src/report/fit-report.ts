import type { FitDocument } from '../results/fit-schema.js';
import type { Figure } from './figures/figure.js';
import { basisSentence, correlationTable, curveTable, fitTitle, parameterTable, startTable } from './fit-tables.js';
import { percent } from './format.js';
import { section, sentence } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage } from './html/page.js';
import { column, pageTable, tableOf, words } from './text-table.js';

/** The fit on one page: verdicts first, then parameters, curves, what to measure next. */
export const fitReport = (doc: FitDocument, figures: readonly Figure[]): string =>
  reportPage(fitTitle(doc), [
    ...doc.verdicts.map((verdict) => sentence(verdict, 'answer')),
    ...(doc.next ? [sentence(doc.next.sentence, 'answer')] : []),
    sentence(`${basisSentence(doc)}.`),
    ...(doc.outcome.kind === 'failed' ? [sentence(doc.outcome.sentence, 'warning')] : []),
  ], [
    figureSection(figures),
    ...(doc.parameters.length === 0 ? [] : [
      section('parameters', 'Parameters', [
        pageTable(parameterTable(doc)),
        sentence(profileWords),
        pageTable(correlationTable(doc)),
        pageTable(startTable(doc)),
      ]),
    ]),
    section('curves', 'Curves', [pageTable(curveTable(doc)), sentence(comparedWords)]),
    ...(doc.next === null ? [] : [
      section('next', 'What to measure next', [
        pageTable(
          tableOf('Expected interval of the least determined parameter with one more discharge', doc.next.experiments, [
            words('discharge', ({ name }) => name),
            column('interval, of today', '', ({ narrows }) => percent(narrows, 0)),
          ]),
        ),
        sentence(
          'From the slopes at the fitted values, with the noise of the curves: what the equations expect, not a promise.',
        ),
      ]),
    ]),
  ]);

const profileWords =
  'Intervals of the profile: the sum of squares, lowest over all other parameters, has risen by 3.84 times the '
  + 'variance there. "<" and ">": it has not at the bound. Those of the slopes hold where the sum is a parabola. Where the misfit is '
  + 'more than the noise both are widened by its root.';

const comparedWords =
  'Voltages are compared at the same share of either discharge, capacities by the logarithm of their ratio.';

/** Parameters as CSV; units stand in a column. */
export function fitCsv({ parameters }: FitDocument): string {
  const head = 'key,unit,value,profile_low,profile_high,low,high,from,to';
  const rows = parameters.map(({ key, unit, value, profileLow, profileHigh, low, high, from, to }) =>
    [key, unit, value, profileLow ?? '', profileHigh ?? '', low ?? '', high ?? '', from, to].join(',')
  );
  return `${[head, ...rows].join('\n')}\n`;
}
