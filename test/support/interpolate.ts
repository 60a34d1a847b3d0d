/** Value at `at` of the cubic through the four nearest points of a smooth curve with rising x. */
export function cubicInterpolation(x: readonly number[], y: readonly number[], at: number): number {
  const above = x.findIndex((value) => value >= at);
  const first = Math.min(Math.max(above - 2, 0), x.length - 4);
  let sum = 0;
  for (let i = first; i < first + 4; i++) {
    let weight = y[i];
    for (let j = first; j < first + 4; j++) if (j !== i) weight *= (at - x[j]) / (x[i] - x[j]);
    sum += weight;
  }
  return sum;
}
