/**
 * Shells of a sphere of radius one, from the centre to the surface, as finite volumes. Multiply by R and D/R^2 for a real
 * particle; every particle of a mesh shares these numbers.
 */
export interface ParticleShells {
  readonly count: number;
  /** Share of the sphere's volume in each shell; they add up to 1. */
  readonly volumeShare: Float64Array;
  /**
   * d s_i/dt = (D/R^2) [ outward[i] (s_{i+1} - s_i) - inward[i] (s_i - s_{i-1}) ]: face area over centroid distance over
   * shell volume. outward of the last shell is 0; its outer face carries the reaction.
   */
  readonly outward: Float64Array;
  readonly inward: Float64Array;
  /** d s_last/dt = ... + surfaceGain (ds/drho at the surface) D/R^2. */
  readonly surfaceGain: number;
  /**
   * Surface value of the parabola through the averages of the last two shells with the slope known from the flux:
   * s(1) = lastWeight s_last + previousWeight s_previous + slopeWeight ds/drho.
   */
  readonly lastWeight: number;
  readonly previousWeight: number;
  readonly slopeWeight: number;
}

/** How the stoichiometry at the surface follows from the two outermost shells and the flux there. */
export type SurfaceWeights = Pick<ParticleShells, 'lastWeight' | 'previousWeight' | 'slopeWeight'>;

/** Shells of given volumes, with what conducts from each to the next outwards: face area over distance, in thirds of the sphere's volume. */
export function shellsOf(share: Float64Array, conductance: Float64Array,
  { lastWeight, previousWeight, slopeWeight }: SurfaceWeights): ParticleShells
{
  const count = share.length;
  const outward = new Float64Array(count);
  const inward = new Float64Array(count);
  for (let i = 0; i + 1 < count; i++) {
    outward[i] = conductance[i] / share[i];
    inward[i + 1] = conductance[i] / share[i + 1];
  }
  return { count, volumeShare: share, outward, inward, surfaceGain: 3 / share[count - 1], lastWeight, previousWeight,
    slopeWeight };
}
