import type { SweepDocument } from '../../results/sweep-schema.js';
import type { CardOptions } from '../result-card.js';
import { hanging, painter, wrap } from '../text-layout.js';
import { cardTable } from '../text-table.js';
import type { SweepSummary } from './sweep-summary.js';
import { bestTable, marked, outcomeWords, refusalLines, sizeWords } from './sweep-tables.js';

const indent = 11;

/** The sweep in the terminal: how many ran, how they ended, the best of each rate. */
export function sweepCard(sweep: SweepDocument, summary: SweepSummary, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const cyan = (plain: string): string => paint('cyan', plain);
  const yellow = (plain: string): string => paint('yellow', plain);
  const best = bestTable(summary);
  return `${
    [
      [...wrap(sweep.title, width).map((line) => paint('bold', line)),
        `${sizeWords(sweep, summary)}: ${outcomeWords(summary)}`],
      ...(best.rows.length > 0 ? [[paint('bold', best.title), cardTable(best, paint)]] : []),
      [
        ...refusalLines(summary).map((line) => hanging('refused', line, indent, width, yellow)),
        hanging('assumed',
          `${
            marked(sweep, 'assumed').length
          } of ${sweep.parameters.length} parameters of the first design; which and why: `
            + 'sweep.html', indent, width, cyan),
      ],
    ].map((lines) => lines.join('\n')).join('\n\n')
  }\n`;
}
