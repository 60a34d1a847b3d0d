import type { Conduction } from '../conduction/conduct.js';
import { connectedParts } from '../connected-parts.js';
import { fromFirst, fromLast, reach } from '../reach.js';
import { type SegmentedImage, volumeFractions } from '../segmented-image.js';
import { eachFace, type GridSize, turnedMask, turnedSize } from '../voxel-grid.js';
import { crossings } from './crossings.js';
import { octants, phaseConduction } from './phase-transport.js';

/** Names that phases of an electrode have; a void may also be called pore. */
export const electrodePhases = ['activeMaterial', 'electrolyte', 'carbon', 'binder', 'void', 'pore'] as const;

/** What an image says of an electrode, as plain numbers. */
export interface ElectrodeStructure {
  readonly voxels: readonly [number, number, number];
  readonly volumeFractions: { readonly activeMaterial: number; readonly electrolyte: number; readonly carbon: number;
    readonly binder: number };
  /** Of the electrolyte for ions, of the active material for electrons. */
  readonly ions: CarrierPath;
  readonly electrons: CarrierPath;
  /** Share of the active material that touches electrolyte from the membrane and that leads to the collector. */
  readonly connectedFraction: number;
  /** Share of the active material's surface on electrolyte that ions reach. */
  readonly coverage: number;
  /** 3 volumes over the surface: the sphere of the same surface per volume [m]. */
  readonly particleRadius: number;
}

export interface CarrierPath {
  /** eps / tau; 0 where no path leads through. */
  readonly conductivityRatio: number;
  /** Standard deviation of its ln, from the octants: of the whole image as one of many like it. */
  readonly spread: number;
}

/** Transport of both carriers along the electrode, contact and share that takes part. */
export function electrodeStructure(image: SegmentedImage): ElectrodeStructure {
  const fractions = volumeFractions(image);
  const share = (name: string): number => fractions[image.phases.indexOf(name)] ?? 0;
  const contact = reachedContact(image);
  return {
    voxels: image.size,
    volumeFractions: { activeMaterial: share('activeMaterial'), electrolyte: share('electrolyte'),
      carbon: share('carbon'), binder: share('binder') },
    ions: carrierPath(image, 'electrolyte'),
    electrons: carrierPath(image, 'activeMaterial'),
    ...contact,
  };
}

function carrierPath(image: SegmentedImage, name: string): CarrierPath {
  const phase = image.phases.indexOf(name);
  if (phase < 0) return { conductivityRatio: 0, spread: 0 };
  const along = (part: SegmentedImage): Conduction => phaseConduction(part, phase, image.through, 'walls');
  const parts = octants(image).map((octant) => along(octant).conductivity);
  const mean = parts.reduce((sum, one) => sum + one, 0) / parts.length;
  const variance = parts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (parts.length - 1);
  return { conductivityRatio: along(image).conductivity,
    spread: mean > 0 ? Math.sqrt(Math.log1p(variance / mean ** 2 / parts.length)) : 0 };
}

/** Labels of the image by which its electrolyte and its active material are told apart by what reaches them. */
const codes = { other: 0, active: 1, electrolyte: 2, reachedElectrolyte: 3 } as const;

function reachedContact(
  image: SegmentedImage,
): Pick<ElectrodeStructure, 'connectedFraction' | 'coverage' | 'particleRadius'> {
  const { size, through } = image;
  const { active, byIons, wetted, surface } = wettedSurface(image);
  const turned = turnedSize(size, through);
  const byElectrons = reach(turned, active);
  const volume = active.reduce((sum, one) => sum + one, 0);
  const touched = partsTouching(turned, active, byIons);
  let both = 0;
  for (let i = 0; i < active.length; i++) both += Number(touched[i] > 0 && (byElectrons[i] & fromLast) > 0);
  return {
    connectedFraction: volume > 0 ? both / volume : 0,
    coverage: surface > 0 ? wetted / surface : 0,
    particleRadius: surface > 0 ? (3 * volume) / active.length / surface : 0,
  };
}

/** Surface of the active material per volume, and the part of it on electrolyte that ions reach [m^-1]; on the grid turned to `through`. */
export function wettedSurface(image: SegmentedImage) {
  const { size, labels, phaseOf, phases, through, width: [hx, hy, hz] } = image;
  const turned = turnedSize(size, through);
  const mask = (name: string): Uint8Array =>
    turnedMask(labels, size, through, phaseOf.map((phase) => Number(phases[phase] === name)));
  const [active, electrolyte] = [mask('activeMaterial'), mask('electrolyte')];
  const byIons = reach(turned, electrolyte);
  const code = active.map((one, i) =>
    one
      ? codes.active
      : electrolyte[i]
      ? (byIons[i] & fromFirst ? codes.reachedElectrolyte : codes.electrolyte)
      : codes.other
  );
  const width = through === 'z'
    ? [hx, hy, hz] as const
    : through === 'y'
    ? [hx, hz, hy] as const
    : [hz, hy, hx] as const;
  const { surface } = crossings({ ...image, size: turned, width, labels: code, phaseOf: Uint8Array.of(0, 1, 2, 3),
    phases: Object.keys(codes) });
  const ofActive = surface[codes.active];
  return { active, byIons, wetted: ofActive[codes.reachedElectrolyte],
    surface: ofActive.reduce((sum, one) => sum + one, 0) };
}

/** Voxels of connected active material that somewhere touches electrolyte which ions reach; the first plane touches the membrane itself. */
function partsTouching(size: GridSize, active: Uint8Array, byIons: Uint8Array): Uint8Array {
  const part = connectedParts(size, active);
  const touched = new Uint8Array(active.length);
  const [nx, ny] = size;
  for (let i = 0; i < nx * ny; i++) if (active[i]) touched[part[i]] = 1;
  eachFace(size, (i, j) => {
    if (active[i] && byIons[j] & fromFirst) touched[part[i]] = 1;
    if (active[j] && byIons[i] & fromFirst) touched[part[j]] = 1;
  });
  return active.map((one, i) => (one ? touched[part[i]] : 0));
}
