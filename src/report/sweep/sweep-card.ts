import type { SweepDocument } from '../../results/sweep-schema.js';
import type { CardOptions } from '../result-card.js';
import { hanging, painter, table, wrap } from '../text-layout.js';
import { bestTable, marked, outcomeWords, refusalLines, sizeWords } from './sweep-tables.js';
import type { SweepSummary } from './sweep-summary.js';

const indent = 11;

/** The sweep in the terminal: how many ran, how they ended, the best of each rate. */
export function sweepCard(sweep: SweepDocument, summary: SweepSummary, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const cyan = (plain: string): string => paint('cyan', plain);
  const yellow = (plain: string): string => paint('yellow', plain);
  const { title, head, rows } = bestTable(summary);
  const titles = head.map((column) => (column.unit === undefined ? column.title : `${column.title}\n${column.unit}`));
  return `${[
    [...wrap(sweep.title, width).map((line) => paint('bold', line)), `${sizeWords(sweep, summary)}: ${outcomeWords(summary)}`],
    ...(rows.length > 0 ? [[paint('bold', title), table(titles, rows, head.map((_, k) => (k === 0 ? 'left' : 'right')), paint)]] : []),
    [
      ...refusalLines(summary).map((line) => hanging('refused', line, indent, width, yellow)),
      hanging('assumed', `${marked(sweep, 'assumed').length} of ${sweep.parameters.length} parameters of the first design; which and why: `
        + 'sweep.html', indent, width, cyan),
    ],
  ].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
