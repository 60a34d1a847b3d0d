import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { cutoffNames } from '../../src/simulation/cutoffs.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel, idealAnode, type LayerNumbers } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { atPower, charge, discharge, rest } from '../support/runs.js';

const layer: LayerNumbers = { thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() };
const model = cellModel({ layers: [layer], anode: { ...idealAnode, equilibriumPotential: 0.6 } });

function run(steps: readonly LoadedStep[], { start = 0.3, tolerance = 1e-5, maximumSteps = 5000 } = {}) {
  const problem = new CellProblem(model);
  const recording = simulate(problem, steps, restedState(problem, [start]), { tolerance, maximumSteps });
  const stateAt = (point: number): Float64Array =>
    recording.states.data.subarray(point * problem.size, (point + 1) * problem.size);
  const voltageAt = (point: number): number => problem.voltage(stateAt(point));
  return { problem, recording, stateAt, voltageAt };
}

describe('the rested state', () => {
  it('satisfies every equation without a current: 1e-14', () => {
    const problem = new CellProblem(model);
    const y = restedState(problem, [0.4]);
    const out = new Float64Array(problem.size);
    problem.residual(0, y, new Float64Array(problem.size), out);
    expect(Math.max(...out.map(Math.abs))).toBeLessThan(1e-14);
    // U(0.4) against an anode of 0.6 V
    expect(problem.voltage(y)).toBeCloseTo(4.4 - 0.8 * 0.4 - 0.6, 14);
  });
});

describe('a protocol', () => {
  const steps = [discharge(30, { time: 600 }), rest(900), charge(30, { arealCapacity: 9000 })];
  const { recording, problem, stateAt, voltageAt } = run(steps);
  const [down, pause, up] = recording.segments;

  it('runs its steps one after the other, each on its own points', () => {
    expect(recording.segments).toHaveLength(3);
    expect([down.first, pause.first, up.first]).toEqual([0, down.last + 1, pause.last + 1]);
    expect(up.last).toBe(recording.points - 1);
    expect(recording.time).toHaveLength(recording.points);
    expect(recording.states.shape).toEqual([recording.points, problem.size]);
    for (let i = 1; i < recording.points; i++) expect(recording.time[i]).toBeGreaterThanOrEqual(recording.time[i - 1]);
  });

  it('ends each step where it should', () => {
    expect(recording.time[down.last]).toBe(600);
    expect(recording.time[pause.last]).toBe(1500);
    // 9000 C/m2 at 30 A/m2
    expect(recording.time[up.last]).toBeCloseTo(1800, 6);
    expect(up.outcome.event).toBe(cutoffNames.arealCapacity);
  });

  it('holds the current of each step from its first point on', () => {
    const { current, charge: passed } = problem.unknowns;
    expect([down, pause, up].map(({ first }) => stateAt(first)[current])).toEqual([30, 0, -30]);
    expect(stateAt(pause.last)[passed]).toBeCloseTo(18_000, 6);
    expect(stateAt(up.last)[passed]).toBeCloseTo(9000, 6);
  });

  it('jumps by its resistance when the current changes and by nothing else', () => {
    expect(recording.time[pause.first]).toBe(600);
    expect(voltageAt(pause.first)).toBeGreaterThan(voltageAt(down.last));
    const { shells, count } = problem.unknowns.classes[0];
    for (let i = shells; i < shells + 8 * count; i++) expect(stateAt(pause.first)[i]).toBe(stateAt(down.last)[i]);
  });
});

describe('a rest', () => {
  it('of a cell at rest leaves the state as it is', () => {
    const { recording: { segments, points }, stateAt } = run([rest(3600), rest(600)]);
    expect(segments.map(({ outcome }) => outcome.reason)).toEqual(['end-of-interval', 'end-of-interval']);
    const [before, after] = [stateAt(0), stateAt(points - 1)];
    after.forEach((value, i) => expect(Math.abs(value - before[i])).toBeLessThan(1e-12));
  });

  it('is integrated for as long as something moves', () => {
    const { recording: { segments } } = run([discharge(10, { time: 600 }), rest(60), rest(60)]);
    for (const { first, last } of segments) expect(last - first).toBeGreaterThan(3);
  });
});

