import { type LibraryMaterial, literature, milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { nmc811 } from './nmc811.js';
import { prices } from './prices.js';

/** A neighbour of NMC811: what was measured on it replaces what was measured there. */
export const nmc83: LibraryMaterial = {
  ...nmc811,
  kind: 'activeMaterial',
  name: 'NMC83',
  title: 'LiNi0.83Co0.11Mn0.06O2, single crystals',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'LiNi0.83Co0.11Mn0.06O2', lithium: 1 },
  properties: {
    ...nmc811.properties,
    price: prices.nmcLike,
    density: literature(4780, `${sources.ketter2025}, constituents`),
    specificCapacity: literature(milliampereHoursPerGram(198),
      `${sources.schlautmann2023}, C/20 discharge, finest electrolyte`, {
      note: '2.0 to 3.7 V against In/LiIn; coarser electrolyte gives 152 to 165',
    }),
    electronicConductivity: literature(0.5221, `${sources.ketter2025}, constituents`, {
      note: 'pressed at 370 MPa, 25 degC',
    }),
  },
};
