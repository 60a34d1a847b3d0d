import type { LoadedProblem } from '../solver/consistent-start.js';
import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { BlockTridiagonal3 } from '../solver/linear/block-tridiagonal-3.js';
import { BlockTridiagonal2 } from '../solver/linear/block-tridiagonal.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { CellModel } from './cell-model.js';
import { ChargeBalance } from './charge-balance.js';
import { type Control, evaluateControl } from './control.js';
import { errorWeights } from './error-weights.js';
import { LumpedTemperature } from './lumped-temperature.js';
import { NetworkReactions } from './network-reactions.js';
import { ParticleReactions } from './particle-reactions.js';
import { TemperedModel } from './tempered-model.js';
import { electrodePotentialOf, electrolytePotentialOf, nameOfUnknown, type Unknowns, unknownsOf } from './unknowns.js';

/** So many iterations of Newton are left to themselves: enough for a step in time. */
const firstQuiet = 2;

/**
 * The equations of the cell as a differential-algebraic problem. Reading order: `residual` states every equation;
 * `linearise` eliminates, cell by cell, the particles and their reactions, which leaves one 2x2 block per cell
 * (phiE, phiS; 3x3 with salt), coupled along the faces; `solve` walks the same road back. The control and a lumped temperature
 * border that matrix.
 */
export class CellProblem implements LoadedProblem {
  readonly unknowns: Unknowns;
  readonly size: number;
  readonly differential: Uint8Array;
  readonly weights: Float64Array;
  /** A second [s]: the fastest that a load changes a cell. */
  readonly timeScale = 1;
  readonly reactions: readonly ParticleReactions[];
  readonly charge: ChargeBalance;
  /** Undefined where the temperature is given. */
  readonly heat: LumpedTemperature | undefined;
  control: Control = { kind: 'current', target: 0 };
  private readonly matrix: BlockMatrix;
  /** Right-hand side and, where the control is not a current, the response of the potentials to a unit of current. */
  private readonly rhs: Float64Array;
  private readonly perCurrent: Float64Array;
  private readonly controlRow = new Float64Array(3);
  private load = 1;
  private gamma = 0;
  /** d(cell voltage)/d(phiE, phiS, x of the last cell), and its part from the residual. */
  private readonly voltageRow = new Float64Array(4);
  private currentNow = 0;
  private voltageNow = 0;

  constructor(readonly model: CellModel) {
    const unknowns = unknownsOf(model);
    this.unknowns = unknowns;
    this.size = unknowns.size;
    this.differential = differentialFlags(unknowns);
    this.weights = errorWeights(model, unknowns);
    const thermalVoltage = (GAS_CONSTANT * model.temperature) / FARADAY;
    const tempered = model.thermal && new TemperedModel(model);
    const used = tempered?.model ?? model;
    this.reactions = model.particles.map(({ network }, p) => (network
      ? new NetworkReactions(used, unknowns, p, thermalVoltage)
      : new ParticleReactions(used, unknowns, p, thermalVoltage))
    );
    this.charge = new ChargeBalance(used, unknowns, this.reactions, thermalVoltage);
    this.heat = model.thermal && tempered
      && new LumpedTemperature(model.thermal, tempered, unknowns, this.reactions, this.charge);
    this.matrix = this.charge.blockSize === 3
      ? new BlockTridiagonal3(unknowns.cells)
      : new BlockTridiagonal2(unknowns.cells);
    this.rhs = new Float64Array(this.matrix.size * unknowns.cells);
    this.perCurrent = new Float64Array(this.matrix.size * unknowns.cells);
  }

  setLoad(share: number): void {
    this.load = share;
  }

  nameOf(index: number): string {
    return nameOfUnknown(index, this.unknowns, this.model);
  }

  /** V = phiS at the collector face less the contact there. */
  voltage(y: Float64Array): number {
    return this.charge.electrons.voltage(y);
  }

  residual(t: number, y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { current, charge, energy } = this.unknowns;
    this.heat?.follow(y);
    for (const reaction of this.reactions) reaction.residual(y, yp, out);
    this.charge.residual(y, yp, out);
    this.currentNow = y[current];
    this.voltageNow = this.voltage(y);
    evaluateControl(this.control, t, this.currentNow, this.voltageNow, this.load, this.controlRow);
    out[current] = this.controlRow[0];
    out[charge] = yp[charge] - this.currentNow;
    out[energy] = yp[energy] - this.currentNow * this.voltageNow;
    this.heat?.residual(y, yp, this.voltageNow, out);
  }

