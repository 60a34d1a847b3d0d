import type { SweepCell, SweepColumn, SweepDocument, SweepRow } from '../../results/sweep-schema.js';

/** Design at a rate, as far as figures and cards ask. */
export interface SweepPoint {
  readonly design: number;
  readonly inputs: readonly SweepCell[];
  readonly rate: string;
  readonly cRate: number;
  readonly outcome: string;
  readonly utilisation: number | null;
  /** Pouch, as simulated and if everything worked. */
  readonly simulated: Readonly<Record<EnergyUnit, number | null>>;
  readonly full: Readonly<Record<EnergyUnit, number | null>>;
}

export type EnergyUnit = 'Wh_kg' | 'Wh_L';

export interface RateBest {
  readonly rate: string;
  readonly cRate: number;
  readonly best: SweepPoint;
}

export interface SweepSummary {
  readonly inputs: readonly SweepColumn[];
  readonly rows: number;
  /** Rows by outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Reasons of designs that are no case, numbers apart, with their count and the first of them; the most frequent first. */
  readonly refusals: readonly { readonly count: number; readonly example: string }[];
  /** By rate, the design with most energy per mass. */
  readonly best: readonly RateBest[];
  /** The largest promise. */
  readonly bestFull: SweepPoint | undefined;
  /** Empty where there are more than a figure can show. */
  readonly points: readonly SweepPoint[];
}

const mostPoints = 20_000;

/** Columns between the number of the design and the rate. */
const inputsOf = ({ columns }: SweepDocument): readonly SweepColumn[] =>
  columns.slice(1, columns.findIndex(({ name }) => name === 'rate'));

/** Summarises the rows in one pass. */
export function summarise(sweep: SweepDocument, rows: () => Iterable<SweepRow>): SweepSummary {
  const read = pointReader(sweep);
  const outcomes = new Map<string, number>();
  const refusals = new Map<string, { count: number; example: string }>();
  const best = new Map<string, RateBest>();
  let bestFull: SweepPoint | undefined;
  let count = 0;
  const points: SweepPoint[] = [];
  const sentence = sweep.columns.findIndex(({ name }) => name === 'sentence');
  for (const row of rows()) {
    count++;
    const point = read(row);
    outcomes.set(point.outcome, (outcomes.get(point.outcome) ?? 0) + 1);
    if (point.outcome === 'invalid' || point.outcome === 'crashed') {
      const example = String(row[sentence]).replace(/^\S+:\d+:\d+ /, '');
      const words = example.replace(/\d+(\.\d+)?/g, '');
      refusals.set(words, { example, ...refusals.get(words), count: (refusals.get(words)?.count ?? 0) + 1 });
      continue;
    }
    if (points.length <= mostPoints) points.push(point);
    const { rate, cRate } = point;
    if (isMore(point.simulated.Wh_kg, best.get(rate)?.best.simulated.Wh_kg))
      best.set(rate, { rate, cRate, best: point });
    if (isMore(point.full.Wh_kg, bestFull?.full.Wh_kg)) bestFull = point;
  }
  return {
    inputs: inputsOf(sweep),
    rows: count,
    outcomes,
    refusals: [...refusals.values()].sort((a, b) => b.count - a.count),
    best: [...best.values()].sort((a, b) => a.cRate - b.cRate),
    bestFull,
    points: points.length > mostPoints ? [] : points,
  };
}

const isMore = (value: number | null, than: number | null | undefined): boolean =>
  value !== null && value > (than ?? -Infinity);

function pointReader(sweep: SweepDocument): (row: SweepRow) => SweepPoint {
  const places = new Map(sweep.columns.map(({ name }, i) => [name, i]));
  const cell = (row: SweepRow, name: string): SweepCell => row[places.get(name) ?? -1] ?? null;
  const numeric = (row: SweepRow, name: string): number | null => cell(row, name) as number | null;
  const inputs = inputsOf(sweep).length;
  const energy = (row: SweepRow, basis: string) => ({ Wh_kg: numeric(row, `${basis}_Wh_kg`),
    Wh_L: numeric(row, `${basis}_Wh_L`) });
  return (row) => ({
    design: Number(row[0]),
    inputs: row.slice(1, 1 + inputs),
    rate: String(cell(row, 'rate') ?? ''),
    cRate: numeric(row, 'cRate') ?? NaN,
    outcome: String(cell(row, 'outcome')),
    utilisation: numeric(row, 'utilisation'),
    simulated: energy(row, 'pouch'),
    full: energy(row, 'pouchFull'),
  });
}

/** "6.1 mAh/cm², 10 µm" */
export const inputText = (value: SweepCell, unit: string): string =>
  `${typeof value === 'number' ? Number(value.toPrecision(3)) : value ?? '–'}${unit === '' ? '' : ` ${unit}`}`;
