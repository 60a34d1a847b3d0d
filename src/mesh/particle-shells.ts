import { surfaceGradedWidths } from './grading.js';

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

/** Divides a sphere of radius one into `count` shells, each `grading` times as thick as the next one outward. */
export function particleShells(count: number, grading: number): ParticleShells {
  const widths = surfaceGradedWidths(count, grading);
  const face = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) face[i + 1] = i === count - 1 ? 1 : face[i] + widths[i];
  const share = Float64Array.from({ length: count }, (_, i) => face[i + 1] ** 3 - face[i] ** 3);
  const centroid = Float64Array.from({ length: count },
    (_, i) => (0.75 * (face[i + 1] ** 4 - face[i] ** 4)) / share[i]);
  const outward = new Float64Array(count);
  const inward = new Float64Array(count);
  for (let i = 0; i + 1 < count; i++) {
    const conductance = (3 * face[i + 1] ** 2) / (centroid[i + 1] - centroid[i]);
    outward[i] = conductance / share[i];
    inward[i + 1] = conductance / share[i + 1];
  }
  return { count, volumeShare: share, outward, inward, surfaceGain: 3 / share[count - 1],
    ...surfaceWeights(face, share) };
}

/**
 * With u = rho - 1 and s = a + b u + c u^2, b = ds/drho given, the averages of the last two shells fix a = s(1) and c.
 * Using averages instead of centroid values keeps the rule exact for every parabola on any grading.
 */
function surfaceWeights(
  face: Float64Array,
  share: Float64Array,
): Pick<ParticleShells, 'lastWeight' | 'previousWeight' | 'slopeWeight'> {
  const n = share.length;
  if (n === 1) return { lastWeight: 1, previousWeight: 0, slopeWeight: -averageOfPower(face[0], 1, 1, share[0]) };
  const first = [n - 1, n - 2].map((i) => averageOfPower(face[i], face[i + 1], 1, share[i]));
  const second = [n - 1, n - 2].map((i) => averageOfPower(face[i], face[i + 1], 2, share[i]));
  const ratio = second[0] / (second[0] - second[1]);
  return { lastWeight: 1 - ratio, previousWeight: ratio, slopeWeight: -first[0] + ratio * (first[0] - first[1]) };
}

/** Average of (rho - 1)^power over the shell from `inner` to `outer`, weighted by 3 rho^2. */
function averageOfPower(inner: number, outer: number, power: 1 | 2, share: number): number {
  const at = (r: number): number =>
    power === 1 ? (3 / 4) * r ** 4 - r ** 3 : (3 / 5) * r ** 5 - (3 / 2) * r ** 4 + r ** 3;
  return (at(outer) - at(inner)) / share;
}
