import type { ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import type { CardOptions } from '../result-card.js';
import { scoreWords } from '../score-table.js';
import { hanging, painter, wrap } from '../text-layout.js';
import { cardTable, type TextTable } from '../text-table.js';
import { outsideTable, sourceTable, summaryTables } from './validation-tables.js';

/** More rows than this stand in the report alone. */
const mostRows = 60;
const mostOutside = 10;
const indent = 8;

/** The scores first, then where the program is sure and wrong, then every cell where they are few. */
export function validationCard(doc: ValidationDocument, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const values = doc.sources.flatMap(({ cells }) => cells.flatMap(({ rows }) => rows)).length;
  const titled = (one: TextTable): string =>
    [...wrap(one.title, width).map((line) => paint('bold', line)), cardTable(one, paint)].join('\n');
  const outside = outsideTable(doc, mostOutside);
  const shown = [...summaryTables(doc), ...(outside.rows.length > 0 ? [outside] : []),
    ...(values <= mostRows ? doc.sources.flatMap(narrowTables) : [])];
  return `${
    [
      wrap(
        `Measured cells: ${values} values of ${doc.sources.length} ${doc.sources.length === 1 ? 'source' : 'sources'}`,
        width,
      ).join('\n'),
      ...shown.map(titled),
      hanging('scores', scoreWords, indent, width, (plain) => paint('cyan', plain)),
    ].join('\n\n')
  }\n`;
}

/** The table of a source without its last column, and below it once what that column says of its rows. */
function narrowTables(source: ValidatedSource): TextTable[] {
  const { title, head, rows } = sourceTable(source);
  const reasons = source.cells.flatMap((cell) => cell.rows.flatMap(({ outside }) => outside));
  const counted = [...new Set(reasons)].map((
    reason,
  ) => [String(reasons.filter((one) => one === reason).length), reason]);
  return [
    { title, head: head.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) },
    ...(counted.length === 0
      ? []
      : [{ title: 'Outside of what was compared, so that there is no number',
        head: [{ title: 'values' }, { title: 'why' }], rows: counted }]),
  ];
}
