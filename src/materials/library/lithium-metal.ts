import { assumed, derived, electronvolt, type LibraryMaterial, literature,
  milliampereHoursPerGram } from '../property.js';
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
    exchangeCurrentDensity: derived(23, `${sources.doux2020}, Fig. 4c and SI Table S2`,
      'Li | Li6PS5Cl | Li at 25 degC and 10 MPa: 50 ohm of 1.327 cm^2 less 33.5 ohm of the pellet (1 mm, 2.25 mS/cm), half of it 11 ohm cm^2, as '
        + 'R T/(F i0): whatever stands at the interface is in it; carried over to other electrolytes', {
      spread: { low: 2, high: 320 },
      alternatives: [
        { value: 5, source: `${sources.doux2020}, Fig. 4c`, note: '51 ohm cm^2 at 5 MPa, the same way' },
        { value: 2.1, source: `${sources.davis2021}, SI Table S1`,
          note: 'model input of 11 A/m^2 at 60 degC, carried to 25 degC by 0.4 eV' },
        { value: 320, source: sources.microelectrode, note: '0.8 ohm cm^2 of a fresh microelectrode as R T/(F i0)' },
        { value: '3.5e-8 F cLi^0.7 ce^0.3', source: sources.pybammXu2019, note: 'liquid electrolyte' },
      ],
    }),
    exchangeCurrentDensityActivationEnergy: assumed(electronvolt(0.4),
      'between the two charge transfers that were measured in sulfides, '
        + '0.38 eV (LCO) and 0.42 eV (NMC811), as resistances', {
      source: `${sources.ikezawa2020}, Fig. 3; ${sources.kim2025tlm}, SI Table S6`,
      spread: { low: electronvolt(0.3), high: electronvolt(0.6) },
    }),
  },
};
