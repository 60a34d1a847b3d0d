import { describe, expect, it } from 'vitest';
import { denseProblem } from '../support/dense-problem.js';
import { constraintExact, movingConstraint, movingWall, protheroRobinson, solve, stepper } from './support.js';

/** Largest error over the accepted steps, against y = sin t. */
function stiffError(lambda: number, tolerance: number): number {
  const { times, first } = solve(protheroRobinson(lambda), [0], [1], 10, { tolerance });
  return Math.max(...times.map((t, i) => Math.abs(first[i] - Math.sin(t))));
}

describe('accuracy', () => {
  for (const lambda of [1, 1e3, 1e6]) {
    it(`follows the tolerance on a slow solution with a decay rate of ${lambda}`, () => {
      const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7];
      const errors = tolerances.map((tolerance) => stiffError(lambda, tolerance));
      errors.forEach((error, i) => expect(error).toBeLessThan(20 * tolerances[i]));
      // proportional to the tolerance: slope one in the log-log plane, over four decades
      const slope = Math.log10(errors[0] / errors[4]) / 4;
      expect(slope).toBeGreaterThan(0.75);
      expect(slope).toBeLessThan(1.35);
    });
  }

  it('costs the stiff problem no more steps than the mild one', () => {
    const steps = (lambda: number) => solve(protheroRobinson(lambda), [0], [1], 10, { tolerance: 1e-5 }).counters.steps;
    expect(steps(1e6)).toBeLessThan(1.1 * steps(1));
  });

  it('holds for differential and algebraic unknowns of an index-one problem', () => {
    for (const tolerance of [1e-4, 1e-6, 1e-8]) {
      let worst = 0;
      solve(movingConstraint, constraintExact(0), [0, 0], 5, {
        tolerance,
        onStep(t, y) {
          const [exactY, exactZ] = constraintExact(t);
          worst = Math.max(worst, Math.abs(y[0] - exactY), Math.abs(y[1] - exactZ));
          return true;
        },
      });
      expect(worst).toBeLessThan(20 * tolerance);
    }
  });

  it('inside a step is that of its end', () => {
    const tolerance = 1e-6;
    const { bdf } = stepper(movingConstraint, constraintExact(0), [0, 0], tolerance);
    const out = new Float64Array(2);
    let atEnd = 0;
    let inside = 0;
    while (bdf.t < 5) {
      expect(bdf.step()).toBeUndefined();
      atEnd = Math.max(atEnd, ...constraintExact(bdf.t).map((exact, i) => Math.abs(bdf.y[i] - exact)));
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const t = bdf.t - share * bdf.h;
        bdf.interpolate(t, out);
        inside = Math.max(inside, ...constraintExact(t).map((exact, i) => Math.abs(out[i] - exact)));
      }
    }
    expect(inside).toBeLessThan(3 * atEnd);
    expect(inside).toBeLessThan(20 * tolerance);
  });

  it('makes neighbouring steps meet', () => {
    const { bdf } = stepper(protheroRobinson(10), [0], [1], 1e-5);
    const out = new Float64Array(1);
    for (let i = 0; i < 40; i++) {
      const [t, y] = [bdf.t, bdf.y[0]];
      bdf.step();
      bdf.interpolate(t, out);
      expect(Math.abs(out[0] - y)).toBeLessThan(1e-14);
      bdf.interpolate(bdf.t, out);
      expect(Math.abs(out[0] - bdf.y[0])).toBeLessThan(1e-14);
    }
  });
});

