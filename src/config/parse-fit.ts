import type { Result } from '../units/result.js';
import type { FieldProblem } from './annotation.js';
import { folderOf, pathFrom } from './case-source.js';
import type { CaseIssue, Loaded, LoadedCase, Rate } from './case.js';
import { readQuantity } from './field.js';
import { type DischargeReading, type MeasuredDischarge, readMeasuredDischarge } from './measured-discharge.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { readRate } from './rate.js';
import { dotted, isRecord, own, type Path, type RawRecord } from './raw.js';
import { fitKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { readAxis } from './sweep-axis.js';
import { mostSobolDimensions, type SweepRange } from './sweep.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** One measured discharge, and what of the case was different for it. */
export interface FitCurve {
  readonly file: string;
  readonly rate: Rate;
  readonly discharge: MeasuredDischarge;
  /** Keys of the case with values of their own for this curve. */
  readonly set: RawRecord;
}

/** A case whose keys are fitted to measured discharges. */
export interface LoadedFit {
  readonly title: string;
  readonly curves: readonly FitCurve[];
  readonly vary: readonly SweepRange[];
  /** Standard deviation of a measured voltage [V], and of ln of a measured capacity. */
  readonly noise: { readonly voltage: number; readonly capacity: number; readonly assumed: boolean };
  readonly starts: number;
  /** The case as written, without what is fitted. */
  readonly base: LoadedCase;
  /** The case of one curve, with values of the fitted keys, in the units of `vary`. */
  design(curve: number, values: readonly number[]): LoadedCase;
  /** The same with other keys over it: the experiment that comes next. */
  otherwise(curve: number, values: readonly number[], set: RawRecord): LoadedCase;
}

/** The fit of a file, or every problem of it. */
export type FitReading = Loaded<{ fit: LoadedFit }>;

const keys = Object.keys(fitKeys);
const curveKeys = ['file', 'rate', 'discharge', 'set'];
/** Of a cycler and of cells that should be the same; where a file does not say. */
const usualNoise = { voltage: 5e-3, capacity: 0.01 };
const usualStarts = 3;
const mostStarts = 50;

/** Reads `fit:` of a case file: measured curves, the keys that are fitted to them within bounds, and how far the data may be off. */
export function parseFit(text: string, given: ParseOptions): FitReading {
  const { source, written, options } = studySource(text, ['fit', 'base'], given);
  const { textOf = () => undefined } = options;
  if (!source.readable) return { ok: false, issues: source.issues };
  const block = isRecord(written.data) ? written.data.fit : undefined;
  const reading = readBlock(block, (name) => ({ text: textOf(name), file: pathFrom(folderOf(options.file), name) }));
  if (!reading.ok) return { ok: false, issues: reading.problems.map((problem) => placed(problem, written)) };
  const { curves, vary } = reading.block;
  const base = parseSource(source, options);
  if (!base.ok) return base;
  const design = (curve: number, values: readonly number[], set: RawRecord = {}): LoadedCase => {
    const { rate, set: ofCurve, discharge: { voltage } } = curves[curve];
    const fitted = Object.fromEntries(vary.map(({ key, unit }, i) => [key, `${values[i]} ${unit}`.trim()]));
    const all: RawRecord = { 'protocol.rates': [rateText(rate)],
      'protocol.lowerCutoffVoltage': `${voltage[voltage.length - 1]} V`, ...ofCurve, ...fitted, ...set };
    return parseSource(withValues(source, all, (key) => placeOf(key, curve, ofCurve, fitted, written)), options);
  };
  const unlike = steps(base) ?? withoutArea(base, curves, written) ?? firstProblem(vary, design);
  if (unlike) return { ok: false, issues: unlike };
  return { ok: true, fit: { ...reading.block, title: base.case.title, base, design, otherwise: design } };
}

const rateText = ({ kind, value }: Rate): string => (kind === 'cRate' ? `${value}C` : `${value} A/m^2`);

/** A fit runs one discharge per curve. */
function steps(base: LoadedCase): readonly CaseIssue[] | undefined {
  if (!base.ok) return base.issues;
  const { steps: [first, ...more] } = base.case.protocol;
  if (first?.kind === 'discharge' && first.rate === 'each' && more.length === 0) return undefined;
  return [{ ...base.locate('protocol.steps'), key: 'protocol.steps', ...wording.fitsOneDischarge() }];
}

/** A charge of a whole cell needs a cell of one pair of electrodes. */
function withoutArea(base: LoadedCase, curves: readonly FitCurve[], written: YamlSource):
  | readonly CaseIssue[]
  | undefined
{
  const of = curves.findIndex(({ discharge }) => discharge.basis === 'cell');
  if (of < 0 || (base.ok && base.case.cell.format !== undefined)) return undefined;
  return [placed({ ...wording.chargeOfCell(), path: ['curves', of, 'file'] }, written)];
}

/** What is wrong with the case at either end of what is varied. */
function firstProblem(vary: readonly SweepRange[], design: (curve: number, values: readonly number[]) => LoadedCase) {
  for (const values of [vary.map(({ from }) => from), vary.map(({ to }) => to)]) {
    const loaded = design(0, values);
    if (!loaded.ok) return loaded.issues;
  }
  return undefined;
}

function placeOf(key: string, curve: number, ofCurve: RawRecord, fitted: RawRecord, written: YamlSource) {
  const path: Path = Object.hasOwn(fitted, key)
    ? ['fit', 'vary', key]
    : Object.hasOwn(ofCurve, key)
    ? ['fit', 'curves', curve, 'set', key]
    : ['fit', 'curves', curve, 'rate'];
  return { path, position: (of: 'key' | 'value') => written.position(path, of) };
}

interface PlacedProblem extends FieldProblem {
  /** Where another file than the case holds it. */
  readonly elsewhere?: { readonly file: string; readonly line: number; readonly column: number };
}

function placed({ path, elsewhere, ...words }: PlacedProblem, written: YamlSource): CaseIssue {
  const at = ['fit', ...path];
  const place = elsewhere ?? written.position(at, words.code === 'unknown-key' ? 'key' : 'value');
  return { ...place, key: dotted(at), ...words };
}

type Block = Pick<LoadedFit, 'curves' | 'vary' | 'noise' | 'starts'>;
type BlockReading = Result<{ block: Block }, { problems: readonly PlacedProblem[] }>;
type FileText = (name: string) => { readonly text: string | undefined; readonly file: string };

function readBlock(raw: unknown, textOf: FileText): BlockReading {
  if (raw === undefined || raw === null) return { ok: false, problems: [{ ...wording.noFit(), path: [] }] };
  if (!isRecord(raw)) return { ok: false, problems: [{ ...wrongStructure('object', raw), path: [] }] };
  const problems: PlacedProblem[] = strangers(raw, keys, []);
  const vary = readVary(raw.vary, problems);
  const curves = readCurves(raw.curves, textOf, problems);
  const noise = readNoise(raw.noise, problems);
  const { starts = usualStarts } = raw;
  if (!Number.isInteger(starts) || Number(starts) < 1 || Number(starts) > mostStarts)
    problems.push({ ...wording.wrongType(`a whole number from 1 to ${mostStarts}`, starts, 'starts: 3'),
      path: ['starts'] });
  const points = curves.reduce((sum, { discharge }) => sum + discharge.voltage.length + 1, 0);
  if (problems.length === 0 && points <= vary.length)
    problems.push({ ...wording.fewerPointsThanKeys(points, vary.length), path: ['curves'] });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, block: { curves, vary, noise, starts: Number(starts) } };
}

