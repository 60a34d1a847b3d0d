import type { SweepDocument } from '../../results/sweep-schema.js';
import { cardKit, type CardOptions, joinBlocks } from '../card.js';
import type { SweepSummary } from './sweep-summary.js';
import { bestTable, marked, outcomeWords, refusalLines, sizeWords } from './sweep-tables.js';

/** The sweep in the terminal: how many ran, how they ended, the best of each rate. */
export function sweepCard(sweep: SweepDocument, summary: SweepSummary, options: CardOptions): string {
  const { bold, entry, mark, paint, table } = cardKit(options);
  const best = bestTable(summary);
  const assumed = `${marked(sweep, 'assumed').length} of ${sweep.parameters.length} parameters of the first design`;
  return joinBlocks([
    [...bold(sweep.title), `${sizeWords(sweep, summary)}: ${outcomeWords(summary)}`],
    best.rows.length > 0 ? [paint('bold', best.title), table(best)] : [],
    [...refusalLines(summary).map((line) => mark('refused', line)),
      entry('assumed', `${assumed}; which and why: sweep.html`)],
  ]);
}
