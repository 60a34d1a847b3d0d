import { bareValue, type FieldProblem, refused } from './annotation.js';
import { caseAt } from './case-source.js';
import type { CaseIssue, Loaded, LoadedCase } from './case.js';
import { readQuantity } from './field.js';
import { type Measured, readMeasured } from './measured-value.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { readRanges, type UnknownInput } from './ranges.js';
import { readRate } from './rate.js';
import { dotted, isRecord, type Path, rawAt, type RawRecord } from './raw.js';
import { cellKeys, validationKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** Constant current, then the voltage held until the current has fallen to `hold`. */
export interface ChargeBefore {
  readonly rate: string;
  readonly hold: string | undefined;
}

/** A measured cell: the case that states what is known of it, the inputs that had to be assumed, and what was measured. */
export interface MeasuredCell {
  readonly name: string;
  readonly note: string | undefined;
  /** Delivered if all of the active material worked, the same in every version of the program [C kg^-1]. */
  readonly nominalCapacity: number;
  /** The charge before a test, as written; undefined: constant current at the rate of the test. */
  readonly charge: ChargeBefore | undefined;
  readonly assumed: readonly UnknownInput[];
  readonly measured: readonly Measured[];
  /** The case of the cell with some of its keys set. */
  design(values: Readonly<Record<string, unknown>>): LoadedCase;
}

/** The measured cells of one source. */
export interface LoadedValidation {
  /** Name of the file without folder and extension. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** How the numbers came here. */
  readonly via: string;
  /** What in the library or in a law rests on this source: such values are not independent of it. */
  readonly informs: readonly string[];
  readonly cells: readonly MeasuredCell[];
}

export type ValidationReading = Loaded<{ file: LoadedValidation }>;

const fileKeys = Object.keys(validationKeys({}));
const keysOfCell = Object.keys(cellKeys({}, {}));
const root: Path = ['validation'];

/** A case with `validation:`, the cells of one source; the rest of the file is what their cases have in common. */
export function parseValidation(text: string, asked: ParseOptions): ValidationReading {
  const { source, written, options } = studySource(text, ['validation', 'base'], asked);
  if (!source.readable) return { ok: false, issues: source.issues };
  const data = isRecord(written.data) ? written.data : {};
  const problems: FieldProblem[] = [];
  const given = isRecord(data.validation) ? data.validation : undefined;
  if (!given) {
    problems.push({ ...(data.validation === undefined
      ? wording.missing('the measured cells of a source', 'validation:')
      : wrongStructure('object', data.validation)), path: root });
  }
  const file = readFile(given ?? {}, problems);
  const cells = given ? readCells(given, problems) : [];
  const issues = [...source.issues, ...problems.map(({ path, ...words }): CaseIssue => ({
    ...written.position(path, words.code === 'unknown-key' ? 'key' : 'value'),
    key: dotted(path),
    ...words,
  }))];
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    file: {
      ...file,
      id: options.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''),
      title: String(data.title ?? options.file),
      source: String(data.source ?? ''),
      cells: cells.map((cell, i) => ({ ...cell, design: designer(source, written, i, options) })),
    },
  };
}

function readFile(given: RawRecord, problems: FieldProblem[]): Pick<LoadedValidation, 'via' | 'informs'> {
  for (const key of Object.keys(given).filter((name) => !fileKeys.includes(name))) {
    problems.push({ ...wording.unknownKey(key, fileKeys), path: [...root, key] });
  }
  const informs = given.informs ?? [];
  if (!Array.isArray(informs)) problems.push({ ...wrongStructure('array', informs), path: [...root, 'informs'] });
  return { via: String(given.via ?? ''), informs: Array.isArray(informs) ? informs.map(String) : [] };
}

type CellOfFile = Omit<MeasuredCell, 'design'>;

