import type { EmulatorKey } from '../../results/emulator-schema.js';
import type { SweepCell } from '../../results/sweep-schema.js';
import { extentOf } from '../../units/statistics.js';

/** Numbers over a decade are seen as logarithms. */
const wide = 10;

/** A varied key by its column and its cells; undefined where it never changes or is missing somewhere. */
export function keyOf(column: string, cells: readonly SweepCell[]): EmulatorKey | undefined {
  const [, key, unit = ''] = /^(.*?)(?: \[(.*)\])?$/.exec(column) ?? [];
  if (cells.every((cell) => typeof cell === 'number')) {
    const [from, to] = extentOf(cells);
    if (!(from < to)) return undefined;
    return { kind: 'number', key, unit, from, to, spacing: from > 0 && to / from >= wide ? 'log' : 'linear' };
  }
  const names = [...new Set(cells.map(nameOf))].sort();
  return names.length < 2 ? undefined : { kind: 'names', key: column, names };
}

/** A cell of names as text; a key that a design does not set stays as the case has it. */
const nameOf = (cell: SweepCell): string => (cell === null ? 'as in the case' : String(cell));

/** A number of a key as a share of its range. */
export const shareOf = ({ from, to, spacing }: EmulatorKey & { readonly kind: 'number' }, value: number): number =>
  spacing === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);

/** A design as the network sees it: numbers from -1 to 1 along their ranges, a 1 for its name and 0 for the others. */
export const seenAs = (keys: readonly EmulatorKey[], values: readonly SweepCell[]): number[] =>
  keys.flatMap((key, i) =>
    key.kind === 'number'
      ? [2 * shareOf(key, Number(values[i])) - 1]
      : key.names.map((name) => (name === nameOf(values[i]) ? 1 : 0))
  );

/** Distance of two designs as the network sees them: 1 is half a range of one key, another name is more than that. */
export function distance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}
