import { denseProblem } from '../support/dense-problem.js';

/** A problem of the literature with its solution at the end of its interval. */
export interface PublishedProblem {
  readonly name: string;
  readonly start: readonly number[];
  readonly end: number;
  readonly reference: readonly number[];
  /** The algebraic unknown; its "slope" below is its equation. */
  readonly algebraic?: number;
  /** Absolute over relative tolerance, for each unknown. */
  readonly absolute: readonly number[];
  slopes(y: Float64Array): readonly number[];
}

/** Eight species of a plant's response to light (Schaefer 1975). */
const hires: PublishedProblem = {
  name: 'HIRES',
  start: [1, 0, 0, 0, 0, 0, 0, 0.0057],
  end: 321.8122,
  reference: [
    0.7371312573325668e-3,
    0.1442485726316185e-3,
    0.5888729740967575e-4,
    0.1175651343283149e-2,
    0.2386356198831331e-2,
    0.6238968252742796e-2,
    0.2849998395185769e-2,
    0.2850001604814231e-2,
  ],
  absolute: new Array<number>(8).fill(1e-4),
  slopes([a, b, c, d, e, f, g, h]) {
    const bound = 280 * f * h - 1.81 * g;
    return [
      -1.71 * a + 0.43 * b + 8.32 * c + 0.0007,
      1.71 * a - 8.75 * b,
      -10.03 * c + 0.43 * d + 0.035 * e,
      8.32 * b + 1.71 * c - 1.12 * d,
      -1.745 * e + 0.43 * (f + g),
      -280 * f * h + 0.69 * d + 1.71 * e - 0.43 * f + 0.69 * g,
      bound,
      -bound,
    ];
  },
};

/** Van der Pol's oscillator with mu = 1000, in the time in which a period is of order one: eps = 1 / mu^2. */
const vanDerPol: PublishedProblem = {
  name: 'Van der Pol',
  start: [2, 0],
  end: 2,
  reference: [0.1706167732170483e1, -0.8928097010247975],
  absolute: [1e-2, 1e-2],
  slopes: ([x, v]) => [v, 1e6 * ((1 - x * x) * v - x)],
};

/** Reactions of the chemical Akzo Nobel problem, the fast one as an equilibrium: index one. */
const akzoNobel: PublishedProblem = {
  name: 'Chemical Akzo Nobel',
  start: [0.444, 0.00123, 0, 0.007, 0, 115.83 * 0.444 * 0.007],
  end: 180,
  reference: [
    0.1150794920661702,
    0.1203831471567715e-2,
    0.1611562887407974,
    0.3656156421249283e-3,
    0.1708010885264404e-1,
    0.4873531310307455e-2,
  ],
  algebraic: 5,
  absolute: new Array<number>(6).fill(1e-4),
  slopes([a, b, c, d, e, f]) {
    const r1 = 18.7 * a ** 4 * Math.sqrt(b);
    const r2 = 0.58 * c * d;
    const r3 = (0.58 / 34.4) * a * e;
    const r4 = 0.09 * a * d * d;
    const r5 = 0.42 * f * f * Math.sqrt(b);
    const inflow = 3.3 * (0.9 / 737 - b);
    return [
      -2 * r1 + r2 - r3 - r4,
      -0.5 * r1 - r4 - 0.5 * r5 + inflow,
      r1 - r2 + r3,
      -r2 + r3 - 2 * r4,
      r2 - r3 + r5,
      115.83 * a * d - f,
    ];
  },
};

/** Robertson's kinetics over sixteen decades of time, with the conservation of mass as an algebraic equation. */
const robertson: PublishedProblem = {
  name: 'Robertson',
  start: [1, 0, 0],
  end: 1e11,
  reference: [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505],
  algebraic: 2,
  absolute: [1e-6, 1e-10, 1],
  slopes: ([a, b, c]) => [-0.04 * a + 1e4 * b * c, 0.04 * a - 1e4 * b * c - 3e7 * b * b, a + b + c - 1],
};

/**
 * Reference solutions at the end: Mazzia and Magherini, Test Set for Initial Value Problem Solvers, release 2.4
 * (2008), University of Bari, sections on HIRES, Van der Pol, Chemical Akzo Nobel and Robertson; computed there with
 * tolerances near 1e-18.
 */
export const publishedProblems: readonly PublishedProblem[] = [hires, vanDerPol, akzoNobel, robertson];

/** The problem for the integrator at a relative tolerance, with exact slopes at its start. */
export function published(problem: PublishedProblem, relative: number) {
  const n = problem.start.length;
  const slopes = problem.slopes(Float64Array.from(problem.start)).map((slope,
    i) => (i === problem.algebraic ? 0 : slope)
  );
  const dae = denseProblem({
    differential: Array.from({ length: n }, (_, i) => i !== problem.algebraic),
    tolerances: { relative, absolute: problem.absolute.map((a) => relative * a) },
    residual(_t, y, yp, out) {
      problem.slopes(y).forEach((slope, i) => (out[i] = i === problem.algebraic ? slope : yp[i] - slope));
    },
  });
  return { dae, slopes };
}

/** Largest relative error of an unknown at the end. */
export const relativeError = ({ reference }: PublishedProblem, y: Float64Array): number =>
  Math.max(...reference.map((exact, i) => Math.abs(y[i] / exact - 1)));
