import { fromFirst, fromLast, reachFromEnds } from '../reach.js';
import { eachFace } from '../voxel-grid.js';
import type { MadeStructure } from './make-structure.js';
import { madePhases } from './structure-plan.js';

/** Who touches whom, of the particles of active material. */
export interface ParticleContacts {
  readonly particles: number;
  /** Mean number of other particles that one shares faces of voxels with. */
  readonly neighbours: number;
  /** Share of the volume of particles that touch electrolyte which ions reach from the membrane, and of those that electrons reach from the collector. */
  readonly reachedByIons: number;
  readonly reachedByElectrons: number;
}

const [active, electrolyte, carbon] = (['activeMaterial', 'electrolyte', 'carbon'] as const).map((name) =>
  madePhases.indexOf(name)
);

/**
 * Contacts particle by particle. Ions come from the first plane through electrolyte, electrons from the last through active material and carbon; a particle
 * takes part as a whole.
 */
export function particleContacts({ image: { size, labels }, particle }: MadeStructure): ParticleContacts {
  const mask = (...wanted: number[]): Uint8Array => Uint8Array.from(labels, (label) => Number(wanted.includes(label)));
  const byIons = reachFromEnds(size, mask(electrolyte));
  const byElectrons = reachFromEnds(size, mask(active, carbon));
  const count = particle.reduce((most, k) => Math.max(most, k), -1) + 1;
  const [ion, electron] = [new Uint8Array(count), new Uint8Array(count)];
  const volume = new Int32Array(count);
  const pairs = new Set<number>();
  const [nx, ny] = size;
  const meet = (i: number, j: number): void => {
    const [one, other] = [particle[i], particle[j]];
    if (one >= 0 && byIons[j] & fromFirst) ion[one] = 1;
    if (other >= 0 && byIons[i] & fromFirst) ion[other] = 1;
    if (one >= 0 && other >= 0 && one !== other) pairs.add(Math.min(one, other) * count + Math.max(one, other));
  };
  for (let i = 0; i < labels.length; i++) {
    const k = particle[i];
    if (k < 0) continue;
    volume[k]++;
    if (byElectrons[i] & fromLast) electron[k] = 1;
    // the first plane touches the membrane itself
    if (i < nx * ny) ion[k] = 1;
  }
  eachFace(size, meet);
  return summed(volume, ion, electron, pairs.size);
}

function summed(volume: Int32Array, ion: Uint8Array, electron: Uint8Array, pairs: number): ParticleContacts {
  let [total, byIons, byElectrons, particles] = [0, 0, 0, 0];
  for (let k = 0; k < volume.length; k++) {
    total += volume[k];
    byIons += ion[k] * volume[k];
    byElectrons += electron[k] * volume[k];
    particles += Number(volume[k] > 0);
  }
  const share = (part: number): number => (total > 0 ? part / total : 0);
  return { particles, neighbours: particles > 0 ? (2 * pairs) / particles : 0, reachedByIons: share(byIons),
    reachedByElectrons: share(byElectrons) };
}
