import type { Case } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';

/**
 * The case with the thickness that a weighed membrane has,
 *
 *   L = m / (rhoE epsE + rhoF epsF),   epsF = 1 - epsE - porosity
 *
 * m mass per area [kg m^-2], rho densities [kg m^-3] and eps volume fractions of electrolyte and frame.
 */
export function sizedMembrane(given: Case,
  { membrane: electrolyte, frame }: Pick<MaterialSet, 'membrane' | 'frame'>): Case
{
  const { massLoading, electrolyteFraction, porosity } = given.membrane;
  if (massLoading === undefined) return given;
  const rest = frame ? frame.density * Math.max(0, 1 - electrolyteFraction - porosity) : 0;
  const thickness = massLoading / (electrolyte.density * electrolyteFraction + rest);
  return { ...given, membrane: { ...given.membrane, thickness } };
}
