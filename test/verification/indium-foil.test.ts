import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { type Performance, performanceOf } from '../../src/results/performance.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { FARADAY } from '../../src/units/constants.js';
import { flatPotential, linearPotential } from '../support/cell-model.js';
import { observedOrder } from '../support/observed-order.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, rest } from '../support/runs.js';

/**
 * A foil of indium as an anode with diffusion of its own, before a cathode of constant potential that takes nothing from it. Lithium leaves a
 * slab of the thickness L, closed at its collector, at the constant current i (Carslaw and Jaeger, sec. 3.8):
 *
 *   s(face) = s0 - (i L/(F cMax D)) [ T + 1/3 - (2/pi^2) sum exp(-n^2 pi^2 T)/n^2 ],  T = D t/L^2
 *
 * so that a foil that is slow stands below one that is fast by (i L/(F cMax D)) (1/3 - ...) at the same time, at last i L/(3 F cMax D), and a
 * thick one is empty at its face at the time of Sand, t = pi D (F cMax s0/(2 i))^2.
 */
const [i, s0] = [20, 0.5];
const fast = 1e-8;

/** The shipped cell with a foil of this D [m^2/s] and potential before a cathode that is nothing but a store. */
function foil(D: number, cells: string, thickness: string, potential = linearPotential(1, -1)): CellModel {
  const ready = prepareCase(
    loadShippedCase('nmc811-indium-foil', [`mesh=${cells}`, `anode.thickness=${thickness}`,
      'cathode.arealCapacity=20 mAh/cm^2', 'cathode.ionicTransport={tortuosityFactor: 1}']),
  );
  if (!ready.ok) throw new Error(ready.problems.map(({ key }) => key).join());
  const { model } = ready.prepared;
  return { ...model,
    particles: model.particles.map((particle) => ({ ...particle,
      material: model.mesh.regions[particle.region].kind === 'anode'
        ? { ...particle.material, diffusivity: constantFunction(D), openCircuitPotential: potential }
        : { ...particle.material, openCircuitPotential: flatPotential(3.5), diffusivity: constantFunction(fast) } })
    ) };
}

function run(model: CellModel, steps: readonly LoadedStep[]): Performance {
  const problem = new CellProblem(model);
  const start = restedState(problem,
    model.particles.map(({ region }) => model.mesh.regions[region].kind === 'anode' ? s0 : 0.3));
  return performanceOf(problem, simulate(problem, steps, start, { tolerance: 1e-7, maximumSteps: 3000 }));
}

const cMax = foil(fast, 'coarse', '100 um').particles[0].material.maximumConcentration;
const [L, D] = [100e-6, 2e-12];
const unit = (i * L) / (FARADAY * cMax * D);

/** What the face has less than the mean, in units of i L/(F cMax D). */
function below(T: number): number {
  let sum = 0;
  for (let n = 1; n <= 400; n++) sum += Math.exp(-((n * Math.PI) ** 2) * T) / n ** 2;
  return 1 / 3 - (2 / Math.PI ** 2) * sum;
}

describe('a foil of indium', () => {
  const voltageAt = (of: number, cells: string, time: number): number =>
    run(foil(of, cells, '100 um'), [discharge(i, { time })]).voltage.at(-1) ?? NaN;

  it.each([[0.02, 2e-3], [0.3, 3e-4]])(
    'falls short at its face as the slab does, at %d L2/D within %d and to the second order',
    (T, bound) => {
      const time = (T * L * L) / D;
      const errors = [16, 32, 64].map((cells) => {
        const mesh = `{anodeCells: ${cells}, grading: 1}`;
        return (voltageAt(fast, mesh, time) - voltageAt(D, mesh, time)) / (unit * (below(T) - D / fast / 3)) - 1;
      });
      expect(Math.abs(errors[2])).toBeLessThan(bound);
      expect(observedOrder(errors.map(Math.abs))).toBeGreaterThan(1.8);
    },
  );

  it('is empty at its face at the time of Sand, within 1 % on the default mesh, and keeps lithium and charge', () => {
    const slow = 2e-13;
    const sand = Math.PI * slow * ((FARADAY * cMax * s0) / (2 * i)) ** 2;
    // a fast foil holds the mean at its face then; an empty one stands that many volts above it
    const level = run(foil(fast, 'default', '200 um'), [discharge(i, { time: sand })]).voltage.at(-1) ?? NaN;
    const mean = s0 - (i * sand) / (FARADAY * cMax * 200e-6);
    const { recording, balances, polarisationError } = run(foil(slow, 'default', '200 um'), [
      discharge(i, { voltage: level - mean }),
      rest(600),
      charge(i, { time: 300 }),
    ]);
    expect(Math.abs(recording.time[recording.segments[0].last] / sand - 1)).toBeLessThan(0.01);
    expect(balances.lithium).toBeLessThan(1e-11);
    expect(balances.charge).toBeLessThan(1e-9);
    expect(polarisationError).toBeLessThan(1e-8);
  });

  it('that is fast is the plane of lithium-indium: the same capacity to 0.2 % and the same mean voltage to 1 mV', () => {
    const set = ['protocol.rates=[C/2]'];
    const [own, plane] = [performanceOfCase(loadShippedCase('nmc811-indium-foil', set)), performanceOfCase(
      loadShippedCase('nmc811-indium-foil', [...set, 'anode={material: lithium-indium, thickness: 150 um}']),
    )];
    expect(own.main.arealCapacity / plane.main.arealCapacity).toBeCloseTo(1, 2.7);
    expect(Math.abs((own.main.meanVoltage ?? NaN) - (plane.main.meanVoltage ?? NaN))).toBeLessThan(1e-3);
  });

  it('that gives its lithium too slowly ends a discharge early, the sooner the more current', () => {
    const used = (rate: string): number =>
      performanceOfCase(
        loadShippedCase('nmc811-indium-foil', [`protocol.rates=[${rate}]`,
          'anode.activeMaterial.asBuiltStoichiometry=0.001', 'anode.activeMaterial.diffusivity=1e-9 cm^2/s']),
      ).main.arealCapacity;
    const [slow, quick] = [used('C/10'), used('C/2')];
    expect(quick).toBeLessThan(0.5 * slow);
  });
});
