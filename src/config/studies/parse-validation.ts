import * as z from 'zod';
import type { Loaded } from '../case-issue.js';
import { caseAt } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import { bareValue } from '../fields/annotation.js';
import { type FieldInfo, quantity, text } from '../fields/field.js';
import { mapping } from '../fields/json-shape.js';
import { type FieldProblem, type Reading } from '../fields/reading.js';
import { caseKeys, studyField, texts } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import type { ParseOptions } from '../parse-options.js';
import { dataAt, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { readRateOfCell } from '../rate.js';
import { wording } from '../wording.js';
import { type Measured, measuredValues, readRateOfCharge } from './measured-value.js';
import { ends, type UnknownInput } from './ranges.js';
import { doubleNames, eachOnce, issuesOf, type StudySource, studySource } from './study-source.js';

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
  /** The charge before a test, as written; rate `each`: that of the test. */
  readonly charge: ChargeBefore;
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

const sharedFields = {
  nominalCapacity: quantity('specificCapacity', { label: 'delivered if all of the active material worked',
    example: '200 mAh/g', note: 'of the cell, or of all of the file' }).optional(),
  charge: studyField<ChargeBefore, string | { readonly rate: string; readonly hold?: string }, FieldInfo>({
    label: 'the charge before a test: a rate, each (that of the test), or constant current and a hold; default: C/10',
  }, {
    written: 'a rate or {rate, hold}',
    example: 'C/10',
    json: () => ({
      anyOf: [{ type: 'string' }, mapping({ rate: { type: 'string' }, hold: { type: 'string' } }, ['rate'])],
    }),
  }, readCharge).optional(),
  assumed: ends({ label: 'dotted keys that had to be assumed, each with the values it lies between' }).optional(),
};

export const validationTable = z.strictObject({
  via: text({ label: 'how the numbers came here', example: 'text and SI Table 2' }).optional(),
  informs: texts({ label: 'what in the library or in a law rests on this source' }, 'NMC811.diffusivity').optional(),
  ...sharedFields,
  cells: z.array(z.strictObject({
    name: text({ label: 'the name of the cell', example: 'fine electrolyte' }),
    note: text({ label: 'a remark', example: 'as pressed' }).optional(),
    ...sharedFields,
    case: caseKeys.optional(),
    measured: measuredValues,
  })).min(1),
});

/** A case with `validation:`, the cells of one source; the rest of the file is what their cases have in common. */
export function parseValidation(text: string, settings: Partial<ParseOptions> = {}): ValidationReading {
  const study = studySource(text, ['validation'], settings);
  const { source, written, options, block, issueOf } = study;
  if (!source.readable) return { ok: false, issues: source.issues };
  const data = isRecord(written.data) ? written.data : {};
  if (block === undefined) {
    const words = wording.missing('the measured cells of a source', 'validation:');
    return { ok: false, issues: [...source.issues, issueOf({ ...words, path: [] })] };
  }
  const reading = readTable(validationTable, block);
  const problems = [...reading.ok ? [] : reading.problems, ...together(block)];
  const listed = dataAt(block, ['cells']);
  const designs = Array.isArray(listed) ? listed.map((_, i) => designer(study, i)) : [];
  const cases = designs.map((design, i) => design(lowEnds(block, i)));
  const issues = eachOnce([...source.issues, ...problems.map(issueOf), ...issuesOf(...cases)], options);
  if (!reading.ok || issues.length > 0) return { ok: false, issues };
  const { via = '', informs = [], cells, ...shared } = reading.value;
  return {
    ok: true,
    file: {
      id: options.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''),
      title: String(data.title ?? options.file),
      source: String(data.source ?? ''),
      via,
      informs,
      cells: cells.map(({ name, note, measured, case: _, ...cell }, i) => ({
        name,
        note,
        measured,
        nominalCapacity: cell.nominalCapacity ?? shared.nominalCapacity ?? NaN,
        charge: cell.charge ?? shared.charge ?? usualCharge,
        assumed: [...new Map([...shared.assumed ?? [], ...cell.assumed ?? []].map((one) => [one.key, one])).values()],
        design: designs[i],
      })),
    },
  };
}

/** What the cells of a file owe together: names of their own, and each a nominal capacity. */
function together(block: unknown): FieldProblem[] {
  const cells = dataAt(block, ['cells']);
  const [fileNamesCapacity, ...cellsNameCapacity] = [block, ...Array.isArray(cells) ? cells : []].map((one) =>
    dataAt(one, ['nominalCapacity']) !== undefined
  );
  const words = wording.missing('the capacity if all of the active material worked', 'nominalCapacity: 200 mAh/g');
  return [...doubleNames(cells, 'cells'),
    ...(fileNamesCapacity || cellsNameCapacity.every(Boolean) ? [] : [{ ...words, path: ['nominalCapacity'] }])];
}

/** The charge before a test of which nothing is said, as `run` has it. */
const usualCharge: ChargeBefore = { rate: 'C/10', hold: undefined };

/** A rate or `each`, or `{rate: C/10, hold: C/50}`. */
function readCharge(input: unknown): Reading<ChargeBefore> {
  const given = isRecord(input) && input.rate !== undefined ? input : { rate: input };
  const problems = (['rate', 'hold'] as const).flatMap((key): FieldProblem[] => {
    const read = key === 'rate' ? readRateOfCharge : readRateOfCell;
    const reading = given[key] === undefined ? undefined : read(bareValue(given[key]));
    if (reading === undefined || reading.ok) return [];
    return reading.problems.map((problem) => ({ ...problem, path: given === input ? [key, ...problem.path] : [] }));
  });
  const { rate, hold } = given as { rate: unknown; hold?: unknown };
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true,
      value: { rate: String(bareValue(rate)), hold: hold === undefined ? undefined : String(bareValue(hold)) } };
}

/** One end of all that had to be assumed for a cell: without it a case is not complete. */
const lowEnds = (block: unknown, i: number): PlainRecord =>
  Object.fromEntries([['assumed'], ['cells', i, 'assumed']].flatMap((path) => Object.entries(dataAt(block, path) ?? {}))
    .flatMap(([key, ends]) => (Array.isArray(ends) ? [[key, ends[0] as unknown]] : [])));

/** The case of a cell: its own keys over those of the file. */
function designer({ source, written, options, design }: StudySource, i: number): MeasuredCell['design'] {
  const place: Path = ['validation', 'cells', i];
  const own = caseAt([...place, 'case'], source, written, options);
  return (values) =>
    design(values, (key) => {
      const places: Path[] = [[...place, 'assumed', key], ['validation', 'assumed', key]];
      return places.find((one) => dataAt(written.data, one) !== undefined) ?? [...place, 'measured'];
    }, own);
}
