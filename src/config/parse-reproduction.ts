import type { FieldProblem } from './annotation.js';
import { caseAt } from './case-source.js';
import type { CaseIssue, Loaded, LoadedCase } from './case.js';
import { readQuantity } from './field.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { type PrintedLine, readBill } from './printed-bill.js';
import { readRanges, type UnknownInput } from './ranges.js';
import { dotted, isRecord, type Path, rawAt, type RawRecord } from './raw.js';
import { bases, rowKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** What a source reports of a cell, in SI; exactly one kind. */
export type Reported =
  /** Delivered charge per mass of active material [C kg^-1]. */
  | { readonly kind: 'capacity'; readonly specificCapacity: number }
  /** [J kg^-1], [J m^-3]; at least one. */
  | { readonly kind: 'energy'; readonly gravimetric?: number; readonly volumetric?: number }
  /** Energy of the case over that of the same case with the keys of `against`; at least one. */
  | { readonly kind: 'ratio'; readonly gravimetric?: number; readonly volumetric?: number }
  /** Totals of a bill of materials [kg], [$]. */
  | { readonly kind: 'bill'; readonly mass: number; readonly cost: number };

/** One reported result with the case that is to give it. */
export interface LoadedRow {
  readonly id: string;
  readonly name: string;
  /** Table and row, section. */
  readonly where: string;
  readonly note: string | undefined;
  /** Why the row is not run; undefined where it is. */
  readonly missing: string | undefined;
  /** Why the reported value is no test of the case: the case was made from it. Undefined where it is one. */
  readonly dependent: string | undefined;
  /** Undefined only where the row is not run. */
  readonly reported: Reported | undefined;
  readonly unknown: readonly UnknownInput[];
  /** Keys that make up for what a source leaves out of an energy, declared as fitted. */
  readonly overheads: Readonly<Record<string, unknown>>;
  /** Keys of the other cell of a ratio. */
  readonly against: Readonly<Record<string, unknown>>;
  /** What a ratio of energies counts. */
  readonly basis: (typeof bases)[number];
  /** The lines of a bill of materials. */
  readonly bill: readonly PrintedLine[];
  /** The case of the row with some of its keys set. */
  design(values: Readonly<Record<string, unknown>>): LoadedCase;
}

/** Reported results of one publication as read, a row each. */
export interface LoadedReproduction {
  readonly title: string;
  readonly source: string;
  readonly rows: readonly LoadedRow[];
}

export type ReproductionReading = Loaded<{ file: LoadedReproduction }>;

const keysOfRow = Object.keys(rowKeys({}, {}, {}));

export const reportedKeys = {
  specificCapacity: { dimension: 'specificCapacity', example: '147 mAh/g' },
  gravimetric: { dimension: 'specificEnergy', example: '350 Wh/kg' },
  volumetric: { dimension: 'energyDensity', example: '750 Wh/L' },
  gravimetricRatio: { dimension: 'dimensionless', example: '1.08' },
  volumetricRatio: { dimension: 'dimensionless', example: '1.16' },
  mass: { dimension: 'mass', example: '60.5 g' },
  cost: { dimension: 'money', example: '5.61 $' },
} as const;

/** A list of reported results; the rest of the file is what their cases have in common. */
export function parseReproduction(text: string, given: ParseOptions): ReproductionReading {
  const { source, written, options } = studySource(text, ['rows', 'base'], given);
  if (!source.readable) return { ok: false, issues: source.issues };
  const data = isRecord(written.data) ? written.data : {};
  if (!Array.isArray(data.rows) || data.rows.length === 0) {
    const words = data.rows === undefined
      ? wording.missing('a list of reported results', 'rows:')
      : wrongStructure('array', data.rows);
    return { ok: false, issues: [{ ...written.position(['rows'], 'value'), key: 'rows', ...words }] };
  }
  const issues: CaseIssue[] = [...source.issues];
  const rows = data.rows.flatMap((raw: unknown, i) => {
    const problems: FieldProblem[] = [];
    const row = isRecord(raw) ? readRow(raw, problems) : undefined;
    if (!row) problems.push({ path: [], ...wrongStructure('object', raw) });
    issues.push(...problems.map(({ path, ...words }) => {
      const at = ['rows', i, ...path];
      return { ...written.position(at, words.code === 'unknown-key' ? 'key' : 'value'), key: dotted(at), ...words };
    }));
    return row && problems.length === 0 ? [{ ...row, design: designer(source, written, i, options) }] : [];
  });
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, file: { title: String(data.title ?? options.file), source: String(data.source ?? ''), rows } };
}

