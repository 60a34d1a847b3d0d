import { z } from 'zod';
import { basisName } from './energy-schema.js';
import { parameterSchema } from './provenance-schema.js';
import { type CaseOfRows, type Cell, outcomeColumns, type RateRow, resultColumns } from './result-columns.js';

/** The table of a sweep: one row per simulation, that is per design and rate. */

export type SweepCell = Cell;

/** Values in the order of the columns. */
export type SweepRow = readonly SweepCell[];

const column = z.strictObject({
  name: z.string().describe('with its unit: membrane.thickness [um], utilisation'),
  type: z.enum(['number', 'integer', 'text']),
  meaning: z.string(),
});
/** A column of the table of a sweep. */
export type SweepColumn = z.output<typeof column>;

/** Between two reasons in one text: a reason may have any other mark in it. */
export const betweenReasons = ' | ';

/** Columns behind the design's number and its inputs. */
export const sweepResultColumns: readonly SweepColumn[] = [
  ...[...outcomeColumns, ...resultColumns].map(({ name, type, meaning }): SweepColumn => ({ name, type, meaning })),
  { name: 'outside', type: 'text',
    meaning:
      'why the cell lies outside of what the program was compared with, so that its numbers are as computed, within a '
      + 'wide interval that "catholith run" says; empty inside' },
];

/** Values of `sweepResultColumns` for one rate; `outside`: why it lies outside of what was compared. */
export const sweepResultCells = (document: CaseOfRows, rate: RateRow, outside: readonly string[]): SweepRow => [
  ...[...outcomeColumns, ...resultColumns].map(({ value }) => value(document, rate)),
  outside.length === 0 ? null : outside.join(betweenReasons),
];

/** The same where there is no result. */
export const sweepFailureCells = (outcome: 'invalid' | 'crashed', reason: string,
  sentence: string): SweepRow => [null, outcome, reason, sentence, ...resultColumns.map(() => null), null];

/** What a sweep is, `catholith-sweep-1`; its rows stand beside it. */
export const sweepSchema = z.strictObject({
  schema: z.literal('catholith-sweep-1'),
  title: z.string(),
  sweepHash: z.string().describe('SHA-256 of case, sweep and version: equal hashes, equal tables'),
  program: z.string(),
  version: z.string(),
  definition: z.unknown().describe('sweep: of the case, with its defaults'),
  marks: z.array(z.strictObject({ name: z.string(), at: z.record(z.string(), z.number()) })).describe(
    'known designs, for the map',
  ),
  designs: z.number().int(),
  columns: z.array(column),
  machines: z.array(z.string()).optional().describe(
    'versions of Node and processors that the rows come from; last digits of two may differ',
  ),
  basis: basisName.optional().describe(
    'what the best designs and the maps count energy per, of cells without a pouch; absent: the pouch',
  ),
  parameters: z.array(parameterSchema).describe(
    'of the first design that is a case; the others differ in the varied keys',
  ),
});
/** Description of a sweep before any of it has run. */
export type SweepDocument = z.output<typeof sweepSchema>;