describe('a cut-off', () => {
  it('is the first that is reached', () => {
    const early = run([discharge(30, { voltage: 3.2, time: 100, arealCapacity: 1e9 })]);
    expect(early.recording.segments[0].outcome.reason).toBe('end-of-interval');
    const late = run([discharge(30, { voltage: 3.2, time: 1e6, arealCapacity: 1e9 })]);
    expect(late.recording.segments[0].outcome.event).toBe(cutoffNames.voltage);
    expect(late.voltageAt(late.recording.points - 1)).toBeCloseTo(3.2, 6);
  });

  // interpolation alone ends them 29, 27 and 80 uV beside it
  it.each(['nmc811-li6ps5cl', 'lfp-polymer', 'li2s-li6ps5cl'])(
    'of the voltage is met by the potentials that satisfy their equations, also on a coarse mesh: %s to 1 uV',
    (cell) => {
      const given = loadShippedCase(cell, ['mesh=coarse']);
      const { voltage, recording: { segments } } = performanceOfCase(given);
      const { last, step, outcome } = segments[segments.length - 1];
      expect(outcome.event).toBe(cutoffNames.voltage);
      expect(Math.abs(voltage[last] - step.until.voltage!)).toBeLessThan(1e-6);
    },
  );

  it('that is past at the start ends the step there, with one point', () => {
    const { recording } = run([discharge(30, { voltage: 3.9 }), rest(10)]);
    expect(recording.segments[0]).toMatchObject({ first: 0, last: 0, outcome: { event: cutoffNames.voltage } });
    expect(recording.segments).toHaveLength(2);
  });
});

describe('a run that cannot go on', () => {
  it('keeps its points and says so: too many steps', () => {
    const { recording } = run([discharge(30, { voltage: 3.2 }), rest(10)], { maximumSteps: 12 });
    expect(recording.segments).toHaveLength(1);
    expect(recording.segments[0].outcome.reason).toBe('too-many-steps');
    // the start and twelve steps
    expect(recording.points).toBe(13);
  });
});

/** A cell whose equations have no value from a time on, and none again once that was seen. */
class BreakingCell extends CellProblem {
  private broken = false;

  override residual(t: number, y: Float64Array, yp: Float64Array, out: Float64Array): void {
    super.residual(t, y, yp, out);
    this.broken ||= t > 100;
    if (this.broken) out.fill(NaN);
  }

  override linearise(t: number, y: Float64Array, yp: Float64Array, gamma: number, residual: Float64Array): boolean {
    this.broken ||= t > 100;
    return super.linearise(t, y, yp, gamma, residual) && !this.broken;
  }
}

describe('a step that nothing carries on, where no more power is to be had', () => {
  const outcomeOf = (step: LoadedStep) => {
    const problem = new BreakingCell(model);
    return simulate(problem, [step], restedState(problem, [0.3]), { tolerance: 1e-5, maximumSteps: 5000 })
      .segments[0].outcome;
  };

  it('is the end of the power under a power', () => {
    const { reason, event } = outcomeOf(atPower('discharge', 90, { time: 600 }));
    expect([reason, event]).toEqual(['event', cutoffNames.power]);
  });

  it('is a failure under a current, with its time', () => {
    const { reason, evidence } = outcomeOf(discharge(30, { time: 600 }));
    expect(reason).toBe('step-too-small');
    // of the last step that there is
    expect(evidence?.time).toBeGreaterThan(50);
    expect(evidence?.time).toBeLessThanOrEqual(100);
  });
});

it('a recording of many points keeps them all, in one run of time and charge', () => {
  const cycle = [discharge(30, { time: 300 }), charge(30, { time: 300 })];
  const { recording, stateAt, problem } = run(Array.from({ length: 6 }, () => cycle).flat(), { tolerance: 1e-7 });
  // more than twice the room that the recorder starts with
  expect(recording.points).toBeGreaterThan(512);
  expect(recording.counters.steps).toBe(recording.points - recording.segments.length);
  const { charge: passed } = problem.unknowns;
  for (const { first, last, step } of recording.segments) {
    const before = step.kind === 'discharge' ? 0 : 9000;
    const sign = step.kind === 'discharge' ? 1 : -1;
    for (let i = first; i <= last; i++) {
      expect(Math.abs(stateAt(i)[passed] - before - sign * 30 * (recording.time[i] - recording.time[first])))
        .toBeLessThan(1e-6);
    }
  }
});
