import { conversionOf } from '../units/conversion.js';
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

const quantities = { time: 'time', current: 'currentDensity', power: 'powerDensity' } as const;

/**
 * Reads a load profile: two columns, a first line that names quantity and unit of both, `time [s], current [mA/cm^2]` or
 * `time [s], power [mW/cm^2]`.
 */
export function readProfileCsv(text: string): ProfileReading {
  const table = readCsv(text);
  const header = readHeader(table);
  if (header === undefined) {
    const written = table.columns.map(({ title, unit }) => (unit === '' ? title : `${title} [${unit}]`)).join(', ');
    return { ok: false, problems: [{ ...wording.csvHeader(written), ...table.start }] };
  }
  const { values, places, problems } = numbersOf(table, [0, 1], 'two numbers separated by one comma');
  const short = table.rows.length < 2 ? [{ ...wording.csvShort(table.rows.length), ...table.start }] : [];
  if (problems.length + short.length > 0) return { ok: false, problems: [...problems, ...short] };
  return { ok: true,
    table: { ...header, columns: [values.map(([time]) => time), values.map(([, value]) => value)], places } };
}

function readHeader({ columns }: CsvTable): Pick<ProfileTable, 'kind' | 'units'> | undefined {
  if (columns.length !== 2) return undefined;
  const [first, second] = columns.map(({ title }) => title.toLowerCase());
  if (first !== 'time' || (second !== 'current' && second !== 'power')) return undefined;
  const units: [string, string] = [columns[0].unit, columns[1].unit];
  const known = conversionOf(units[0], quantities.time) && conversionOf(units[1], quantities[second]);
  return known && { kind: second, units };
}
