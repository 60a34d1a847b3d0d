import type { CellProperties, ThermalModel } from '../transport/on-cells/cell-properties.js';
import type { PropertiesOverTemperature } from '../transport/on-cells/properties-over-temperature.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { Assembly } from './assembly.js';
import type { ParticleReactions } from './particle-reactions.js';
import type { Unknowns } from './unknowns.js';

/** Step of the difference that gives the column of T [K]: curvature (1e-5 of a slope) and round-off both stay small. */
const shift = 1e-4;

/** What follows the temperature. */
interface HeatedCell {
  readonly model: CellProperties;
  readonly unknowns: Unknowns;
  readonly reactions: readonly ParticleReactions[];
  readonly assembly: Assembly;
}

/**
 * One temperature for the whole cell, per area of a unit cell:
 *
 *   C dT/dt = q - h (T - Tambient),   q = -sum a V j H(mean s) - iAnode Ua - I V,   H = U - T dU/dT
 *
 *   C  heat capacity [J m^-2 K^-1], h heat transfer [W m^-2 K^-1], V in the sum the volume, in I V the cell voltage
 *   H  enthalpy of the lithium in a particle at its mean stoichiometry [V]; U itself where dU/dT is not known
 *
 * q is what the lithium gives up less what leaves as electricity: its integral depends on nothing but the particles' lithium at the two
 * ends, so that C dT = integral of (Ueq - T dUeq/dT - V) I dt once the cell has relaxed, the first law. Because the charge balance closes
 * cell by cell q is, to round-off, the sum of all that resists (`results/balances`): all i^2/G, a V j (phiS - phiE - H(mean)) with films,
 * charge transfer and diffusion inside the particles, and the same at the anode's plane. This is the balance of Bernardi, Pawlikowski and
 * Newman (doi 10.1149/1.2113792) without the heat of mixing: what a particle loses by diffusion is given off while it carries current,
 * though part of it comes only when it evens out afterwards.
 *
 * T borders the matrix of the cell. Its column is one residual at T + shift; its row, dq of a change of state, is analytic.
 */
export class LumpedTemperature {
  /** dF/dT, and the change of the other unknowns per kelvin. */
  readonly column: Float64Array;
  readonly response: Float64Array;
  private temperature = NaN;
  private step = shift;
  private pivot = 1;
  /** H at the mean stoichiometry of each particle [V] and dq by that stoichiometry [W m^-2], per class. */
  private readonly enthalpy: readonly Float64Array[];
  private readonly byMean: readonly Float64Array[];
  private readonly local = new Float64Array(2);
  private current = 0;
  private voltage = 0;

  constructor(private readonly thermal: ThermalModel, private readonly overTemperature: PropertiesOverTemperature,
    private readonly problem: HeatedCell)
  {
    const { unknowns, reactions } = problem;
    this.column = new Float64Array(unknowns.size);
    this.response = new Float64Array(unknowns.size);
    this.enthalpy = reactions.map(({ at }) => new Float64Array(at.count));
    this.byMean = reactions.map(({ at }) => new Float64Array(at.count));
  }

  /** Brings every property to the temperature of `y`. */
  follow(y: Float64Array): void {
    const temperature = y[this.problem.unknowns.temperature];
    if (temperature === this.temperature) return;
    this.temperature = temperature;
    this.overTemperature.setTemperature(temperature);
    const thermalVoltage = (GAS_CONSTANT * temperature) / FARADAY;
    for (const { reaction } of this.problem.reactions) reaction.setTemperature(temperature, thermalVoltage);
    this.problem.assembly.setTemperature(temperature, thermalVoltage);
    for (const { halfCells } of this.problem.reactions) halfCells.update();
  }

  /** The row of T, after all others. */
  residual(y: Float64Array, yp: Float64Array, voltage: number, out: Float64Array): void {
    const { problem: { unknowns: { temperature } }, thermal: { heatTransfer, ambient, heatCapacity } } = this;
    this.current = y[this.problem.unknowns.current];
    this.voltage = voltage;
    out[temperature] = yp[temperature]
      - (this.heat(y, voltage) - heatTransfer * (y[temperature] - ambient)) / heatCapacity;
  }

  /** q at a cell voltage [W m^-2]. */
  heat(y: Float64Array, voltage: number): number {
    const { local, problem: { reactions, unknowns } } = this;
    let sum = -this.planePower(y) - y[unknowns.current] * voltage;
    reactions.forEach(({ at, diffusion, reaction, wettedArea }, p) => {
      for (let k = 0; k < at.count; k++) {
        reaction.enthalpyPotential(diffusion.average(y, k), local);
        const power = wettedArea[k] * y[at.reaction + k];
        this.enthalpy[p][k] = local[0];
        this.byMean[p][k] = -power * local[1];
        sum -= power * local[0];
      }
    });
    return sum;
  }

  /** Has the residual written to `column` at a T a little beside that of y, from which the column of T comes. */
  stepAside(y: Float64Array, residual: (out: Float64Array) => void): void {
    const { temperature } = this.problem.unknowns;
    const kept = y[temperature];
    y[temperature] += shift;
    this.step = y[temperature] - kept;
    residual(this.column);
    y[temperature] = kept;
  }

  /** Column of T, at the state of the last residual. */
  linearise(residual: Float64Array): void {
    const { column, step } = this;
    for (let i = 0; i < column.length; i++) column[i] = (column[i] - residual[i]) / step;
  }

  /** The pivot of T, once `response` holds what the matrix of the others makes of `column`. */
  close(gamma: number, voltageChange: number): void {
    const { temperature } = this.problem.unknowns;
    this.response[temperature] = 1;
    this.pivot = this.column[temperature] + 1 / gamma
      - this.heatChange(this.response, voltageChange) / this.thermal.heatCapacity;
  }

  /** Adds to a change at fixed T what T changes by. */
  complete(residual: Float64Array, delta: Float64Array, voltageChange: number): void {
    const { response, thermal, problem: { unknowns: { temperature } } } = this;
    const change = (this.heatChange(delta, voltageChange) / thermal.heatCapacity - residual[temperature]) / this.pivot;
    delta[temperature] = 0;
    for (let i = 0; i < delta.length; i++) delta[i] += change * response[i];
  }

  /** Change of q by a change of state at fixed T, of which `voltageChange` is that of the cell voltage. */
  private heatChange(delta: Float64Array, voltageChange: number): number {
    const { reactions, unknowns } = this.problem;
    let sum = -this.planePower(delta) - this.voltage * delta[unknowns.current]
      - this.current * voltageChange;
    reactions.forEach(({ at, diffusion, wettedArea }, p) => {
      for (let k = 0; k < at.count; k++) {
        sum += this.byMean[p][k] * diffusion.average(delta, k)
          - wettedArea[k] * this.enthalpy[p][k] * delta[at.reaction + k];
      }
    });
    return sum;
  }

  /** iAnode Ua through all faces of a planar anode [W m^-2]; a composite counts with its particles. */
  private planePower(y: Float64Array): number {
    const { unknowns: { anodeCurrent }, model: { anode, mesh: { boundaries } } } = this.problem;
    if (anode.kind !== 'planar') return 0;
    const { area } = boundaries.anode;
    return anode.material.equilibriumPotential * area.reduce((sum, one, f) => sum + one * y[anodeCurrent + f], 0);
  }
}
