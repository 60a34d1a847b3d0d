import { conversionOf } from '../units/conversion.js';
import type { DimensionName } from '../units/dimension.js';
import type { Result } from '../units/result.js';
import { type CsvProblem, type CsvTable, numbersOf, type Place, readCsv } from './csv-table.js';
import { wording } from './wording.js';

export interface ProfileTable {
  readonly kind: 'current' | 'power';
  /** Units as the header writes them. */
  readonly units: readonly [time: string, value: string];
  readonly columns: readonly [time: readonly number[], value: readonly number[]];
  readonly places: readonly (readonly Place[])[];
}

export type ProfileReading = Result<{ table: ProfileTable }, { problems: readonly CsvProblem[] }>;

/** What a column may hold beside the time, told by its unit; of the whole cell, where it has an area to divide by. */
const perArea = [['current', 'currentDensity'], ['power', 'powerDensity']] as const;
const ofCell = [['current', 'current'], ['power', 'power']] as const;

/**
 * Reads a load profile: a first line that names every column and its unit, one of them a time, one a current or a power, as in
 * `time [s], current [mA/cm^2]`. Other columns are passed over.
 */
export function readProfileCsv(text: string, hasArea: boolean): ProfileReading {
  const table = readCsv(text);
  const header = readHeader(table, hasArea);
  if (header === undefined) {
    const written = table.columns.map(({ title, unit }) => (unit === '' ? title : `${title} [${unit}]`)).join(', ');
    return { ok: false, problems: [{ ...wording.csvHeader(written), ...table.start }] };
  }
  const { kind, picked } = header;
  const { values, places, problems } = numbersOf(table, picked, 'a number in each of the columns that are read');
  const short = table.rows.length < 2 ? [{ ...wording.csvShort(table.rows.length), ...table.start }] : [];
  if (problems.length + short.length > 0) return { ok: false, problems: [...problems, ...short] };
  const [time, value] = picked.map((at) => table.columns[at].unit);
  return { ok: true,
    table: { kind, units: [time, value], columns: [values.map(([t]) => t), values.map(([, load]) => load)], places } };
}

function readHeader({ columns }: CsvTable, hasArea: boolean) {
  const at = (dimension: DimensionName): number =>
    columns.findIndex(({ unit }) => unit !== '' && conversionOf(unit, dimension) !== undefined);
  const time = at('time');
  const load = [...perArea, ...(hasArea ? ofCell : [])].find(([, dimension]) => at(dimension) >= 0);
  return time < 0 || load === undefined ? undefined : { kind: load[0], picked: [time, at(load[1])] };
}
