/** Adds up a few numbers. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** NaN of none. */
export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** Mean square of the distance from the mean. */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

/** Of the sample: n - 1 below the root; 0 of a single value. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

/** As documents have it. */
export const spreadOf = (values: number[]) => (
  { mean: meanOf(values), standardDeviation: standardDeviation(values), values }
);

/** a . b, over the length of a. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Least and greatest of numbers, of however many; [Infinity, -Infinity] of none. */
export const extentOf = (values: readonly number[]): [least: number, greatest: number] =>
  values.reduce<[number, number]>(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity,
    -Infinity]);
