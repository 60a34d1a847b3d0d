/** df/dx by central differences with one step of Richardson's extrapolation, order four. */
export function slopeOf(f: (x: number) => number, x: number, step: number): number {
  const central = (h: number): number => (f(x + h) - f(x - h)) / (2 * h);
  return (4 * central(step / 2) - central(step)) / 3;
}

/** |a - b| over the larger of the two. */
export const relativeDifference = (a: number,
  b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)));
