import type { Electrolyte } from '../materials/material.js';
import type { LayerComposition } from './layer-composition.js';

/**
 * Constriction of the way into a sphere that is touched in `contacts` equal discs, which cover the share theta of its surface: how much
 * less lithium the contacts find than the mean of the surface, over the quasi-steady drop j R/(5 F D) between the mean of the volume and
 * that of the surface (j per whole surface),
 *
 *   k = 5 pi/(2 sqrt(N theta)) (1 - sqrt(theta))^(3/2) [1 + sqrt(theta/N) ln(1/theta)/pi]
 *
 *   first factor    N spots of radius a in parallel, each 1/(4 a D), N pi a^2 = theta 4 pi R^2: 7.85/sqrt(N theta)
 *   second          each of them draws on its share of the surface alone, as in a tube of flux (Cooper, Mikic and Yovanovich,
 *                   doi 10.1016/0017-9310(69)90011-8); 0 where they cover everything
 *   third           the surface is curved: (a/pi R) ln(R/a) of a window in a sphere (Singer, Schuss, Holcman and Eisenberg,
 *                   doi 10.1007/s10955-005-8026-6; its factor in Cheviakov, Ward and Straube, doi 10.1137/100782620)
 *
 * The contacts are at one concentration (fast kinetics) and spread evenly; contacts in clusters cost more. The whole drop, 1 + k, against
 * the resolved solution (`test/transport/constriction`) for theta of 0.3 to 50 %: -5.4 to +4.1 % for 3 to 20 contacts, -6.2 % at worst for
 * two, -2 to -25 % for one. A particle then fills like one of diffusivity D/(1 + k): its quasi-steady drop is (1 + k) j R/(5 F D).
 */
export function constriction(theta: number, contacts: number): number {
  const root = Math.sqrt(theta);
  return ((5 * Math.PI) / (2 * Math.sqrt(contacts * theta))) * (1 - root) ** 1.5
    * (1 + (Math.sqrt(theta / contacts) * Math.log(1 / theta)) / Math.PI);
}

/**
 * The same from the sizes of the particles that meet and the share theta of the solids that is electrolyte,
 *
 *   k = K dSE/dAM [g(theta)/g(1/2)]^q,   g = (1 - sqrt(theta))^(3/2)/theta,   K `contactConstriction`, q `contactDilution` of the electrolyte
 *
 * Contacts whose diameter is a share beta of that of the electrolyte particles and which cover the share theta of the surface number
 * N = 4 theta (dAM/(beta dSE))^2, and the first two factors of `constriction` become 1.2 beta dSE/dAM g(theta)/g(1/2). A surface in a random
 * mixture touches electrolyte over its share of the volume (Delesse): that is q = 1. Measured cells contradict each other: q = 0 takes half of
 * every surface as covered, and the range of q says what is not known of little electrolyte (docs/particles-and-contact.md). What K was fitted to
 * means beta of about a half. Of electrolyte particles much larger than those of the active material (N below 1) the fit alone speaks. Sizes that
 * are not known count as equal. Electrolytes without K wet the particles: liquids, polymers, what is sintered or grown on them.
 */
export function constrictionBySizes(
  { contactConstriction = 0, contactDilution = 0, particleRadius }: Electrolyte,
  activeRadius: number,
  { volumeFractions, porosity }: Pick<LayerComposition, 'volumeFractions' | 'porosity'>,
): number {
  if (activeRadius === 0 || contactConstriction === 0) return 0;
  const share = volumeFractions.electrolyte / (1 - porosity);
  return contactConstriction * ((particleRadius ?? activeRadius) / activeRadius)
    * (byShare(share) / byShare(0.5)) ** contactDilution;
}

/** How k falls with the covered share of the surface, for spots of one size. */
const byShare = (share: number): number => (1 - Math.sqrt(share)) ** 1.5 / share;

/**
 * The same from the radius L of the sphere, wetted all around, that fills as quickly:  1 + k = (L/R)^2,  R three volumes over the surface of all
 * particles of the layer. Quasi-steady drops grow with the square of the way; k is below 0 where the way is shorter than that of the sphere
 * (a plate, a rod).
 */
export function constrictionByFilling(fillingRadius: number,
  { coverage, volumeFractions, specificInterfacialArea }: LayerComposition): number
{
  const radius = (3 * coverage * volumeFractions.activeMaterial) / specificInterfacialArea;
  return (fillingRadius / radius) ** 2 - 1;
}
