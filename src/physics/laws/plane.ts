import type { Kinetics } from '../interface-kinetics.js';
import { type Follows, overpotential, type Property, type Same, type Told, type Unknown } from './law.js';
import { standingAnions } from './salt.js';

/**
 * Stripping and plating at a plane of lithium (or of an alloy of fixed potential), the zero of potential, half a cell before the first
 * centre of the membrane:
 *
 *   0 = -phiE(0) - Ua - eta(i, i0 sqrt(c(0))) - i R,   phiE(0) = phiE + i d/kappaEff + theta ln(c(0)/c)
 *
 *   i   current density of lithium into the electrolyte, positive on discharge [A m^-2];  R area-specific resistance [ohm m^2]
 *   Ua  potential of the plane against Li/Li+ [V];  c(0) salt at the plane over its reference, 1 in a single-ion conductor
 *
 * Returns the equation, A i [A per m^2 of cell], and what the half cell costs: its conduction and its salt [V].
 */
export function plane(
  i: Unknown,
  phiE: Unknown,
  c: Follows<'x'>,
  kappa: Follows<'x'>,
  diffusivity: Follows<'x'>,
  area: number,
  distance: number,
  reference: Same,
  thermalVoltage: Same,
  transference: Property,
  thermodynamicFactor: Property,
  equilibriumPotential: Same,
  exchangeCurrent: Same,
  resistance: Same,
  kinetics: Kinetics,
): [equation: number, current: number, conductionDrop: Told, concentrationDrop: Told] {
  const [drop, atPlane] = standingAnions(i, c, diffusivity, distance, reference, thermalVoltage, transference,
    thermodynamicFactor);
  const conductionDrop = (i * distance) / kappa;
  const eta = overpotential(i, exchangeCurrent * Math.sqrt(atPlane), kinetics);
  return [-(phiE + conductionDrop + drop) - equilibriumPotential - eta - i * resistance, area * i, conductionDrop,
    drop];
}
