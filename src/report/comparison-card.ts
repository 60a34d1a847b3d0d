import type { ComparisonDocument } from '../results/comparison-schema.js';
import { designTable, equalityWords, rateTables } from './comparison-rows.js';
import type { CardOptions } from './result-card.js';
import { hanging, painter, wrap } from './text-layout.js';
import { cardTable } from './text-table.js';

const indent = 2;

/** The comparison in the terminal: what the designs are, what they deliver, what limits each. */
export function comparisonCard(doc: ComparisonDocument, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const [capacity, utilisation, energy] = rateTables(doc);
  const assumed = doc.designs.map(({ name, result: { provenance } }) =>
    `${name} ${provenance.assumed.length} of ${provenance.parameters.length}`
  );
  const changes = doc.designs.flatMap((
    { name, equalised },
  ) => (equalised === null ? [] : [hanging(`${name}:`, equalised, indent, width)]));
  const cyan = (plain: string): string => paint('cyan', plain);
  const warnings = [...new Set(doc.designs.flatMap(({ result }) => result.warnings))];
  return `${
    [
      [...wrap(doc.title, width).map((line) => paint('bold', line)),
        `${doc.designs.length} designs, ${equalityWords[doc.at]}`],
      [cardTable(designTable(doc), paint)],
      ...(changes.length > 0 ? [changes] : []),
      ...[capacity, utilisation, energy].map((one) => [paint('bold', one.title), cardTable(one, paint)]),
      [paint('bold', 'What limits each design, by solving again without it'),
        ...doc.designs.map(({ name, limits }) => hanging(`${name}:`, limits.sentence, indent, width, cyan))],
      [hanging('assumed', `parameters: ${assumed.join(', ')}; which and why: comparison.html`, 11, width, cyan),
        ...warnings.map((warning) => hanging('warning', warning, 11, width, (plain) => paint('yellow', plain)))],
    ].map((lines) => lines.join('\n')).join('\n\n')
  }\n`;
}
