import { roundOff } from './block-matrix.js';

/** Pivots eliminated at a time, so that the rest of a front is read and written once for all of them. */
const panel = 4;

/**
 * Factors the first `pivots` rows and columns of the dense n x n matrix at the start of `a`, row-major, in place: P A
 * = L U with L of unit diagonal, and leaves the Schur complement in the rest. Rows are exchanged among the first
 * `pivots`, largest entry first; `rowOf[offset + r]` becomes the row that was taken for pivot r. Expects rows and
 * columns scaled to entries of order one; returns false where a pivot is round-off or not finite.
 */
export function factorFront(a: Float64Array, n: number, pivots: number, rowOf: Int32Array, offset: number): boolean {
  for (let r = 0; r < pivots; r++) rowOf[offset + r] = r;
  for (let first = 0; first < pivots; first += panel) {
    const end = Math.min(first + panel, pivots);
    for (let p = first; p < end; p++) {
      raisePivot(a, n, pivots, p, rowOf, offset);
      const pivot = a[p * n + p];
      if (!(Math.abs(pivot) > roundOff && Math.abs(pivot) < Infinity)) return false;
      eliminate(a, n, p, end);
    }
    finishRows(a, n, first, end);
    if (end - first === panel) updateBy4(a, n, first);
    else for (let p = first; p < end; p++) updateBy1(a, n, p, end);
  }
  return true;
}

/** Exchanges row p with the one of the further pivots that has the largest entry in column p. */
function raisePivot(a: Float64Array, n: number, pivots: number, p: number, rowOf: Int32Array, offset: number): void {
  let best = p;
  for (let row = p + 1; row < pivots; row++) {
    if (Math.abs(a[row * n + p]) > Math.abs(a[best * n + p])) best = row;
  }
  if (best === p) return;
  for (let c = 0, i = p * n, j = best * n; c < n; c++, i++, j++) {
    const kept = a[i];
    a[i] = a[j];
    a[j] = kept;
  }
  const kept = rowOf[offset + p];
  rowOf[offset + p] = rowOf[offset + best];
  rowOf[offset + best] = kept;
}

/** Multipliers of column p, and its update of the other columns of its panel. */
function eliminate(a: Float64Array, n: number, p: number, end: number): void {
  const inverse = 1 / a[p * n + p];
  const own = p * n;
  for (let at = own + n; at < n * n; at += n) {
    const factor = (a[at + p] *= inverse);
    for (let c = p + 1; c < end; c++) a[at + c] -= factor * a[own + c];
  }
}

/** Rows of a panel right of it: U = L^-1 A. */
function finishRows(a: Float64Array, n: number, first: number, end: number): void {
  for (let p = first; p < end; p++) {
    for (let row = p + 1; row < end; row++) {
      const factor = a[row * n + p];
      for (let c = end; c < n; c++) a[row * n + c] -= factor * a[p * n + c];
    }
  }
}

/** Subtracts four pivot rows from the rest, two rows at a time. */
function updateBy4(a: Float64Array, n: number, first: number): void {
  const end = first + panel;
  const p0 = first * n;
  const p1 = p0 + n;
  const p2 = p1 + n;
  const p3 = p2 + n;
  let row = end;
  for (; row + 1 < n; row += 2) {
    const at = row * n;
    const next = at + n;
    const l0 = a[at + first];
    const l1 = a[at + first + 1];
    const l2 = a[at + first + 2];
    const l3 = a[at + first + 3];
    const m0 = a[next + first];
    const m1 = a[next + first + 1];
    const m2 = a[next + first + 2];
    const m3 = a[next + first + 3];
    for (let c = end; c < n; c++) {
      const u0 = a[p0 + c];
      const u1 = a[p1 + c];
      const u2 = a[p2 + c];
      const u3 = a[p3 + c];
      a[at + c] -= l0 * u0 + l1 * u1 + l2 * u2 + l3 * u3;
      a[next + c] -= m0 * u0 + m1 * u1 + m2 * u2 + m3 * u3;
    }
  }
  if (row === n) return;
  const at = row * n;
  for (let c = end; c < n; c++) {
    a[at + c] -= a[at + first] * a[p0 + c] + a[at + first + 1] * a[p1 + c] + a[at + first + 2] * a[p2 + c]
      + a[at + first + 3] * a[p3 + c];
  }
}

function updateBy1(a: Float64Array, n: number, p: number, end: number): void {
  const own = p * n;
  for (let row = end; row < n; row++) {
    const at = row * n;
    const factor = a[at + p];
    for (let c = end; c < n; c++) a[at + c] -= factor * a[own + c];
  }
}
