import { meanOf, standardDeviation } from '../../units/statistics.js';
import { largestError } from '../conduction/conduct.js';
import { connectedParts } from '../connected-parts.js';
import { fromFirst, fromLast } from '../reach.js';
import { type SegmentedImage, volumeFractions } from '../segmented-image.js';
import { eachFace, type GridSize } from '../voxel-grid.js';
import { fillingRadius } from './filling-radius.js';
import { octants, phaseConduction } from './phase-transport.js';
import { wettedSurface } from './reached.js';

/** Names that phases of an electrode have; a void may also be called pore. */
export const electrodePhases = ['activeMaterial', 'electrolyte', 'carbon', 'binder', 'void', 'pore'] as const;

/** What an image says of an electrode, as plain numbers. */
export interface ElectrodeStructure {
  readonly voxels: readonly [number, number, number];
  readonly volumeFractions: { readonly activeMaterial: number; readonly electrolyte: number; readonly carbon: number;
    readonly binder: number };
  /** Path of the ions through the electrolyte, and of the electrons through the active material. */
  readonly ions: CarrierPath;
  readonly electrons: CarrierPath;
  /** Share of the active material that touches electrolyte from the membrane and that leads to the collector. */
  readonly connectedFraction: number;
  /** Share of the active material's surface on electrolyte that ions reach. */
  readonly coverage: number;
  /** 3 volumes over the surface: the sphere of the same surface per volume [m]. */
  readonly particleRadius: number;
  /** Sphere wetted all around that lithium fills as quickly [m], and the standard deviation of its ln. */
  readonly fillingRadius: { readonly value: number; readonly spread: number };
  /** Largest of the solutions that these numbers come from: 1 and more where the search for one did not end. */
  readonly relativeError: number;
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
  const [ions, electrons] = ['electrolyte', 'activeMaterial'].map((name) => carrierPath(image, name));
  return {
    voxels: image.size,
    volumeFractions: { activeMaterial: share('activeMaterial'), electrolyte: share('electrolyte'),
      carbon: share('carbon'), binder: share('binder') },
    ions: { conductivityRatio: ions.conductivityRatio, spread: ions.spread },
    electrons: { conductivityRatio: electrons.conductivityRatio, spread: electrons.spread },
    ...contact,
    relativeError: largestError(ions, electrons, contact),
  };
}

function carrierPath(image: SegmentedImage, name: string): CarrierPath & Solved {
  const phase = image.phases.indexOf(name);
  if (phase < 0) return { conductivityRatio: 0, spread: 0, relativeError: 0 };
  const [whole, ...parts] = [image, ...octants(image)].map((part) =>
    phaseConduction(part, phase, image.through, 'walls')
  );
  const { spread } = meanOfMany(parts.map(({ conductivity }) => conductivity));
  return { conductivityRatio: whole.conductivity, spread, relativeError: largestError(whole, ...parts) };
}

type Solved = Pick<ElectrodeStructure, 'relativeError'>;

/** Mean of a sample and what it is known to: standard deviation of its ln, sqrt(ln(1 + s^2/n)), s that of one over the mean; 0 of a single value. */
export function meanOfMany(sample: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = meanOf(sample);
  return { mean,
    spread: mean === 0 ? 0 : Math.sqrt(Math.log1p((standardDeviation(sample) / mean) ** 2 / sample.length)) };
}

/** Voxels beyond which the way into particles, which is as long as these, is that of the octants: an eighth of 80 bytes per voxel. */
const mostAtOnce = 1e7;

function reachedContact(
  image: SegmentedImage,
): Pick<ElectrodeStructure, 'connectedFraction' | 'coverage' | 'particleRadius' | 'fillingRadius' | 'relativeError'> {
  const found = wettedSurface(image);
  const { reached, active, wetted, surface } = found;
  const volume = active.reduce((sum, one) => sum + one, 0);
  const parts = octants(reached).map(fillingRadius);
  const { mean, spread } = meanOfMany(parts.map(({ radius }) => radius));
  const whole = reached.labels.length > mostAtOnce ? undefined : fillingRadius(reached);
  return {
    connectedFraction: connectedShare(found),
    coverage: surface > 0 ? wetted / surface : 0,
    particleRadius: surface > 0 ? (3 * volume) / active.length / surface : 0,
    fillingRadius: { value: whole?.radius ?? mean, spread },
    relativeError: largestError(...parts, ...(whole ? [whole] : [])),
  };
}

/** Share of the active material, voxel by voxel, that leads to the collector and whose connected part touches electrolyte which ions reach. */
export function connectedShare(
  { reached: { size }, active, byIons, byElectrons }: ReturnType<typeof wettedSurface>,
): number {
  const touched = partsTouching(size, active, byIons);
  let [volume, both] = [0, 0];
  for (let i = 0; i < active.length; i++) {
    volume += active[i];
    both += Number(touched[i] > 0 && (byElectrons[i] & fromLast) > 0);
  }
  return volume > 0 ? both / volume : 0;
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
