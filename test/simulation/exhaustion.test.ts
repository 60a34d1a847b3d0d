import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { type Performance, performanceOf } from '../../src/results/performance.js';
import { theoreticalArealCapacity } from '../../src/results/sites.js';
import { cutoffNames } from '../../src/simulation/cutoffs.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, flatPotential } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, hold, rest } from '../support/runs.js';

const layer = { thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() };

function run(steps: readonly LoadedStep[],
  { material = layer.material, start = 0.5, supply = Infinity, kappa = layer.kappa } = {}): Performance
{
  const problem = new CellProblem(cellModel({ layers: [{ ...layer, kappa, material }] }));
  const recording = simulate(problem, steps, restedState(problem, [start]), { tolerance: 1e-6, maximumSteps: 20_000 },
    supply);
  return performanceOf(problem, recording);
}

const endsOf = ({ recording }: Performance): string[] =>
  recording.segments.map(({ outcome }) => outcome.event ?? outcome.reason);

describe('the lithium of a plane', () => {
  it('ends a discharge where it is used up, and nothing else', () => {
    const cell = run([discharge(30, { voltage: 3 }), rest(10), charge(30, { time: 300 }),
      discharge(30, { voltage: 3 })], { supply: 9000 });
    expect(endsOf(cell)).toEqual([cutoffNames.lithium, 'end-of-interval', 'end-of-interval', cutoffNames.lithium]);
    const { recording, charge: passed } = cell;
    for (const { step, last } of recording.segments) {
      if (step.kind === 'discharge') expect(Math.abs(passed[last] - 9000)).toBeLessThan(1e-6 * 9000);
    }
  });

  it('ends a hold that discharges, not one that charges', () => {
    const held = run([discharge(30, { voltage: 3 }), hold(3.6, { time: 600 }), hold(4.2, { time: 60 })], {
      supply: 9000,
    });
    expect(endsOf(held)).toEqual([cutoffNames.lithium, cutoffNames.lithium, 'end-of-interval']);
    expect(held.charge[held.recording.points - 1]).toBeLessThan(9000);
  });
});

describe('a potential that is known between two stoichiometries', () => {
  const range = [0.3, 0.8] as const;
  const known = activeMaterial({ potentialRange: range });
  const sites = theoreticalArealCapacity(new CellProblem(cellModel({ layers: [layer] }))) / 0.7;

  it('ends a discharge and a charge at its ends, with what lies between: 1e-6', () => {
    const down = run([discharge(3, { voltage: 2 })], { material: known });
    expect(endsOf(down)).toEqual([cutoffNames.potential]);
    expect(down.main.arealCapacity / (0.3 * sites)).toBeCloseTo(1, 6);
    const up = run([charge(3, { voltage: 4.6 })], { material: known });
    expect(endsOf(up)).toEqual([cutoffNames.potential]);
    expect(up.main.arealCapacity / (0.2 * sites)).toBeCloseTo(1, 6);
  });

  it('leaves the way back open', () => {
    const cell = run([discharge(3, { voltage: 2 }), charge(30, { time: 60 }), discharge(3, { voltage: 2 })], {
      material: known,
    });
    expect(endsOf(cell)).toEqual([cutoffNames.potential, 'end-of-interval', cutoffNames.potential]);
  });

  it('ends no discharge that its cut-off ends before', () => {
    expect(endsOf(run([discharge(3, { voltage: 3.8 })], { material: known }))).toEqual([cutoffNames.voltage]);
  });

  it('lets no particle beyond its end, where the reaction is uneven and the potential flat', () => {
    const flat = activeMaterial({ openCircuitPotential: flatPotential(3.7), potentialRange: [0.2, 0.9] });
    const cell = run([discharge(60, { voltage: 2.5 })], { material: flat, start: 0.2, kappa: 0.005 });
    const { profiles: { meanStoichiometry: mean }, recording: { points } } = cell;
    // behind the end the potential falls by 200 V per stoichiometry
    for (let t = 0; t < points; t++) for (let c = 0; c < 8; c++) expect(mean.get(t, c)).toBeLessThan(0.9 + 0.012);
    expect(cell.main.arealCapacity).toBeLessThanOrEqual(cell.theoreticalArealCapacity * (1 + 1e-9));
  });
});

describe('an anode whose potential is known between two stoichiometries', () => {
  const chen = performanceOfCase(
    loadShippedCase('reference/lg-m50-chen2020', ['protocol.rates=[C/2]', 'mesh=coarse']),
  ).problem.model;
  const known = (from: number, to: number) =>
    new CellProblem({
      ...chen,
      particles: chen.particles.map((particle) => {
        const { region, material } = particle;
        return chen.mesh.regions[region].kind === 'anode'
          ? { ...particle, material: { ...material, potentialRange: [from, to] } }
          : particle;
      }),
    });

  // graphite from 0.5 on, the cathode far from its own ends
  it.each([['empties down to its lower end on discharge', discharge(5, { voltage: 2 }), 0.35], [
    'fills up to its upper end on charge',
    charge(5, { voltage: 4.6 }),
    0.6,
  ]])('%s: 1e-6', (_, step, end) => {
    const problem = known(0.35, 0.6);
    const start = problem.reactions.map(() => 0.5);
    const recording = simulate(problem, [step], restedState(problem, start), { tolerance: 1e-6, maximumSteps: 20_000 });
    expect(recording.segments[0].outcome.event).toBe(cutoffNames.potential);
    const { charge: passed } = performanceOf(problem, recording);
    const { volume } = problem.model.mesh;
    const sites = problem.reactions.filter(({ side }) => side === 'anode')
      .flatMap(({ at, particle: { material, volumeFraction } }) =>
        Array.from(volume.subarray(at.firstCell, at.firstCell + at.count), (each) =>
          FARADAY * material.maximumConcentration * volumeFraction * each)
      )
      .reduce((sum, each) => sum + each, 0);
    expect(passed[recording.points - 1] / (sites * (0.5 - end))).toBeCloseTo(1, 6);
  });
});
