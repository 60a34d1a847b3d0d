/**
 * A differential-algebraic problem F(t, y, y') = 0 of index one, as the integrator sees it. The problem owns the
 * structure of its matrix; the integrator only asks for a residual and for the solution of the linearised system.
 * docs/solver.md is the page of this contract.
 *
 * Assumed: F is linear in y' of the differential unknowns and holds nothing of y' but M y' with a diagonal M (`mass`);
 * dF/dz of the algebraic equations by the algebraic unknowns z is regular (index one).
 */
export interface DaeProblem {
  /** Number of unknowns. */
  readonly size: number;
  /** 1 where F contains y' of the unknown, 0 where the unknown is algebraic. */
  readonly differential: Uint8Array;
  /**
   * Diagonal of M = dF/dy' where `residual` was evaluated last, one entry per unknown, those of algebraic unknowns
   * unused. All ones where it is not given.
   */
  readonly mass?: Float64Array;
  /**
   * Weights of the error norm |e| = sqrt(sum (weight e)^2), for a tolerance of one; the integrator divides by its
   * tolerance. 0 leaves an unknown out of the error test and of the convergence test of Newton (one that follows from
   * others by an exact equation, say): a wrong value of such an unknown is seen only by what it does to the others.
   */
  readonly weights: Float64Array;
  /**
   * Writes the weights at y into `weights`, where they depend on the state.
   * Called at the start and after every accepted step; without it the weights stay.
   */
  renewWeights?(y: Float64Array): void;
  /**
   * The furthest look ahead from a start at which nothing moves yet, in the unit of t; a hundredth of the span where
   * it is not given.
   */
  readonly timeScale?: number;
  /** out = F(t, y, yp). Non-finite entries are allowed; the integrator takes them as "outside the domain". */
  residual(t: number, y: Float64Array, yp: Float64Array, out: Float64Array): void;
  /**
   * Writes the residual and factors G = dF/dy + (1/gamma) dF/dy' at the same point. gamma = 0 holds the differential
   * unknowns: only the algebraic ones move, and rows of the others may be left at 0. Returns false where G is singular.
   */
  linearise(t: number, y: Float64Array, yp: Float64Array, gamma: number, residual: Float64Array): boolean;
  /** How many factors so far were not those of G, but of a matrix near it that Newton gets along with; absent: none. Behind them there are no tangents. */
  readonly inexactFactors?: number;
  /** Solves G delta = -residual with the last factors. */
  solve(residual: Float64Array, delta: Float64Array): void;
  /**
   * May replace the part of a step `delta` from y that belongs to unknowns which follow from all others by an equation
   * of their own by the solution of that equation: Newton on the others alone then converges where the one equation
   * would lead it to and fro. `iteration` counts from 1. Returns whether the other equations hold no longer after this
   * step, so that another has to follow. What `solve` reads stays as `linearise` left it.
   */
  settle?(y: Float64Array, delta: Float64Array, iteration: number): boolean;
  /**
   * Whether equations of unknowns without weight hold at y, to what a result may show; asked where true Newton would stop, after the step
   * `delta` of the last factors that led to y. Absent: they do. What `solve` reads stays as well.
   */
  holds?(y: Float64Array, delta: Float64Array): boolean;
  /** Name of an unknown, for evidence. */
  nameOf(index: number): string;
}

/**
 * A function of the state that ends the integration where it falls to zero from above; not finite counts as not
 * reached. It is evaluated at the ends of steps: one that falls to zero and rises again within a single step (a
 * grazing event) is not seen.
 */
export interface EventFunction {
  readonly name: string;
  value(t: number, y: Float64Array): number;
}
