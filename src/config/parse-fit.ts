import { conversionOf } from '../units/conversion.js';
import type { Result } from '../units/result.js';
import type { FieldProblem } from './annotation.js';
import { folderOf, pathFrom } from './case-source.js';
import type { CaseIssue, Loaded, LoadedCase, Rate } from './case.js';
import type { CsvProblem } from './csv-table.js';
import { readQuantity } from './field.js';
import { doubleLayerKey, entriesOf, type FitCapacity, type FitCurve, type FitSpectrum, readCapacities, readSpectra,
  strangers } from './fit-data.js';
import { type CapacityBasis, readMeasuredDischarge } from './measured-discharge.js';
import { readMeasuredImpedance } from './measured-impedance.js';
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

/** One measurement of any kind, as the case has it: discharges first, then single capacities, then spectra. */
export interface FitExperiment {
  readonly rate?: Rate;
  /** [V]; that of the case where it is absent. */
  readonly cutoff?: number;
  /** The charge that was measured, over its basis [SI]. */
  readonly charge?: { readonly basis: CapacityBasis; readonly value: number };
  readonly set: RawRecord;
  readonly path: Path;
}

/** A case whose keys are fitted to what was measured. */
export interface LoadedFit {
  readonly title: string;
  readonly curves: readonly FitCurve[];
  readonly capacities: readonly FitCapacity[];
  readonly spectra: readonly FitSpectrum[];
  readonly experiments: readonly FitExperiment[];
  readonly vary: readonly SweepRange[];
  /** Standard deviation of a measured voltage [V], of ln of a measured capacity, and of either part of an impedance over its modulus. */
  readonly noise: { readonly voltage: number; readonly capacity: number; readonly impedance: number;
    readonly assumed: boolean };
  readonly starts: number;
  /** The case as written, without what is fitted. */
  readonly base: LoadedCase;
  /** The case of one experiment, with values of the fitted keys, in the units of `vary`. */
  design(experiment: number, values: readonly number[]): LoadedCase;
  /** The same with other keys over it: the experiment that comes next. */
  otherwise(experiment: number, values: readonly number[], set: RawRecord): LoadedCase;
}

/** The fit of a file, or every problem of it. */
export type FitReading = Loaded<{ fit: LoadedFit }>;

const keys = Object.keys(fitKeys);
const curveKeys = ['file', 'rate', 'discharge', 'set'];
/** Of a cycler, of an impedance and of cells that should be the same; where a file does not say. */
const usualNoise = { voltage: 5e-3, capacity: 0.01, impedance: 0.02 };
const usualStarts = 3;
const mostStarts = 50;

/** Reads `fit:` of a case file: what was measured, the keys that are fitted to it within bounds, and how far the data may be off. */
export function parseFit(text: string, given: ParseOptions): FitReading {
  const { source, written, options } = studySource(text, ['fit', 'base'], given);
  const { textOf = () => undefined } = options;
  if (!source.readable) return { ok: false, issues: source.issues };
  const block = isRecord(written.data) ? written.data.fit : undefined;
  const reading = readBlock(block, (name) => ({ text: textOf(name), file: pathFrom(folderOf(options.file), name) }));
  if (!reading.ok) return { ok: false, issues: reading.problems.map((problem) => placed(problem, written)) };
  const { vary } = reading.block;
  const base = parseSource(source, options);
  if (!base.ok) return base;
  const experiments = experimentsOf(reading.block);
  const design = (at: number, values: readonly number[], set: RawRecord = {}): LoadedCase => {
    const { rate, cutoff, set: own, path } = experiments[at];
    const fitted = Object.fromEntries(
      vary.flatMap(({ key, unit }, i) => key === doubleLayerKey ? [] : [[key, `${values[i]} ${unit}`.trim()]]),
    );
    const all: RawRecord = { ...(rate && { 'protocol.rates': [rateText(rate)] }),
      ...(cutoff !== undefined && { 'protocol.lowerCutoffVoltage': `${cutoff} V` }), ...own, ...fitted, ...set };
    return parseSource(withValues(source, all, (key) => placeOf(key, path, own, fitted, written)), options);
  };
  const unlike = steps(base) ?? withoutArea(base, reading.block, written) ?? firstProblem(vary, design);
  if (unlike) return { ok: false, issues: unlike };
  return { ok: true, fit: { ...reading.block, experiments, title: base.case.title, base, design, otherwise: design } };
}

