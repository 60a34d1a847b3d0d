/** The piece i of a curve, from x[i] to x[i + 1], that holds a place; the first or the last one beyond its ends. */
export function pieceAt(x: readonly number[], place: number): number {
  let low = 0;
  let high = x.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (x[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Value of a curve at a place, linear between its points and constant beyond them; x rises. */
export function linearAt(x: readonly number[], y: readonly number[], place: number): number {
  if (x.length === 1) return y[0];
  const i = pieceAt(x, place);
  const share = Math.min(1, Math.max(0, (place - x[i]) / (x[i + 1] - x[i])));
  return y[i] + share * (y[i + 1] - y[i]);
}
