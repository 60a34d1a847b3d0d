import type { FitDocument } from '../results/fit-schema.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { basisSentence, curveTable, fitTitle, parameterTable } from './fit-tables.js';

/** The fit in the terminal: parameters with intervals, how well the curves are met, what they cannot tell, what to measure next. */
export function fitCard(doc: FitDocument, options: CardOptions): string {
  const { bold, entry, failure, table } = cardKit(options);
  return joinBlocks([
    [...bold(fitTitle(doc)), basisSentence(doc)],
    doc.outcome.kind === 'failed' ? [failure('outcome', doc.outcome.sentence)] : [],
    doc.parameters.length > 0 ? [table(parameterTable(doc))] : [],
    doc.curves.length > 0 ? [table(curveTable(doc))] : [],
    doc.verdicts.map((verdict) => entry('verdict', verdict)),
    doc.next ? [entry('next', doc.next.sentence)] : [],
  ]);
}