const experimentsOf = ({ curves, capacities, spectra }: Block): FitExperiment[] => [
  ...curves.map(({ rate, set, discharge: { basis, capacity, voltage } }, i) => ({ rate, set, path: ['curves', i],
    cutoff: voltage[voltage.length - 1], charge: { basis, value: capacity[capacity.length - 1] } })
  ),
  ...capacities.map(({ rate, set, basis, capacity }, i) => ({ rate, set, path: ['capacities', i],
    charge: { basis, value: capacity } })
  ),
  ...spectra.map(({ set }, i) => ({ set, path: ['spectra', i] })),
];

const rateText = ({ kind, value }: Rate): string => (kind === 'cRate' ? `${value}C` : `${value} A/m^2`);

/** A fit runs one discharge per curve. */
function steps(base: LoadedCase): readonly CaseIssue[] | undefined {
  if (!base.ok) return base.issues;
  const { steps: [first, ...more] } = base.case.protocol;
  if (first?.kind === 'discharge' && first.rate === 'each' && more.length === 0) return undefined;
  return [{ ...base.locate('protocol.steps'), key: 'protocol.steps', ...wording.fitsOneDischarge() }];
}

/** A charge or a resistance of a whole cell needs a cell of one pair of electrodes. */
function withoutArea(base: LoadedCase, { curves, capacities, spectra }: Block, written: YamlSource):
  | readonly CaseIssue[]
  | undefined
{
  if (base.ok && base.case.cell.format !== undefined) return undefined;
  const lists = [['curves', 'file', curves.map(({ discharge }) => discharge.basis)], ['capacities', 'capacity',
    capacities.map(({ basis }) => basis)], ['spectra', 'file',
    spectra.map(({ impedance }) => impedance.basis)]] as const;
  const [problem] = lists.flatMap(([list, key, bases]) =>
    bases.flatMap((basis, i) => (basis === 'cell' ? [{ list, path: [list, i, key] }] : []))
  );
  if (problem === undefined) return undefined;
  const words = problem.list === 'spectra' ? wording.resistanceOfCell() : wording.chargeOfCell();
  return [placed({ ...words, path: problem.path }, written)];
}

/** What is wrong with the case at either end of what is varied. */
function firstProblem(vary: readonly SweepRange[], design: (curve: number, values: readonly number[]) => LoadedCase) {
  for (const values of [vary.map(({ from }) => from), vary.map(({ to }) => to)]) {
    const loaded = design(0, values);
    if (!loaded.ok) return loaded.issues;
  }
  return undefined;
}

function placeOf(key: string, experiment: Path, ofOne: RawRecord, fitted: RawRecord, written: YamlSource) {
  const path: Path = Object.hasOwn(fitted, key)
    ? ['fit', 'vary', key]
    : Object.hasOwn(ofOne, key)
    ? ['fit', ...experiment, 'set', key]
    : ['fit', ...experiment, 'rate'];
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

type Block = Pick<LoadedFit, 'curves' | 'capacities' | 'spectra' | 'vary' | 'noise' | 'starts'>;
type BlockReading = Result<{ block: Block }, { problems: readonly PlacedProblem[] }>;
type FileText = (name: string) => { readonly text: string | undefined; readonly file: string };

function readBlock(raw: unknown, textOf: FileText): BlockReading {
  if (raw === undefined || raw === null) return { ok: false, problems: [{ ...wording.noFit(), path: [] }] };
  if (!isRecord(raw)) return { ok: false, problems: [{ ...wrongStructure('object', raw), path: [] }] };
  const problems: PlacedProblem[] = strangers(raw, keys, []);
  const vary = readVary(raw.vary, problems);
  const alone = raw.capacities === undefined && raw.spectra === undefined;
  const curves = raw.curves === undefined && !alone ? [] : readCurves(raw.curves, textOf, problems);
  const capacities = readCapacities(raw.capacities, problems);
  const spectra = readSpectra(raw.spectra, problems,
    (name, path) =>
      readFile(name, textOf, path, problems, (text, refuse) => {
        const reading = readMeasuredImpedance(text);
        return reading.ok ? reading.impedance : refuse(reading.problems);
      }));
  const noise = readNoise(raw.noise, problems);
  const { starts = usualStarts } = raw;
  if (!Number.isInteger(starts) || Number(starts) < 1 || Number(starts) > mostStarts)
    problems.push({ ...wording.wrongType(`a whole number from 1 to ${mostStarts}`, starts, 'starts: 3'),
      path: ['starts'] });
  const points = curves.reduce((sum, { discharge }) => sum + discharge.voltage.length + 1, capacities.length)
    + spectra.reduce((sum, { impedance }) => sum + 2 * impedance.frequency.length, 0);
  if (problems.length === 0 && points <= vary.length)
    problems.push({ ...wording.fewerPointsThanKeys(points, vary.length), path: ['curves'] });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, block: { curves, capacities, spectra, vary, noise, starts: Number(starts) } };
}

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
    else if (key === doubleLayerKey && conversionOf(axis.value.unit, 'arealCapacitance') === undefined)
      problems.push({
        ...wording.wrongType('bounds in a capacitance per area', range, '{from: 1 uF/cm^2, to: 100 uF/cm^2}'),
        path,
      });
    else if (axis.value.from < axis.value.to) return [axis.value];
    else problems.push({ ...wording.emptyBounds((range as RawRecord).from, (range as RawRecord).to), path });
    return [];
  });
}

