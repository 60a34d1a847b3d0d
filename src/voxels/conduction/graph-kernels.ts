/** Loops over the nodes of a graph: edges of node i are start[i]..start[i + 1]. Compiled as those over voxels are. */

/** A whole number below 2^31. */
type Whole = number;

/** Share of a Jacobi correction that is taken; 0.7 to 0.9 need the same number of iterations within one. */
export const damping = 0.85;

/** Inverse of the sum of the weights and what joins to the ends, per node. */
export function invertDiagonal(start: Int32Array, weight: Float32Array, ground: Float32Array, inverse: Float32Array,
  size: Whole): void
{
  for (let i = 0; i < size; i++) {
    let sum = ground[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum += weight[e];
    inverse[i] = sum > 0 ? 1 / sum : 0;
  }
}

/** out = A x; gives x . A x. */
export function multiply(start: Int32Array, neighbour: Int32Array, weight: Float32Array, inverseDiagonal: Float32Array,
  x: Float32Array, out: Float32Array, size: Whole): number
{
  let product = 0;
  for (let i = 0; i < size; i++) {
    let sum = x[i] / inverseDiagonal[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum -= weight[e] * x[neighbour[e]];
    out[i] = sum;
    product += x[i] * sum;
  }
  return product;
}

/** out = x + damping D^-1 (b - A x). */
export function jacobi(start: Int32Array, neighbour: Int32Array, weight: Float32Array, inverseDiagonal: Float32Array,
  b: Float32Array, x: Float32Array, out: Float32Array, size: Whole): void
{
  for (let i = 0; i < size; i++) {
    let sum = b[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum += weight[e] * x[neighbour[e]];
    out[i] = (1 - damping) * x[i] + damping * inverseDiagonal[i] * sum;
  }
}

/** x = damping D^-1 b, the first sweep of a cycle; what is left behind it, summed over the parts of the next level. */
export function sweepAndRestrict(start: Int32Array, neighbour: Int32Array, weight: Float32Array,
  inverseDiagonal: Float32Array, b: Float32Array, x: Float32Array, part: Int32Array, coarseB: Float32Array, size: Whole,
  coarseSize: Whole): void
{
  for (let i = 0; i < size; i++) x[i] = damping * b[i] * inverseDiagonal[i];
  for (let i = 0; i < coarseSize; i++) coarseB[i] = 0;
  for (let i = 0; i < size; i++) {
    let sum = (1 - damping) * b[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum += weight[e] * x[neighbour[e]];
    coarseB[part[i]] += sum;
  }
}

/** x += correction of the next level. */
export function prolong(x: Float32Array, part: Int32Array, coarseX: Float32Array, size: Whole): void {
  for (let i = 0; i < size; i++) x[i] += coarseX[part[i]];
}

/** b -= alpha v. */
export function subtract(b: Float32Array, v: Float32Array, alpha: number, size: Whole): void {
  for (let i = 0; i < size; i++) b[i] -= alpha * v[i];
}

/** x = alpha c + beta x. */
export function combine(x: Float32Array, c: Float32Array, alpha: number, beta: number, size: Whole): void {
  for (let i = 0; i < size; i++) x[i] = alpha * c[i] + beta * x[i];
}

/** a . b. */
export function dot(a: Float32Array, b: Float32Array, size: Whole): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += a[i] * b[i];
  return sum;
}
