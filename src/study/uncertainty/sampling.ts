import type { Delivered } from '../ranges/combine.js';
import { sampleRow } from './sample.js';
import { type RowValues, type SobolIndices, sobolIndices } from './sobol-indices.js';
import type { UncertaintyAnswer, UncertaintyTask } from './uncertainty-runner.js';

/** Solves a piece of work, here or in another thread. */
export type Execute = (task: UncertaintyTask) => Promise<UncertaintyAnswer>;

export interface Sampling {
  readonly rows: readonly UncertaintyAnswer[];
  /** Of the ranked quantity. */
  readonly indices: SobolIndices | undefined;
  readonly refused: number;
  readonly solves: number;
  readonly largestError: number;
}

/** Rows between two looks at the error; a power of two, so that every look has an even sample. */
const block = 32;
/** Rows before the first look. */
export const firstLook = 64;

/** Runs `count` tasks, `atOnce` of them at a time, in their order. */
export async function runAll<T>(count: number, atOnce: number, run: (k: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const k = next++;
      found[k] = await run(k);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
  return found;
}

/**
 * Samples rows until the half-width of the 95 % interval of every index is below `error`, or `points` rows are there. A row with a cell that
 * gives nothing is left out.
 */
export async function sampleUntil(
  { parameters, of, error, points, atOnce }: { parameters: number; of: 'energy' | 'capacity'; error: number;
    points: number; atOnce: number },
  execute: Execute,
  onRows: (rows: number) => void,
): Promise<Sampling> {
  const rows: UncertaintyAnswer[] = [];
  for (;;) {
    const goal = Math.min(points, rows.length === 0 ? firstLook : rows.length + block);
    const from = rows.length;
    let done = from;
    rows.push(...await runAll(goal - from, atOnce, async (k) => {
      const answer = await execute({ kind: 'row', index: from + k });
      onRows(++done);
      return answer;
    }));
    const indices = indicesOf(rows, parameters, of);
    const largestError = indices ? Math.max(...[...indices.first, ...indices.total].map((one) => one.error)) : Infinity;
    if (rows.length >= points || largestError <= error) {
      const all = rows.flatMap(({ delivered }) => delivered);
      return { rows, indices, largestError, solves: all.length, refused: all.filter((one) =>
        one === undefined
      ).length };
    }
  }
}

function indicesOf(rows: readonly UncertaintyAnswer[], parameters: number, of: 'energy' | 'capacity'):
  | SobolIndices
  | undefined
{
  const whole = rows.flatMap(({ delivered }, index): RowValues[] => {
    const values = delivered.map((one) => one?.[of] ?? NaN);
    if (!values.every(Number.isFinite)) return [];
    const [atA, atB, ...mixed] = values;
    return [{ ...sampleRow(index, parameters), atA, atB, mixed }];
  });
  const first = whole[0]?.atA;
  if (whole.length < 8 || whole.every(({ atA, atB }) => atA === first && atB === first)) return undefined;
  return sobolIndices(whole);
}

/** What the first two points of every row deliver: independent cells of the distribution. */
export const independentCells = (rows: readonly UncertaintyAnswer[]): Delivered[] =>
  rows.flatMap(({ delivered: [a, b] }) => [a, b].flatMap((one) => (one ? [one] : [])));
