import { describe, expect, it } from 'vitest';
import { activeMaterial, cellModel, type LayerNumbers } from '../support/cell-model.js';
import { largestDifference } from '../support/observed-order.js';
import { discharge, runSteps, startUnderCurrent } from '../support/runs.js';

const material = activeMaterial({ referenceExchangeCurrentDensity: 0.5 });
const whole: LayerNumbers = { thickness: 120e-6, cells: 24, kappa: 0.02, sigma: 0.1, material };
const current = 60;

describe('a layer cut into two of the same material', () => {
  const half: LayerNumbers = { ...whole, thickness: whole.thickness / 2, cells: whole.cells / 2 };
  const third: LayerNumbers = { ...whole, thickness: whole.thickness / 3, cells: whole.cells / 3 };
  const rest: LayerNumbers = { ...whole, thickness: 2 * third.thickness, cells: 2 * third.cells };

  it.each([['halves', [half, half]], ['a third and two thirds', [third, rest]]])(
    'changes nothing: %s, 24 uniform cells, voltage within 1e-8 V at every step, capacity within 1e-12',
    (_, layers) => {
      const [one, two] = [[whole], layers].map((parts) =>
        runSteps(cellModel({ layers: parts }), 0.2, [discharge(current, { voltage: 3.4 })])
      );
      const last = one.recording.points - 1;
      expect(one.utilisation[last]).toBeGreaterThan(0.3);
      expect(two.recording.points).toBe(one.recording.points);
      expect(largestDifference(one.voltage, two.voltage)).toBeLessThan(1e-8);
      expect(Math.abs(one.charge[last] / two.charge[last] - 1)).toBeLessThan(1e-12);
    },
  );
});

/**
 * With phiE(x) = -phiS'(L - x) and phiS(x) = -phiE'(L - x) the equations of the electrode keep their form when kappa and sigma
 * change places, whatever the kinetics and the potential: the profile is mirrored and the voltage stays.
 */
describe('ionic and electronic conductivity in each other\'s place', () => {
  const models = [whole, { ...whole, kappa: 0.1, sigma: 0.02 }].map((layer) =>
    cellModel({ layers: [{ ...layer, grading: 3 }] })
  );

  it('mirror the reaction under load and keep the voltage: 1e-10, 24 graded cells', () => {
    const [ions, electrons] = models.map((model) => startUnderCurrent(model, 0.4, current));
    const { reaction, count } = ions.problem.unknowns.classes[0];
    const profile = ions.y.slice(reaction, reaction + count);
    const mirrored = electrons.y.slice(reaction, reaction + count).reverse();
    expect(profile[0] / profile[count - 1]).toBeGreaterThan(1.5);
    expect(largestDifference(profile, mirrored)).toBeLessThan(1e-10);
    expect(ions.problem.voltage(ions.y)).toBeCloseTo(electrons.problem.voltage(electrons.y), 10);
  });

  it('mirror a whole discharge: utilisation within 1e-5 at its end, tolerance 1e-7', () => {
    const [ions, electrons] = models.map((model) => runSteps(model, 0.2, [discharge(current, { time: 1500 })], 1e-7));
    const profileOf = ({ profiles, recording }: typeof ions): number[] =>
      Array.from({ length: profiles.utilisation.shape[1] },
        (_, k) => profiles.utilisation.get(recording.points - 1, k));
    const profile = profileOf(ions);
    expect(profile[0] - profile[profile.length - 1]).toBeGreaterThan(0.1);
    expect(largestDifference(profile, profileOf(electrons).reverse())).toBeLessThan(1e-5);
  });
});
