import { describe, expect, it } from 'vitest';
import { published, type PublishedProblem, publishedProblems, relativeError } from './published-problems.js';
import { solve } from './support.js';

interface Work {
  readonly steps: number;
  readonly newton: number;
  readonly factorisations: number;
}

/**
 * Work of IDA of SUNDIALS 7.5.0 (dense matrix by differences) on the same problems at a
 * relative tolerance of 1e-6 and the absolute tolerances of `published`; its relative errors at the end are 2.2e-6,
 * 1.1e-5, 4.8e-7 and 3.6e-5.
 */
const ida: Readonly<Record<string, Work>> = {
  'HIRES': { steps: 509, newton: 802, factorisations: 49 },
  'Van der Pol': { steps: 1326, newton: 2084, factorisations: 150 },
  'Chemical Akzo Nobel': { steps: 268, newton: 343, factorisations: 32 },
  'Robertson': { steps: 1028, newton: 1296, factorisations: 108 },
};

/** Work of this solver on them with fresh factors, which are one per iteration. */
const fresh: Readonly<Record<string, Omit<Work, 'factorisations'>>> = {
  'HIRES': { steps: 398, newton: 413 },
  'Van der Pol': { steps: 1249, newton: 1308 },
  'Chemical Akzo Nobel': { steps: 210, newton: 220 },
  'Robertson': { steps: 912, newton: 947 },
};

function run(problem: PublishedProblem, relative: number, factors: 'fresh' | 'kept') {
  const { dae, slopes } = published(problem, relative, factors);
  const end = solve(dae, problem.start, slopes, problem.end, { tolerance: 1, maximumSteps: 1e4 });
  expect(end.outcome.reason).toBe('end-of-interval');
  return { ...end.counters, error: relativeError(problem, end.y) };
}

/** Within a few percent, which is what another engine's powers and roots may change. */
const expectAbout = (value: number, expected: number, share = 0.05) =>
  expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(share);

for (const problem of publishedProblems) {
  describe(problem.name, () => {
    for (const factors of ['fresh', 'kept'] as const) {
      it(`meets the reference solution, and its error follows the tolerance (${factors} factors)`, () => {
        const errors = [1e-4, 1e-6, 1e-8].map((relative) => run(problem, relative, factors).error);
        errors.forEach((error, i) => expect(error).toBeLessThan(150 * 10 ** (-4 - 2 * i)));
        for (const i of [0, 1]) expect(errors[i + 1]).toBeLessThan(errors[i] / 10);
      });
    }

    it('with kept factors takes the work that IDA takes', () => {
      const { steps, newtonIterations, factorisations } = run(problem, 1e-6, 'kept');
      const { [problem.name]: expected } = ida;
      expectAbout(steps, expected.steps, 0.1);
      expectAbout(newtonIterations, expected.newton, 0.25);
      expectAbout(factorisations, expected.factorisations, 0.3);
    });

    it('with fresh factors takes fewer steps and fewer iterations than IDA', () => {
      const { steps, newtonIterations, factorisations } = run(problem, 1e-6, 'fresh');
      expectAbout(steps, fresh[problem.name].steps);
      expectAbout(newtonIterations, fresh[problem.name].newton);
      expect(factorisations).toBe(newtonIterations);
      expect(steps).toBeLessThan(ida[problem.name].steps);
      expect(newtonIterations).toBeLessThan(ida[problem.name].newton * 0.8);
    });
  });
}
