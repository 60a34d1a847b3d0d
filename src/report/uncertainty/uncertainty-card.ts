import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { cardKit, type CardOptions, joinBlocks } from '../card.js';
import { basisSentence, parameterTable, rateTable, uncertaintyTitle } from './uncertainty-tables.js';

/** How sure a case is, in the terminal. */
export function uncertaintyCard(doc: UncertaintyDocument, options: CardOptions): string {
  const { bold, entry, entries, failure, titled } = cardKit(options);
  const outside = [...new Set(doc.rates.flatMap(({ outsideData }) => outsideData))];
  return joinBlocks([
    bold(uncertaintyTitle(doc)),
    doc.outcome.kind === 'failed' ? [failure('outcome', doc.outcome.sentence)] : [],
    titled(rateTable(doc)),
    doc.parameters.length > 0 ? titled(parameterTable(doc)) : [],
    doc.verdicts.map((verdict) => entry('verdict', verdict)),
    entries(outside.map((reason) => ['outside', reason])),
    [entry('sample', basisSentence(doc))],
  ]);
}
