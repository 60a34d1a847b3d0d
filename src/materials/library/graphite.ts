import { ocpGraphiteChen2020 } from '../functions/ocp-graphite-chen2020.js';
import { assumed, derived, type LibraryMaterial, literature } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const graphite: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'graphite',
  title: 'Graphite, composite anode; potential of the LG M50 (with some SiOx)',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'C6', lithium: 1 },
  windowPotentials: { charged: 0.092, discharged: 1.06, source: sources.pybammChen2020 },
  properties: {
    price: prices.graphite,
    density: assumed(2260, 'crystal of graphite, from memory'),
    maximumConcentration: derived(31_360, sources.pybammChen2020,
      'one lithium per C6 at 2.26 g/cm^3; 325 mAh/g over the window', {
      alternatives: [
        { value: 33_133, source: sources.pybammChen2020,
          note: 'its SiOx holds more than graphite can: 343 mAh/g over the window' },
        { value: 24_983, source: sources.pybammMarquis2019 },
        { value: 30_555, source: sources.northrop2011 },
        { value: 27_800, source: `${sources.davis2021}, SI Table S1` },
      ],
    }),
    chargedStoichiometry: literature(0.9014, `${sources.pybammChen2020}, initial concentration 29866 of 33133 mol/m^3`),
    dischargedStoichiometry: literature(0.0279, 'BattMo parameter set of Chen2020'),
    particleRadius: literature(5.86e-6, sources.pybammChen2020, {
      alternatives: [{ value: 1e-5, source: sources.pybammMarquis2019 }, { value: 2e-6, source: sources.northrop2011 }],
    }),
    openCircuitPotential: literature(ocpGraphiteChen2020, sources.pybammChen2020, {
      note: '25 degC; no entropic term',
      alternatives: [
        { value: 'ocp-graphite-marquis2019', source: sources.pybammMarquis2019 },
        { value: 'ocp-graphite-northrop2011', source: sources.northrop2011 },
      ],
    }),
    diffusivity: literature(3.3e-14, sources.pybammChen2020, {
      alternatives: [{ value: 3.9e-14, source: `${sources.pybammMarquis2019}; also ${sources.northrop2011}` }],
    }),
    electronicConductivity: literature(215, sources.pybammChen2020, {
      note: 'an electrode value, with carbon',
      alternatives: [{ value: 100, source: `${sources.pybammMarquis2019}; also ${sources.northrop2011}` }],
    }),
    referenceExchangeCurrentDensity: literature(0.339_473_4, `${sources.pybammChen2020}: 6.48e-7 sqrt(1000) 33133/2`, {
      note: 'liquid electrolyte, at 1 mol/L of salt',
      alternatives: [
        { value: 7.9, source: sources.pybammMarquis2019, note: '2e-5 sqrt(1000) 24983/2' },
        { value: 2.345, source: sources.northrop2011, note: '5.031e-11 F sqrt(1000) 30555/2' },
      ],
    }),
    exchangeCurrentDensityActivationEnergy: literature(35_000, sources.pybammChen2020, {
      alternatives: [{ value: 37_480, source: sources.pybammMarquis2019 }],
    }),
    diffusivityActivationEnergy: literature(42_770, sources.pybammMarquis2019),
  },
};
