/**
 * The loops of `block-graph-lu`, in double precision as they stand, and in single precision compiled by `npm run kernels`. Fronts are dense and
 * stand column by column: what is subtracted from a column is a sum of columns, read and written side by side.
 *
 * Of front f, heads[3 f] is its size n, then follow the number of rows that are eliminated in it, and where its part of the plan begins: n rows
 * of the matrix, those eliminated first; the number of entries that are added, with pairs of their place and that in the front; the number of
 * children, the last one first, each with its size and the rows of the front that it left. Its factors are its first columns, L below the
 * diagonal, the inverse of a pivot on it, U above; then the rest of the rows of U, column by column.
 */

/** A whole number below 2^31. */
type Whole = number;
/** Compiled: of single precision. */
type Numbers = Float64Array | Float32Array;

/**
 * Factors all fronts, children before parents; rows are exchanged inside a front only, and `rowOf` says which was taken for a pivot. Gives 0 where
 * the square of a pivot is not above `least`, or is not finite. `a` is the front at work, and `b` the same array: what is read of it is not
 * written in the same loop.
 */
export function factorFronts(heads: Int32Array, fronts: Whole, plan: Int32Array, entries: Numbers, a: Numbers,
  b: Numbers, stack: Numbers, factors: Numbers, rowOf: Int32Array, least: number): Whole
{
  let top: Whole = 0;
  let stored: Whole = 0;
  let pivot: Whole = 0;
  for (let f = 0; f < fronts; f++) {
    const n = heads[3 * f];
    const k = heads[3 * f + 1];
    let at: Whole = heads[3 * f + 2] + n;
    for (let i = 0; i < n * n; i++) a[i] = 0;
    const added = plan[at];
    at += 1;
    for (let e = 0; e < added; e++) {
      a[plan[at + 1]] += entries[plan[at]];
      at += 2;
    }
    const children = plan[at];
    at += 1;
    for (let child = 0; child < children; child++) {
      const left = plan[at];
      at += 1;
      top -= left * left;
      addChild(plan, at, left, stack, top, a, n);
      at += left;
    }
    if (factorFront(a, b, n, k, rowOf, pivot, least) === 0) return 0;
    pivot += k;
    for (let i = 0; i < n * k; i++) factors[stored + i] = a[i];
    stored += n * k;
    for (let c = k; c < n; c++) {
      const column = c * n;
      for (let r = 0; r < k; r++) factors[stored + r] = a[column + r];
      stored += k;
      for (let r = k; r < n; r++) stack[top - k + r] = a[column + r];
      top += n - k;
    }
  }
  return 1;
}

/** Adds what a child left to the front. */
function addChild(plan: Int32Array, places: Whole, left: Whole, stack: Numbers, from: Whole, a: Numbers,
  n: Whole): void
{
  for (let c = 0; c < left; c++) {
    const column = n * plan[places + c];
    const source = from + left * c;
    for (let r = 0; r < left; r++) a[column + plan[places + r]] += stack[source + r];
  }
}

/** P A = L U of the first k rows and columns, four columns at a time, and the Schur complement in the rest. */
function factorFront(a: Numbers, b: Numbers, n: Whole, k: Whole, rowOf: Int32Array, offset: Whole,
  least: number): Whole
{
  for (let r = 0; r < k; r++) rowOf[offset + r] = r;
  for (let first = 0; first < k; first += 4) {
    const end = first + 4 < k ? first + 4 : k;
    for (let p = first; p < end; p++) {
      const own = n * p;
      raisePivot(a, n, k, p, rowOf, offset);
      const pivot = a[own + p];
      const inverse = 1 / pivot;
      if (!(pivot * pivot > least) || inverse === 0) return 0;
      for (let r = p + 1; r < n; r++) a[own + r] = inverse * a[own + r];
      a[own + p] = inverse;
      for (let c = p + 1; c < end; c++) subtract(a, n * c, b, own, p, n);
    }
    if (end === first + 4) subtractFour(a, b, n, first);
    else {
      for (let c = end; c < n; c++) for (let p = first; p < end; p++) subtract(a, n * c, b, n * p, p, n);
    }
  }
  return 1;
}

/** Exchanges row p with the one of the further pivots that has the largest entry in column p. */
function raisePivot(a: Numbers, n: Whole, k: Whole, p: Whole, rowOf: Int32Array, offset: Whole): void {
  const column = n * p;
  let best: Whole = p;
  let most = a[column + p] * a[column + p];
  for (let row = p + 1; row < k; row++) {
    const square = a[column + row] * a[column + row];
    if (square > most) {
      best = row;
      most = square;
    }
  }
  if (best === p) return;
  for (let c = 0; c < n; c++) {
    const kept = a[n * c + p];
    a[n * c + p] = a[n * c + best];
    a[n * c + best] = kept;
  }
  const taken = rowOf[offset + p];
  rowOf[offset + p] = rowOf[offset + best];
  rowOf[offset + best] = taken;
}

/** Subtracts from a column what it has in row p of the column of pivot p, which begins at `own`. */
function subtract(a: Numbers, column: Whole, b: Numbers, own: Whole, p: Whole, n: Whole): void {
  const factor = a[column + p];
  for (let r = p + 1; r < n; r++) a[column + r] -= factor * b[own + r];
}