function readCells(given: RawRecord, problems: FieldProblem[]): CellOfFile[] {
  const list: unknown = given.cells;
  const place = [...root, 'cells'];
  if (!Array.isArray(list) || list.length === 0) {
    const words = list === undefined
      ? wording.missing('a list of measured cells', 'cells:')
      : Array.isArray(list)
      ? wording.emptyList('cells')
      : wrongStructure('array', list);
    problems.push({ ...words, path: place });
    return [];
  }
  const shared = {
    assumed: readRanges(given.assumed, [...root, 'assumed'], problems),
    charge: readCharge(given.charge, [...root, 'charge'], problems),
  };
  const names: string[] = [];
  return list.flatMap((raw: unknown, i) => readCell(raw, [...place, i], given, shared, names, problems));
}

function readCell(
  raw: unknown,
  place: Path,
  file: RawRecord,
  shared: Pick<CellOfFile, 'assumed' | 'charge'>,
  names: string[],
  problems: FieldProblem[],
): CellOfFile[] {
  if (!isRecord(raw)) {
    problems.push({ ...wrongStructure('object', raw), path: place });
    return [];
  }
  for (const key of Object.keys(raw).filter((name) => !keysOfCell.includes(name))) {
    problems.push({ ...wording.unknownKey(key, keysOfCell), path: [...place, key] });
  }
  const name = typeof raw.name === 'string' ? raw.name : '';
  if (name === '')
    problems.push({ ...wording.missing('the name of the cell', 'name: fine electrolyte'), path: [...place, 'name'] });
  else if (names.includes(name)) problems.push({ ...wording.doubleName(name), path: [...place, 'name'] });
  names.push(name);
  const own = raw.nominalCapacity === undefined ? [...root, 'nominalCapacity'] : [...place, 'nominalCapacity'];
  const given = raw.nominalCapacity ?? file.nominalCapacity;
  const nominal = given === undefined
    ? refused(wording.missing('the capacity if all of the active material worked', 'nominalCapacity: 200 mAh/g'))
    : readQuantity(given, 'specificCapacity', { example: '200 mAh/g' });
  if (!nominal.ok)
    problems.push(...nominal.problems.map((problem) => ({ ...problem, path: [...own, ...problem.path] })));
  const list: unknown = raw.measured;
  if (!Array.isArray(list) || list.length === 0) {
    problems.push({ ...wording.missing('what was measured of the cell', 'measured:'), path: [...place, 'measured'] });
  }
  return [{
    name,
    note: raw.note === undefined ? undefined : String(raw.note),
    nominalCapacity: nominal.ok ? nominal.value : NaN,
    charge: readCharge(raw.charge, [...place, 'charge'], problems) ?? shared.charge,
    assumed: [
      ...new Map(
        [...shared.assumed, ...readRanges(raw.assumed, [...place, 'assumed'], problems)].map((one) => [one.key, one]),
      ).values(),
    ],
    measured: (Array.isArray(list) ? list : []).flatMap((one: unknown, k) =>
      readMeasured(one, [...place, 'measured', k], problems) ?? []
    ),
  }];
}

/** A rate, or `{rate: C/10, hold: C/50}`. */
function readCharge(raw: unknown, place: Path, problems: FieldProblem[]): ChargeBefore | undefined {
  if (raw === undefined) return undefined;
  const given = isRecord(raw) && raw.rate !== undefined ? raw : { rate: raw };
  const read = (key: 'rate' | 'hold'): string | undefined => {
    if (given[key] === undefined) return undefined;
    const reading = readRate(bareValue(given[key]));
    const at = given === raw ? [...place, key] : place;
    if (!reading.ok)
      problems.push(...reading.problems.map((problem) => ({ ...problem, path: [...at, ...problem.path] })));
    return String(bareValue(given[key]));
  };
  return { rate: read('rate') ?? '', hold: read('hold') };
}

/** The case of a cell: its own keys over those of the file. */
function designer(shared: YamlSource, written: YamlSource, i: number, options: ParseOptions): MeasuredCell['design'] {
  const place: Path = [...root, 'cells', i];
  const source = caseAt([...place, 'case'], shared, written, options);
  return (values) =>
    parseSource(withValues(source, values, (key) => {
      const places: Path[] = [[...place, 'assumed', key], [...root, 'assumed', key]];
      const path = places.find((one) => rawAt(written.data, one) !== undefined) ?? [...place, 'measured'];
      return { path, position: (of) => written.position(path, of) };
    }), options);
}
