import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { prepareCase } from '../../src/run-case.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { constriction } from '../../src/transport/constriction.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, exponentialFunction, type CellNumbers } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

const material = activeMaterial();
const [thickness, a] = [40e-6, 6e5];
const single: CellNumbers = {
  layers: [{ thickness, cells: 1, kappa: 1, sigma: 100, material, specificInterfacialArea: a }], shells: [80, 1],
};

const constricted = (numbers: CellNumbers, k: number): CellModel => {
  const model = cellModel(numbers);
  return { ...model, particles: model.particles.map((particle) => ({ ...particle, constriction: k })) };
};

/** dU/ds R/(5 F D cMax) of the sphere, per current density [ohm m^2]. */
const sphere = (0.8 * material.particleRadius) / (5 * FARADAY * 1e-14 * material.maximumConcentration);

describe('contacts that narrow the way into a particle', () => {
  it('cost k times the quasi-steady drop of the sphere, under diffusion in particles: 1e-3 of (1 + k) j R U\'/(5 F D cMax)', () => {
    const current = 12;
    for (const k of [0, 1.5, 8]) {
      const late = runSteps(constricted(single, k), 0.2, [discharge(current, { time: 400 })], 1e-8);
      const lag = (1 + k) * sphere * (current / (a * thickness));
      expect(late.polarisation[late.recording.points - 1].diffusionInParticles / lag, `k = ${k}`).toBeCloseTo(1, 3);
    }
  });

  it('keep lithium and charge, and the parts of the loss add up to round-off', () => {
    const numbers: CellNumbers = {
      layers: [{ thickness: 80e-6, cells: 8, kappa: 0.05, sigma: 1, material: { ...material, diffusivity: exponentialFunction(5e-15, -4) } }],
    };
    const run = runSteps(constricted(numbers, 4), 0.2, [discharge(30, { voltage: 3.4 }), rest(600), charge(30, { time: 500 })]);
    expect(run.balances.lithium).toBeLessThan(1e-12);
    expect(run.balances.charge).toBeLessThan(1e-11);
    expect(run.polarisationError).toBeLessThan(1e-10);
  });

  it('add k R |U\'|/(5 F D cMax a L) to the impedance, at every frequency', () => {
    const impedanceOf = (k: number, omega: number): number => {
      const problem = new CellProblem(constricted(single, k));
      const cell = new CellImpedance(problem, restedState(problem, [0.5]), 0);
      expect(cell.solve(0, omega)).toBe(true);
      return cell.parts.total[0];
    };
    for (const omega of [1e-4, 1, 1e4]) {
      const added = impedanceOf(3, omega) - impedanceOf(0, omega);
      expect(added / ((3 * sphere) / (a * thickness))).toBeCloseTo(1, 6);
    }
  });
});

describe('contactsPerParticle of a layer', () => {
  const set = (more: readonly string[]): readonly string[] => [
    'cathode.activeMaterial={name: NMC811, particleRadius: 5.22 um, referenceExchangeCurrentDensity: 10 mA/cm^2}',
    'cathode.ionicTransport={tortuosityFactor: 1}', 'protocol.rates=[1C]', 'mesh=coarse', ...more,
  ];
  const capacity = (...more: string[]): number => performanceOfCase(loadShippedCase('nmc811-li3incl6', set(more))).main.arealCapacity;

  it('lets coverage reach diffusion: less of it, or fewer contacts, deliver less', () => {
    const full = capacity();
    const [half, tenth, few] = ['50 %', '10 %', '3 %'].map((coverage) => capacity(`cathode.coverage=${coverage}`, 'cathode.contactsPerParticle=12'));
    expect(half).toBeLessThan(full);
    expect(tenth).toBeLessThan(0.95 * half);
    expect(few).toBeLessThan(0.85 * tenth);
    expect(capacity('cathode.coverage=10 %', 'cathode.contactsPerParticle=100')).toBeGreaterThan(1.02 * tenth);
    // without a number of contacts, coverage acts on the kinetics alone, which are fast here
    expect(capacity('cathode.coverage=3 %') / full).toBeCloseTo(1, 2);
  });

  it('follows the share in contact of a contact law, and is refused in an active network', () => {
    const classes = (more: readonly string[]) => {
      const ready = prepareCase(loadShippedCase('nmc811-li3incl6', set(more)));
      return ready.ok ? ready.prepared.model.particles.map((particle) => particle.constriction) : ready.problems.map(({ key }) => key);
    };
    expect(classes(['cathode.coverage=20 %', 'cathode.contactsPerParticle=6'])).toEqual([constriction(0.2, 6)]);
    const [loose, tight] = ['2 MPa', '300 MPa'].map((pressure) =>
      Number(classes([`cathode.contact={pressure: ${pressure}}`, 'cathode.contactsPerParticle=6'])[0]));
    expect(loose).toBeGreaterThan(2 * tight);
    expect(classes(['cathode.activeNetwork={tortuosityFactor: 2}', 'cathode.contactsPerParticle=6']))
      .toEqual(['cathode.layers.0.contactsPerParticle']);
  });
});
