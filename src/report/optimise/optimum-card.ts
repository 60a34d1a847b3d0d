import type { OptimumDocument } from '../../results/optimum-schema.js';
import { cardKit, type CardOptions, joinBlocks } from '../card.js';
import { basisSentence, candidateTable, designTable, optimumTitle } from './optimum-tables.js';

/** The best design in the terminal, and what holds it there. */
export function optimumCard(doc: OptimumDocument, options: CardOptions): string {
  const { bold, entry, failure, titled } = cardKit(options);
  return joinBlocks([
    bold(optimumTitle(doc)),
    doc.outcome.kind === 'failed' ? [failure('outcome', doc.outcome.sentence)] : [],
    doc.designs.length > 0 ? titled(designTable(doc)) : [],
    doc.candidates.length > 0 ? titled(candidateTable(doc)) : [],
    doc.verdicts.map((verdict) => entry('verdict', verdict)),
    [entry('search', basisSentence(doc))],
  ]);
}
