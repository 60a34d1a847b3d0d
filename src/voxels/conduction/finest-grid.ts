/**
 * What conjugate gradients run on, with its vectors: potential u, residual r, direction p, q = A p and z, the
 * preconditioned residual (which may take the place of q). Scalars come back in double precision.
 */
export interface Descending {
  /** u . A u - 2 u . b of the first guess, and a constant. */
  readonly startEnergy: number;
  /** z = M^-1 r; gives z . A p of the step before. */
  precondition(): number;
  /** p = z + beta p. */
  direct(beta: number): void;
  /** q = A p; `products` then holds p . q and p . r. */
  apply(): void;
  readonly products: Float64Array;
  /** u += alpha p, r -= alpha q. */
  advance(alpha: number): void;
  /** Computes the energy of the potential as it is, in double precision. */
  energy(): number;
}

/** A grid between two end planes, u = 1 and 0 on them: the energy is the sum of w (u_i - u_j)^2, of a first guess that falls evenly. */
export interface FinestGrid extends Descending {
  /** The energy by plane of the slowest axis. */
  dissipation(): Float64Array;
  /** u on the grid without borders; 0 where nothing conducts. */
  potential(): Float32Array;
  /** Current out of every voxel of a plane into the plane behind it. */
  planeCurrents(plane: number): Float64Array;
}

export interface Descent {
  /** Least energy found: between end planes their conductance. */
  readonly energy: number;
  /** How far the energy may still fall, as a share of it; 1 and more where the search did not end, and nothing but the size is known. */
  readonly relativeError: number;
  readonly iterations: number;
}

/** Above it a case is named that needs more; the images of the tests need 4 to 10. */
const mostIterations = 60;

/** What single precision leaves undecided, as a share of the energy. */
const singlePrecision = 5e-7;

/**
 * Flexible conjugate gradients (Notay, SIAM J. Sci. Comput. 22 (2000) 1444, doi 10.1137/S1064827599362314), stopped by the energy: every step takes alpha p.r
 * from it, and the steps fall in a geometric row. beta = -(z . A p) / (p . A p), p being the direction before.
 * The energy of the potential itself is an upper bound of the conductance (Dirichlet's principle).
 */
export function descend(grid: Descending, tolerance: number): Descent {
  let energy = grid.startEnergy;
  let before = 0;
  let last = 0;
  let curvature = 0;
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const zq = grid.precondition();
    grid.direct(iteration === 1 ? 0 : -zq / curvature);
    grid.apply();
    curvature = grid.products[0];
    const descent = grid.products[1];
    if (!(curvature > 0) || !(descent > 0)) {
      // nothing left that single precision resolves; or a matrix that it does not resolve, as phases 1e9 apart make it
      return ended(grid, energy, 0, 0, iteration - 1, Math.abs(curvature) <= singlePrecision * Math.abs(energy));
    }
    const alpha = descent / curvature;
    grid.advance(alpha);
    before = last;
    last = alpha * descent;
    energy -= last;
    if (iteration > 1 && last + 0.1 * before < tolerance * Math.abs(energy))
      return ended(grid, energy, last, before, iteration, true);
  }
  return ended(grid, energy, last, before, mostIterations, false);
}

/** Rest of the geometric row of decreases; the two ways to the energy must agree. */
function ended(grid: Descending, recurred: number, last: number, before: number, iterations: number,
  isEnd: boolean): Descent
{
  const energy = grid.energy();
  const ratio = before > 0 ? Math.min(0.9, last / before) : 0.5;
  const rest = (last * ratio) / (1 - ratio);
  return {
    energy,
    relativeError: Math.max(isEnd ? 0 : 1, (rest + Math.abs(energy - recurred)) / Math.abs(energy) + singlePrecision),
    iterations,
  };
}
