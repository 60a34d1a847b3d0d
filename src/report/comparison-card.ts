import type { ComparisonDocument } from '../results/comparison-schema.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { designTable, equalityWords, rateTables } from './comparison-rows.js';

/** The comparison in the terminal: what the designs are, what they deliver, what limits each. */
export function comparisonCard(doc: ComparisonDocument, options: CardOptions): string {
  const { bold, entry, warnings, paint, table } = cardKit(options);
  const named = cardKit(options, 2).entry;
  const [capacity, utilisation, energy] = rateTables(doc);
  const assumed = doc.designs.map(({ name, result: { provenance } }) =>
    `${name} ${provenance.assumed.length} of ${provenance.parameters.length}`
  );
  return joinBlocks([
    [...bold(doc.title), `${doc.designs.length} designs, ${equalityWords[doc.at]}`],
    [table(designTable(doc))],
    doc.designs.flatMap(({ name, equalised }) => (equalised === null ? [] : [named(`${name}:`, equalised)])),
    ...[capacity, utilisation, energy].map((one) => [paint('bold', one.title), table(one)]),
    [paint('bold', 'What limits each design, by solving again without it'),
      ...doc.designs.map(({ name, limits }) => named(`${name}:`, limits.sentence))],
    [entry('assumed', `parameters: ${assumed.join(', ')}; which and why: comparison.html`),
      ...warnings([...new Set(doc.designs.flatMap(({ result }) => result.warnings))])],
  ]);
}
