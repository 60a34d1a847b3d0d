import type { CellModel } from './cell-model.js';
import type { Span, Unknowns } from './unknowns.js';

/**
 * Weights that make the error norm an integral, independent of the mesh:
 *
 *   |e|^2 = sum over the fields of the mean of (e/scale)^2
 *
 * over the whole cell, over its electrodes, or over these and the particles in them; `scale` of each field stands in their table. Currents
 * follow from these by exact equations and carry no weight.
 */
export function errorWeights(model: CellModel, { size, spans }: Unknowns): Float64Array {
  const weights = new Float64Array(size);
  for (const span of spans) {
    const { field: { scale }, first, step } = span;
    if (scale === undefined) continue;
    const one = typeof scale === 'number' ? scale : scale(model);
    shares(model, span).forEach((share, i) => (weights[first + step * i] = Math.sqrt(share) / one));
  }
  return weights;
}

/** Share of each unknown in the volume of its field. */
function shares({ mesh, shells, particles }: CellModel,
  { field: { place }, cell, particleClass }: Span): readonly number[]
{
  const electrodes = new Set(particles.map(({ region }) => region));
  const volume = [...electrodes].reduce((sum, region) => sum + mesh.regions[region].thickness, 0);
  const shareOfElectrodes = (c: number): number => (electrodes.has(mesh.region[c]) ? mesh.volume[c] / volume : 0);
  const total = mesh.volume.reduce((sum, one) => sum + one, 0);
  switch (place) {
    case 'cells':
      return Array.from(cell, (c) => mesh.volume[c] / total);
    case 'electrodes':
      return Array.from(cell, shareOfElectrodes);
    case 'shells': {
      const { region } = particles[particleClass];
      const count = mesh.regions[region].last - mesh.regions[region].first + 1;
      const shell = (i: number): number => (cell.length === count ? 1 : shells.volumeShare[Math.floor(i / count)]);
      const regionShare = shareOfRegion(particles, particleClass);
      return Array.from(cell, (c, i) => shareOfElectrodes(c) * regionShare * shell(i));
    }
    default:
      return Array.from(cell, () => 1);
  }
}

/** Share of a class in the active volume of its region; 1 where it is alone. */
function shareOfRegion(particles: CellModel['particles'], p: number): number {
  const { region, volumeFraction } = particles[p];
  return volumeFraction
    / particles.reduce((sum, other) => (other.region === region ? sum + other.volumeFraction : sum), 0);
}
