import type { LoadedProblem } from '../solver/consistent-start.js';
import { type Border, borderOf } from '../solver/linear/block-matrix.js';
import { PropertiesOverTemperature } from '../transport/on-cells/properties-over-temperature.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import { Assembly } from './assembly.js';
import { blockLayout, phiE, phiS } from './block-layout.js';
import type { CellModel } from './cell-model.js';
import { Condensation } from './condensation.js';
import { type Control, evaluateControl } from './control.js';
import { ElectrolyteState } from './electrolyte-state.js';
import { errorWeights } from './error-weights.js';
import { fieldsOf } from './fields/table.js';
import { LumpedTemperature } from './lumped-temperature.js';
import { ParticleReactions } from './particle-reactions.js';
import { Terminal } from './terminal.js';
import { differentialFlags, nameOfUnknown, type Unknowns, unknownsOf } from './unknowns.js';

/** What a reaction may miss of the voltage that it needs, after a step and at a state that is held [V]. */
const closingVoltage = { step: 1e-3, held: 1e-7 };

/** What an iteration may leave of the charge that passes in the cells, so that the parts of a loss add up. */
const unpassed = 1e-8;

/**
 * In so many iterations of Newton small steps of the reactions are left to themselves: enough for a step in time, and for most states of a
 * network that are held, where what crosses answers to the cells beside as well.
 */
const quiet = { step: 2, heldNetwork: 6 };
/** What the reactions of the cathode may miss of the current, relative, for the first iterations to be enough ... */
const closing = 1e-8;
/** ... of which so many are repeated. Round-off does not go away by more of them. */
const lastRepeated = 3;

/**
 * The equations of the cell as a differential-algebraic problem. Reading order: `residual` states every equation; `linearise` eliminates,
 * cell by cell, the particles and the currents of interfaces, which leaves one block per cell (`block-layout`), coupled along the faces;
 * `solve` walks the same road back. The control, the collector and a lumped temperature border that matrix.
 */
export class CellProblem implements LoadedProblem {
  readonly unknowns: Unknowns;
  readonly size: number;
  readonly differential: Uint8Array;
  /** A second [s]: the fastest that a load changes a cell. */
  readonly timeScale = 1;
  readonly reactions: readonly ParticleReactions[];
  readonly assembly: Assembly;
  readonly terminal: Terminal;
  private readonly condensation: Condensation;
  /** Undefined where the temperature is given. */
  readonly heat: LumpedTemperature | undefined;
  control: Control = { kind: 'current', target: 0 };
  readonly electrolyte: ElectrolyteState;
  private ownWeights: Float64Array | undefined;
  /** Right-hand side, and the response of the blocks to a unit of the border (I, or V of several faces, `beside` what is iterated). */
  private readonly rhs: Float64Array;
  private readonly response: Float64Array;
  private readonly beside: Border | undefined;
  /** Where what a reaction needs falls with its current: Newton takes it to rise. */
  inexactFactors = 0;
  private readonly controlRow = new Float64Array(3);
  private load = 1;
  private gamma = 0;
  /** What a solution may leave, in the norm of a matrix that is iterated. */
  private left = Infinity;
  /** Whether `response` is that of the last factors, with a border of V. */
  private responded = false;
  private currentNow = 0;
  private voltageNow = 0;

  constructor(readonly model: CellModel) {
    const fields = fieldsOf(model);
    const unknowns = unknownsOf(model, fields);
    [this.unknowns, this.size, this.differential] = [unknowns, unknowns.size, differentialFlags(unknowns)];
    const thermalVoltage = (GAS_CONSTANT * model.temperature) / FARADAY;
    const overTemperature = model.thermal && new PropertiesOverTemperature(model);
    const used = overTemperature?.model ?? model;
    this.electrolyte = new ElectrolyteState(used, unknowns, thermalVoltage);
    const layout = blockLayout(used, unknowns);
    const reactions: ParticleReactions[] = [];
    model.particles.forEach((_, p) =>
      reactions.push(new ParticleReactions(used, unknowns, layout, p, thermalVoltage, this.electrolyte, reactions))
    );
    this.reactions = reactions;
    this.assembly = new Assembly(used, fields, unknowns, layout, this.electrolyte, this.reactions, thermalVoltage);
    this.condensation = new Condensation(this.assembly);
    this.terminal = new Terminal(used, unknowns, this.assembly);
    this.heat = model.thermal && overTemperature && new LumpedTemperature(model.thermal, overTemperature, this);
    this.rhs = new Float64Array(layout.size * unknowns.cells);
    this.response = this.rhs.slice();
    if (this.assembly.jacobian.matrix.solveBeside && !this.terminal.single) this.beside = borderOf(this.response);
  }

  get weights(): Float64Array {
    return (this.ownWeights ??= errorWeights(this.model, this.unknowns));
  }

