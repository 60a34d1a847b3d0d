import type { BasisName } from '../../cell/energy-density.js';
import { betweenReasons, type SweepCell, type SweepColumn, type SweepDocument,
  type SweepRow } from '../../results/sweep-schema.js';
import { withoutNumbers } from '../format.js';

/** Design at a rate, as far as figures and cards ask. */
export interface SweepPoint {
  readonly design: number;
  readonly inputs: readonly SweepCell[];
  readonly rate: string;
  readonly cRate: number;
  readonly outcome: string;
  readonly utilisation: number | null;
  /** Of the pouch, or of what the sweep counts energy per: as simulated and if everything worked. */
  readonly simulated: Readonly<Record<EnergyUnit, number | null>>;
  readonly full: Readonly<Record<EnergyUnit, number | null>>;
  /** Why it lies outside of what the program was compared with; empty inside. */
  readonly outside: string;
}

export type EnergyUnit = 'Wh_kg' | 'Wh_L';

/** A sentence that rows have, numbers apart: in how many, and the first of them; the most frequent first. */
interface Reason {
  readonly count: number;
  readonly example: string;
}

export interface RateBest {
  readonly rate: string;
  readonly cRate: number;
  readonly best: SweepPoint;
}

export interface SweepSummary {
  readonly basis: BasisName;
  readonly inputs: readonly SweepColumn[];
  readonly rows: number;
  /** Rows by outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Reasons of designs that are no case. */
  readonly refusals: readonly Reason[];
  /** Rows outside of what the program was compared with, and their reasons. */
  readonly outside: { readonly rows: number; readonly reasons: readonly Reason[] };
  /** By rate, the design with most energy per mass. */
  readonly best: readonly RateBest[];
  /** The largest promise. */
  readonly bestFull: SweepPoint | undefined;
  /** Whether designs differ in what they promise; that of a cathode layer hangs on neither its mass nor the membrane. */
  readonly promisesDiffer: boolean;
  /** Empty where there are more than a figure can show. */
  readonly points: readonly SweepPoint[];
}

const mostPoints = 20_000;
/** Promises that differ by less are the same. */
const roundOff = 1e-9;
/** Different reasons that are counted. */
const mostReasons = 1_000;

/** Counts a sentence, numbers apart. */
function count(reasons: Map<string, Reason>, sentence: string): void {
  const words = withoutNumbers(sentence);
  const { count, example } = reasons.get(words) ?? { count: 0, example: sentence };
  if (count > 0 || reasons.size < mostReasons) reasons.set(words, { count: count + 1, example });
}

const mostFrequent = (reasons: ReadonlyMap<string, Reason>): Reason[] =>
  [...reasons.values()].sort((a, b) => b.count - a.count);

/** Columns between the number of the design and the rate. */
const inputsOf = ({ columns }: SweepDocument): readonly SweepColumn[] =>
  columns.slice(1, columns.findIndex(({ name }) => name === 'rate'));

/** What energies are counted per. */
const basisOf = ({ basis = 'pouch' }: SweepDocument): BasisName => basis;

/** Summarises rows as they come. */
export class SweepSummariser {
  readonly #sweep: SweepDocument;
  readonly #read: (row: SweepRow) => SweepPoint;
  readonly #sentence: number;
  readonly #outcomes = new Map<string, number>();
  readonly #refusals = new Map<string, Reason>();
  readonly #outside = new Map<string, Reason>();
  #rowsOutside = 0;
  readonly #best = new Map<string, RateBest>();
  #bestFull: SweepPoint | undefined;
  #leastFull = Infinity;
  #rows = 0;
  readonly #points: SweepPoint[] = [];

  constructor(sweep: SweepDocument) {
    this.#sweep = sweep;
    this.#read = pointReader(sweep);
    this.#sentence = sweep.columns.findIndex(({ name }) => name === 'sentence');
  }

  add(row: SweepRow): void {
    this.#rows++;
    const point = this.#read(row);
    const { outcome, rate, cRate } = point;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (outcome === 'invalid' || outcome === 'crashed')
      return count(this.#refusals, String(row[this.#sentence]).replace(/^\S+:\d+:\d+ /, ''));
    if (point.outside !== '') {
      this.#rowsOutside++;
      point.outside.split(betweenReasons).forEach((reason) => count(this.#outside, reason));
    }
    if (this.#points.length <= mostPoints) this.#points.push(point);
    if (isMore(point.simulated.Wh_kg, this.#best.get(rate)?.best.simulated.Wh_kg))
      this.#best.set(rate, { rate, cRate, best: point });
    if (isMore(point.full.Wh_kg, this.#bestFull?.full.Wh_kg)) this.#bestFull = point;
    this.#leastFull = Math.min(this.#leastFull, point.full.Wh_kg ?? Infinity);
  }

  get summary(): SweepSummary {
    return {
      basis: basisOf(this.#sweep),
      inputs: inputsOf(this.#sweep),
      rows: this.#rows,
      outcomes: this.#outcomes,
      refusals: mostFrequent(this.#refusals),
      outside: { rows: this.#rowsOutside, reasons: mostFrequent(this.#outside) },
      best: [...this.#best.values()].sort((a, b) => a.cRate - b.cRate),
      bestFull: this.#bestFull,
      promisesDiffer: (this.#bestFull?.full.Wh_kg ?? 0) > this.#leastFull * (1 + roundOff),
      points: this.#points.length > mostPoints ? [] : this.#points,
    };
  }
}

/** Summarises rows in one pass. */
export function summarise(sweep: SweepDocument, rows: () => Iterable<SweepRow>): SweepSummary {
  const summariser = new SweepSummariser(sweep);
  for (const row of rows()) summariser.add(row);
  return summariser.summary;
}

const isMore = (value: number | null, than: number | null | undefined): boolean =>
  value !== null && value > (than ?? -Infinity);

function pointReader(sweep: SweepDocument): (row: SweepRow) => SweepPoint {
  const places = new Map(sweep.columns.map(({ name }, i) => [name, i]));
  const cell = (row: SweepRow, name: string): SweepCell => row[places.get(name) ?? -1] ?? null;
  const numeric = (row: SweepRow, name: string): number | null => cell(row, name) as number | null;
  const inputs = inputsOf(sweep).length;
  const basis = basisOf(sweep);
  const energy = (row: SweepRow, of: string) => ({ Wh_kg: numeric(row, `${of}_Wh_kg`),
    Wh_L: numeric(row, `${of}_Wh_L`) });
  return (row) => ({
    design: Number(row[0]),
    inputs: row.slice(1, 1 + inputs),
    rate: String(cell(row, 'rate') ?? ''),
    cRate: numeric(row, 'cRate') ?? NaN,
    outcome: String(cell(row, 'outcome')),
    utilisation: numeric(row, 'utilisation'),
    simulated: energy(row, basis),
    full: energy(row, `${basis}Full`),
    outside: String(cell(row, 'outside') ?? ''),
  });
}

/** "6.1 mAh/cm², 10 µm" */
export const inputText = (value: SweepCell, unit: string): string =>
  `${typeof value === 'number' ? Number(value.toPrecision(3)) : value ?? '–'}${unit === '' ? '' : ` ${unit}`}`;
