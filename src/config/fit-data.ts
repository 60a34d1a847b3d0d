import type { FieldProblem } from './annotation.js';
import type { Rate } from './case.js';
import { readQuantity } from './field.js';
import type { CapacityBasis, MeasuredDischarge } from './measured-discharge.js';
import type { MeasuredImpedance } from './measured-impedance.js';
import { readRate } from './rate.js';
import { isRecord, own, type Path, type RawRecord } from './raw.js';
import { wording, wrongStructure } from './wording.js';

/** One measured discharge, and what of the case was different for it. */
export interface FitCurve {
  readonly file: string;
  readonly rate: Rate;
  readonly discharge: MeasuredDischarge;
  /** Keys of the case with values of their own for this curve. */
  readonly set: RawRecord;
}

/** What a discharge delivered down to the cut-off of the case, without its curve. */
export interface FitCapacity {
  readonly rate: Rate;
  readonly basis: CapacityBasis;
  /** [C kg^-1], [C m^-2] or [C], by the basis. */
  readonly capacity: number;
  readonly set: RawRecord;
}

/** The impedance of the cell at rest. */
export interface FitSpectrum {
  readonly file: string;
  /** Of the cathode: 1 charged, 0 discharged. */
  readonly stateOfCharge: number;
  /** Per wetted area [F m^-2]; undefined: assumed, or fitted. */
  readonly doubleLayer: number | undefined;
  readonly impedance: MeasuredImpedance;
  readonly set: RawRecord;
}

/** What is fitted beside the keys of the case: no discharge depends on it, and no case has it. */
export const doubleLayerKey = 'impedance.doubleLayerCapacitance';

const bases = [['activeMass', 'specificCapacity'], ['area', 'arealCapacity'], ['cell', 'charge']] as const;

/** Entries of one list of `fit:` that are mappings, each with its own keys of the case; undefined where there is no list. */
export function entriesOf(raw: unknown, path: Path, known: readonly string[], problems: FieldProblem[]):
  | { readonly entry: RawRecord; readonly set: RawRecord; readonly path: Path }[]
  | undefined
{
  if (!Array.isArray(raw) || raw.length === 0) return undefined;
  return raw.flatMap((entry: unknown, i) => {
    const at = [...path, i];
    if (!isRecord(entry)) {
      problems.push({ ...wrongStructure('object', entry), path: at });
      return [];
    }
    problems.push(...strangers(entry, known, at));
    const set = entry.set ?? {};
    if (!isRecord(set)) {
      problems.push({ ...wrongStructure('object', set), path: [...at, 'set'] });
      return [];
    }
    return [{ entry, set, path: at }];
  });
}

export const strangers = (raw: RawRecord, known: readonly string[], path: Path): FieldProblem[] =>
  Object.keys(raw).filter((key) => !known.includes(key)).map((key) => ({ ...wording.unknownKey(key, known),
    path: [...path, key] })
  );

/** `capacities: [{capacity: 152 mAh/g, rate: 1C}]`. */
export function readCapacities(raw: unknown, problems: FieldProblem[]): FitCapacity[] {
  if (raw === undefined) return [];
  const entries = entriesOf(raw, ['capacities'], ['capacity', 'rate', 'set'], problems);
  if (!entries) {
    problems.push({ ...wording.wrongType('a list of capacities', raw, 'capacities: [{capacity: 152 mAh/g, rate: 1C}]'),
      path: ['capacities'] });
    return [];
  }
  return entries.flatMap(({ entry, set, path }): FitCapacity[] => {
    const rate = readRate(entry.rate);
    if (!rate.ok) problems.push(...rate.problems.map((problem) => ({ ...problem, path: [...path, 'rate'] })));
    const read = bases.map(([basis, dimension]) => ({ basis, reading: readQuantity(entry.capacity, dimension, {}) }));
    const found = read.flatMap(({ basis, reading }) =>
      reading.ok && reading.value > 0
        ? [[basis, reading.value] as const]
        : []
    ).at(0);
    if (!found)
      problems.push({ ...wording.wrongType('a capacity above zero with its unit', entry.capacity, '152 mAh/g'),
        path: [...path, 'capacity'] });
    return rate.ok && found ? [{ rate: rate.value, basis: found[0], capacity: found[1], set }] : [];
  });
}

/** `spectra: [{file: eis.csv, soc: 50 %}]`. */
export function readSpectra(raw: unknown, problems: FieldProblem[],
  read: (name: unknown, path: Path) => MeasuredImpedance | undefined): FitSpectrum[]
{
  if (raw === undefined) return [];
  const entries = entriesOf(raw, ['spectra'], ['file', 'soc', 'doubleLayer', 'set'], problems);
  if (!entries) {
    problems.push({ ...wording.wrongType('a list of impedances', raw, 'spectra: [{file: eis.csv, soc: 50 %}]'),
      path: ['spectra'] });
    return [];
  }
  return entries.flatMap(({ entry, set, path }): FitSpectrum[] => {
    const soc = readQuantity(entry.soc, 'fraction', { min: 0, max: 1, example: '50 %' });
    if (!soc.ok) problems.push(...soc.problems.map((problem) => ({ ...problem, path: [...path, 'soc'] })));
    const layer = entry.doubleLayer === undefined
      ? undefined
      : readQuantity(entry.doubleLayer, 'arealCapacitance', { min: 0 });
    if (layer?.ok === false)
      problems.push(...layer.problems.map((problem) => ({ ...problem, path: [...path, 'doubleLayer'] })));
    const impedance = read(own(entry, 'file'), [...path, 'file']);
    return soc.ok && impedance && layer?.ok !== false
      ? [{ file: String(entry.file), stateOfCharge: soc.value, doubleLayer: layer?.value, impedance, set }]
      : [];
  });
}
