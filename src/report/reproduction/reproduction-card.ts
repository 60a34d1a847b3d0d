import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import type { CardOptions } from '../result-card.js';
import { hanging, painter, wrap } from '../text-layout.js';
import { cardTable } from '../text-table.js';
import { sentencesOf, tablesOf } from './reproduction-tables.js';

/** Every reported result beside the simulated one, in the terminal. */
export function reproductionCard({ sets }: ReproductionDocument, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const blocks = sets.map((set) => [
    ...wrap(set.title, width).map((line) => paint('bold', line)), `source: ${set.source}`, '',
    ...tablesOf(set).flatMap((one) => [...wrap(one.title, width), cardTable(one, paint), '']),
    ...sentencesOf(set).map(({ name, text }) => hanging(`${name}:`, text, 2, width, (plain) => paint('yellow', plain))),
  ].join('\n').trimEnd());
  return `${blocks.join('\n\n')}\n`;
}
