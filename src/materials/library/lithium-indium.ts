import { assumed, literature, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

export const lithiumIndium: LibraryMaterial = {
  kind: 'planarAnode',
  name: 'lithium-indium',
  title: 'Lithium-indium alloy on its In/InLi plateau',
  temperatureRange: [273.15, 333.15],
  properties: {
    density: assumed(7000, 'indium 7.31 g/cm^3 with some lithium, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(233),
      'one lithium per indium atom, F/(3.6 * 114.8 g/mol), per gram of indium'),
    equilibriumPotential: literature(0.6, `${sources.thickElectrodeReview}, Sec. 3 (3)`, {
      alternatives: [{ value: 0.62, source: 'customary value, from memory' }],
    }),
    exchangeCurrentDensity: assumed(64,
      'In-Li half resistance 4 ohm cm^2 at 389 MPa as R T/(F i0); all of it taken as charge transfer', {
        source: `${sources.ramanayagam2026}, text`,
        alternatives: [{ value: 28.5, source: `${sources.ramanayagam2026}, text`, note: '9 ohm cm^2 at 97 MPa' }],
      }),
  },
};
