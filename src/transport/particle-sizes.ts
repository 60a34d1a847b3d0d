import type { ElectrodeLayer, ParticleSizes } from '../config/case.js';
import type { Particles } from '../config/sections/particle-schema.js';
import { normalCumulative, normalQuantile } from './normal-distribution.js';

/** Particles of one radius [m] with their share of the active volume. */
export interface SizeClass {
  readonly radius: number;
  readonly volumeShare: number;
}

/** The particles of the active material `part` of a layer: its own, or those of the layer. */
export const particlesOf = ({ blend, particles }: ElectrodeLayer, part: number): Particles | undefined =>
  blend?.[part].particles ?? particles;

/** Size classes of a material; without any, one of the material's radius [m]. */
export function sizeClasses(sizes: ParticleSizes | undefined, materialRadius: number): readonly SizeClass[] {
  if (!sizes) return [{ radius: materialRadius, volumeShare: 1 }];
  if (sizes.kind === 'lognormal')
    return lognormalClasses(sizes.medianRadius ?? materialRadius, sizes.deviation, sizes.classes);
  const total = sizes.classes.reduce((sum, { volumeShare }) => sum + volumeShare, 0);
  return sizes.classes.map(({ radius, volumeShare }) => ({ radius, volumeShare: volumeShare / total }));
}

/**
 * A lognormal distribution of the volume over ln R, cut into n classes of equal volume. Each stands for its class with the radius
 * that keeps its surface:
 *
 *   1/R_k = n integral over the class of (1/R) dV = n exp(-mu + d^2/2) [ Phi(z_k+1 + d) - Phi(z_k + d) ],  Phi(z_k) = k/n
 *
 *   mu, d   median and standard deviation of ln R; Phi the normal distribution
 *
 * Volume and surface of the classes are those of the distribution for every n.
 */
function lognormalClasses(medianRadius: number, deviation: number, count: number): SizeClass[] {
  const surface = (k: number): number => normalCumulative(normalQuantile(k / count) + deviation);
  const scale = (count * Math.exp(0.5 * deviation * deviation)) / medianRadius;
  return Array.from({ length: count }, (_, k) => ({
    radius: 1 / (scale * (surface(k + 1) - surface(k))),
    volumeShare: 1 / count,
  }));
}

/** Geometric surface per volume of active material, sum of 3 share / R [m^-1]. */
export const surfacePerVolume = (classes: readonly SizeClass[]): number =>
  classes.reduce((sum, { radius, volumeShare }) => sum + (3 * volumeShare) / radius, 0);
