import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { loadStep } from '../../src/simulation/load-step.js';
import { restedState, spreadReaction } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import { integrate } from '../../src/solver/integrate.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, flatPotential, linearPotential } from '../support/cell-model.js';
import { observedOrder } from '../support/observed-order.js';

/**
 * A sphere under constant flux N into it, t in R^2/D:
 *
 *   (cSurface - c0) D / (N R) = 3 t + 1/5 - 2 sum exp(-lambda^2 t) / lambda^2,   tan lambda = lambda
 *
 * Crank, The Mathematics of Diffusion, 2nd ed. (1975), sec. 6.3. The electrode has one cell and a flat U, so the current is
 * the flux.
 */
/** dfn-and-closed-forms.json, analytic.sphere_flux; the value at 0.1 there carries four terms, REFERENCE.md has 0.48676164. */
const exact: readonly (readonly [time: number, rise: number])[] = [
  [1e-3, 0.03670678032936012],
  [1e-2, 0.12364335419920945],
  [0.1, 0.48676168634242317],
  [1, 3.2],
];

/** lambda_n lies just below (n + 1/2) pi; 400 terms are exact to 1e-16 at t = 1e-3. */
const eigenvalues = Array.from({ length: 400 }, (_, i) => {
  let lambda = (i + 1.5) * Math.PI;
  for (let k = 0; k < 50; k++) lambda = (i + 1) * Math.PI + Math.atan(lambda);
  return lambda;
});
const series = (t: number): number =>
  3 * t + 1 / 5 - 2 * eigenvalues.reduce((sum, lambda) => sum + Math.exp(-(lambda ** 2) * t) / lambda ** 2, 0);

const [R, D, cMax, start, flux] = [2e-6, 1e-14, 50e3, 0.1, 0.2];
/** Errors in time stay below 1e-6 of the rise. */
const tolerance = 1e-8;

/** Rise of the surface in units of N R / D at time t; `flux` is N R / (D cMax). */
function surfaceRise(t: number, shells: readonly [number, number]): number {
  const material = activeMaterial({
    openCircuitPotential: flatPotential(4),
    particleRadius: R,
    maximumConcentration: cMax,
    diffusivity: constantFunction(D),
  });
  const [thickness, a] = [10e-6, 1e6];
  const model = cellModel({
    layers: [{ thickness, cells: 1, kappa: 1, sigma: 1, material, specificInterfacialArea: a }],
    shells,
  });
  const current = (flux * FARADAY * cMax * D * a * thickness) / R;
  const problem = new CellProblem(model);
  const y = restedState(problem, [start]);
  const yp = new Float64Array(problem.size);
  problem.control = { kind: 'current', target: current };
  spreadReaction(problem, y, current);
  consistentStart(problem, 0, y, yp, tolerance, newCounters());
  const { diffusion, at } = problem.reactions[0];
  const options = { tolerance, maximumSteps: 10_000, events: [], onStep: () => true };
  integrate(problem, 0, (t * R * R) / D, y, yp, newCounters(), options);
  diffusion.evaluateSurface(y, at.reaction);
  return (diffusion.surface[0] - start) / flux;
}

const errorAt = (t: number, shells: readonly [number, number]): number => surfaceRise(t, shells) / series(t) - 1;