  setLoad(share: number): void {
    this.load = share;
  }

  nameOf(index: number): string {
    return nameOfUnknown(index, this.unknowns, this.model);
  }

  /** The cell voltage [V]: that of the collector, the anode's being zero. */
  voltage(y: Float64Array): number {
    return this.terminal.voltage(y);
  }

  /** Brings what the laws read beside y to the state y. */
  follow(y: Float64Array): void {
    this.heat?.follow(y);
    this.electrolyte.update(y);
    for (const reaction of this.reactions) reaction.follow(y);
    this.assembly.state.electrode.update(y);
  }

  residual(t: number, y: Float64Array, yp: Float64Array, out: Float64Array): void {
    this.evaluate(t, y, yp, out, false, false);
  }

  /** The rows of the control and of the energy, at a cell voltage, over those of another cell at the same state. */
  borderOver(voltage: number, t: number, y: Float64Array, yp: Float64Array, residual: Float64Array,
    out: Float64Array): void
  {
    const { unknowns: { current, energy }, controlRow } = this;
    evaluateControl(this.control, t, y[current], voltage, this.load, controlRow);
    out[current] = controlRow[0] - residual[current];
    out[energy] = yp[energy] - y[current] * voltage - residual[energy];
  }

  /** `held`: the shells of the particles stay, and their rows are left at 0. */
  private evaluate(t: number, y: Float64Array, yp: Float64Array, out: Float64Array, slopes: boolean,
    held: boolean): void
  {
    this.heat?.follow(y);
    this.electrolyte.update(y);
    for (const reaction of this.reactions) reaction.residual(y, yp, out, held);
    this.balance(t, y, yp, out, slopes);
  }

  /** The balances of the cells and the border, once the particles are evaluated. */
  private balance(t: number, y: Float64Array, yp: Float64Array, out: Float64Array, slopes: boolean): void {
    const { current, charge, energy } = this.unknowns;
    this.assembly.state.electrode.update(y);
    this.assembly.evaluate(y, yp, out, slopes);
    this.voltageNow = this.terminal.evaluate(y, out, slopes);
    this.currentNow = y[current];
    evaluateControl(this.control, t, this.currentNow, this.voltageNow, this.load, this.controlRow);
    out[current] = this.controlRow[0];
    out[charge] = yp[charge] - this.currentNow;
    out[energy] = yp[energy] - this.currentNow * this.voltageNow;
    this.heat?.residual(y, yp, this.voltageNow, out);
  }

  linearise(t: number, y: Float64Array, yp: Float64Array, gamma: number, residual: Float64Array): boolean {
    this.gamma = gamma;
    const heat = gamma > 0 ? this.heat : undefined;
    heat?.stepAside(y, (out) => this.residual(t, y, yp, out));
    this.evaluate(t, y, yp, residual, true, gamma === 0);
    for (const reaction of this.reactions) this.inexactFactors += reaction.eliminate(y, gamma) ? 0 : 1;
    this.condensation.condense(gamma);
    this.responded = false;
    const { matrix, excess } = this.assembly.jacobian;
    if (!matrix.factor(excess)) return false;
    this.left = this.mayLeave(y);
    if (heat) {
      heat.linearise(residual);
      heat.close(gamma, this.solveAtTemperature(heat.column, heat.response));
    }
    return true;
  }

  /** Evaluates J of `assembly` at a state, without eliminating the particles. */
  slopesAt(y: Float64Array): void {
    this.evaluate(0, y, new Float64Array(this.size), new Float64Array(this.size), true, false);
  }

  solve(residual: Float64Array, delta: Float64Array): void {
    const voltageChange = this.solveAtTemperature(residual, delta);
    if (!this.heat) return;
    if (this.gamma > 0) this.heat.complete(residual, delta, voltageChange);
    else delta[this.unknowns.temperature] = 0;
  }

  settle(y: Float64Array, delta: Float64Array, iteration: number): boolean {
    let moved = false;
    for (const reaction of this.reactions) {
      const isHeld = this.gamma === 0 && reaction.network;
      const quietly = iteration <= (isHeld ? quiet.heldNetwork : quiet.step);
      moved = reaction.settle(y, delta, this.gamma, quietly) || moved;
    }
    this.assembly.settleEntries(y, delta);
    return moved || (iteration <= lastRepeated && !this.chargeCloses(y, delta));
  }

  /**
   * The norm is a mean over all shells of all particles. One whose diffusivity falls steeply may bend, between two iterations, by tens of
   * millivolts at its surface without being seen in it. Salt smooths that over a step, not at a state that is held.
   */
  holds(y: Float64Array, delta: Float64Array): boolean {
    if (this.unknowns.hasSalt && this.gamma > 0) return true;
    const missing = this.gamma > 0 ? closingVoltage.step : closingVoltage.held;
    return this.reactions.every((reaction) => reaction.holds(y, delta, missing));
  }

