/** A direction that keeps less than this share of its length is made orthogonal a second time. */
const mostLost = 0.01;

/** A linear system for a Krylov method. */
export interface LinearOperator {
  readonly size: number;
  /** out = A x. */
  apply(x: Float64Array, out: Float64Array): void;
  /** out, about A^-1 r; may differ from call to call. */
  precondition(r: Float64Array, out: Float64Array): void;
}

export interface GmresOutcome {
  readonly iterations: number;
  /** Norm of the residual over that of the right-hand side. */
  readonly reduction: number;
}

/**
 * Flexible GMRES (Saad, SIAM J. Sci. Comput. 14 (1993) 461, doi 10.1137/0914028): least residual over the preconditioned directions. Writes
 * x, starting from 0; stops at the reduction asked for or after `most` steps. Its vectors, two per step, are those of `storage`, which grows as they
 * are needed and may serve again.
 */
export function flexibleGmres(system: LinearOperator, b: Float64Array, x: Float64Array, wanted: number, most: number,
  storage: Float64Array[] = []): GmresOutcome
{
  x.fill(0);
  const beta = norm(b);
  if (beta === 0) return { iterations: 0, reduction: 0 };
  const vector = (k: number): Float64Array => (storage[k] ??= new Float64Array(system.size));
  const basis = [vector(0)];
  divide(b, beta, basis[0]);
  const directions: Float64Array[] = [];
  const columns: Float64Array[] = [];
  const rotations: [number, number][] = [];
  const g = [beta];
  let k = 0;
  while (k < most && Math.abs(g[k]) > wanted * beta) {
    const z = vector(2 * k + 1);
    system.precondition(basis[k], z);
    const w = vector(2 * k + 2);
    system.apply(z, w);
    const h = new Float64Array(k + 2);
    h[k + 1] = norm(w);
    // a second time where little is left, of which rounding is a larger share (Daniel et al., doi 10.1090/S0025-5718-1976-0431641-8)
    for (let before = Infinity, again = 0; again < 2 && h[k + 1] < mostLost * before; again++) {
      before = h[k + 1];
      for (let i = 0; i <= k; i++) {
        const part = dot(w, basis[i]);
        h[i] += part;
        subtract(w, part, basis[i]);
      }
      h[k + 1] = norm(w);
    }
    const grown = h[k + 1];
    for (const [i, [c, s]] of rotations.entries()) {
      [h[i], h[i + 1]] = [c * h[i] + s * h[i + 1], c * h[i + 1] - s * h[i]];
    }
    const length = Math.hypot(h[k], h[k + 1]);
    if (length === 0) break;
    const [c, s] = [h[k] / length, h[k + 1] / length];
    rotations.push([c, s]);
    h[k] = length;
    g.push(-s * g[k]);
    g[k] *= c;
    directions.push(z);
    columns.push(h);
    k++;
    if (!(grown > 0)) break;
    divide(w, grown, w);
    basis.push(w);
  }
  const y = new Float64Array(k);
  for (let i = k - 1; i >= 0; i--) {
    let sum = g[i];
    for (let j = i + 1; j < k; j++) sum -= columns[j][i] * y[j];
    y[i] = sum / columns[i][i];
  }
  for (let i = 0; i < k; i++) subtract(x, -y[i], directions[i]);
  return { iterations: k, reduction: Math.abs(g[k]) / beta };
}

/** a . b, in four sums that need not wait for each other. */
export function dot(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < a.length; i++) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}

/** a -= factor b, over the length of b: a may hold more. */
export function subtract(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < b.length; i++) a[i] -= factor * b[i];
}

function divide(a: Float64Array, by: number, out: Float64Array): void {
  for (let i = 0; i < a.length; i++) out[i] = a[i] / by;
}

export const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));