describe('sphere under constant flux against its series', () => {
  it.each(exact)('the series at %d R2/D is the printed one to 1e-7',
    (t, rise) => expect(Math.abs(series(t) - rise)).toBeLessThan(1e-7));

  it.each([[1e-2, 1e-4], [0.1, 1e-5], [1, 1e-6]])('order 2 over 40, 80, 160 uniform shells at %d R2/D, %d on 160',
    (t, bound) => {
      const errors = [40, 80, 160].map((n) => errorAt(t, [n, 1]));
      expect(Math.abs(errors[2])).toBeLessThan(bound);
      expect(observedOrder(errors)).toBeGreaterThan(1.95);
      expect(observedOrder(errors)).toBeLessThan(2.05);
    });

  it('within 1e-3 at 1e-3 R2/D on 160 uniform shells', () =>
    expect(Math.abs(errorAt(1e-3, [160, 1]))).toBeLessThan(1e-3));

  it('within 0.8 % from 1e-4 to 1 R2/D on the shells of the mesh `default` (20, ratio 1.3)', () => {
    for (const t of [1e-4, 1e-3, 1e-2, 0.1, 1]) expect(Math.abs(errorAt(t, [20, 1.3])), `t = ${t}`).toBeLessThan(8e-3);
  });

  it.each([1e-3, 1e-2, 0.1])('order 2 at %d R2/D over 16, 32, 64 shells with the same grading of the whole particle',
    (t) => {
      // twice the shells with the square root of the ratio cut every shell in two
      const errors = [1, 2, 4].map((n) => errorAt(t, [16 * n, 1.25 ** (1 / n)]));
      expect(observedOrder(errors)).toBeGreaterThan(1.9);
      expect(observedOrder(errors)).toBeLessThan(2.1);
    });

  it('matched shells fall exponentially with their number: 5, 8 and 12 within 3e-3, 3e-4 and 3e-5 from 1e-2 to 1 R2/D', () => {
    for (const [n, bound] of [[5, 3e-3], [8, 3e-4], [12, 3e-5]]) {
      for (const t of [1e-2, 0.1, 1]) expect(Math.abs(errorAt(t, [n, 0])), `${n} shells, t = ${t}`).toBeLessThan(bound);
    }
  });

  it('five matched shells err by less than ten uniform ones, in units of N R/D, and by less than 4e-3 from 1e-4 R2/D on', () => {
    const largest = (shells: readonly [number, number]): number =>
      Math.max(...[1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3].map((t) => Math.abs(errorAt(t, shells) * series(t))));
    expect(largest([5, 0])).toBeLessThan(4e-3);
    expect(largest([5, 0])).toBeLessThan(largest([10, 1]));
  });
});

describe('cycles of a sphere at one current between two stoichiometries of its surface', () => {
  const [full, empty, cycles] = [0.9, 0.2, 3];

  /** Change of the mean stoichiometry in each half cycle, from a uniform `full` on: fluxes superposed, each end by bisection. */
  function closedForm(size: number): number[] {
    const changes: { at: number; by: number }[] = [];
    const surface = (t: number): number => changes.reduce((sum, { at, by }) => sum + by * series(t - at), full);
    let now = 0;
    return Array.from({ length: 2 * cycles }, (_, half) => {
      const sign = half % 2 === 0 ? -1 : 1;
      changes.push({ at: now, by: (half === 0 ? 1 : 2) * sign * size });
      let [low, high] = [now, now + 1 / size];
      for (let k = 0; k < 50; k++) {
        const middle = (low + high) / 2;
        if (sign * (surface(middle) - (sign < 0 ? empty : full)) < 0) low = middle;
        else high = middle;
      }
      const passed = 3 * size * (low - now);
      now = low;
      return passed;
    });
  }

  function simulated(size: number): number[] {
    const material = activeMaterial({ openCircuitPotential: linearPotential(4.4, -0.8), particleRadius: R,
      maximumConcentration: cMax, diffusivity: constantFunction(D), referenceExchangeCurrentDensity: 1e6 });
    const [thickness, a] = [1e-6, 1e6];
    const problem = new CellProblem(
      cellModel({ layers: [{ thickness, cells: 1, kappa: 1e3, sigma: 1e3, material, specificInterfacialArea: a }],
        shells: [12, 0] }),
    );
    const value = (size * FARADAY * cMax * D * a * thickness) / R;
    const rate = { kind: 'currentDensity' as const, value };
    const steps = Array.from({ length: cycles }).flatMap(() => [
      { kind: 'charge' as const, rate, until: { voltage: 4.4 - 0.8 * empty } },
      { kind: 'discharge' as const, rate, until: { voltage: 4.4 - 0.8 * full } },
    ]);
    const { segments, time } = simulate(problem, steps.map((step) => loadStep(step, NaN, NaN)),
      restedState(problem, [full]), { tolerance: 1e-7, maximumSteps: 10_000 });
    return segments.map(({ first, last }) => (3 * size * D * (time[last] - time[first])) / (R * R));
  }

  it.each([[0.3, 1], [1, 1.035], [2, 1.085]])(
    'deliver what the series says: at %d N R/(D cMax) the second one %d times the first, which was charged from a uniform start',
    (size, gain) => {
      const [expected, found] = [closedForm(size), simulated(size)];
      found.forEach((one, half) => expect(one / expected[half], `half ${half}`).toBeCloseTo(1, 2));
      const [, first, , second] = expected;
      expect(second / first).toBeCloseTo(gain, 3);
    },
  );
});
