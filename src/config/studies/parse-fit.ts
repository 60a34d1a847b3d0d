import * as z from 'zod';
import { conversionOf } from '../../units/conversion.js';
import type { Result } from '../../units/result.js';
import type { CaseIssue, Loaded, Wording } from '../case-issue.js';
import { withoutMisspelt } from '../case-problems.js';
import { folderOf, pathFrom } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import { integer, quantity } from '../fields/field.js';
import { type FieldProblem, type Reading, refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { keyedField } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import type { CsvProblem } from '../files/csv-table.js';
import { type CapacityBasis, readMeasuredDischarge } from '../files/measured-discharge.js';
import { readMeasuredImpedance } from '../files/measured-impedance.js';
import { wholeSections } from '../merge-sources.js';
import { parseSource } from '../parse-case.js';
import type { ParseOptions } from '../parse-options.js';
import { isRecord, own, type Path, type PlainRecord } from '../plain-data.js';
import type { RateOfCell } from '../protocol.js';
import { wording } from '../wording.js';
import { doubleLayerKey, type FitCapacity, type FitCurve, type FitSpectrum, type MeasuredOf, measuredTables,
  nameOfCurve } from './fit-data.js';
import { eachOnce, issuesOf, keysOf, otherThanDischarge, type StudySource, studySource } from './study-source.js';
import { rangeTable, readBounds } from './sweep-axis.js';
import { mostSobolDimensions, type SweepRange } from './sweep.js';

/** One measurement of any kind, as the case has it: discharges first, then single capacities, then spectra. */
export interface FitExperiment extends MeasuredOf {
  readonly rate?: RateOfCell;
  /** [V]; that of the case where it is absent. */
  readonly cutoff?: number;
  /** The charge that was measured, over its basis [SI]. */
  readonly charge?: { readonly basis: CapacityBasis; readonly value: number };
  readonly path: Path;
}

/** A key that is fitted within its range; one that each cell has its own value of, once for each. */
export interface FittedRange extends SweepRange {
  readonly cell?: string;
}

/** A case whose keys are fitted to what was measured. */
export interface LoadedFit {
  readonly title: string;
  readonly curves: readonly FitCurve[];
  readonly capacities: readonly FitCapacity[];
  readonly spectra: readonly FitSpectrum[];
  readonly experiments: readonly FitExperiment[];
  readonly vary: readonly FittedRange[];
  /** Standard deviation of a measured voltage [V], of ln of a measured capacity, and of either part of an impedance over its modulus. */
  readonly noise: { readonly voltage: number; readonly capacity: number; readonly impedance: number;
    readonly assumed: boolean };
  readonly starts: number;
  /** Sections that a file over this case would replace whole, with what is fitted or different for an experiment in them. */
  readonly sections: readonly (readonly [place: Path, section: PlainRecord])[];
  /** The case as written, without what is fitted. */
  readonly base: LoadedCase;
  /** The case of one experiment, with values of the fitted keys, in the units of `vary`. */
  design(experiment: number, values: readonly number[]): LoadedCase;
  /** The same with other keys over it: the experiment that comes next. */
  otherwise(experiment: number, values: readonly number[], set: PlainRecord): LoadedCase;
}

/** The fit of a file, or every problem of it. */
export type FitReading = Loaded<{ fit: LoadedFit }>;

/** Noise of a cycler [V], and relative noise of an impedance and of the capacities of cells that should be the same, where a file does not say. */
const usualNoise = { voltage: 5e-3, capacity: 0.01, impedance: 0.02 };

const noiseOf = (dimension: 'voltage' | 'fraction', label: string, min: string, example: string) =>
  quantity(dimension, { label, min, example }).optional();

const fittedTable = rangeTable.extend({
  per: choice(['cell'], { label: 'cell: a separate value for each named cell; default: one value for all' })
    .optional(),
});

export const fitTable = z.strictObject({
  curves: measuredTables.curves.optional(),
  capacities: measuredTables.capacities.optional(),
  spectra: measuredTables.spectra.optional(),
  vary: keyedField({
    label: 'dotted keys of the case that are fitted, each within its range',
    note: 'without any the case is compared with the curves unchanged',
  }, {
    written: 'keys with bounds',
    example: '{membrane.thickness: {from: 10 um, to: 100 um}}',
    below: [fittedTable],
  }, (key, input): Reading<SweepRange & { readonly perCell: boolean }> => {
    const { per, ...written } = isRecord(input) ? input : {};
    if (per !== undefined && per !== 'cell') return refused(wording.wrongType('cell', per, 'cell'), ['per']);
    const bounds = readBounds(key, per === undefined ? input : written);
    if (!bounds.ok) return bounds;
    return key === doubleLayerKey && conversionOf(bounds.value.unit, 'arealCapacitance') === undefined
      ? refused(wording.wrongType('bounds in a capacitance per area', input, '{from: 1 uF/cm^2, to: 100 uF/cm^2}'))
      : { ok: true, value: { ...bounds.value, perCell: per === 'cell' } };
  }).optional(),
  noise: z.strictObject({
    voltage: noiseOf('voltage', 'standard deviation of a measured voltage', '1 nV', '5 mV'),
    capacity: noiseOf('fraction', 'relative standard deviation of a measured capacity', '0.0001 %', '1 %'),
    impedance: noiseOf('fraction', 'standard deviation of an impedance relative to its modulus', '0.0001 %', '2 %'),
  }).optional(),
  starts: integer({ label: 'places from which the fit begins', min: 1, max: 50, default: 3 }),
});

/** Reads `fit:` of a case file: what was measured, the keys that are fitted to it within bounds, and how far the data may be off. */
export function parseFit(text: string, settings: Partial<ParseOptions> = {}): FitReading {
  const study = studySource(text, ['fit'], settings);
  const { source, options, options: { textOf = () => undefined } } = study;
  if (!source.readable) return { ok: false, issues: source.issues };
  const reading = readBlock(study.block,
    (name) => ({ text: textOf(name), file: pathFrom(folderOf(options.file), name) }));
  const base = parseSource(source, options);
  if (!reading.ok) {
    const problems = reading.problems.map((problem) => placed(problem, study));
    return { ok: false, issues: eachOnce([...problems, ...issuesOf(base)], options) };
  }
  const { vary } = reading.block;
  if (!base.ok) return base;
  const experiments = experimentsOf(reading.block);
  const design = (at: number, values: readonly number[], set: PlainRecord = {}): LoadedCase => {
    const { rate, cutoff, set: own, path } = experiments[at];
    const fitted = Object.fromEntries(
      vary.flatMap((range, i) =>
        range.key === doubleLayerKey || !isOf(range, experiments[at])
          ? []
          : [[range.key, `${values[i]} ${range.unit}`.trim()]]
      ),
    );
    const all: PlainRecord = { ...(rate && { 'protocol.rates': [rateText(rate)] }),
      ...(cutoff !== undefined && { 'protocol.lowerCutoffVoltage': `${cutoff} V` }), ...own, ...fitted, ...set };
    return study.design(all, (key) => placeOf(key, path, own, fitted));
  };
  const unlike = otherThanDischarge(base, wording.fitsOneDischarge()) ?? withoutArea(base, reading.block, study)
    ?? firstProblem(vary, design);
  if (unlike) return { ok: false, issues: unlike };
  const changed = [...vary.map(({ key }) => key), ...experiments.flatMap(({ set }) => Object.keys(set))];
  const sections = changed.flatMap(keysOf).flatMap((key) => wholeSections(source.data, key));
  return { ok: true,
    fit: { ...reading.block, experiments, sections, title: base.case.title, base, design, otherwise: design } };
}

/** Whether a range is of the cell of an experiment, or of all. */
export const isOf = ({ cell }: Pick<FittedRange, 'cell'>, experiment: Pick<FitExperiment, 'cell'>): boolean =>
  cell === undefined || cell === experiment.cell;

const experimentsOf = ({ curves, capacities, spectra }: Block): FitExperiment[] => [
  ...curves.map(({ rate, set, cell, discharge: { basis, capacity, voltage } }, i) => ({ rate, set, cell,
    path: ['curves', i], cutoff: voltage[voltage.length - 1], charge: { basis, value: capacity[capacity.length - 1] } })
  ),
  ...capacities.map(({ rate, set, cell, basis, capacity }, i) => ({ rate, set, cell, path: ['capacities', i],
    charge: { basis, value: capacity } })
  ),
  ...spectra.map(({ set, cell }, i) => ({ set, cell, path: ['spectra', i] })),
];

const rateText = (rate: RateOfCell): string =>
  rate.kind === 'current' ? rate.written : rate.kind === 'cRate' ? `${rate.value}C` : `${rate.value} A/m^2`;

/** A current, a charge or a resistance of a whole cell needs a cell of one pair of electrodes. */
function withoutArea(base: LoadedCase, { curves, capacities, spectra }: Block, study: StudySource):
  | readonly CaseIssue[]
  | undefined
{
  if (base.ok && base.case.cell.format !== undefined) return undefined;
  const currents = Object.entries({ curves, capacities }).flatMap(([list, all]) =>
    all.flatMap(({ rate },
      i) => (rate.kind === 'current' ? [{ ...wording.currentOfCell(rate.written), path: [list, i, 'rate'] }] : [])
    )
  );
  if (currents.length > 0) return currents.map(study.issueOf);
  const lists = [['curves', 'file', curves.map(({ discharge }) => discharge.basis)], ['capacities', 'capacity',
    capacities.map(({ basis }) => basis)], ['spectra', 'file',
    spectra.map(({ impedance }) => impedance.basis)]] as const;
  const [problem] = lists.flatMap(([list, key, bases]) =>
    bases.flatMap((basis, i) => (basis === 'cell' ? [{ list, path: [list, i, key] }] : []))
  );
  if (problem === undefined) return undefined;
  const words = problem.list === 'spectra' ? wording.resistanceOfCell() : wording.chargeOfCell();
  return [study.issueOf({ ...words, path: problem.path })];
}

/** What is wrong with the case at either end of what is varied. */
function firstProblem(vary: readonly SweepRange[], design: (curve: number, values: readonly number[]) => LoadedCase) {
  for (const values of [vary.map(({ from }) => from), vary.map(({ to }) => to)]) {
    const loaded = design(0, values);
    if (!loaded.ok) return loaded.issues;
  }
  return undefined;
}

function placeOf(key: string, experiment: Path, ownSet: PlainRecord, fitted: PlainRecord): Path {
  if (Object.hasOwn(fitted, key)) return ['fit', 'vary', key];
  return ['fit', ...experiment, ...(Object.hasOwn(ownSet, key) ? ['set', key] : ['rate'])];
}

interface PlacedProblem extends FieldProblem {
  /** Where another file than the case holds it. */
  readonly elsewhere?: { readonly file: string; readonly line: number; readonly column: number };
}

const placed = ({ elsewhere, ...problem }: PlacedProblem, { issueOf }: StudySource): CaseIssue => ({
  ...issueOf(problem),
  ...elsewhere,
});

type Block = Pick<LoadedFit, 'curves' | 'capacities' | 'spectra' | 'vary' | 'noise' | 'starts'>;
type BlockReading = Result<{ block: Block }, { problems: readonly PlacedProblem[] }>;
type FileText = (name: string) => { readonly text: string | undefined; readonly file: string };

function readBlock(input: unknown, textOf: FileText): BlockReading {
  if (input === undefined || input === null) return { ok: false, problems: [{ ...wording.noFit(), path: [] }] };
  const reading = readTable(fitTable, input);
  const problems: PlacedProblem[] = reading.ok ? [] : [...reading.problems];
  const discharges = filesOf(input, 'curves', textOf, problems, (text, { discharge }) => {
    const number = Number.isInteger(discharge) ? Number(discharge) : undefined;
    const found = readMeasuredDischarge(text, number);
    return found.ok ? { ok: true, value: found.discharge } : found;
  });
  const impedances = filesOf(input, 'spectra', textOf, problems, (text) => {
    const found = readMeasuredImpedance(text);
    return found.ok ? { ok: true, value: found.impedance } : found;
  });
  const isEmpty = isRecord(input) && ['curves', 'capacities', 'spectra'].every((key) => input[key] === undefined);
  if (isEmpty) {
    problems.push({ ...wording.missing('a list of measured curves', 'curves: [{file: c3.csv, rate: C/3}]'),
      path: ['curves'] });
  }
  if (!reading.ok || problems.length > 0) return { ok: false, problems: withoutMisspelt(problems) };
  const { curves = [], capacities = [], spectra = [], vary: asked = [], noise, starts } = reading.value;
  const block: Block = {
    curves: curves.map(({ discharge: number, file, ...curve }, i) => ({ ...curve, file: nameOfCurve(file, number),
      discharge: discharges[i] })
    ),
    capacities: capacities.map(({ capacity, ...one }) => ({ ...one, ...capacity })),
    spectra: spectra.map(({ soc, doubleLayer, ...one }, i) => ({ ...one, stateOfCharge: soc, doubleLayer,
      impedance: impedances[i] })
    ),
    vary: [],
    noise: { ...usualNoise, ...noise, assumed: noise === undefined },
    starts,
  };
  const lists = { curves: block.curves, capacities: block.capacities, spectra: block.spectra };
  const nameless = Object.entries(lists).flatMap(([list, all]) =>
    all.flatMap(({ cell }, i) => (cell === undefined ? [{ ...wording.nameOfCell(), path: [list, i, 'cell'] }] : []))
  );
  if (nameless.length > 0 && asked.some(({ perCell }) => perCell)) return { ok: false, problems: nameless };
  const cells = [...new Set(Object.values(lists).flatMap((all) => all.map(({ cell }) => cell)))];
  const vary = asked.flatMap(({ perCell, ...range }): FittedRange[] =>
    perCell ? cells.map((cell) => ({ ...range, cell })) : [range]
  );
  const points = block.curves.reduce((sum, { discharge }) => sum + discharge.voltage.length + 1, capacities.length)
    + block.spectra.reduce((sum, { impedance }) => sum + 2 * impedance.frequency.length, 0);
  if (vary.length > mostSobolDimensions) return wrong(wording.tooManyKeys(vary.length, mostSobolDimensions), 'vary');
  return points <= vary.length
    ? wrong(wording.fewerPointsThanKeys(points, vary.length), 'curves')
    : { ok: true, block: { ...block, vary } };
}

const wrong = (words: Wording, key: string): BlockReading => ({ ok: false, problems: [{ ...words, path: [key] }] });

/** What the files of a list hold, also where something else is wrong with its entries; a problem of a file has its place there. */
function filesOf<T>(input: unknown, list: 'curves' | 'spectra', textOf: FileText, problems: PlacedProblem[],
  read: (text: string, entry: PlainRecord) => Result<{ value: T }, { problems: readonly CsvProblem[] }>): T[]
{
  const entries: unknown = isRecord(input) ? input[list] : undefined;
  return (Array.isArray(entries) ? entries as readonly unknown[] : []).flatMap((entry, i): T[] => {
    const name = isRecord(entry) ? own(entry, 'file') : undefined;
    if (!isRecord(entry) || typeof name !== 'string') return [];
    const { text, file } = textOf(name);
    const path = [list, i, 'file'];
    const found = text === undefined ? undefined : read(text, entry);
    if (found?.ok) return [found.value];
    problems.push(
      ...found?.problems.map(({ line, column, ...words }) => ({ ...words, path, elsewhere: { file, line, column } }))
        ?? [{ ...wording.missingProfile(file), path }],
    );
    return [];
  });
}
