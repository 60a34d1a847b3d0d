import type { Kinetics } from '../interface-kinetics.js';
import { type Follows, overpotential, type Same, type Unknown } from './law.js';

/**
 * Voltage phiS - phiE that an insertion reaction needs at an interfacial current j,
 *
 *   U(s) + eta(j/theta, i0(s) sqrt(c)) + (j/theta) (Rf - Rpath) + j Rpath
 *
 *   j      current over the area in full contact, oxidation positive [A m^-2]; theta share of the area in contact, which may follow the
 *          mean stoichiometry of the particle
 *   s      stoichiometry at the surface; U equilibrium potential [V], i0 exchange current density [A m^-2]
 *   c      salt concentration over its reference, 1 in a single-ion conductor
 *   Rf     resistance of films, of which Rpath lies outside of the contact [ohm m^2]
 */
export function neededVoltage(
  j: number,
  potential: number,
  exchangeCurrent: number,
  theta: number,
  c: number,
  film: number,
  path: number,
  kinetics: Kinetics,
): number {
  const local = j / theta;
  const eta = overpotential(local, exchangeCurrent * Math.sqrt(c), kinetics);
  return potential + eta + local * (film - path) + j * path;
}

/** The last two terms of `neededVoltage`, which the losses show apart [V]. */
export const filmDrop = (j: number, theta: number, film: number, path: number): number =>
  (j / theta) * (film - path) + j * path;

/**
 * What half cells overstate (`half-cells`), over j [ohm m^2]: R of a reaction that is even over its cell. Where cells are so wide that R is not
 * small beside the slope of eta by j, which is at least 1 / (steepness (|j| + 2 theta i0 sqrt(c))), it stays below half of that, so that j has one
 * answer:
 *
 *   R / (1 + 2 R steepness (|j| + theta i0 (1 + c))),   steepness = max(alphaA, alphaC) F / RT,   2 sqrt(c) <= 1 + c
 */
export function overstatedResistance(j: number, exchangeInContact: number, c: number, halfCells: number,
  steepness: number): number
{
  const size = j < 0 ? -j : j;
  return halfCells / (1 + 2 * halfCells * steepness * (size + exchangeInContact * (1 + c)));
}

/** `neededVoltage` between the unknowns of a cell, over which the reaction spreads. */
export function insertion(
  j: Unknown,
  potential: Follows<'s'>,
  exchangeCurrent: Follows<'s'>,
  theta: Follows<'mean'>,
  c: Follows<'x'>,
  halfCells: number,
  steepness: Same,
  film: Same,
  path: Same,
  kinetics: Kinetics,
): [voltage: number] {
  const needed = neededVoltage(j, potential, exchangeCurrent, theta, c, film, path, kinetics);
  return [needed - j * overstatedResistance(j, theta * exchangeCurrent, c, halfCells, steepness)];
}

/**
 * The same reaction between a network and the electrolyte of its cell, with a current of its own:  0 = phiS - phiE - needed(j). Returns
 * the equation and a V j, wetted area times current [A per m^2 of cell].
 */
export function crossing(
  j: Unknown,
  phiE: Unknown,
  phiS: Unknown,
  potential: Follows<'s'>,
  exchangeCurrent: Follows<'s'>,
  theta: Follows<'mean'>,
  c: Follows<'x'>,
  area: number,
  halfCells: number,
  steepness: Same,
  film: Same,
  path: Same,
  kinetics: Kinetics,
): [equation: number, current: number] {
  const [needed] = insertion(j, potential, exchangeCurrent, theta, c, halfCells, steepness, film, path, kinetics);
  return [phiS - phiE - needed, area * j];
}

/** Lithium in a network without electrolyte is at equilibrium with its electrons:  0 = phiS - phiE - U(s), phiE being its potential. */
export function localEquilibrium(phiE: Unknown, phiS: Unknown, potential: Follows<'s'>): [equation: number] {
  return [phiS - phiE - potential];
}
