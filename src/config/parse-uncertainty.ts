import { type FieldProblem, isAnnotated } from './annotation.js';
import type { CaseIssue, Loaded, LoadedCase, Rate, Wording } from './case.js';
import { stepsOf } from './dotted-keys.js';
import { readQuantity } from './field.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { formatRate, readRate } from './rate.js';
import { dotted, isRecord, type Path, rawAt, type RawRecord } from './raw.js';
import { readOnce, settingsOf, type StudyFiles } from './study-files.js';
import { uncertaintyKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { wholeNumber } from './sweep-axis.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** How the uncertainty of a case is asked for. */
export interface UncertaintySettings {
  /** At which of the case's rates parameters are ranked; undefined: the fastest that delivers something. */
  readonly rate: Rate | undefined;
  /** Half-width of the 95 % interval of every index at which the sample is large enough. */
  readonly error: number;
  /** Rows of the sample at most. */
  readonly points: number;
  /** Parameters that take part at most, those that do most. */
  readonly most: number;
  /** Parameters taken as known, by their paths. */
  readonly without: readonly string[];
}

/** A case with spreads over those of its ledger. */
export interface LoadedUncertainty {
  readonly settings: UncertaintySettings;
  readonly base: LoadedCase & { readonly ok: true };
  readonly files: StudyFiles;
  /** A problem at an entry of the block. */
  issueAt(path: Path, words: Wording): CaseIssue;
}

/** The uncertainty of a file, or every problem of it. */
export type UncertaintyReading = Loaded<{ uncertainty: LoadedUncertainty }>;

const usual = { error: 0.05, points: 1024, most: 16 } as const;
/** Two coordinates of a Sobol point for each parameter, of forty. */
const mostParameters = 20;
const fewestPoints = 16;
const keys = Object.keys(uncertaintyKeys);

/** Reads a case and `uncertainty:` where it has one: spreads of some keys, what is taken as known, how sure the indices must be. */
export function parseUncertainty(input: string | object, given: Partial<ParseOptions> = {}): UncertaintyReading {
  const { files, options: settled } = readOnce(input, given);
  const { source, written, options } = studySource(input, ['uncertainty', 'base'], settled);
  if (!source.readable) return { ok: false, issues: source.issues };
  const issueAt = (path: Path, words: Wording): CaseIssue => {
    const at = ['uncertainty', ...path];
    return { ...written.position(at, words.code === 'unknown-key' ? 'key' : 'value'), key: dotted(at), ...words };
  };
  const problems: FieldProblem[] = [];
  const block = (isRecord(written.data) ? written.data.uncertainty : undefined) ?? {};
  const settings = readSettings(block, problems);
  const spreads = readSpreads(block, source, problems);
  if (problems.length > 0)
    return { ok: false, issues: problems.map(({ path, ...words }) => issueAt(path, words)) };
  const annotated = withValues(source, spreads, (key) => {
    const path = ['uncertainty', 'spreads', key];
    return { path, position: (of) => written.position(path, of) };
  });
  const base = parseSource(annotated, options);
  if (!base.ok) return base;
  const { rates } = base.case.protocol;
  const { rate } = settings;
  if (rate !== undefined && !rates.some((one) => formatRate(one) === formatRate(rate))) {
    return { ok: false, issues: [issueAt(['rate'], wording.rateNotInCase(formatRate(rate), rates.map(formatRate)))] };
  }
  return { ok: true, uncertainty: { settings, base, files, issueAt } };
}

/** The uncertainty of files that were read before. */
export const uncertaintyOf = (files: StudyFiles): UncertaintyReading =>
  parseUncertainty(files.input, settingsOf(files));

function readSettings(block: unknown, problems: FieldProblem[]): UncertaintySettings {
  if (!isRecord(block)) {
    problems.push({ ...wrongStructure('object', block), path: [] });
    return { ...usual, rate: undefined, without: [] };
  }
  problems.push(...Object.keys(block).filter((key) => !keys.includes(key)).map((key) => ({
    ...wording.unknownKey(key, keys),
    path: [key],
  })));
  return {
    rate: readOwnRate(block.rate, problems),
    error: readShare(block.error, problems),
    points: whole(block, 'points', fewestPoints, 1e6, problems),
    most: whole(block, 'most', 1, mostParameters, problems),
    without: readNames(block.without, problems),
  };
}

function readOwnRate(raw: unknown, problems: FieldProblem[]): Rate | undefined {
  if (raw === undefined) return undefined;
  const rate = readRate(raw);
  if (rate.ok) return rate.value;
  problems.push(...rate.problems.map((problem) => ({ ...problem, path: ['rate'] })));
  return undefined;
}

function readShare(raw: unknown, problems: FieldProblem[]): number {
  if (raw === undefined) return usual.error;
  const reading = readQuantity(raw, 'fraction', {});
  if (reading.ok && reading.value > 0 && reading.value < 1) return reading.value;
  problems.push({ ...wording.wrongType('a share between 0 and 100 %', raw, 'error: 5 %'), path: ['error'] });
  return usual.error;
}

function whole(block: RawRecord, key: 'points' | 'most', low: number, high: number, problems: FieldProblem[]): number {
  const raw = block[key];
  if (raw === undefined) return usual[key];
  const reading = wholeNumber(raw, low, `${key}: ${usual[key]}`);
  if (reading.ok && reading.value <= high) return reading.value;
  problems.push(reading.ok
    ? { ...wording.outOfRange('a whole number', `from ${low} to ${high}`, raw), path: [key] }
    : { ...reading.problems[0], path: [key] });
  return usual[key];
}

function readNames(raw: unknown, problems: FieldProblem[]): readonly string[] {
  if (raw === undefined) return [];
  if (Array.isArray(raw) && raw.every((name) => typeof name === 'string')) return raw;
  problems.push({ ...wording.wrongType('a list of parameters', raw, 'without: [NMC811.diffusivity]'),
    path: ['without'] });
  return [];
}

/** Values of the case with a spread beside them; whether it is one is said where the case is read. */
function readSpreads(block: unknown, { data }: YamlSource, problems: FieldProblem[]): RawRecord {
  const raw = isRecord(block) ? block.spreads ?? {} : {};
  if (!isRecord(raw)) {
    problems.push({ ...wrongStructure('object', raw), path: ['spreads'] });
    return {};
  }
  return Object.fromEntries(Object.entries(raw).flatMap(([key, spread]): [string, unknown][] => {
    const path = ['spreads', key];
    const given = isRecord(spread) ? spread : { spread };
    const strange = Object.keys(given).filter((name) => name !== 'spread' && name !== 'range');
    problems.push(
      ...strange.map((name) => ({ ...wording.unknownKey(name, ['spread', 'range']), path: [...path, name] })),
    );
    const value = rawAt(data, stepsOf(data, key));
    if (value === undefined || (isRecord(value) && !isAnnotated(value))) {
      problems.push({ ...wording.noValueToSpread(key), path });
      return [];
    }
    const { spread: _, range: __, ...rest } = isAnnotated(value) ? value : { value };
    return [[key, { ...rest, ...given }]];
  }));
}
