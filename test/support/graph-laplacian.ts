/**
 * Conduction on a graph: sum_j g_ij (u_i - u_j) + s_i u_i = b_i. The matrix is symmetric; it is positive definite where every
 * connected part has an s_i > 0. Edges stand with their larger end: `start[i]..start[i + 1]` are the neighbours j < i of i.
 */
export interface GraphLaplacian {
  readonly size: number;
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly conductance: Float64Array;
  /** s_i. */
  readonly ground: Float64Array;
}

export interface LinearOutcome {
  readonly iterations: number;
  /** |b - A u| / |b|. */
  readonly residual: number;
  readonly converged: boolean;
}

/**
 * Conjugate gradients, preconditioned by M = (D + L) D^-1 (D + L^T) with d_i = a_ii - sum_j a_ij^2 / d_j, the incomplete Cholesky
 * factors without fill of such a graph (Meijerink and van der Vorst, Math. Comp. 31 (1977) 148, doi 10.1090/S0025-5718-1977-0438681-4).
 * `u` holds the first guess and takes the solution.
 */
export function solveLaplacian(
  graph: GraphLaplacian,
  b: Float64Array,
  u: Float64Array,
  tolerance: number,
  maximumIterations = 10 * graph.size + 100,
): LinearOutcome {
  const n = graph.size;
  const diagonal = diagonalOf(graph);
  const pivots = pivotsOf(graph, diagonal);
  const r = new Float64Array(n);
  const z = new Float64Array(n);
  const p = new Float64Array(n);
  const q = new Float64Array(n);
  multiply(graph, diagonal, u, q);
  for (let i = 0; i < n; i++) r[i] = b[i] - q[i];
  const scale = Math.sqrt(dot(b, b)) || 1;
  let residual = Math.sqrt(dot(r, r)) / scale;
  let rho = 0;
  let iterations = 0;
  while (residual > tolerance && iterations < maximumIterations) {
    precondition(graph, pivots, r, z);
    const rhoNew = dot(r, z);
    const beta = iterations === 0 ? 0 : rhoNew / rho;
    rho = rhoNew;
    for (let i = 0; i < n; i++) p[i] = z[i] + beta * p[i];
    multiply(graph, diagonal, p, q);
    const alpha = rho / dot(p, q);
    for (let i = 0; i < n; i++) {
      u[i] += alpha * p[i];
      r[i] -= alpha * q[i];
    }
    residual = Math.sqrt(dot(r, r)) / scale;
    iterations++;
  }
  return { iterations, residual, converged: residual <= tolerance };
}

function diagonalOf({ size, start, neighbour, conductance, ground }: GraphLaplacian): Float64Array {
  const diagonal = ground.slice();
  for (let i = 0; i < size; i++) {
    for (let e = start[i]; e < start[i + 1]; e++) {
      diagonal[i] += conductance[e];
      diagonal[neighbour[e]] += conductance[e];
    }
  }
  return diagonal;
}

function pivotsOf({ size, start, neighbour, conductance }: GraphLaplacian, diagonal: Float64Array): Float64Array {
  const pivots = diagonal.slice();
  for (let i = 0; i < size; i++) {
    for (let e = start[i]; e < start[i + 1]; e++) pivots[i] -= (conductance[e] * conductance[e]) / pivots[neighbour[e]];
  }
  return pivots;
}

/** out = A x, every edge once for both of its ends. */
function multiply(
  { size, start, neighbour, conductance }: GraphLaplacian,
  diagonal: Float64Array,
  x: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    const xi = x[i];
    let sum = diagonal[i] * xi;
    for (let e = start[i]; e < start[i + 1]; e++) {
      const j = neighbour[e];
      sum -= conductance[e] * x[j];
      out[j] -= conductance[e] * xi;
    }
    out[i] = sum;
  }
}

/** out = M^-1 r: forward, then backward. */
function precondition(
  { size, start, neighbour, conductance }: GraphLaplacian,
  pivots: Float64Array,
  r: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    let sum = r[i];
    for (let e = start[i]; e < start[i + 1]; e++) sum += conductance[e] * out[neighbour[e]];
    out[i] = sum / pivots[i];
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = out[i];
    for (let e = start[i]; e < start[i + 1]; e++) {
      const j = neighbour[e];
      out[j] += (conductance[e] * value) / pivots[j];
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