  /**
   * Whether sum a V j = -I in the cathode after a step of Newton. Both are linear in the step, so that they do, to the round-off of its
   * solution. Where electrons flow a thousand million times as easily as charge passes to the ions, that is more than shows; the sum of all
   * equations is exact, and another iteration takes the rest.
   */
  private chargeCloses(y: Float64Array, delta: Float64Array): boolean {
    const { current } = this.unknowns;
    let sum = y[current] + delta[current];
    let size = Math.abs(sum);
    for (const { side, at: { reaction, count }, wettedArea } of this.reactions) {
      if (side !== 'cathode') continue;
      for (let k = 0; k < count; k++) {
        const passed = wettedArea[k] * (y[reaction + k] + delta[reaction + k]);
        sum += passed;
        size += Math.abs(passed);
      }
    }
    return Math.abs(sum) <= closing * size;
  }

  /** The change of all unknowns but T; returns that of the voltage. */
  private solveAtTemperature(residual: Float64Array, delta: Float64Array): number {
    const { rhs, gamma, unknowns, condensation } = this;
    for (const reaction of this.reactions) reaction.reduce(residual, gamma);
    condensation.rightHandSide(residual, gamma, rhs);
    const [currentChange, voltageChange] = this.border(residual);
    condensation.back(rhs, residual, delta);
    delta[unknowns.current] = currentChange;
    if (unknowns.voltage >= 0) delta[unknowns.voltage] = voltageChange;
    for (const reaction of this.reactions) reaction.back(rhs, delta, gamma);
    delta[unknowns.charge] = gamma * (currentChange - residual[unknowns.charge]);
    delta[unknowns.energy] = gamma
      * (this.voltageNow * currentChange + this.currentNow * voltageChange - residual[unknowns.energy]);
    return voltageChange;
  }

  /** A share of the reaction currents of all cells, in the norm of the matrix. */
  private mayLeave(y: Float64Array): number {
    const { assembly: { layout: { size }, jacobian: { matrix } }, rhs } = this;
    if (!matrix.norm) return Infinity;
    rhs.fill(0);
    for (const { at, wettedArea } of this.reactions) {
      for (let k = 0; k < at.count; k++) rhs[size * (at.firstCell + k) + phiE] += wettedArea[k] * y[at.reaction + k];
    }
    return unpassed * matrix.norm(rhs);
  }

  /** Solves for the blocks, in `rhs`, and for the changes of I and V. */
  private border(residual: Float64Array): readonly [current: number, voltage: number] {
    const { rhs, response, beside, assembly: { layout: { size }, jacobian: { matrix } }, terminal, left,
      unknowns: { current, voltage }, controlRow: [, byCurrent, byVoltage] } = this;
    if (terminal.single && byVoltage === 0) {
      // a current that is given needs no response
      this.responded = false;
      const change = -residual[current] / byCurrent;
      terminal.addColumn(change, rhs);
      matrix.solve(rhs, left);
      return terminal.changes(rhs, 1, change);
    }
    if (!this.responded) this.respond();
    const [perUnit, voltsPerUnit] = terminal.changesPerUnit(response);
    let volts = 0;
    if (beside) {
      beside.goal = -residual[current]
        - byCurrent * (terminal.changes(response, 1, 0)[0] - perUnit + residual[voltage]);
      volts = matrix.solveBeside?.(rhs, left, beside) ?? 0;
    } else matrix.solve(rhs, left);
    const [own, ownVolts] = terminal.changes(rhs, 1, 0);
    const free = own + (voltage < 0 ? 0 : residual[voltage]);
    const change = -(residual[current] + byCurrent * free + byVoltage * (ownVolts + volts))
      / (byCurrent * perUnit + byVoltage * voltsPerUnit);
    addTo(rhs, change, response);
    volts += change;
    for (let at = 0; !terminal.single && at < rhs.length; at += size) {
      rhs[at + phiE] += volts;
      rhs[at + phiS] += volts;
    }
    return [free + change * perUnit, terminal.single ? ownVolts + change * voltsPerUnit : volts];
  }

  /**
   * Solves for what a unit of I, of several faces of V, changes. All potentials follow V but for what leaves them otherwise, the excess A 1, which
   * may be 1e-12 of what the collector conducts: only what they differ by from V is solved for, A w = column - A 1, and no digit is lost.
   */
  private respond(): void {
    const { response, terminal, beside, controlRow, assembly: { jacobian: { matrix, excess } } } = this;
    const column = beside?.column ?? response;
    terminal.addColumn(1, column.fill(0));
    if (!terminal.single) addTo(column, -1, excess);
    if (beside) terminal.setRow(controlRow, beside);
    if (beside) matrix.improve?.(response, column);
    else matrix.solve(response);
    this.responded = true;
  }
}

function addTo(values: Float64Array, factor: number, others: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] += factor * others[i];
}
