import { fromFirst, fromLast, reachFromEnds } from '../reach.js';
import type { SegmentedImage } from '../segmented-image.js';
import { turnedMask, turnedSize } from '../voxel-grid.js';
import { crossings } from './crossings.js';

/** Labels by which active material and electrolyte are told apart by what reaches them: electrons from the collector, ions from the membrane. */
export const reachedCodes = { other: 0, active: 1, electrolyte: 2, cutActive: 3, cutElectrolyte: 4 } as const;

/**
 * Surface of the active material per volume, and the part of it on electrolyte that ions reach [m^-1]; the image with `reachedCodes` for labels on
 * the grid turned to `through`. Electrons come through active material and carbon.
 */
export function wettedSurface(image: SegmentedImage) {
  const { size, labels, phaseOf, phases, through, width: [hx, hy, hz] } = image;
  const turned = turnedSize(size, through);
  const mask = (...names: string[]): Uint8Array =>
    turnedMask(labels, size, through, phaseOf.map((phase) => Number(names.includes(phases[phase]))));
  const [active, electrolyte] = [mask('activeMaterial'), mask('electrolyte')];
  const byIons = reachFromEnds(turned, electrolyte);
  const byElectrons = reachFromEnds(turned, mask('activeMaterial', 'carbon'));
  const code = active.map((one, i) =>
    one
      ? (byElectrons[i] & fromLast ? reachedCodes.active : reachedCodes.cutActive)
      : electrolyte[i]
      ? (byIons[i] & fromFirst ? reachedCodes.electrolyte : reachedCodes.cutElectrolyte)
      : reachedCodes.other
  );
  const width = through === 'z'
    ? [hx, hy, hz] as const
    : through === 'y'
    ? [hx, hz, hy] as const
    : [hz, hy, hx] as const;
  const reached: SegmentedImage = { size: turned, width, labels: code, phaseOf: Uint8Array.of(0, 1, 2, 3, 4),
    phases: Object.keys(reachedCodes), through: 'z' };
  const { surface } = crossings(reached);
  const activeSurface = [surface[reachedCodes.active], surface[reachedCodes.cutActive]];
  return { reached, active, byIons, byElectrons,
    wetted: activeSurface.reduce((sum, to) => sum + to[reachedCodes.electrolyte], 0),
    surface: activeSurface.flat().reduce((sum, one) => sum + one, 0) };
}
