import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import type { Performance } from '../../src/results/performance.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, flatPotential } from '../support/cell-model.js';
import { discharge, endOf, runSteps } from '../support/runs.js';

/**
 * A flat potential and a single-ion conductor: the particles fill one depth after the other. The front stands at depth
 * s = I t / q, q = F cMax eps (1 - s0), and
 *
 *   V = U - I [ R0 + s / kappa ],   capacity at a cut-off = q kappa (U - V - I R0) / I
 *
 * The closed form of Kato et al. 2018. The front is about 20 um wide, sqrt(kappa RT / (a i0 F)): 8 cells of 2.5 um. Particles
 * take up to 0.1 % more than their sites (the end of the lattice is 200 V per unit of stoichiometry, not a wall), which
 * slows the front by as much.
 */
const [potential, kappa, cMax, eps, start] = [3.4, 0.01, 22.8e3, 0.5, 0.1];
const q = FARADAY * cMax * eps * (1 - start);

function fill(L: number, current: number, depth: number): Performance {
  const material = activeMaterial({
    maximumConcentration: cMax,
    particleRadius: 1e-7,
    diffusivity: constantFunction(1e-12),
    referenceExchangeCurrentDensity: 0.1,
    openCircuitPotential: flatPotential(potential),
  });
  const model = cellModel({
    layers: [{ thickness: L, cells: Math.round(L / 2.5e-6), kappa, sigma: 1e4, material, volumeFraction: eps }],
    shells: [1, 1],
  });
  return runSteps(model, start, [discharge(current, { arealCapacity: depth * q })], 1e-5);
}

const end = ({ voltage, frontDepth, recording }: Performance): { volt: number; depth: number } => ({
  volt: voltage[recording.points - 1],
  depth: frontDepth[recording.points - 1],
});

describe('flat potential: a moving front, cells of 2.5 um', () => {
  it.each([[200e-6, 5], [300e-6, 5], [200e-6, 10]])(
    'loses I / kappa per depth within 2e-3 and moves by I t / q within a cell: L = %d m, %d A/m2',
    (L, current) => {
      const [shallow, deep] = [80e-6, 160e-6].map((depth) => fill(L, current, depth));
      expect([endOf(shallow), endOf(deep)]).toEqual(['capacity-cutoff', 'capacity-cutoff']);
      const loss = end(shallow).volt - end(deep).volt;
      expect(Math.abs(loss / ((current * 80e-6) / kappa) - 1)).toBeLessThan(2e-3);
      expect(Math.abs(end(deep).depth - end(shallow).depth - 80e-6)).toBeLessThan(2.5e-6);
    },
  );

  it('does not know how thick the electrode is: 200 and 300 um within 0.1 mV', () =>
    expect(Math.abs(end(fill(200e-6, 5, 80e-6)).volt - end(fill(300e-6, 5, 80e-6)).volt)).toBeLessThan(1e-4));
});
