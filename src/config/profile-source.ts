import { conversionOf } from '../units/conversion.js';
import type { DimensionName } from '../units/dimension.js';
import type { Result } from '../units/result.js';
import { pathFrom } from './case-source.js';
import type { FileContext, PositionInFile } from './file-findings.js';
import { type CsvProblem, type CsvTable, numbersOf, type Place, readCsv, titlesOf } from './files/csv-table.js';
import { isRecord, type Path, type PlainRecord } from './plain-data.js';
import { shortText } from './printable.js';
import { areaOf } from './sections/per-area.js';
import { type Wording, wording } from './wording.js';

/** The lists of load profiles from the CSV files that the steps of a protocol name. */
export function withProfiles(data: PlainRecord, { folder, textOf, findings }: FileContext): PlainRecord {
  const { issues, problems } = findings;
  const replace = (profile: PlainRecord, path: Path): PlainRecord => {
    const { file } = profile;
    if (typeof file !== 'string') return profile;
    const lists = ['time', 'current', 'power'].filter((key) => profile[key] !== undefined);
    if (lists.length > 0)
      problems.push({ ...wording.onlyOneOf(['file', 'time'], ['file', ...lists]), path: [...path, 'file'] });
    const place = pathFrom(folder, file);
    const text = csvText(file, place, textOf);
    if (typeof text !== 'string') problems.push({ ...text, path: [...path, 'file'] });
    const reading = typeof text !== 'string' || lists.length > 0
      ? undefined
      : readProfileCsv(text, areaOf(data.cell) !== undefined);
    if (reading?.ok === false)
      issues.push(...reading.problems.map((problem) => ({ file: place, key: '', ...problem })));
    const table = reading?.ok ? reading.table : undefined;
    const positionOf = ({ places }: ProfileTable): PositionInFile => ([key, ...rest]) => {
      const row = places[Number(rest[rest.length - 1])];
      return row && { file: place, ...row[key === 'time' ? 0 : 1] };
    };
    findings.add(path, table && positionOf(table));
    return table === undefined ? profile : { ...profile, ...listsOf(table) };
  };
  return overProfiles(data, replace);
}

/** The text of a CSV file that a case names, or why there is none. */
export function csvText(name: string, place: string, textOf: FileContext['textOf']): string | Wording {
  if (!/\.csv$/i.test(name)) return wording.noCsvName(name);
  return textOf(name) ?? wording.missingProfile(shortText(place, 200));
}

function listsOf({ kind, units, columns }: ProfileTable): PlainRecord {
  return { time: { value: columns[0], unit: units[0] }, [kind]: { value: columns[1], unit: units[1] } };
}

/** Replaces the profile of every step, repeated ones included. */
function overProfiles(data: PlainRecord, replace: (profile: PlainRecord, path: Path) => PlainRecord): PlainRecord {
  const overSteps = (steps: unknown,
    path: Path): unknown => (!Array.isArray(steps) ? steps : steps.map((step: unknown, i) => {
      if (!isRecord(step)) return step;
      const at = [...path, i];
      const { profile, steps: inner } = step;
      return {
        ...step,
        ...(isRecord(profile) && { profile: replace(profile, [...at, 'profile']) }),
        ...(inner !== undefined && { steps: overSteps(inner, [...at, 'steps']) }),
      };
    }));
  const { protocol } = data;
  if (!isRecord(protocol) || protocol.steps === undefined) return data;
  return { ...data, protocol: { ...protocol, steps: overSteps(protocol.steps, ['protocol', 'steps']) } };
}

interface ProfileTable {
  readonly kind: 'current' | 'power';
  /** Units as the header writes them. */
  readonly units: readonly [time: string, value: string];
  readonly columns: readonly [time: readonly number[], value: readonly number[]];
  readonly places: readonly (readonly Place[])[];
}

type ProfileReading = Result<{ table: ProfileTable }, { problems: readonly CsvProblem[] }>;

/** What a column may hold beside the time, told by its unit; of the whole cell, where it has an area to divide by. */
const perArea = [['current', 'currentDensity'], ['power', 'powerDensity']] as const;
const ofCell = [['current', 'current'], ['power', 'power']] as const;

/**
 * Reads a load profile: a first line that names every column and its unit, one of them a time, one a current or a power, as in
 * `time [s], current [mA/cm^2]`. Other columns are passed over.
 */
function readProfileCsv(text: string, hasArea: boolean): ProfileReading {
  const table = readCsv(text);
  const header = readHeader(table, hasArea);
  if (header === undefined)
    return { ok: false, problems: [{ ...wording.csvHeader(titlesOf(table)), ...table.start }] };
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