const strangers = (raw: RawRecord, known: readonly string[], path: Path): FieldProblem[] =>
  Object.keys(raw).filter((key) => !known.includes(key)).map((key) => ({ ...wording.unknownKey(key, known),
    path: [...path, key] })
  );

function readVary(raw: unknown, problems: PlacedProblem[]): SweepRange[] {
  const example = 'vary: {membrane.thickness: {from: 10 um, to: 100 um}}';
  if (raw === undefined) return [];
  if (!isRecord(raw) || Object.keys(raw).length === 0) {
    problems.push({ ...wording.wrongType('keys of the case with bounds', raw, example), path: ['vary'] });
    return [];
  }
  if (Object.keys(raw).length > mostSobolDimensions)
    problems.push({ ...wording.tooManyKeys(Object.keys(raw).length, mostSobolDimensions), path: ['vary'] });
  return Object.entries(raw).flatMap(([key, range]): SweepRange[] => {
    const axis = readAxis(key, range, 'sobol');
    const path = ['vary', key];
    if (!axis.ok) problems.push(...axis.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
    else if (axis.value.kind === 'values')
      problems.push({ ...wording.wrongType('bounds', range, '{from: 10 um, to: 100 um}'), path });
    else if (axis.value.from < axis.value.to) return [axis.value];
    else problems.push({ ...wording.emptyBounds((range as RawRecord).from, (range as RawRecord).to), path });
    return [];
  });
}

function readCurves(raw: unknown, textOf: FileText, problems: PlacedProblem[]): FitCurve[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    problems.push({ ...wording.wrongType('a list of measured curves', raw, 'curves: [{file: c3.csv, rate: C/3}]'),
      path: ['curves'] });
    return [];
  }
  return raw.flatMap((entry: unknown, i): FitCurve[] => {
    const path = ['curves', i];
    if (!isRecord(entry)) {
      problems.push({ ...wrongStructure('object', entry), path });
      return [];
    }
    problems.push(...strangers(entry, curveKeys, path));
    const rate = readRate(entry.rate);
    if (!rate.ok) problems.push(...rate.problems.map((problem) => ({ ...problem, path: [...path, 'rate'] })));
    const set = entry.set ?? {};
    if (!isRecord(set)) problems.push({ ...wrongStructure('object', set), path: [...path, 'set'] });
    const { discharge: number } = entry;
    const counts = Number.isInteger(number) && Number(number) >= 1;
    if (number !== undefined && !counts)
      problems.push({ ...wording.wrongType('a whole number from 1', number, 'discharge: 2'),
        path: [...path, 'discharge'] });
    const discharge = readFile(own(entry, 'file'), textOf, [...path, 'file'], problems,
      (text) => readMeasuredDischarge(text, counts ? Number(number) : number === undefined ? undefined : 1));
    return rate.ok && discharge && isRecord(set)
      ? [{ file: String(entry.file), rate: rate.value, discharge, set }]
      : [];
  });
}

