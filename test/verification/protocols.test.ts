import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { type Performance, performanceOf } from '../../src/results/performance.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';
import { fullCell } from '../support/dfn-cells.js';
import { atPower, charge, discharge, hold, profile, rest, runSteps } from '../support/runs.js';

/** A single-ion half cell, 4.4 - 0.8 s volt at rest, and the published full cell with salt and a composite anode. */
const layer = { thickness: 60e-6, cells: 10, grading: 2, kappa: 0.05, sigma: 1, material: activeMaterial() };
const half = cellModel({ layers: [layer], shells: [8, 1.3] });
const full = fullCell('chen2020', { cells: [10, 6, 10], shells: 8, grading: 2, shellGrading: 1.3 });

const ofHalf = (steps: readonly LoadedStep[], tolerance = 1e-6): Performance => runSteps(half, 0.2, steps, tolerance);

function ofFull(steps: readonly LoadedStep[], tolerance = 1e-6): Performance {
  const problem = new CellProblem(full.model);
  const start = restedState(problem, full.stoichiometries);
  return performanceOf(problem, simulate(problem, steps, start, { tolerance, maximumSteps: 20_000 }));
}

/** Points of a step. */
function pointsOf({ recording }: Performance, step: number): number[] {
  const { first, last } = recording.segments[step];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

const cells = [['single-ion half cell', ofHalf], ['full cell with salt', ofFull]] as const;

describe.each(cells)('%s', (_, run) => {
  it('constant voltage after a charge: held to 1e-9 V, and the current falls from point to point', () => {
    const cell = run([discharge(40, { time: 1800 }), charge(40, { voltage: 4.1 }), hold(4.1, { current: 2 }),
      rest(600)]);
    const points = pointsOf(cell, 2);
    expect(Math.max(...points.map((t) => Math.abs(cell.voltage[t] - 4.1)))).toBeLessThan(1e-9);
    expect(cell.current[points[0]]).toBeCloseTo(-40, 2);
    expect(cell.current[points[points.length - 1]]).toBeCloseTo(-2, 5);
    for (const t of points.slice(1)) expect(Math.abs(cell.current[t])).toBeLessThan(Math.abs(cell.current[t - 1]));
  });

  it('a jump of the voltage, either way: held from the first point on', () => {
    const cell = run([hold(3.7, { time: 600 }), hold(4.1, { time: 600 }), hold('now', { time: 60 })]);
    for (const [step, voltage] of [[0, 3.7], [1, 4.1], [2, 4.1]] as const) {
      expect(Math.max(...pointsOf(cell, step).map((t) => Math.abs(cell.voltage[t] - voltage)))).toBeLessThan(1e-9);
    }
    expect(cell.current[pointsOf(cell, 0)[0]]).toBeGreaterThan(0);
    expect(cell.current[pointsOf(cell, 1)[0]]).toBeLessThan(0);
  });

  it.each([['discharge', 150, 3.4], ['charge', 150, 4.15]] as const)('constant power, %s: 1e-9',
    (kind, power, voltage) => {
      const cell = run([discharge(30, { time: 1800 }), atPower(kind, power, { voltage })], 1e-7);
      const sign = kind === 'discharge' ? 1 : -1;
      const errors = pointsOf(cell, 1).map((t) => Math.abs((sign * cell.voltage[t] * cell.current[t]) / power - 1));
      expect(errors.length).toBeGreaterThan(20);
      expect(Math.max(...errors)).toBeLessThan(1e-9);
      // so its energy is power times time
      const { recording } = cell;
      const { first, last } = recording.segments[1];
      const energy = cell.energy[last] - cell.energy[first];
      expect((sign * energy) / (power * (recording.time[last] - recording.time[first]))).toBeCloseTo(1, 8);
    });

  it('a profile of the current that a constant power took gives its voltage back: 20 uV', () => {
    const powered = run([atPower('discharge', 150, { time: 1200 })], 1e-7);
    const time = Array.from(powered.recording.time);
    const replayed = run([
      profile({ kind: 'current', time, value: Array.from(powered.current), interpolation: 'linear' }),
    ], 1e-7);
    const end = (cell: Performance): number => cell.voltage[cell.voltage.length - 1];
    expect(Math.abs(end(replayed) - end(powered))).toBeLessThan(2e-5);
  });

  it('CC-CV, three cycles: lithium, charge and salt to 1e-12 at tolerance 1e-4', () => {
    const down = [discharge(45, { voltage: 3.5 }), hold(3.5, { current: 3 }), rest(900)];
    const cycle = [...down, charge(25, { voltage: 4.1 }), hold(4.1, { current: 3 }), rest(900)];
    const cell = run([...cycle, ...cycle, ...cycle], 1e-4);
    const reasons = cell.recording.segments.map(({ outcome }) => outcome.event ?? outcome.reason);
    const half = ['voltage-cutoff', 'current-cutoff', 'end-of-interval'];
    expect(reasons).toEqual(Array.from({ length: 6 }, () => half).flat());
    expect(cell.balances.lithium).toBeLessThan(1e-12);
    expect(cell.balances.charge).toBeLessThan(1e-12);
    expect(cell.balances.salt).toBeLessThan(1e-12);
    // the second and the third cycle are the same but for what the first left uneven
    const chargeAt = (segment: number): number => cell.charge[cell.recording.segments[segment].last];
    expect(Math.abs(chargeAt(17) - chargeAt(11))).toBeLessThan(1e-3 * Math.abs(chargeAt(9) - chargeAt(7)));
  });

  it('GITT: every rest comes back to the equilibrium voltage of the lithium that is left, closer the longer it is', () => {
    const pulses = Array.from({ length: 5 }, () => [discharge(20, { time: 600 }), rest(200_000)]).flat();
    const cell = run(pulses);
    for (let pulse = 0; pulse < 5; pulse++) {
      const { first, last } = cell.recording.segments[2 * pulse + 1];
      const gap = (t: number): number => Math.abs(cell.equilibriumVoltage[t] - cell.voltage[t]);
      expect(gap(last)).toBeLessThan(1e-5);
      expect(gap(last)).toBeLessThan(0.01 * gap(first));
      expect(cell.charge[last]).toBeCloseTo((pulse + 1) * 12_000, 5);
    }
  });
});
