import { surfaceGradedWidths } from './grading.js';
import { matchedShells } from './matched-shells.js';
import { type ParticleShells, shellsOf, type SurfaceWeights } from './shell-row.js';

/** Divides a sphere of radius one into `count` shells, each `grading` times as thick as the next one outward; below 1: `matched-shells`. */
export function particleShells(count: number, grading: number): ParticleShells {
  if (grading < 1) return matchedShells(count);
  const widths = surfaceGradedWidths(count, grading);
  const face = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) face[i + 1] = i === count - 1 ? 1 : face[i] + widths[i];
  const share = Float64Array.from({ length: count }, (_, i) => face[i + 1] ** 3 - face[i] ** 3);
  const centroid = Float64Array.from({ length: count },
    (_, i) => (0.75 * (face[i + 1] ** 4 - face[i] ** 4)) / share[i]);
  const conductance = centroid.map((one, i) => (3 * face[i + 1] ** 2) / (centroid[i + 1] - one));
  return shellsOf(share, conductance, surfaceWeights(face, share));
}

/**
 * With u = rho - 1 and s = a + b u + c u^2, b = ds/drho given, the averages of the last two shells fix a = s(1) and c.
 * Using averages instead of centroid values keeps the rule exact for every parabola on any grading.
 */
function surfaceWeights(face: Float64Array, share: Float64Array): SurfaceWeights {
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

/** A cell of a network that is one body has one stoichiometry, its surface included. */
export const oneShell: ParticleShells = { ...particleShells(1, 1), slopeWeight: 0 };