function readRow(raw: RawRecord, problems: FieldProblem[]): Omit<LoadedRow, 'design'> {
  for (const key of Object.keys(raw).filter((name) => !keysOfRow.includes(name))) {
    problems.push({ ...wording.unknownKey(key, keysOfRow), path: [key] });
  }
  const text = (key: 'id' | 'name' | 'where'): string => {
    if (typeof raw[key] === 'string') return raw[key];
    problems.push({ ...wording.missing(`the ${key} of the row`, `${key}: ...`), path: [key] });
    return '';
  };
  const optional = (
    key: 'note' | 'missing' | 'dependent',
  ): string | undefined => (raw[key] === undefined ? undefined : String(raw[key]));
  return {
    id: text('id'),
    name: text('name'),
    where: text('where'),
    note: optional('note'),
    missing: optional('missing'),
    dependent: optional('dependent'),
    // a row that is not run may report anything, or nothing that has a form here
    reported: raw.missing !== undefined && raw.reported === undefined
      ? undefined
      : readReported(raw.reported, problems),
    unknown: readRanges(raw.unknown, ['unknown'], problems),
    overheads: isRecord(raw.overheads) ? raw.overheads : {},
    against: isRecord(raw.against) ? raw.against : {},
    basis: readBasis(raw.basis, problems),
    bill: readBill(raw.bill, problems),
  };
}

function readReported(raw: unknown, problems: FieldProblem[]): Reported {
  const given = isRecord(raw) ? raw : {};
  const found: Partial<Record<keyof typeof reportedKeys, number>> = {};
  for (const [key, value] of Object.entries(given)) {
    const known = Object.hasOwn(reportedKeys, key) ? reportedKeys[key as keyof typeof reportedKeys] : undefined;
    const reading = known && readQuantity(value, known.dimension, { example: known.example });
    if (!reading) problems.push({ ...wording.unknownKey(key, Object.keys(reportedKeys)), path: ['reported', key] });
    else if (reading.ok) found[key as keyof typeof reportedKeys] = reading.value;
    else problems.push(
        ...reading.problems.map((problem) => ({ ...problem, path: ['reported', key, ...problem.path] })),
      );
  }
  const { specificCapacity, gravimetric, volumetric, gravimetricRatio, volumetricRatio, mass, cost } = found;
  if (specificCapacity !== undefined) return { kind: 'capacity', specificCapacity };
  if (mass !== undefined && cost !== undefined) return { kind: 'bill', mass, cost };
  if (gravimetricRatio !== undefined || volumetricRatio !== undefined) {
    return {
      kind: 'ratio',
      ...(gravimetricRatio !== undefined && { gravimetric: gravimetricRatio }),
      ...(volumetricRatio !== undefined && { volumetric: volumetricRatio }),
    };
  }
  if (gravimetric === undefined && volumetric === undefined && problems.length === 0) {
    problems.push({ ...wording.missing('what is reported', 'reported: {specificCapacity: 147 mAh/g}'),
      path: ['reported'] });
  }
  return { kind: 'energy', ...(gravimetric !== undefined && { gravimetric }),
    ...(volumetric !== undefined && { volumetric }) };
}

function readBasis(raw: unknown, problems: FieldProblem[]): LoadedRow['basis'] {
  const known = bases.find((name) => name === (raw ?? 'pouch'));
  if (known === undefined)
    problems.push({ ...wording.wrongType(`one of ${bases.join(', ')}`, raw, 'pouch'), path: ['basis'] });
  return known ?? 'pouch';
}

/** The case of a row: its own keys over those of the file, or over those of the base that it names. */
function designer(shared: YamlSource, written: YamlSource, i: number, options: ParseOptions): LoadedRow['design'] {
  const place: Path = ['rows', i, 'case'];
  const source = caseAt(place, shared, written, options);
  return (values) =>
    parseSource(withValues(source, values, (key) => {
      const places = ['unknown', 'overheads', 'against'].map((group): Path => ['rows', i, group, key]);
      const path = places.find((one) => rawAt(written.data, one) !== undefined) ?? ['rows', i];
      return { path, position: (of) => written.position(path, of) };
    }), options);
}
