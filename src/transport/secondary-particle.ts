import type { CrystalStructure } from '../config/case.js';
import type { ScalarFunction } from '../materials/material.js';
import { scaledFunction } from '../materials/scalar-functions.js';

/**
 * Diffusivity of a secondary particle over that of its crystals, which the electrolyte touches on its outside only:
 *
 *   D/Dc = (1 - x) b [ (3 - 2g) + 2 g b ] / [ g + (3 - g) b ],   g = 1 - (1 - w/d)^3
 *
 *   b   diffusivity of the boundaries over that of the crystals; w their width, d diameter of the crystals; g their volume share
 *   x   share of every cross-section that open cracks cut: no solid electrolyte gets into them
 *
 * Maxwell's mixture with the crystals as inclusions and the boundaries as the network between them. Slow boundaries are resistances in
 * series, D -> Dc b d/w for b -> 0; fast ones are paths, D -> 2/3 g Dc b. A crystal evens out within itself long before the particle
 * does, as long as d^2/Dc is small beside R^2/D.
 *
 * Where the length of diffusion L is known instead, the particle of radius R fills as quickly as a crystal of that radius: D/Dc = (1 - x) (R/L)^2.
 */
export function diffusivityRatio(crystals: CrystalStructure, particleRadius: number): number {
  if (crystals.kind === 'measured') return (1 - crystals.crackedShare) * crystals.diffusivityRatio;
  if (crystals.kind === 'length') return (1 - crystals.crackedShare) * (particleRadius / crystals.diffusionLength) ** 2;
  const { radius, boundaryWidth, boundaryDiffusivityRatio: b, crackedShare } = crystals;
  const g = 1 - Math.max(0, 1 - boundaryWidth / (2 * radius)) ** 3;
  return ((1 - crackedShare) * b * (3 - 2 * g + 2 * g * b)) / (g + (3 - g) * b);
}

/** D(s) of a particle of a radius [m] from that of its crystals; the same where the particle is one crystal. */
export const particleDiffusivity = (crystalDiffusivity: ScalarFunction, crystals: CrystalStructure | undefined,
  radius: number): ScalarFunction => (crystals
    ? scaledFunction(crystalDiffusivity, diffusivityRatio(crystals, radius))
    : crystalDiffusivity);
