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
 * Ohm's law through a face, from owner to neighbour:  i = G (phiO - phiN),  of ions in a single-ion conductor and of electrons.
 *
 *   phi  potential [V]; k effective conductivity [S m^-1], which may follow the state of its cell; i [A per m^2 of cell]
 */
export function conduction(
  phiO: Unknown,
  kO: Follows<'stateO'>,
  phiN: Unknown,
  kN: Follows<'stateN'>,
  area: number,
  dO: number,
  dN: number,
  contact: number,
): [current: number] {
  return [faceConductance(area, dO, kO, dN, kN, contact) * (phiO - phiN)];
}

/** The same where the conductance does not change. */
export function ohmicFlow(phiO: Unknown, phiN: Unknown, conductance: number): [current: number] {
  return [conductance * (phiO - phiN)];
}

/**
 * Ohm's law from the centre of a cell to a boundary at a given potential:  i = A (phi - phi0) / (d/k + R).
 */
export function boundaryConduction(
  phi: Unknown,
  k: Follows<'state'>,
  outside: Unknown,
  area: number,
  distance: number,
  resistance: Same,
): [current: number] {
  return [(area * (phi - outside)) / (distance / k + resistance)];
}

/**
 * Voltage of a collector that meets one cell and passes the current i through half of that and a contact:  V = phi - i (d/k + R).
 */
export function collectorVoltage(
  phi: Unknown,
  k: Follows<'state'>,
  current: Same,
  distance: Same,
  resistance: Same,
): [voltage: number] {
  return [phi - current * (distance / k + resistance)];
}
