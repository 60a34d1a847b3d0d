/** Huber's loss: squared up to d, straight beyond. */
export const huber = (e, d) => (Math.abs(e) <= d ? (e * e) / 2 : d * (Math.abs(e) - d / 2));

/** Lagrange's cubic through the four of equally spaced places that lie around x. */
export function throughFour(places, values, x) {
  const step = places[1] - places[0];
  const first = Math.min(places.length - 4, Math.max(0, Math.floor((x - places[0]) / step) - 1));
  let sum = 0;
  for (let i = first; i < first + 4; i++) {
    let weight = values[i];
    for (let j = first; j < first + 4; j++) if (j !== i) weight *= (x - places[j]) / (places[i] - places[j]);
    sum += weight;
  }
  return sum;
}

/** Where a function of one minimum between two ends is least, by golden section. */
export function goldenMinimum(f, low, high, tolerance = 1e-4) {
  const share = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - share * (b - a), a + share * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (b - a > tolerance) {
    if (atLeft < atRight) {
      [b, right, atRight, left] = [right, left, atLeft, right - share * (right - a)];
      atLeft = f(left);
    } else {
      [a, left, atLeft, right] = [left, right, atRight, left + share * (b - left)];
      atRight = f(right);
    }
  }
  return (a + b) / 2;
}