  linearise(t: number, y: Float64Array, yp: Float64Array, gamma: number, residual: Float64Array): boolean {
    this.gamma = gamma;
    const heat = gamma > 0 ? this.heat : undefined;
    if (heat) this.residualBeside(t, y, yp, heat);
    this.residual(t, y, yp, residual);
    for (const reaction of this.reactions) reaction.eliminate(y, gamma);
    this.matrix.clear();
    this.charge.assemble(y, gamma, this.matrix);
    if (!this.matrix.factor()) return false;
    if (heat) {
      heat.linearise(residual);
      heat.close(gamma, this.solveAtTemperature(heat.column, heat.response));
    }
    return true;
  }

  /** The residual at a temperature beside the present one, from which the column of T comes. */
  private residualBeside(t: number, y: Float64Array, yp: Float64Array, heat: LumpedTemperature): void {
    heat.stepAside(y);
    this.residual(t, y, yp, heat.column);
    heat.stepBack(y);
  }

  solve(residual: Float64Array, delta: Float64Array): void {
    const voltageChange = this.solveAtTemperature(residual, delta);
    if (!this.heat) return;
    if (this.gamma > 0) this.heat.complete(residual, delta, voltageChange);
    else delta[this.unknowns.temperature] = 0;
  }

  settle(y: Float64Array, delta: Float64Array, iteration: number): boolean {
    let moved = false;
    if (iteration > firstQuiet) {
      for (const reaction of this.reactions) moved = reaction.settle(y, delta, this.gamma) || moved;
    }
    this.charge.mixed?.settle(y, delta);
    return moved;
  }

  /** The change of all unknowns but T; returns that of the voltage. */
  private solveAtTemperature(residual: Float64Array, delta: Float64Array): number {
    const { rhs, gamma, unknowns } = this;
    for (const reaction of this.reactions) reaction.reduce(residual, gamma);
    this.charge.rightHandSide(residual, gamma, rhs);
    this.charge.electrons.voltageSlopes(this.currentNow, this.voltageRow);
    const currentChange = this.solvePotentials(residual);
    this.scatter(rhs, delta);
    delta[unknowns.current] = currentChange;
    this.charge.mixed?.back(rhs, residual, delta);
    this.charge.anode.back(residual, delta);
    for (const reaction of this.reactions) reaction.back(delta, gamma);
    const voltageChange = this.voltageChange(rhs, currentChange);
    delta[unknowns.charge] = gamma * (currentChange - residual[unknowns.charge]);
    delta[unknowns.energy] = gamma
      * (this.voltageNow * currentChange + this.currentNow * voltageChange - residual[unknowns.energy]);
    return voltageChange;
  }

  /** Solves the bordered system: the potentials in `rhs`, and the change of the current, which is returned. */
  private solvePotentials(residual: Float64Array): number {
    const { rhs, perCurrent, matrix, controlRow, unknowns } = this;
    const collector = matrix.size * this.model.mesh.collectorFace.cell + 1;
    const controlResidual = residual[unknowns.current];
    if (controlRow[2] === 0) {
      const change = -controlResidual / controlRow[1];
      rhs[collector] -= change;
      matrix.solve(rhs);
      return change;
    }
    matrix.solve(rhs);
    perCurrent.fill(0);
    perCurrent[collector] = -1;
    matrix.solve(perCurrent);
    const free = this.voltageChange(rhs, 0);
    const perUnit = this.voltageChange(perCurrent, 1) - this.voltageRow[3];
    const change = -(controlResidual + controlRow[2] * free) / (controlRow[1] + controlRow[2] * perUnit);
    for (let i = 0; i < rhs.length; i++) rhs[i] += change * perCurrent[i];
    return change;
  }

  private scatter(rhs: Float64Array, delta: Float64Array): void {
    const { unknowns, matrix } = this;
    for (let c = 0; c < unknowns.cells; c++) {
      delta[electrolytePotentialOf(c)] = rhs[matrix.size * c];
      delta[electrodePotentialOf(c)] = rhs[matrix.size * c + 1];
      if (unknowns.hasSalt) delta[unknowns.salt + c] = rhs[matrix.size * c + 2];
    }
  }

  private voltageChange(potentials: Float64Array, currentChange: number): number {
    const { size } = this.matrix;
    const last = size * this.model.mesh.collectorFace.cell;
    const row = this.voltageRow;
    const bySalt = size === 3 ? row[2] * potentials[last + 2] : 0;
    return row[0] * potentials[last] + row[1] * potentials[last + 1] + bySalt + row[3]
      - this.charge.electrons.endResistance * currentChange;
  }
}

function differentialFlags(unknowns: Unknowns): Uint8Array {
  const flags = new Uint8Array(unknowns.size);
  for (const c of unknowns.classes) flags.fill(1, c.shells, c.shells + c.shellCount * c.count);
  if (unknowns.hasSalt) flags.fill(1, unknowns.salt, unknowns.salt + unknowns.cells);
  flags[unknowns.charge] = 1;
  flags[unknowns.energy] = 1;
  if (unknowns.temperature >= 0) flags[unknowns.temperature] = 1;
  return flags;
}
