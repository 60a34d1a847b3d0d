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

/** Work of this solver on them; factors are one per iteration. */
const ours: Readonly<Record<string, Omit<Work, 'factorisations'>>> = {
  'HIRES': { steps: 398, newton: 413 },
  'Van der Pol': { steps: 1249, newton: 1308 },
  'Chemical Akzo Nobel': { steps: 210, newton: 220 },
  'Robertson': { steps: 912, newton: 947 },
};

function run(problem: PublishedProblem, relative: number) {
  const { dae, slopes } = published(problem, relative);
  const end = solve(dae, problem.start, slopes, problem.end, { tolerance: 1, maximumSteps: 1e4 });
  expect(end.outcome.reason).toBe('end-of-interval');
  return { ...end.counters, error: relativeError(problem, end.y) };
}

/** Within a few percent, which is what another engine's powers and roots may change. */
const expectAbout = (value: number, expected: number, share = 0.05) =>
  expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(share);

for (const problem of publishedProblems) {
  describe(problem.name, () => {
    it('meets the reference solution, and its error follows the tolerance', () => {
      const errors = [1e-4, 1e-6, 1e-8].map((relative) => run(problem, relative).error);
      errors.forEach((error, i) => expect(error).toBeLessThan(150 * 10 ** (-4 - 2 * i)));
      for (const i of [0, 1]) expect(errors[i + 1]).toBeLessThan(errors[i] / 10);
    });

    it('takes fewer steps and fewer iterations than IDA', () => {
      const { steps, newtonIterations, factorisations } = run(problem, 1e-6);
      expectAbout(steps, ours[problem.name].steps);
      expectAbout(newtonIterations, ours[problem.name].newton);
      expect(factorisations).toBe(newtonIterations);
      expect(steps).toBeLessThan(ida[problem.name].steps);
      expect(newtonIterations).toBeLessThan(ida[problem.name].newton * 0.8);
    });
  });
}
