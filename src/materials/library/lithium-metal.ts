import { assumed, literature, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const lithiumMetal: LibraryMaterial = {
  kind: 'planarAnode',
  name: 'lithium-metal',
  title: 'Lithium metal foil',
  temperatureRange: [253.15, 373.15],
  properties: {
    price: prices.lithiumMetal,
    density: literature(534, `${sources.pouchReview}, Sec. 2.5.2 item (3)`, {
      alternatives: [{ value: 530, source: `${sources.sulfideReview}, Table 2` }],
    }),
    specificCapacity: literature(milliampereHoursPerGram(3860), `${sources.sulfideReview}, Table 2`),
    equilibriumPotential: literature(0, 'by definition of the scale'),
    exchangeCurrentDensity: assumed(11, 'model input for Li | Li6PS5Cl at 60 degC; carried over to the rest', {
      source: `${sources.davis2021}, SI Table S1`,
      alternatives: [{ value: '3.5e-8 F cLi^0.7 ce^0.3', source: sources.pybammXu2019, note: 'liquid electrolyte' }],
    }),
    exchangeCurrentDensityActivationEnergy: assumed(0, 'not known: 11 A/m^2 is used at every temperature'),
  },
};
