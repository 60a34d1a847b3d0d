import type { Kinetics } from '../interface-kinetics.js';
import { neededVoltage } from './insertion.js';
import type { Follows, Property, Same, Told, Unknown } from './law.js';
import { saltFlux, standingAnions } from './salt.js';

/**
 * Lithium through active material that is connected from cell to cell:  iM = -F cMax D(s) (eps/tau) grad s.
 *
 *   s   stoichiometry at the surfaces, where the particles meet each other; D chemical diffusivity at the mean of both cells [m^2 s^-1]
 *   factor   F cMax A over the distances by eps/tau; the current of ions [A per m^2 of cell] is followed by electrons, which are taken to
 *            conduct far better than lithium
 *   rest   what rounding took off s: the difference of both has digits that neither of them has
 */
export function networkFlow(
  sO: Unknown,
  restO: Follows<'sO'>,
  sN: Unknown,
  restN: Follows<'sN'>,
  factor: number,
  diffusivity: Property,
): [current: number] {
  return [factor * diffusivity(0.5 * (sO + sN)) * (sO - sN + (restO - restN))];
}

/**
 * Lithium that enters a network through a face, from an electrolyte outside (O) into the network of the cell inside (N), where there may
 * be electrolyte as well, which goes on through the same face:
 *
 *   0 = phiS - phiE(face) + R i - needed(-i/share, s(face)),   s(face) = s + i d / (F cMax DEff)
 *   phiE(face) = phiO - (i + iE) dO/kappaO + theta ln(c(face)/cO)
 *
 *   i   current of lithium into the network [A m^-2]; share: part of the face that is network; R contact [ohm m^2]
 *   inside   d / (F cMax eps/tau): half a cell of network;  `needed` is `neededVoltage`, theta ln of `standingAnions`
 *
 * Returns the equation; per m^2 of cell the ions that leave outside, A iE of the electrolyte that goes on, A i; and the salt of the first two;
 * what the salt costs before the face, theta ln(c(face)/cO), and the ions that go on, -theta ln(cN/cO); and of `needed` what charge transfer
 * and film cost, and U at the face less U inside [V].
 */
export function entry(
  i: Unknown,
  phiEO: Unknown,
  xO: Unknown,
  cO: Follows<'xO'>,
  kappaO: Follows<'xO'>,
  diffusivityO: Follows<'xO'>,
  phiEN: Unknown,
  phiSN: Unknown,
  xN: Unknown,
  cN: Follows<'xN'>,
  kappaN: Follows<'xN'>,
  diffusivityN: Follows<'xN'>,
  sN: Unknown,
  area: number,
  dO: number,
  dN: number,
  contact: number,
  ownerShare: number,
  reference: Same,
  thermalVoltage: Same,
  transference: Property,
  thermodynamicFactor: Property,
  inside: number,
  share: Same,
  networkDiffusivity: Property,
  potential: Property,
  exchangeCurrent: Property,
  film: Same,
  kinetics: Kinetics,
): [
  equation: number,
  leaving: number,
  beside: number,
  entering: number,
  saltLeaving: number,
  saltBeside: number,
  concentrationDrop: Told,
  besideDrop: Told,
  transfer: Told,
  filmDrop: Told,
  diffusionDrop: Told,
] {
  const half = dO / kappaO;
  const [beside, salt, besideDrop] = saltFlux(phiEO - half * i, xO, cO, kappaO, diffusivityO, phiEN, xN, cN, kappaN,
    diffusivityN, area, dO, dN, contact, ownerShare, reference, thermalVoltage, transference, thermodynamicFactor);
  const [drop, atFace] = standingAnions(-i, cO, diffusivityO, dO, reference, thermalVoltage, transference,
    thermodynamicFactor);
  const sFace = sN + (i * inside) / networkDiffusivity(sN);
  const reaction = -i / share;
  const equilibrium = potential(sFace);
  const needed = neededVoltage(reaction, equilibrium, exchangeCurrent(sFace), 1, atFace, film, 0, kinetics);
  const filmDrop = reaction * film;
  const entering = area * i;
  return [
    phiSN - phiEO + half * (i + beside / area) - drop + contact * i - needed,
    beside + entering,
    beside,
    entering,
    salt + entering,
    salt,
    drop,
    besideDrop,
    needed - equilibrium - filmDrop,
    filmDrop,
    equilibrium - potential(sN),
  ];
}
