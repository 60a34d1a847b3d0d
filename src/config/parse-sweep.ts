import type { Result } from '../units/result.js';
import type { FieldProblem } from './annotation.js';
import type { SweepInput } from './case-input.js';
import { folderOf } from './case-source.js';
import type { Loaded, LoadedCase } from './case.js';
import { materialSource } from './material-source.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { settled } from './parse-options.js';
import { dotted, isRecord, type Path, type RawRecord } from './raw.js';
import { sweepKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { mostSobolPoints, readAxis, readMarks, wholeNumber } from './sweep-axis.js';
import { mostSobolDimensions, type SweepAxis, type SweepDefinition, type SweepMark, type SweepMethod,
  sweepMethods } from './sweep.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** Everything that reading a sweep asked for, as plain data: another thread reads the same from it, whatever becomes of the files. */
export interface SweepFiles extends Pick<ParseOptions, 'file' | 'meshes' | 'set'> {
  readonly input: string | SweepInput;
  /** Texts of bases and load profiles by the names that were asked for. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

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
  readonly files: SweepFiles;
}

/** A sweep of a file. */
export type SweepReading = Loaded<{ sweep: LoadedSweep }>;

const blockKeys = Object.keys(sweepKeys);

/** Reads `sweep:` of a case file; the case itself is read once per design, each other file once. */
export function parseSweep(input: string | SweepInput, settings: Partial<ParseOptions> = {}): SweepReading {
  const { file, meshes, set = [], textOf = () => undefined } = settled(settings);
  const texts = new Map<string, string | undefined>();
  const remembered = (name: string): string | undefined => {
    if (!texts.has(name)) texts.set(name, textOf(name));
    return texts.get(name);
  };
  return parseFiles({ input, file, meshes, set, texts }, remembered);
}

/** The sweep of files that were read before. */
export const sweepOf = (files: SweepFiles): SweepReading => parseFiles(files, (name) => files.texts.get(name));

function parseFiles(files: SweepFiles, textOf: (name: string) => string | undefined): SweepReading {
  const { input, ...given } = files;
  const { source, written, options } = studySource(input, ['sweep', 'base'], { ...given, textOf });
  if (!source.readable) return { ok: false, issues: source.issues };
  const block = isRecord(written.data) ? written.data.sweep : undefined;
  const reading = readBlock(block);
  if (!reading.ok) {
    return {
      ok: false,
      issues: reading.problems.map(({ path, ...words }) => {
        const at = ['sweep', ...path];
        return { ...written.position(at, words.code === 'unknown-key' ? 'key' : 'value'), key: dotted(at), ...words };
      }),
    };
  }
  const { definition, marks } = reading;
  const data = isRecord(source.data) ? source.data : {};
  return {
    ok: true,
    sweep: {
      title: typeof data.title === 'string' ? data.title : options.file,
      definition,
      marks,
      base: { data: materialSource(data, { folder: folderOf(options.file), textOf }).data,
        set: options.set?.filter((one) => one !== '') ?? [],
        profiles: filesNamed(block, '').map((name) => [name, textOf(name)]) },
      files,
      design: (values) => parseSource(designSource(source, written, definition, values), options),
    },
  };
}

/** Files that the values of a sweep name: only some designs ask for them. */
function filesNamed(raw: unknown, key: string): string[] {
  if (typeof raw === 'string') return /(^|\.)file$/.test(key) ? [raw] : [];
  if (Array.isArray(raw)) return raw.flatMap((one: unknown) => filesNamed(one, key));
  return isRecord(raw) ? Object.entries(raw).flatMap(([below, value]) => filesNamed(value, below)) : [];
}

type Block = Result<{ definition: SweepDefinition; marks: readonly SweepMark[] },
  { problems: readonly FieldProblem[] }>;

const wrong = (words: ReturnType<typeof wording.noSweep>, ...path: string[]): Block => ({ ok: false,
  problems: [{ ...words, path }] });

function readBlock(block: unknown): Block {
  if (block === undefined || block === null) return wrong(wording.noSweep());
  if (!isRecord(block)) return wrong(wrongStructure('object', block));
  const strange = Object.keys(block).filter((key) => !blockKeys.includes(key));
  if (strange.length > 0)
    return { ok: false, problems: strange.map((key) => ({ ...wording.unknownKey(key, blockKeys), path: [key] })) };
  const method = sweepMethods.find((name) => name === (block.method ?? (block.list === undefined ? 'grid' : 'list')));
  if (!method)
    return wrong(wording.wrongType(`one of ${sweepMethods.join(', ')}`, block.method, 'method: grid'), 'method');
  const unused = unusedKeys(method).find((key) => block[key] !== undefined);
  if (unused !== undefined) return wrong(wording.unusedBesideMethod(unused, method), unused);
  return method === 'list' ? readList(block.list) : readVary(block, method);
}

const unusedKeys = (method: SweepMethod): string[] =>
  ({
    grid: ['list', 'points', 'seed'],
    list: ['vary', 'points', 'seed', 'marks'],
    'latin-hypercube': ['list', 'marks'],
    sobol: ['list', 'seed', 'marks'],
  })[method];

function readList(list: unknown): Block {
  if (!Array.isArray(list)) return wrong(wrongStructure('array', list), 'list');
  if (list.length === 0) return wrong(wording.emptyList('designs'), 'list');
  const problems = list.flatMap((entry: unknown, i): FieldProblem[] => (isRecord(entry)
    ? keyProblems(Object.keys(entry), ['list', i])
    : [{ ...wrongStructure('object', entry), path: ['list', i] }])
  );
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, definition: { method: 'list', designs: list as RawRecord[] }, marks: [] };
}

function readVary(block: RawRecord, method: Exclude<SweepMethod, 'list'>): Block {
  const { vary } = block;
  if (vary === undefined) return wrong(wording.noSweep(), 'vary');
  if (!isRecord(vary)) return wrong(wrongStructure('object', vary), 'vary');
  const keys = Object.keys(vary);
  if (keys.length === 0) return wrong(wording.noSweep(), 'vary');
  if (method === 'sobol' && keys.length > mostSobolDimensions)
    return wrong(wording.tooManyDimensions(keys.length, mostSobolDimensions), 'vary');
  const problems = keyProblems(keys, ['vary']);
  const axes: SweepAxis[] = [];
  for (const key of keys) {
    const axis = readAxis(key, vary[key], method);
    if (axis.ok) axes.push(axis.value);
    else problems.push(...axis.problems.map(({ path, ...words }) => ({ ...words, path: ['vary', key, ...path] })));
  }
  const count = method === 'grid' ? undefined : sized(block, 'points', 1, problems);
  const seed = method === 'latin-hypercube' ? sized({ seed: 1, ...block }, 'seed', 0, problems) : undefined;
  const marks = readMarks(block.marks, axes);
  if (!marks.ok) problems.push(...marks.problems);
  if (problems.length > 0 || !marks.ok) return { ok: false, problems };
  return { ok: true, definition: definitionOf(method, axes, count ?? 0, seed ?? 0), marks: marks.value };
}

function definitionOf(method: Exclude<SweepMethod, 'list'>, axes: readonly SweepAxis[], points: number,
  seed: number): SweepDefinition
{
  if (method === 'grid') return { method, axes };
  return method === 'sobol' ? { method, axes, points } : { method, axes, points, seed };
}

function sized(block: RawRecord, key: 'points' | 'seed', low: number, problems: FieldProblem[]): number | undefined {
  const raw = block[key];
  const example = key === 'points' ? 'points: 256' : 'seed: 1';
  const reading = raw === undefined
    ? { ok: false as const, problems: [{ ...wording.missing('how many designs', example), path: [] }] }
    : wholeNumber(raw, low, example, key === 'points' && block.method === 'sobol' ? mostSobolPoints : undefined);
  if (reading.ok) return reading.value;
  problems.push(...reading.problems.map((problem) => ({ ...problem, path: [key] })));
  return undefined;
}

/** What no case could have; whether the case has the key is asked with its first design. */
const keyProblems = (keys: readonly string[], path: Path): FieldProblem[] =>
  keys.filter((key) => keysOf(key).some((one) => one.split('.').includes(''))).map((key) => ({
    ...wording.badKey(key, 'an empty step'),
    path: [...path, key],
  }));

/** A key of a sweep may be several of the case that take the same value, `membrane.electrolyte + cathode.electrolyte`. */
const keysOf = (key: string): string[] => key.split('+').map((one) => one.trim());

/** Which one of the values of an axis; nothing for a number of a range. */
function placeIn(definition: SweepDefinition, key: string, value: unknown): Path {
  const axis = definition.method === 'list' ? undefined : definition.axes.find((one) => one.key === key);
  const at = axis?.kind === 'values' ? axis.values.indexOf(value) : -1;
  return at < 0 ? [] : [at];
}

/** The case with the values of one design, each of which stands where the sweep gives it. */
function designSource(
  source: YamlSource,
  file: YamlSource,
  definition: SweepDefinition,
  values: Readonly<Record<string, unknown>>,
): YamlSource {
  const entry = definition.method === 'list' ? definition.designs.findIndex((design) => design === values) : -1;
  const written = new Map(Object.keys(values).flatMap((key) => keysOf(key).map((one) => [one, key] as const)));
  const single = Object.fromEntries([...written].map(([one, key]) => [one, values[key]]));
  return withValues(source, single, (one) => {
    const key = written.get(one) ?? one;
    const path: Path = entry < 0
      ? ['sweep', 'vary', key, ...placeIn(definition, key, values[key])]
      : ['sweep', 'list', entry, key];
    return { path, position: (of) => file.position(path, of) };
  });
}
