import { FARADAY } from '../../units/constants.js';
import { faceConductance } from './conduction.js';
import type { Follows, Property, Same, Told, Unknown } from './law.js';

/**
 * Concentrated solution of one salt through a face (Newman and Thomas-Alyea, ch. 12):
 *
 *   iE = -kappaEff grad phiE + theta kappaEff grad ln c,   theta = (2RT/F) (1 - t+) chi
 *   F N = -F DEff grad c + t+ iE
 *
 *   x    salt concentration over its reference cRef, as it is balanced; c the same as properties see it (`dry-salt`)
 *   t+   transference number, chi = 1 + dln f/dln c thermodynamic factor, both at the face
 *   kappaEff, DEff   bulk values of c times eps/tau, of each cell; share: weight of the owner in the concentration at the face
 *
 * Returns iE, F N [A per m^2 of cell] and the voltage that the concentration costs, -theta ln(cN/cO). t+ iE stays inside the divergence:
 * t+ may depend on c, and the shorter form (1 - t+) sum a j / F then loses salt.
 */
export function saltFlux(
  phiEO: Unknown,
  xO: Unknown,
  cO: Follows<'xO'>,
  kappaO: Follows<'xO'>,
  diffusivityO: Follows<'xO'>,
  phiEN: Unknown,
  xN: Unknown,
  cN: Follows<'xN'>,
  kappaN: Follows<'xN'>,
  diffusivityN: Follows<'xN'>,
  area: number,
  dO: number,
  dN: number,
  contact: number,
  share: number,
  reference: Same,
  thermalVoltage: Same,
  transference: Property,
  thermodynamicFactor: Property,
): [current: number, salt: number, concentrationDrop: Told] {
  const atFace = reference * (share * cO + (1 - share) * cN);
  const t = transference(atFace);
  const theta = 2 * thermalVoltage * (1 - t) * thermodynamicFactor(atFace);
  const drop = -theta * Math.log(cN / cO);
  const current = faceConductance(area, dO, kappaO, dN, kappaN, contact) * (phiEO - phiEN - drop);
  const diffusion = FARADAY * reference * faceConductance(area, dO, diffusivityO, dN, diffusivityN, 0) * (xO - xN);
  return [current, diffusion + t * current, drop];
}

/**
 * Half a cell of electrolyte before a plane that takes no anions, from which the current i of lithium comes. The anions stand still:
 *
 *   c(0) = c + (1 - t+) i d / (F DEff cRef),   phiE(0) - phiE - i d/kappaEff = theta ln(c(0)/c)
 *
 * Where lithium leaves (i < 0) c(0) = c/(1 - q) in place of c (1 + q): the same to first order, and never below zero. Returns
 * theta ln(c(0)/c) [V] and c(0).
 */
export function standingAnions(
  current: number,
  c: number,
  diffusivity: number,
  distance: number,
  reference: Same,
  thermalVoltage: Same,
  transference: Property,
  thermodynamicFactor: Property,
): [concentrationDrop: number, atPlane: number] {
  const anions = 1 - transference(reference * c);
  const theta = 2 * thermalVoltage * anions * thermodynamicFactor(reference * c);
  const q = (anions * distance * current) / (FARADAY * diffusivity * reference * c);
  const ratio = q >= 0 ? 1 + q : 1 / (1 - q);
  return [theta * Math.log(ratio), c * ratio];
}
