import { assumed, type LibraryMaterial } from '../property.js';

/** The frame of a separator with a liquid in its pores. */
export const polyethylene: LibraryMaterial = {
  kind: 'passive',
  name: 'polyethylene',
  title: 'Polyethylene, the frame of a porous separator',
  temperatureRange: [200, 380],
  properties: {
    density: assumed(950, 'from memory (polyethylene 0.95, polypropylene 0.91 g/cm^3)'),
    electronicConductivity: assumed(0, 'an insulator'),
  },
};