/** The same for four pivots, from all columns behind theirs, two at a time. */
function subtractFour(a: Numbers, b: Numbers, n: Whole, first: Whole): void {
  const p0 = n * first;
  const p1 = p0 + n;
  const p2 = p1 + n;
  const p3 = p2 + n;
  const end = first + 4;
  const l10 = b[p0 + first + 1];
  const l20 = b[p0 + first + 2];
  const l30 = b[p0 + first + 3];
  const l21 = b[p1 + first + 2];
  const l31 = b[p1 + first + 3];
  const l32 = b[p2 + first + 3];
  for (let c = end; c + 1 < n; c += 2) {
    const at = n * c;
    const next = at + n;
    const u0 = a[at + first];
    const u1 = a[at + first + 1] - l10 * u0;
    const u2 = a[at + first + 2] - l20 * u0 - l21 * u1;
    const u3 = a[at + first + 3] - l30 * u0 - l31 * u1 - l32 * u2;
    const v0 = a[next + first];
    const v1 = a[next + first + 1] - l10 * v0;
    const v2 = a[next + first + 2] - l20 * v0 - l21 * v1;
    const v3 = a[next + first + 3] - l30 * v0 - l31 * v1 - l32 * v2;
    a[at + first + 1] = u1;
    a[at + first + 2] = u2;
    a[at + first + 3] = u3;
    a[next + first + 1] = v1;
    a[next + first + 2] = v2;
    a[next + first + 3] = v3;
    for (let r = end; r < n; r++) {
      const l0 = b[p0 + r];
      const l1 = b[p1 + r];
      const l2 = b[p2 + r];
      const l3 = b[p3 + r];
      a[at + r] -= u0 * l0 + u1 * l1 + u2 * l2 + u3 * l3;
      a[next + r] -= v0 * l0 + v1 * l1 + v2 * l2 + v3 * l3;
    }
  }
  for (let c = n - (n - end) % 2; c < n; c++) for (let p = first; p < end; p++) subtract(a, n * c, b, n * p, p, n);
}

/** x = A^-1 x with the factors of all fronts; `d` is the part of x of the front at work. */
export function solveFronts(heads: Int32Array, fronts: Whole, plan: Int32Array, factors: Numbers, rowOf: Int32Array,
  x: Numbers, d: Numbers): void
{
  let stored: Whole = 0;
  let pivot: Whole = 0;
  for (let f = 0; f < fronts; f++) {
    const n = heads[3 * f];
    const k = heads[3 * f + 1];
    const rows = heads[3 * f + 2];
    for (let r = 0; r < k; r++) d[r] = x[plan[rows + rowOf[pivot + r]]];
    for (let r = k; r < n; r++) d[r] = x[plan[rows + r]];
    const fours = k - k % 4;
    for (let p = 0; p < fours; p += 4) {
      const p0 = stored + n * p;
      const p1 = p0 + n;
      const p2 = p1 + n;
      const p3 = p2 + n;
      const d0 = d[p];
      const d1 = d[p + 1] - factors[p0 + p + 1] * d0;
      const d2 = d[p + 2] - factors[p0 + p + 2] * d0 - factors[p1 + p + 2] * d1;
      const d3 = d[p + 3] - factors[p0 + p + 3] * d0 - factors[p1 + p + 3] * d1 - factors[p2 + p + 3] * d2;
      d[p + 1] = d1;
      d[p + 2] = d2;
      d[p + 3] = d3;
      for (let r = p + 4; r < n; r++) {
        d[r] -= d0 * factors[p0 + r] + d1 * factors[p1 + r] + d2 * factors[p2 + r] + d3 * factors[p3 + r];
      }
    }
    for (let p = fours; p < k; p++) {
      const own = stored + n * p;
      const known = d[p];
      for (let r = p + 1; r < n; r++) d[r] -= known * factors[own + r];
    }
    for (let r = 0; r < n; r++) x[plan[rows + r]] = d[r];
    stored += k * (2 * n - k);
    pivot += k;
  }
  for (let f = fronts - 1; f >= 0; f -= 1) {
    const n = heads[3 * f];
    const k = heads[3 * f + 1];
    const rows = heads[3 * f + 2];
    stored -= k * (2 * n - k);
    for (let r = 0; r < n; r++) d[r] = x[plan[rows + r]];
    let at: Whole = stored + n * k;
    const fours = n - (n - k) % 4;
    for (let c = k; c < fours; c += 4) {
      const c0 = at;
      const c1 = c0 + k;
      const c2 = c1 + k;
      const c3 = c2 + k;
      const d0 = d[c];
      const d1 = d[c + 1];
      const d2 = d[c + 2];
      const d3 = d[c + 3];
      for (let r = 0; r < k; r++) {
        d[r] -= d0 * factors[c0 + r] + d1 * factors[c1 + r] + d2 * factors[c2 + r] + d3 * factors[c3 + r];
      }
      at += 4 * k;
    }
    for (let c = fours; c < n; c++) {
      const known = d[c];
      for (let r = 0; r < k; r++) d[r] -= known * factors[at + r];
      at += k;
    }
    for (let p = k - 1; p >= 0; p -= 1) {
      const own = stored + n * p;
      const known = d[p] * factors[own + p];
      d[p] = known;
      for (let r = 0; r < p; r++) d[r] -= known * factors[own + r];
    }
    for (let r = 0; r < k; r++) x[plan[rows + r]] = d[r];
  }
}
