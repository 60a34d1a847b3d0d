import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { ChargeBalance } from './charge-balance.js';
import type { ThermalModel } from './cell-model.js';
import type { ParticleReactions } from './particle-reactions.js';
import type { TemperedModel } from './tempered-model.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/** Step of the difference that gives the column of T [K]: curvature (1e-5 of a slope) and round-off both stay small. */
const shift = 1e-4;

/**
 * One temperature for the whole cell, per area of a unit cell:
 *
 *   C dT/dt = q - h (T - Tambient),   q = -sum a V j U(surface) - iAnode Ua - I V
 *
 *   C  heat capacity [J m^-2 K^-1], h heat transfer [W m^-2 K^-1], V in the sum the volume, in I V the cell voltage
 *
 * q is what the reactions give less what leaves as electricity. Because the charge balance closes cell by cell it is, to
 * round-off, the irreversible heat (`dissipation`): the sum of all i^2/G, of a V j (phiS - phiE - U) with the films, and of
 * the same at the anode's plane. Two parts of the full balance (Bernardi, Pawlikowski, Newman, doi 10.1149/1.2113792) are
 * left out: the entropic heat, for which the library has no dU/dT, and the heat of mixing in particles and electrolyte.
 *
 * T borders the matrix of the cell. Its column is one residual at T + shift; its row, dq of a change of state, is analytic.
 */
export class LumpedTemperature {
  /** dF/dT, and the change of the other unknowns per kelvin. */
  readonly column: Float64Array;
  readonly response: Float64Array;
  private temperature = NaN;
  private kept = NaN;
  private step = shift;
  private pivot = 1;
  /** dq by the surface stoichiometry, per class [W m^-2]. */
  private readonly bySurface: readonly Float64Array[];
  private current = 0;
  private voltage = 0;

  constructor(
    private readonly thermal: ThermalModel, private readonly tempered: TemperedModel, private readonly unknowns: Unknowns,
    private readonly reactions: readonly ParticleReactions[], private readonly charge: ChargeBalance,
  ) {
    this.column = new Float64Array(unknowns.size);
    this.response = new Float64Array(unknowns.size);
    this.bySurface = reactions.map(({ at }) => new Float64Array(at.count));
  }

  /** Brings every property to the temperature of `y`. */
  follow(y: Float64Array): void {
    const temperature = y[this.unknowns.temperature];
    if (temperature === this.temperature) return;
    this.temperature = temperature;
    this.tempered.setTemperature(temperature);
    const thermalVoltage = (GAS_CONSTANT * temperature) / FARADAY;
    for (const reaction of this.reactions) reaction.setTemperature(temperature, thermalVoltage);
    this.charge.setTemperature(temperature, thermalVoltage);
  }

  /** The row of T, after all others. */
  residual(y: Float64Array, yp: Float64Array, voltage: number, out: Float64Array): void {
    const { unknowns: { temperature }, thermal: { heatTransfer, ambient, heatCapacity } } = this;
    this.current = y[this.unknowns.current];
    this.voltage = voltage;
    out[temperature] = yp[temperature] - (this.heat(y) - heatTransfer * (y[temperature] - ambient)) / heatCapacity;
  }

  /** q at the state of the last residual [W m^-2]. */
  heat(y: Float64Array): number {
    let sum = -y[this.unknowns.anodeCurrent] * this.planePotential - this.current * this.voltage;
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, surfacePotential } = this.reactions[p];
      const area = this.charge.wettedArea[p];
      for (let k = 0; k < at.count; k++) sum -= area[k] * y[at.reaction + k] * surfacePotential[k];
    }
    return sum;
  }

  /** Moves T of `y` a little; `column` then is to take the residual there. */
  stepAside(y: Float64Array): void {
    const { temperature } = this.unknowns;
    this.kept = y[temperature];
    y[temperature] += shift;
    this.step = y[temperature] - this.kept;
  }

  stepBack(y: Float64Array): void {
    y[this.unknowns.temperature] = this.kept;
  }

  /** Column and row of T, at the state of the last residual. */
  linearise(y: Float64Array, residual: Float64Array): void {
    const { column, reactions, step } = this;
    for (let i = 0; i < column.length; i++) column[i] = (column[i] - residual[i]) / step;
    for (let p = 0; p < reactions.length; p++) {
      const reaction = reactions[p];
      const { at } = reaction;
      const area = this.charge.wettedArea[p];
      const bySurface = this.bySurface[p];
      for (let k = 0; k < at.count; k++) bySurface[k] = -area[k] * y[at.reaction + k] * reaction.surfacePotentialSlope(k);
    }
  }

  /** The pivot of T, once `response` holds what the matrix of the others makes of `column`. */
  close(gamma: number, voltageChange: number): void {
    const { temperature } = this.unknowns;
    this.response[temperature] = 1;
    this.pivot = this.column[temperature] + 1 / gamma - this.heatChange(this.response, voltageChange) / this.thermal.heatCapacity;
  }

  /** Adds to a change at fixed T what T changes by. */
  complete(residual: Float64Array, delta: Float64Array, voltageChange: number): void {
    const { response, thermal, unknowns: { temperature } } = this;
    const change = (this.heatChange(delta, voltageChange) / thermal.heatCapacity - residual[temperature]) / this.pivot;
    delta[temperature] = 0;
    for (let i = 0; i < delta.length; i++) delta[i] += change * response[i];
  }

  /** Change of q by a change of state at fixed T, of which `voltageChange` is that of the cell voltage. */
  private heatChange(delta: Float64Array, voltageChange: number): number {
    const { anodeCurrent, current } = this.unknowns;
    let sum = -delta[anodeCurrent] * this.planePotential - this.voltage * delta[current] - this.current * voltageChange;
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, surfacePotential, diffusion } = this.reactions[p];
      const area = this.charge.wettedArea[p];
      const bySurface = this.bySurface[p];
      for (let k = 0; k < at.count; k++) {
        sum += bySurface[k] * diffusion.surfaceChange(delta, at.reaction, k);
        sum -= area[k] * surfacePotential[k] * delta[at.reaction + k];
      }
    }
    return sum;
  }

  /** The heat again, as the sum over all that resists, at the state of the last residual [W m^-2]. */
  dissipation(y: Float64Array): number {
    const { charge: { ions, electrons, wettedArea }, reactions, unknowns, tempered: { model: { mesh } } } = this;
    const { faces, anodeFace } = mesh;
    const start = y[electrodePotentialOf(anodeFace.cell)];
    let sum = this.current ** 2 * electrons.endResistance + electrons.startConductance * start ** 2
      - y[unknowns.anodeCurrent] * (y[electrolytePotentialOf(anodeFace.cell)] + this.planePotential);
    for (let f = 0; f < faces.count; f++) {
      const o = faces.owner[f];
      const n = faces.neighbour[f];
      sum += ions.current(f) * (y[electrolytePotentialOf(o)] - y[electrolytePotentialOf(n)]);
      sum += electrons.conductance[f] * (y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)]) ** 2;
    }
    reactions.forEach(({ at, surfacePotential }, p) => {
      for (let k = 0; k < at.count; k++) {
        const cell = at.firstCell + k;
        const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - surfacePotential[k];
        sum += wettedArea[p][k] * y[at.reaction + k] * drive;
      }
    });
    return sum;
  }

  /** Ua of a planar anode [V]; a composite counts with its particles. */
  private get planePotential(): number {
    return this.charge.anode.reaction?.material.equilibriumPotential ?? 0;
  }
}
