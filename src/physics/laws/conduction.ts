import type { Follows, Same, Unknown } from './law.js';

/**
 * Conductance between the centres of two cells: half a cell of each conductivity and a contact in series. Exact for a piecewise constant
 * conductivity, which keeps jumps between layers second order.
 *
 *   G = A / (dO/kO + dN/kN + R)
 *
 *   A  area of the face; d distance of a centre from it [m]; k conductivity; R resistance of the contact
 */
export function faceConductance(
  area: number,
  ownerDistance: number,
  ownerConductivity: number,
  neighbourDistance: number,
  neighbourConductivity: number,
  contact: number,
): number {
  return area / (ownerDistance / ownerConductivity + neighbourDistance / neighbourConductivity + contact);
}

/**
 * Ohm's law of electrons through a face, from owner to neighbour:  i = G (phiO - phiN).
 *
 *   phi  potential [V]; sigma effective conductivity [S m^-1] at the mean stoichiometry of its cell; i [A per m^2 of cell]
 */
export function conduction(
  phiSO: Unknown,
  sigmaO: Follows<'meanO'>,
  phiSN: Unknown,
  sigmaN: Follows<'meanN'>,
  area: number,
  dO: number,
  dN: number,
  contact: number,
): [current: number] {
  return [faceConductance(area, dO, sigmaO, dN, sigmaN, contact) * (phiSO - phiSN)];
}

/** The same where the conductance does not change, of electrons and of ions in a single-ion conductor. */
export function ohmicFlow(phiO: Unknown, phiN: Unknown, conductance: number): [current: number] {
  return [conductance * (phiO - phiN)];
}

/**
 * Ohm's law from the centre of a cell to a boundary at a given potential:  i = A (phi - phi0) / (d/sigma + R).
 */
export function boundaryConduction(
  phiS: Unknown,
  sigma: Follows<'mean'>,
  outside: Unknown,
  area: number,
  distance: number,
  resistance: Same,
): [current: number] {
  return [(area * (phiS - outside)) / (distance / sigma + resistance)];
}

/**
 * Voltage of a collector that meets one cell and passes the current i through half of that and a contact:  V = phi - i (d/sigma + R).
 */
export function collectorVoltage(
  phiS: Unknown,
  sigma: Follows<'mean'>,
  current: Unknown,
  distance: number,
  resistance: Same,
): [voltage: number] {
  return [phiS - current * (distance / sigma + resistance)];
}
