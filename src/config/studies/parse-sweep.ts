import * as z from 'zod';
import type { Result } from '../../units/result.js';
import type { CaseInput } from '../case-input.js';
import type { Loaded } from '../case-issue.js';
import { withoutMisspelt } from '../case-problems.js';
import { folderOf } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import { type FieldInfo, integer } from '../fields/field.js';
import { listOf, typed, words } from '../fields/json-shape.js';
import { eachOf, type FieldProblem, type Reading, refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { asWritten, keyedField, studyField } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import { FileFindings } from '../file-findings.js';
import { withMaterials } from '../material-source.js';
import type { ParseOptions } from '../parse-options.js';
import { dataAt, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { wording, wrongStructure } from '../wording.js';
import { readOnce, settingsOf, type StudyFiles } from './study-files.js';
import { eachOnce, issuesOf, keysOf, studySource } from './study-source.js';
import { type AxisInput, axisTables, mostPoints, mostSobolPoints, readAxis, readMarks } from './sweep-axis.js';
import { mostSobolDimensions, type SweepAxis, type SweepDefinition, type SweepMark, type SweepMethod,
  sweepMethods } from './sweep.js';

/** A case with the keys that a sweep varies. */
export interface LoadedSweep {
  readonly title: string;
  readonly definition: SweepDefinition;
  /** Known designs, for the map. */
  readonly marks: readonly SweepMark[];
  /** The case before anything is varied, as plain data with its `--set`: what two sweeps are told apart by. */
  readonly base: unknown;
  /** The case with some of its keys set; problems stand where the sweep gives the value. */
  design(values: Readonly<Record<string, unknown>>): LoadedCase;
  readonly files: StudyFiles;
}

/** A sweep of a file. */
export type SweepReading = Loaded<{ sweep: LoadedSweep }>;

export const sweepTable = z.strictObject({
  method: choice(sweepMethods, {
    label: 'grid: every combination; latin-hypercube, sobol: points spread over all ranges; list: one by one',
    note: 'default: grid, and list where there is one',
  }).optional(),
  vary: keyedField<SweepAxis, AxisInput, FieldInfo>({
    label: 'dotted keys of the case, each with its values or a range',
  }, {
    written: 'keys with values',
    example: '{membrane.thickness: {from: 10 um, to: 100 um}}',
    values: [listOf({})],
    below: axisTables,
  }, readAxis).optional(),
  list: studyField<readonly PlainRecord[], readonly PlainRecord[], FieldInfo>({ label: 'designs of method: list' }, {
    written: 'list of keys and values',
    example: '[{membrane.thickness: 20 um}]',
    json: () => listOf({ type: 'object' }),
  }, readList).optional(),
  points: integer({ label: 'how many designs of a Latin hypercube or a Sobol sequence', min: 1, max: mostSobolPoints,
    example: '256' })
    .optional(),
  seed: integer({ label: 'of a Latin hypercube; one seed, one sample', min: 0, max: mostPoints, default: 1 }),
  marks: asWritten<readonly (PlainRecord & { readonly name: string })[], FieldInfo>({
    label: 'known designs on the map, by name and the values of the varied keys',
  }, {
    written: 'list of names and values',
    example: '[{name: as published, membrane.thickness: 20 um}]',
    json: () =>
      listOf({ type: 'object', properties: { name: words('what the design is called') }, required: ['name'],
        additionalProperties: typed('number', 'string') }),
  }).optional(),
});

/** Reads `sweep:` of a case file; the case itself is read once per design, each other file once. */
export function parseSweep(input: string | SweepInput, settings: Partial<ParseOptions> = {}): SweepReading {
  const { files, options: given } = readOnce(input, settings);
  const { textOf } = given;
  const { source, options, block, issueOf, design } = studySource(input, ['sweep'], given);
  if (!source.readable) return { ok: false, issues: source.issues };
  const reading = readBlock(block);
  if (!reading.ok) {
    // what the case lacks may be what the sweep gives
    const caseIssues = issuesOf(design({}, () => [])).filter(({ code }) => code !== 'missing-key');
    return { ok: false, issues: eachOnce([...reading.problems.map(issueOf), ...caseIssues], options) };
  }
  const { definition, marks } = reading;
  const data = isRecord(source.data) ? source.data : {};
  return {
    ok: true,
    sweep: {
      title: typeof data.title === 'string' ? data.title : options.file,
      definition,
      marks,
      base: { data: withMaterials(data, { folder: folderOf(options.file), textOf, findings: new FileFindings() }),
        set: options.set?.filter((one) => one !== '') ?? [],
        profiles: filesNamed(block, '').map((name) => [name, textOf(name)]) },
      files,
      design: (values) => design(values, (key) => placeOf(definition, values, key)),
    },
  };
}

/** The sweep of files that were read before. */
export const sweepOf = (files: StudyFiles): SweepReading => parseSweep(files.input as SweepInput, settingsOf(files));

/** Files that the values of a sweep name: only some designs ask for them. */
function filesNamed(input: unknown, key: string): string[] {
  if (typeof input === 'string') return /(^|\.)file$/.test(key) ? [input] : [];
  if (Array.isArray(input)) return input.flatMap((one: unknown) => filesNamed(one, key));
  return isRecord(input) ? Object.entries(input).flatMap(([below, value]) => filesNamed(value, below)) : [];
}

type Block = Result<{ definition: SweepDefinition; marks: readonly SweepMark[] },
  { problems: readonly FieldProblem[] }>;

/** What the table cannot say: which keys go with which method. */
function readBlock(block: unknown): Block {
  if (block === undefined || block === null) return refused(wording.noSweep());
  const reading = readTable(sweepTable, block);
  const given = isRecord(block) ? block : {};
  const method = sweepMethods.find((name) => name === (given.method ?? (given.list === undefined ? 'grid' : 'list')));
  const problems = withoutMisspelt([...(reading.ok ? [] : reading.problems),
    ...(method ? methodRules(given, method) : [])]);
  if (!reading.ok || method === undefined || problems.length > 0) return { ok: false, problems };
  const { vary = [], list = [], points = 0, seed } = reading.value;
  if (method === 'list') return { ok: true, definition: { method, designs: list }, marks: [] };
  const marks = readMarks(given.marks, vary);
  if (!marks.ok) return marks;
  return { ok: true, definition: definitionOf(method, vary, points, seed), marks: marks.value };
}

function methodRules(given: PlainRecord, method: SweepMethod): FieldProblem[] {
  const { vary } = given;
  const problems: FieldProblem[] = unusedKeys[method].filter((key) => given[key] !== undefined && given[key] !== null)
    .map((key) => ({ ...wording.unusedBesideMethod(key, method), path: [key] }));
  if (method === 'list') {
    if (given.list === undefined) problems.push({ ...wording.missing('designs', 'list: [{...}]'), path: ['list'] });
    return problems;
  }
  if (vary === undefined) problems.push({ ...wording.noSweep(), path: ['vary'] });
  const keys = isRecord(vary) ? Object.keys(vary) : [];
  problems.push(...keyProblems(keys, ['vary']));
  if (method === 'grid') return problems;
  if (given.points === undefined)
    problems.push({ ...wording.missing('how many designs', 'points: 256'), path: ['points'] });
  if (method === 'sobol' && keys.length > mostSobolDimensions)
    problems.push({ ...wording.tooManyDimensions(keys.length, mostSobolDimensions), path: ['vary'] });
  const counted = keys.filter((key) => dataAt(vary, [key, 'points']) !== undefined);
  const most = method === 'sobol' ? mostSobolPoints : mostPoints;
  if (Number(given.points) > most)
    problems.push({ ...wording.outOfRange('a whole number', `from 1 to ${most}`, given.points), path: ['points'] });
  return [...problems,
    ...counted.map((key) => ({ ...wording.unusedBesideMethod('points', method), path: ['vary', key, 'points'] }))];
}

const unusedKeys: Readonly<Record<SweepMethod, readonly (keyof z.input<typeof sweepTable>)[]>> = {
  grid: ['list', 'points', 'seed'],
  list: ['vary', 'points', 'seed', 'marks'],
  'latin-hypercube': ['list', 'marks'],
  sobol: ['list', 'seed', 'marks'],
};

/** Keys and values, design by design; null takes a key of the case away. */
function readList(list: unknown): Reading<readonly PlainRecord[]> {
  if (!Array.isArray(list)) return refused(wrongStructure('array', list));
  if (list.length === 0) return refused(wording.emptyList('designs'));
  return eachOf(list as readonly unknown[], (_, i) => i, (entry) => {
    const problems = isRecord(entry)
      ? keyProblems(Object.keys(entry), [])
      : [{ ...wrongStructure('object', entry), path: [] }];
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: entry as PlainRecord };
  });
}

function definitionOf(method: Exclude<SweepMethod, 'list'>, axes: readonly SweepAxis[], points: number,
  seed: number): SweepDefinition
{
  if (method === 'grid') return { method, axes };
  return method === 'sobol' ? { method, axes, points } : { method, axes, points, seed };
}

/** What no case could have; whether the case has the key is asked with its first design. */
const keyProblems = (keys: readonly string[], path: Path): FieldProblem[] =>
  keys.filter((key) => keysOf(key).some((one) => one.split('.').includes(''))).map((key) => ({
    ...wording.badKey(key, 'an empty step'),
    path: [...path, key],
  }));

/** Where the sweep gives the value of a key of one design: in the list, or which one of the values of an axis; a number of a range stands at the key. */
function placeOf(definition: SweepDefinition, values: PlainRecord, key: string): Path {
  if (definition.method === 'list') return ['sweep', 'list', definition.designs.indexOf(values), key];
  const axis = definition.axes.find((one) => one.key === key);
  const at = axis?.kind === 'values' ? axis.values.indexOf(values[key]) : -1;
  return ['sweep', 'vary', key, ...(at < 0 ? [] : [at])];
}

/** A case with the keys that a sweep varies, by their dotted names. */
export interface SweepInput extends CaseInput {
  readonly sweep: z.input<typeof sweepTable>;
}