describe('work', () => {
  it('counts a factorisation and a residual for every Newton iteration', () => {
    const { counters } = solve(movingConstraint, constraintExact(0), [0, 0], 5);
    expect(counters.factorisations).toBe(counters.newtonIterations);
    // the first step looks once at the slopes ahead of it
    expect(counters.residualEvaluations).toBe(counters.newtonIterations + 1);
    expect(counters.newtonIterations).toBeGreaterThanOrEqual(counters.steps + counters.rejectedSteps);
  });

  it('is little more than one Newton iteration a step', () => {
    const { counters } = solve(movingConstraint, constraintExact(0), [0, 0], 5);
    expect(counters.newtonIterations).toBeLessThan(1.25 * counters.steps);
  });

  it('raises the order where it pays: tenfold accuracy for less than twice the steps', () => {
    const steps = (tolerance: number) => solve(protheroRobinson(1), [0], [1], 10, { tolerance }).counters.steps;
    expect(steps(1e-8)).toBeLessThan(2 * steps(1e-7));
    const { bdf } = stepper(protheroRobinson(1), [0], [1], 1e-8);
    let highest = 0;
    for (let i = 0; i < 100; i++) {
      bdf.step();
      highest = Math.max(highest, bdf.order);
    }
    expect(highest).toBe(5);
  });

  it('writes a thousand steps into the same arrays', () => {
    const { bdf, counters } = stepper(protheroRobinson(1), [0], [1], 1e-8);
    const { y, yp } = bdf;
    for (let i = 0; i < 1000; i++) expect(bdf.step(0.01)).toBeUndefined();
    expect(counters.steps).toBe(1000);
    expect(bdf.y).toBe(y);
    expect(bdf.yp).toBe(yp);
    expect(bdf.y[0]).toBeCloseTo(Math.sin(bdf.t), 6);
  });
});

describe('a step', () => {
  it('stays below its limit', () => {
    const { bdf } = stepper(protheroRobinson(1), [0], [1], 1e-2);
    for (let i = 0; i < 50; i++) {
      bdf.step(0.05);
      expect(bdf.h).toBeLessThanOrEqual(0.05);
    }
  });

  it('across a kink goes on at order one', () => {
    // the slope of z jumps by a thousand at t = 1, after a stretch that is smooth enough for a high order
    const kinked = denseProblem({
      differential: [false],
      residual(t, y, _yp, out) {
        out[0] = y[0] - Math.sin(t) - 1e3 * Math.max(0, t - 1);
      },
    });
    const { bdf } = stepper(kinked, [0], [1], 1e-6);
    let highest = 0;
    while (bdf.t < 1) {
      highest = Math.max(highest, bdf.order);
      expect(bdf.step(0.1)).toBeUndefined();
    }
    expect(highest).toBeGreaterThan(2);
    expect(bdf.order).toBe(1);
  });

  it('that cannot be taken leaves the last state and says where and why', () => {
    const wall = stepper(movingWall(), [0], [1], 1e-6).bdf;
    let evidence = wall.step();
    while (!evidence) evidence = wall.step();
    expect(evidence.worstUnknown).toBe('y[0]');
    expect(evidence.time).toBe(wall.t);
    expect(wall.t).toBeCloseTo(1, 4);
    expect(wall.y[0]).toBeCloseTo(1, 4);
    const out = new Float64Array(1);
    wall.interpolate(wall.t, out);
    expect(out[0]).toBe(wall.y[0]);
  });

  // y is stored, and z follows its equation at once: both jump by one at t = 1, where no step is short enough
  const jump = (t: number): number => (t < 1 ? 0 : 1);

  it('gives the past up where an equation without storage jumps, and goes on behind it', () => {
    const { outcome, y, counters } = solve(
      denseProblem({
        differential: [true, false],
        residual(t, y, yp, out) {
          out[0] = yp[0] - y[1];
          out[1] = y[1] - jump(t);
        },
      }),
      [0, 0],
      [0, 0],
      3,
    );
    expect(outcome.reason).toBe('end-of-interval');
    expect(y[0]).toBeCloseTo(2, 5);
    expect(y[1]).toBeCloseTo(1, 10);
    expect(counters.rejectedSteps).toBeLessThan(100);
  });

  it('ends with evidence where something stored would have to jump', () => {
    const { outcome, time, y } = solve(
      denseProblem({
        differential: [true, false],
        names: ['stored', 'flow'],
        // only what is stored is looked at
        weights: [1, 1e-30],
        residual(t, y, yp, out) {
          out[0] = yp[0] - y[1];
          out[1] = y[0] - jump(t);
        },
      }),
      [0, 0],
      [0, 0],
      3,
    );
    expect(outcome).toMatchObject({ reason: 'step-too-small', evidence: { worstUnknown: 'stored' } });
    expect(time).toBeCloseTo(1, 6);
    expect(y[0]).toBeCloseTo(0, 6);
  });

  it('ends with evidence where what has no storage leaves its domain', () => {
    const leaves = denseProblem({
      differential: [false],
      residual: (t, y, _yp, out) => void (out[0] = t < 1 ? y[0] - t : NaN),
    });
    const { outcome, time, y } = solve(leaves, [0], [0], 3);
    expect(outcome.reason).toBe('step-too-small');
    expect([time, y[0]]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  });
});
