import { describe, expect, it } from 'vitest';
import { electrodePotentialOf, electrolytePotentialOf } from '../../src/physics/unknowns.js';
import { activeMaterial, cellModel, flatPotential, thermalVoltage } from '../support/cell-model.js';
import { largestDifference, observedOrder } from '../support/observed-order.js';
import { startUnderCurrent } from '../support/runs.js';

/**
 * Tafel kinetics j = -i0 exp(-beta eta) and a perfect electronic conductor. With y = x/L from the membrane and
 * 2 theta tan theta = beta I L / kappa, beta = F/2RT:
 *
 *   |eta(L)| = (1/beta) ln[2 kappa theta^2 / (beta L^2 a i0)],  |eta(0)| the same with sec^2 theta in it
 *   j/mean j = theta sec^2(theta (1 - y)) / tan theta
 *
 * Newman and Thomas-Alyea, Electrochemical Systems, ch. 22. The shape does not depend on i0: the printed overpotentials, for
 * 0.5 A m^-2, lie where the back reaction counts, so the cell has an i0 a million times smaller and its overpotentials are
 * larger by ln(1e6)/beta.
 */
const [L, kappa, a] = [200e-6, 0.03, 7.2e5];
const beta = 1 / (2 * thermalVoltage);
const [printedI0, factor] = [0.5, 1e-6];
const shift = -Math.log(factor) / beta;
/** The ideal conductor: adds L/3 sigma, 3e-8 of L/3 kappa. */
const sigma = 1e6;

/** dfn-and-closed-forms.json, analytic.tafel. */
const printed = [
  { current: 10, theta: 0.7279149810939881, eta0: -0.08179908921796646, etaL: -0.11183628146949098 },
  { current: 100, theta: 1.3636056232786877, eta0: 0.11518170066985131, etaL: -0.04732700367918971 },
];

const sizeOfOverpotential = (theta: number, cos: number): number =>
  Math.log((2 * kappa * theta ** 2) / (beta * L ** 2 * a * printedI0 * cos ** 2)) / beta;

function solve(current: number, cells: number): { eta0: number; etaL: number; reaction: number[]; y: number[] } {
  const material = activeMaterial({
    openCircuitPotential: flatPotential(0),
    referenceExchangeCurrentDensity: printedI0 * factor,
  });
  const model = cellModel({ layers: [{ thickness: L, cells, kappa, sigma, material, specificInterfacialArea: a }] });
  const { problem, y } = startUnderCurrent(model, 0.5, current);
  const { firstCell, count, reaction } = problem.unknowns.classes[0];
  const last = firstCell + count - 1;
  const drop = (cell: number): number => y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)];
  // on the faces: the whole current is ionic at the membrane, none of it is at the collector
  const half = L / cells / 2;
  return {
    eta0: -(drop(firstCell) - (current * half) / kappa),
    etaL: -(drop(last) - (current * half) / sigma),
    reaction: Array.from({ length: count }, (_, k) => (-y[reaction + k] * a * L) / current),
    y: Array.from({ length: count }, (_, k) => (k + 0.5) / cells),
  };
}

describe('Tafel electrode against its closed form, ideal electronic conductor', () => {
  it.each(printed)('the closed form gives the printed numbers at $current A/m2', ({ current, theta, eta0, etaL }) => {
    expect(2 * theta * Math.tan(theta)).toBeCloseTo((beta * current * L) / kappa, 4);
    expect(sizeOfOverpotential(theta, Math.cos(theta))).toBeCloseTo(eta0, 6);
    expect(sizeOfOverpotential(theta, 1)).toBeCloseTo(etaL, 6);
  });

  it.each(printed)(
    'eta at both faces within 0.05 mV on 160 uniform cells, order 1.8 or more over 80, 160, or within 1 uV: $current A/m2',
    (row) => {
      const errors = [80, 160].map((cells) => {
        const { eta0, etaL } = solve(row.current, cells);
        return [eta0 - shift - row.eta0, etaL - shift - row.etaL];
      });
      for (const side of [0, 1]) {
        const ofSide = errors.map((error) => error[side]);
        expect(Math.abs(ofSide[1])).toBeLessThan(5e-5);
        if (Math.abs(ofSide[1]) > 1e-6) expect(observedOrder(ofSide)).toBeGreaterThan(1.8);
      }
    },
  );

  it.each(printed)('j over its mean within 1e-3 of its peak on 160 cells, order 2: $current A/m2',
    ({ current, theta }) => {
      const exact = (y: number): number => theta / Math.cos(theta * (1 - y)) ** 2 / Math.tan(theta);
      const errors = [80, 160].map((cells) => {
        const { reaction, y } = solve(current, cells);
        return largestDifference(reaction, y.map(exact)) / exact(0);
      });
      expect(errors[1]).toBeLessThan(1e-3);
      expect(observedOrder(errors)).toBeGreaterThan(1.9);
    });
});
