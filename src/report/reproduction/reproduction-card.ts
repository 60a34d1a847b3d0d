import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import type { CardOptions } from '../result-card.js';
import { hanging, painter, table, wrap } from '../text-layout.js';
import { sentencesOf, tablesOf } from './reproduction-tables.js';

/** Every reported result beside the simulated one, in the terminal. */
export function reproductionCard({ sets }: ReproductionDocument, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const blocks = sets.map((set) => [
    ...wrap(set.title, width).map((line) => paint('bold', line)), `source: ${set.source}`, '',
    ...tablesOf(set).flatMap(({ head, rows, title }) => [
      ...wrap(title, width), table(
        head.map((column) => (column.unit === undefined ? column.title : `${column.title}\n${column.unit}`)), rows,
        head.map((_, k) => (k === 0 ? 'left' : 'right')), paint), '',
    ]),
    ...sentencesOf(set).map(({ name, text }) => hanging(`${name}:`, text, 2, width, (plain) => paint('yellow', plain))),
  ].join('\n').trimEnd());
  return `${blocks.join('\n\n')}\n`;
}