function readFile(name: unknown, textOf: FileText, path: Path, problems: PlacedProblem[],
  read: (text: string) => DischargeReading): MeasuredDischarge | undefined
{
  if (typeof name !== 'string') {
    problems.push({ ...wording.missing('the CSV file of a curve', 'file: c3.csv'), path });
    return undefined;
  }
  const { text, file } = textOf(name);
  if (text === undefined) {
    problems.push({ ...wording.missingProfile(file), path });
    return undefined;
  }
  const reading = read(text);
  if (reading.ok) return reading.discharge;
  problems.push(
    ...reading.problems.map(({ line, column, ...words }) => ({ ...words, path, elsewhere: { file, line, column } })),
  );
  return undefined;
}

function readNoise(raw: unknown, problems: PlacedProblem[]): LoadedFit['noise'] {
  if (raw === undefined) return { ...usualNoise, assumed: true };
  if (!isRecord(raw)) {
    problems.push({ ...wording.wrongType('noise of voltage and capacity', raw, 'noise: {voltage: 5 mV, capacity: 1 %}'),
      path: ['noise'] });
    return { ...usualNoise, assumed: true };
  }
  problems.push(...strangers(raw, Object.keys(usualNoise), ['noise']));
  const read = (key: keyof typeof usualNoise, dimension: 'voltage' | 'fraction'): number => {
    if (raw[key] === undefined) return usualNoise[key];
    const reading = readQuantity(raw[key], dimension, {});
    if (reading.ok && reading.value > 0) return reading.value;
    const example = key === 'voltage' ? 'voltage: 5 mV' : 'capacity: 1 %';
    problems.push({ ...wording.wrongType('a standard deviation above zero', raw[key], example), path: ['noise', key] });
    return usualNoise[key];
  };
  return { voltage: read('voltage', 'voltage'), capacity: read('capacity', 'fraction'), assumed: false };
}
