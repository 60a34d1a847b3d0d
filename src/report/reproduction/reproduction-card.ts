import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import type { CardOptions } from '../result-card.js';
import { hanging, painter, wrap } from '../text-layout.js';
import { cardTable } from '../text-table.js';
import { leftOutText, scoresOf, sentencesOf, tablesOf } from './reproduction-tables.js';

/** The scores, then every reported result beside the simulated one, in the terminal. */
export function reproductionCard({ scores, sets }: ReproductionDocument, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const blocks = sets.map((set) =>
    [
      ...wrap(set.title, width).map((line) => paint('bold', line)),
      `source: ${set.source}`,
      '',
      ...tablesOf(set).flatMap((one) => [...wrap(one.title, width), cardTable(one, paint), '']),
      ...sentencesOf(set).map(({ name, text }) =>
        hanging(`${name}:`, text, 2, width, (plain) => paint('yellow', plain))
      ),
    ].join('\n').trimEnd()
  );
  const score = scoresOf(scores);
  const first = scores.all.count === 0
    ? []
    : [[paint('bold', score.title), cardTable(score, paint), ...wrap(leftOutText(scores), width)].join('\n')];
  return `${[...first, ...blocks].join('\n\n')}\n`;
}
