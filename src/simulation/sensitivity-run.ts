import type { CellProblem } from '../physics/cell-problem.js';
import { StateBeside } from '../physics/state-beside.js';
import type { EventFunction } from '../solver/dae-problem.js';
import { type ProblemBeside, Tangents } from '../solver/tangents.js';
import { cutoffs } from './cutoffs.js';
import { exhaustions } from './exhaustion.js';
import { loadPieces } from './load-pieces.js';
import type { LoadedStep } from './load-step.js';

/** The same cell with one parameter moved by `step`, and what it runs. */
export interface CellBeside {
  readonly problem: CellProblem;
  /** In the unit of the parameter. */
  readonly step: number;
  readonly steps: readonly LoadedStep[];
  /** [C m^-2] */
  readonly lithiumSupply: number;
}

/** What one parameter p changes, per unit of p; NaN from where the equations have no slopes (singular, or behind `DaeProblem.inexactFactors`). */
export interface Sensitivity {
  /** At each recorded point, at an unchanged time since the start: dV/dp, dI/dp, dQ/dp, dW/dp in SI per unit of p. */
  readonly voltage: readonly number[];
  readonly current: readonly number[];
  readonly charge: readonly number[];
  readonly energy: readonly number[];
  /** At the end of each segment, with the end itself moved: dt/dp, dQ/dp, dW/dp. */
  readonly ends: readonly EndSensitivity[];
}

/** How time, charge and energy at the end of a segment move with the parameter, SI. */
export interface EndSensitivity {
  readonly time: number;
  readonly charge: number;
  readonly energy: number;
}

interface Kept {
  readonly voltage: number[];
  readonly current: number[];
  readonly charge: number[];
  readonly energy: number[];
  readonly ends: EndSensitivity[];
}

/** dF/dp of each cell beside from what both cells have in common. */
function withStates(besides: readonly CellBeside[], base: CellProblem): ProblemBeside[] {
  const states = StateBeside.of(besides.map(({ problem }) => problem), base);
  return besides.map(({ problem }, i) => {
    const state = states[i];
    return { problem, ...(state
      && { residualOver: (t, y, yp, residual, out) => state.residualOver(t, y, yp, residual, out) }) };
  });
}

/** A time that is short for a run, as a share of what has passed since the load began. */
const shortShare = 1e-7;

/**
 * The sensitivities of a simulation, piece by piece beside it. A cut-off g(y(t); p) = 0 moves with p:
 *
 *   dt/dp = - (dg/dp at fixed t) / (dg/dt),   and the state at the end by  s + dy/dt dt/dp.
 */
export class SensitivityRun {
  readonly tangents: Tangents;
  private readonly kept: Kept[];
  private readonly alongTime: Float64Array;
  private readonly found: Float64Array[];
  private readonly moved: Float64Array;
  private events: readonly (readonly EventFunction[])[] = [];
  private timeChanges: number[];
  /** What earlier ends have moved. */
  private readonly before: number[];

  /** `starts`: what each cell beside has over the state that the run begins with. */
  constructor(private readonly problem: CellProblem, private readonly besides: readonly CellBeside[],
    starts: readonly Float64Array[])
  {
    this.tangents = new Tangents(problem, withStates(besides, problem));
    this.kept = besides.map(() => ({ voltage: [], current: [], charge: [], energy: [], ends: [] }));
    starts.forEach((s, i) => this.tangents.of(i).set(s));
    this.found = starts.map((s) => s.slice());
    this.alongTime = new Float64Array(problem.size);
    this.moved = new Float64Array(problem.size);
    this.timeChanges = besides.map(() => 0);
    this.before = besides.map(() => 0);
  }

  get sensitivities(): readonly Sensitivity[] {
    return this.kept;
  }

  /** The state of cell i beside where this one is at y, to the first order; an array of this object's own. */
  stateBeside(i: number, y: Float64Array): Float64Array {
    const s = this.tangents.of(i);
    for (let k = 0; k < y.length; k++) this.moved[k] = y[k] + s[k];
    return this.moved;
  }

  /** A step of the protocol begins from state y: the cut-offs of the cells beside. */
  beginStep(step: number, y: Float64Array): void {
    this.found.forEach((found, i) => found.set(this.tangents.of(i)));
    this.events = this.besides.map(({ problem, steps, lithiumSupply }, i) => [
      ...cutoffs(problem, steps[step], this.stateBeside(i, y)),
      ...exhaustions(problem, steps[step].step, lithiumSupply),
    ]);
  }

  /** The loads of the cells beside in a piece of a step. */
  load(step: number, piece: number, y: Float64Array): void {
    this.besides.forEach(({ problem, steps }, i) => {
      const voltage = problem.voltage(this.stateBeside(i, y));
      problem.control = loadPieces(steps[step], voltage)[piece].control;
    });
  }

  /** Makes the tangents consistent under the load that begins. */
  start(t: number, y: Float64Array, yp: Float64Array): void {
    if (!this.tangents.start(t, y, yp)) this.besides.forEach((_, i) => this.tangents.of(i).fill(NaN));
  }

  /** Keeps the sensitivities of what is measured at a recorded point. */
  record(y: Float64Array): void {
    const { unknowns } = this.problem;
    const voltage = this.problem.voltage(y);
    this.besides.forEach(({ problem, step }, i) => {
      const s = this.tangents.of(i);
      const kept = this.kept[i];
      kept.voltage.push((problem.voltage(y) - voltage + this.problem.terminal.voltageChange(s)) / step);
      kept.current.push(s[unknowns.current] / step);
      kept.charge.push(s[unknowns.charge] / step);
      kept.energy.push(s[unknowns.energy] / step);
    });
  }

  /**
   * A piece has ended at t of its own clock by `events[index]`, or by its time where that is undefined: moves the tangents with the
   * end. `y` and `yp` are consistent; `slope`: of the differential unknowns in time, as the integrator went.
   */
  end(t: number, y: Float64Array, yp: Float64Array, slope: Float64Array, events: readonly EventFunction[],
    index: number | undefined): void
  {
    this.timeChanges.fill(0);
    if (index === undefined || t === 0) return;
    this.start(t, y, yp);
    const short = shortShare * t;
    if (!this.tangents.alongTime(t, y, slope, short, this.alongTime)) return;
    const here = events[index].value(t, y);
    const fall = (this.eventAt(events[index], t, y, short) - this.eventAt(events[index], t, y, -short)) / (2 * short);
    this.timeChanges = this.besides.map((_, i) =>
      -(this.events[i][index].value(t, this.stateBeside(i, y)) - here) / fall
    );
    this.tangents.shift(this.alongTime, this.timeChanges);
  }

  private eventAt(event: EventFunction, t: number, y: Float64Array, later: number): number {
    for (let i = 0; i < y.length; i++) this.moved[i] = y[i] + later * this.alongTime[i];
    return event.value(t + later, this.moved);
  }

  /** A step of the protocol has ended; `atOnce`: it has passed nothing, and the next one finds what this one found. */
  endStep(atOnce: boolean): void {
    const { unknowns } = this.problem;
    this.kept.forEach(({ ends }, i) => {
      const s = this.tangents.of(i);
      if (atOnce) s.set(this.found[i]);
      else this.before[i] += this.timeChanges[i];
      const { step } = this.besides[i];
      ends.push({ time: this.before[i] / step, charge: s[unknowns.charge] / step, energy: s[unknowns.energy] / step });
    });
  }
}