function readCurves(raw: unknown, textOf: FileText, problems: PlacedProblem[]): FitCurve[] {
  const entries = entriesOf(raw, ['curves'], curveKeys, problems);
  if (!entries) {
    problems.push({ ...wording.wrongType('a list of measured curves', raw, 'curves: [{file: c3.csv, rate: C/3}]'),
      path: ['curves'] });
    return [];
  }
  return entries.flatMap(({ entry, set, path }): FitCurve[] => {
    const rate = readRate(entry.rate);
    if (!rate.ok) problems.push(...rate.problems.map((problem) => ({ ...problem, path: [...path, 'rate'] })));
    const { discharge: number } = entry;
    const counts = Number.isInteger(number) && Number(number) >= 1;
    if (number !== undefined && !counts)
      problems.push({ ...wording.wrongType('a whole number from 1', number, 'discharge: 2'),
        path: [...path, 'discharge'] });
    const discharge = readFile(own(entry, 'file'), textOf, [...path, 'file'], problems, (text, refuse) => {
      const reading = readMeasuredDischarge(text, counts ? Number(number) : number === undefined ? undefined : 1);
      return reading.ok ? reading.discharge : refuse(reading.problems);
    });
    return rate.ok && discharge
      ? [{ file: String(entry.file), rate: rate.value, discharge, set }]
      : [];
  });
}

type Refuse = (problems: readonly CsvProblem[]) => undefined;

/** What `read` makes of the text of a file; its problems are told with their place there. */
function readFile<T>(name: unknown, textOf: FileText, path: Path, problems: PlacedProblem[],
  read: (text: string, refuse: Refuse) => T | undefined): T | undefined
{
  if (typeof name !== 'string') {
    problems.push({ ...wording.missing('the CSV file of a measurement', 'file: c3.csv'), path });
    return undefined;
  }
  const { text, file } = textOf(name);
  if (text === undefined) {
    problems.push({ ...wording.missingProfile(file), path });
    return undefined;
  }
  return read(text, (found) => {
    problems.push(
      ...found.map(({ line, column, ...words }) => ({ ...words, path, elsewhere: { file, line, column } })),
    );
    return undefined;
  });
}

function readNoise(raw: unknown, problems: PlacedProblem[]): LoadedFit['noise'] {
  if (raw === undefined) return { ...usualNoise, assumed: true };
  if (!isRecord(raw)) {
    problems.push({
      ...wording.wrongType('noise of voltage, capacity and impedance', raw, 'noise: {voltage: 5 mV, capacity: 1 %}'),
      path: ['noise'],
    });
    return { ...usualNoise, assumed: true };
  }
  problems.push(...strangers(raw, Object.keys(usualNoise), ['noise']));
  const read = (key: keyof typeof usualNoise, dimension: 'voltage' | 'fraction'): number => {
    if (raw[key] === undefined) return usualNoise[key];
    const reading = readQuantity(raw[key], dimension, {});
    if (reading.ok && reading.value > 0) return reading.value;
    const example = key === 'voltage' ? 'voltage: 5 mV' : `${key}: 1 %`;
    problems.push({ ...wording.wrongType('a standard deviation above zero', raw[key], example), path: ['noise', key] });
    return usualNoise[key];
  };
  return { voltage: read('voltage', 'voltage'), capacity: read('capacity', 'fraction'),
    impedance: read('impedance', 'fraction'), assumed: false };
}
