import type { CarbonNetwork } from '../../config/case.js';
import type { LayerComposition } from '../layer-composition.js';
import { carbonThreshold } from './carbon-threshold.js';

/** Carbon in the space that the active material leaves. */
export interface CarbonConduction {
  /** Volume fraction in that space, and the one at which it begins to lead through. */
  readonly share: number;
  readonly threshold: number;
  /** Conductivity of the layer [S m^-1]. */
  readonly conductivity: number;
  /** Share of the carbon that belongs to what leads through. */
  readonly connected: number;
}

/**
 * sigma = sigmaC ((c - cc) / (1 - cc))^t (1 - epsAM)^1.5,  c = epsC / (1 - epsAM).
 * The carbon lies between the particles of active material, which are obstacles to its network (Bruggeman's spheres). That it is
 * spread evenly there is assumed: bundles need more.
 */
export function carbonConduction(network: CarbonNetwork,
  { volumeFractions }: Pick<LayerComposition, 'volumeFractions'>): CarbonConduction
{
  const space = 1 - volumeFractions.activeMaterial;
  const share = volumeFractions.carbon / space;
  const threshold = carbonThreshold(network);
  const above = Math.max(0, (share - threshold) / (1 - threshold));
  return {
    share,
    threshold,
    conductivity: network.conductivity * above ** network.exponent * space ** 1.5,
    connected: giantShare(share / threshold),
  };
}

/**
 * P = 1 - exp(-b P): share of the pieces in the part that leads through where each touches b others on average, 1 at the threshold.
 * Exact for long thin fibres (Bug, Safran and Webman, Phys. Rev. Lett. 54 (1985) 1412, from memory); for points an approximation.
 */
export function giantShare(bonds: number): number {
  if (bonds <= 1) return 0;
  let share = 1;
  for (let i = 0; i < 200; i++) {
    const slope = 1 - bonds * Math.exp(-bonds * share);
    const next = share - (share - 1 + Math.exp(-bonds * share)) / slope;
    if (Math.abs(next - share) < 1e-14) return next;
    share = next;
  }
  return share;
}
