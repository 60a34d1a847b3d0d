import { describe, expect, it } from 'vitest';
import { particleMeans } from '../../src/results/particle-means.js';
import { frontDepth, utilisationFields } from '../../src/results/utilisation.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';
import { charge, discharge, runSteps } from '../support/runs.js';

describe('depth of the reaction front', () => {
  const centre = [35, 45, 55, 65];
  const depth = (...profile: number[]): number => frontDepth(profile, centre, 30, 40);

  it('is where the utilisation falls to half of what it is at the membrane, between centres', () => {
    expect(depth(0.8, 0.8, 0, 0)).toBeCloseTo(20, 12);
    // 0.4 lies a quarter of the way from 0.5 to 0.1
    expect(depth(0.8, 0.5, 0.1, 0)).toBeCloseTo(15 + 10 / 4, 12);
  });

  it('counts from the collector where electrons limit', () => {
    expect(depth(0, 0, 0.8, 0.8)).toBeCloseTo(20, 12);
    expect(depth(0, 0.1, 0.5, 0.8)).toBeCloseTo(depth(0.8, 0.5, 0.1, 0), 12);
  });

  it('is the whole thickness where no cell lags, and nothing before anything has reacted', () => {
    expect(depth(0.8, 0.7, 0.6, 0.5)).toBe(40);
    expect(depth(0, 0, 0, 0)).toBeNaN();
  });

  it('does not mind the sign of a charge', () => expect(depth(-0.8, -0.5, -0.1, 0)).toBe(depth(0.8, 0.5, 0.1, 0)));
});

describe('utilisation through the thickness', () => {
  const material = activeMaterial();
  const model = cellModel({
    layers: [{ thickness: 80e-6, cells: 10, grading: 3, kappa: 0.02, sigma: 1, material }],
    shells: [6, 1.4],
  });

  it.each(
    [['discharge', 0.2, discharge(40, { time: 900 }), 1], ['charge', 0.8, charge(40, { time: 900 }), -1]] as const,
  )(
    'has the delivered capacity as its mean on %s: 1e-12',
    (_, start, step, sign) => {
      const run = runSteps(model, start, [step]);
      const last = run.recording.points - 1;
      const { firstCell, count } = run.problem.unknowns.classes[0];
      const { utilisation } = utilisationFields(run.problem, particleMeans(run.problem, run.recording),
        run.recording.points);
      let mean = 0;
      for (let k = 0; k < count; k++) mean += (model.mesh.volume[firstCell + k] / 80e-6) * utilisation.get(last, k);
      expect(Math.abs(mean - run.utilisation[last])).toBeLessThan(1e-12);
      expect(sign * mean).toBeGreaterThan(0.05);
      expect(utilisation.get(0, 3)).toBe(0);
    },
  );

  it('starts as the stoichiometry of rest and never leaves 0 to 1', () => {
    const run = runSteps(model, 0.2, [discharge(40, { voltage: 3.6 })]);
    const { meanStoichiometry } = run.profiles;
    expect(meanStoichiometry.get(0, 0)).toBeCloseTo(0.2, 14);
    expect(Math.min(...meanStoichiometry.data)).toBeGreaterThan(0.199);
    expect(Math.max(...meanStoichiometry.data)).toBeLessThan(1);
  });
});
