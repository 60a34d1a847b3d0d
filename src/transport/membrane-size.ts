import type { Case } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';

type Solids = Pick<MaterialSet, 'membrane' | 'frame'>;

/** The case with the volumes that the shares of its membrane take, and the thickness that it has where it is weighed. */
export function sizedMembrane(given: Case, solids: Solids): Case {
  const filled = withFrame(given, solids);
  return filled.membrane.massLoading === undefined ? filled : weighedMembrane(filled, solids);
}

/**
 * The case with the volume of a frame of which the mass fraction w is given,
 *
 *   epsE = (1 - porosity) ((1 - w)/rhoE) / ((1 - w)/rhoE + w/rhoF)
 *
 * rho densities [kg m^-3] of electrolyte and frame.
 */
function withFrame(given: Case, { membrane: electrolyte, frame }: Solids): Case {
  const { frameMassFraction: share, porosity } = given.membrane;
  if (share === undefined || frame === undefined) return given;
  const [electrolyteVolume, frameVolume] = [(1 - share) / electrolyte.density, share / frame.density];
  const electrolyteFraction = ((1 - porosity) * electrolyteVolume) / (electrolyteVolume + frameVolume);
  return { ...given, membrane: { ...given.membrane, electrolyteFraction } };
}

/**
 * The case with the thickness that a weighed membrane has,
 *
 *   L = m / (rhoE epsE + rhoF epsF),   epsF = 1 - epsE - porosity
 *
 * m mass per area [kg m^-2], rho densities [kg m^-3] and eps volume fractions of electrolyte and frame.
 */
function weighedMembrane(given: Case, { membrane: electrolyte, frame }: Solids): Case {
  const { massLoading = NaN, electrolyteFraction, porosity } = given.membrane;
  const rest = frame ? frame.density * Math.max(0, 1 - electrolyteFraction - porosity) : 0;
  const thickness = massLoading / (electrolyte.density * electrolyteFraction + rest);
  return { ...given, membrane: { ...given.membrane, thickness } };
}
