import type { CellModel } from './cell-model.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * Weights that make the error norm an integral, independent of the mesh:
 *
 *   |e|^2 = mean of phiE^2 (and x^2) over the cell + mean of phiS^2 and of s^2 over the electrodes and the particles in them,
 *
 * potentials against 1 V, stoichiometries and the salt (over its reference) against 1, a lumped temperature against 10 K
 * (which moves an activated property by about half). Currents follow from these by exact equations and carry no weight.
 */
export function errorWeights(model: CellModel, unknowns: Unknowns): Float64Array {
  const weights = new Float64Array(unknowns.size);
  const { mesh, shells, particles } = model;
  const total = mesh.volume.reduce((sum, volume) => sum + volume, 0);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const weight = Math.sqrt(mesh.volume[cell] / total);
    weights[electrolytePotentialOf(cell)] = weight;
    if (unknowns.hasSalt) weights[unknowns.salt + cell] = weight;
  }
  const electrodes = new Set(particles.map(({ region }) => region));
  const electrodeVolume = [...electrodes].reduce((sum, region) => sum + mesh.regions[region].thickness, 0);
  unknowns.classes.forEach((c, p) => {
    const ofClass = shareOfRegion(particles, p);
    for (let k = 0; k < c.count; k++) {
      const share = mesh.volume[c.firstCell + k] / electrodeVolume;
      weights[electrodePotentialOf(c.firstCell + k)] = Math.sqrt(share);
      for (let i = 0; i < c.shellCount; i++) {
        const ofShell = c.shellCount === 1 ? 1 : shells.volumeShare[i];
        weights[c.shells + i * c.count + k] = Math.sqrt(share * ofClass * ofShell);
      }
    }
  });
  if (unknowns.temperature >= 0) weights[unknowns.temperature] = 0.1;
  return weights;
}

/** Share of a class in the active volume of its region; 1 where it is alone. */
function shareOfRegion(particles: CellModel['particles'], p: number): number {
  const { region, volumeFraction } = particles[p];
  return volumeFraction
    / particles.reduce((sum, other) => (other.region === region ? sum + other.volumeFraction : sum), 0);
}
