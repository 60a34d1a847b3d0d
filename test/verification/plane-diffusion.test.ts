import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, linearPotential, membraneResistance } from '../support/cell-model.js';
import { observedOrder } from '../support/observed-order.js';
import { discharge, runSteps } from '../support/runs.js';

/**
 * A single-ion electrode whose potential falls linearly with its charge, U = U0 - m q (q in C m^-3), is diffusion with
 * D = kappa m under constant flux: fast kinetics, fast particles, an ideal electronic conductor. With t in L^2/D,
 *
 *   V = U0 - m (I L / D) [ t + 1/3 - (2/pi^2) sum exp(-n^2 pi^2 t) / n^2 ]
 *
 * and the late loss is I L / 3 kappa, all of it ohmic. With a finite sigma both rails carry, and the late loss is
 * I L / 3 (1/kappa + 1/sigma). Carslaw and Jaeger, Conduction of Heat in Solids, 2nd ed., sec. 3.8.
 */
const [L, kappa, m, current] = [200e-6, 0.03, 1e-9, 50];
const D = kappa * m;
const unit = (m * current * L) / D;

/** dfn-and-closed-forms.json, analytic.plane_flux. */
const printed: readonly (readonly [number, number])[] = [
  [1e-3, 0.03568248232305543],
  [1e-2, 0.1128379167095512],
  [0.1, 0.3568262460086544],
  [1, 1.3333228520244373],
];

function series(t: number): number {
  let sum = 0;
  for (let n = 1; n <= 400; n++) sum += Math.exp(-((n * Math.PI) ** 2) * t) / n ** 2;
  return t + 1 / 3 - (2 / Math.PI ** 2) * sum;
}

const [cMax, eps, start] = [50e3, 0.6, 0.2];

function electrode(cells: number, sigma: number, grading = 1): CellModel {
  const slope = -m * FARADAY * cMax * eps;
  const material = activeMaterial({
    maximumConcentration: cMax,
    particleRadius: 1e-6,
    diffusivity: constantFunction(1e-6),
    referenceExchangeCurrentDensity: 1e6,
    openCircuitPotential: linearPotential(4 - slope * start, slope),
  });
  return cellModel({ layers: [{ thickness: L, cells, kappa, sigma, grading, material, volumeFraction: eps }],
    shells: [2, 1] });
}

const ideal = 1e6;

/** U0 - V without the membrane, in units of m I L / D. */
function drop(t: number, cells: number, grading = 1): number {
  const run = runSteps(electrode(cells, ideal, grading), start, [discharge(current, { time: (t * L * L) / D })], 1e-8);
  return (4 - run.voltage[run.recording.points - 1] - current * membraneResistance) / unit;
}

describe('linear-potential electrode against plane diffusion', () => {
  it.each(printed)('the series at %d L2/D is the printed one to 1e-5',
    (t, value) => expect(Math.abs(series(t) - value)).toBeLessThan(1.1e-5));

  it.each([[1e-2, 5e-4], [0.1, 5e-5], [1, 1e-5]])('order 2 over 40, 80, 160 uniform cells at %d L2/D, %d on 160',
    (t, bound) => {
      const errors = [40, 80, 160].map((cells) => drop(t, cells) / series(t) - 1);
      expect(Math.abs(errors[2])).toBeLessThan(bound);
      expect(observedOrder(errors)).toBeGreaterThan(1.98);
      expect(observedOrder(errors)).toBeLessThan(2.02);
    });

  it('within 0.3 % from 1e-2 to 1 L2/D on the cells of the mesh `default` (40, graded 4)', () => {
    for (const t of [1e-2, 0.1, 1]) expect(Math.abs(drop(t, 40, 4) / series(t) - 1), `t = ${t}`).toBeLessThan(3e-3);
  });

  // sigma = kappa decays four times slower in time than an ideal conductor, so 3 L^2/D
  it.each([[ideal, 1.5], [1, 1.5], [kappa, 3]])(
    'late losses: ions I L / 3 kappa, electrons I L / 3 sigma, uneven charge 0: 5e-5, 160 cells, sigma = %d S/m',
    (sigma, t) => {
      const run = runSteps(electrode(160, sigma), start, [discharge(current, { time: (t * L * L) / D })], 1e-8);
      const last = run.polarisation[run.recording.points - 1];
      expect(Math.abs(last.ionsInCathode / ((current * L) / (3 * kappa)) - 1)).toBeLessThan(5e-5);
      expect(Math.abs(last.electronsInCathode / ((current * L) / (3 * sigma)) - 1)).toBeLessThan(5e-5);
      expect(Math.abs(last.unevenStateOfCharge)).toBeLessThan(1e-7);
      const both = ((current * L) / 3) * (1 / kappa + 1 / sigma);
      expect(Math.abs((last.total - current * membraneResistance) / both - 1)).toBeLessThan(5e-5);
    },
  );
});
