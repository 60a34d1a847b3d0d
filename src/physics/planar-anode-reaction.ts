import type { PlanarAnode } from '../materials/material.js';
import { overpotential, type Kinetics } from './interface-kinetics.js';

/**
 * Stripping and plating at a plane of lithium (or of an alloy of fixed potential) against the membrane:
 *
 *   0 - phiE(0) = Ua + eta(iAnode) + iAnode R,   phiE(0) = phiE(first cell) + iAnode (half a cell)
 *
 *   iAnode  positive on discharge (stripping) [A m^-2];  R area-specific resistance [ohm m^2];  Ua against Li/Li+ [V]
 *
 * The anode's collector is the zero of potential. `resistance` is R plus the half cell.
 */
export class PlanarAnodeReaction {
  /** -d iAnode/d phiE(first cell) [S m^-2], after `residual`. */
  conductance = 0;
  private readonly kinetics: Kinetics;
  private readonly eta = new Float64Array(3);

  constructor(private readonly anode: PlanarAnode, private readonly resistance: number, thermalVoltage: number) {
    this.kinetics = {
      anodic: anode.anodicTransferCoefficient / thermalVoltage, cathodic: anode.cathodicTransferCoefficient / thermalVoltage,
    };
  }

  residual(potential: number, current: number): number {
    overpotential(current, this.anode.exchangeCurrentDensity, this.kinetics, this.eta);
    this.conductance = 1 / (this.resistance + this.eta[1]);
    return -potential - this.anode.equilibriumPotential - this.eta[0] - current * this.resistance;
  }
}
