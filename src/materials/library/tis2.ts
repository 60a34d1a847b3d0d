import { assumed, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

/** A mixed conductor: thick layers of it work without any electrolyte. */
export const tis2: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'TiS2',
  title: 'TiS2, layered, a mixed conductor of lithium and electrons',
  temperatureRange: [273.15, 373.15],
  properties: {
    density: assumed(3220, 'crystal, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(239), 'one lithium per formula of 112 g/mol; 207 mAh/g is reported delivered', {
      alternatives: [{ value: milliampereHoursPerGram(206.8), source: `${sources.pouchReview}, Sec. 2.3.2: 9.43 mAh/cm2 at 45.6 mg/cm2` }],
    }),
    chargedStoichiometry: assumed(0.01, 'empty but for the last site'),
    dischargedStoichiometry: assumed(0.99, 'full but for the last site'),
    particleRadius: assumed(5e-7, 'ball-milled; carries no result in a network without electrolyte'),
    openCircuitPotential: assumed([[0, 2.52], [0.1, 2.43], [0.25, 2.36], [0.5, 2.24], [0.75, 2.07], [0.9, 1.95], [1, 1.8]],
      'one sloping solid solution from 2.5 to 1.8 V, from memory of Whittingham, doi 10.1126/science.192.4244.1126'),
    diffusivity: assumed(1e-12, 'between 1e-13 and 1e-12 m2/s along the layers, from memory; ball-milled layers are not the crystal'),
    electronicConductivity: assumed(1e3, 'semimetal; carries no loss'),
    referenceExchangeCurrentDensity: assumed(10, 'no measurement with a solid electrolyte'),
  },
};
