import type { ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import { cardKit, type CardOptions, joinBlocks } from '../card.js';
import { scoreWords } from '../score-table.js';
import { wrap } from '../text-layout.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';
import { outsideTable, sourceTable, summaryTables } from './validation-tables.js';

/** More rows than this stand in the report alone. */
const mostRows = 60;
const mostOutside = 10;

/** The scores first, then where the program is sure and wrong, then every cell where they are few. */
export function validationCard(doc: ValidationDocument, options: CardOptions): string {
  const { entry, titled, width } = cardKit(options, 8);
  const values = doc.sources.flatMap(({ cells }) => cells.flatMap(({ rows }) => rows)).length;
  const outside = outsideTable(doc, mostOutside);
  const count = `${doc.sources.length} ${doc.sources.length === 1 ? 'source' : 'sources'}`;
  return joinBlocks([
    wrap(`Measured cells: ${values} values of ${count}`, width),
    ...summaryTables(doc).map(titled),
    outside.rows.length > 0 ? titled(outside) : [],
    ...(values <= mostRows ? doc.sources.flatMap(narrowTables).map(titled) : []),
    [entry('scores', scoreWords)],
  ]);
}

/** The table of a source without its last column, and below it once what that column says of its rows. */
function narrowTables(source: ValidatedSource): TextTable[] {
  const { title, head, rows } = sourceTable(source);
  const reasons = source.cells.flatMap((cell) => cell.rows.flatMap(({ outside }) => outside));
  const narrow = { title, head: head.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
  if (reasons.length === 0) return [narrow];
  return [
    narrow,
    tableOf('Outside of what was compared, so that there is no number', [...new Set(reasons)], [
      column('values', '', (reason) => String(reasons.filter((one) => one === reason).length)),
      words('why', (reason) => reason),
    ]),
  ];
}
