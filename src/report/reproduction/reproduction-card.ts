import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import { cardKit, type CardOptions, joinBlocks } from '../card.js';
import { wrap } from '../text-layout.js';
import { leftOutText, scoresOf, sentencesOf, tablesOf } from './reproduction-tables.js';

/** The scores, then every reported result beside the simulated one, in the terminal. */
export function reproductionCard({ scores, sets }: ReproductionDocument, options: CardOptions): string {
  const { bold, mark, paint, table, width } = cardKit(options, 2);
  const score = scoresOf(scores);
  return joinBlocks([
    scores.all.count === 0 ? [] : [paint('bold', score.title), table(score), ...wrap(leftOutText(scores), width)],
    ...sets.flatMap((set) => [
      [...bold(set.title), `source: ${set.source}`],
      ...tablesOf(set).map((one) => [...wrap(one.title, width), table(one)]),
      sentencesOf(set).map(({ name, text }) => mark(`${name}:`, text)),
    ]),
  ]);
}
