import { assumed, derived, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

/** Apparent conductivities of a percolated additive: conductivity of the composite over volume fraction, not of a filament. */

export const vgcf: LibraryMaterial = {
  kind: 'passive',
  name: 'VGCF',
  title: 'Vapour-grown carbon fibre',
  temperatureRange: [200, 500],
  properties: {
    density: assumed(2000, 'from memory'),
    aspectRatio: assumed(70, 'fibres of about 10 um and 0.15 um, from memory'),
    electronicConductivity: derived(265, `${sources.ketter2025}, 40 vol% NMC83 with VGCF`,
      '56.9 mS/cm at 2 vol% and 73.8 at 3 vol%, over the volume fraction; at 1 vol% it is five times less (no full network)',
      { spread: { factor: 3 } }),
  },
};

export const carbonBlack: LibraryMaterial = {
  kind: 'passive',
  name: 'carbon-black',
  title: 'Carbon black (acetylene black)',
  temperatureRange: [200, 500],
  properties: {
    price: prices.carbonBlack,
    density: assumed(1900, 'from memory (1.8 to 1.95 g/cm^3)'),
    electronicConductivity: derived(625, `${sources.kato2018}, text`,
      '0.3 S/cm of the LCO composite over its 4.8 vol% of acetylene black', { spread: { factor: 3 } }),
  },
};

/** What a finer or longer carbon conducts where it percolates is not in what was read: within a decade of carbon black. */
const named = (name: string, title: string, aspectRatio?: number): LibraryMaterial => ({
  kind: 'passive',
  name,
  title,
  temperatureRange: [200, 500],
  properties: {
    density: assumed(name === 'CNT' ? 2000 : 1900, 'from memory (1.8 to 2.1 g/cm^3)'),
    ...(aspectRatio !== undefined && { aspectRatio: assumed(aspectRatio, 'from memory') }),
    electronicConductivity: assumed(625, 'that of carbon black', { source: `${sources.kato2018}, text`,
      spread: { factor: 10 } }),
  },
});

/** Carbons that the reviews name beside fibres and carbon black. */
export const namedCarbons: readonly LibraryMaterial[] = [
  named('Super-P', 'Super P, a carbon black'),
  named('Ketjenblack', 'Ketjenblack, a porous carbon black'),
  named('CNT', 'Carbon nanotubes', 200),
];
