import { ocpLfpAfshar2017 } from '../functions/ocp-lfp-afshar2017.js';
import { assumed, derived, electronvolt, type LibraryMaterial, literature,
  milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const lfp: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'LFP',
  title: 'LiFePO4',
  temperatureRange: [273.15, 363.15],
  crystal: { formula: 'LiFePO4', lithium: 1 },
  windowPotentials: { charged: 3.52, discharged: 2.61,
    source: 'both ends of the plateau of the fit, which no measurement dates' },
  properties: {
    price: prices.lfp,
    density: assumed(3600, 'from memory; with 22 806 mol/m^3 it gives the theoretical 170 mAh/g'),
    specificCapacity: derived(milliampereHoursPerGram(167), `${sources.commercialisationReview}, Sec. 1.1`,
      'theoretical 170 mAh/g times the window 0.985'),
    chargedStoichiometry: assumed(0.01, 'just before the plateau, 3.52 V'),
    dischargedStoichiometry: assumed(0.995, 'behind the plateau, 2.61 V'),
    particleRadius: literature(5e-8, sources.pybammPrada2013),
    openCircuitPotential: literature(ocpLfpAfshar2017, sources.pybammPrada2013, {
      note: 'two-phase plateau as a single-phase curve of slope -20 mV, no hysteresis',
    }),
    diffusivity: literature(5.9e-18, sources.pybammPrada2013, {
      note: 'apparent, goes with the 50 nm radius; titrations of others lie on both sides',
      spread: { low: 3e-19, high: 1e-16 },
      alternatives: [
        { value: 1e-17, source: 'Zhu and Wang, J. Phys. Chem. C 114 (2010) 2830, abstract',
          note: 'titrated, full of lithium; 1e-16 where it is empty' },
        { value: 3e-19, source: 'Qu, Tian and Zhai, Chin. J. Nonferrous Met., abstract',
          note: 'potential steps and impedance: 1e-20 to 1e-17, the geometric mean' },
      ],
    }),
    diffusivityActivationEnergy: assumed(electronvolt(0.4), 'two liquid sets contradict each other by a factor of four',
      {
        spread: { low: 20_000, high: 80_000 },
        alternatives: [{ value: 80_000, source: sources.bpxLfp }, { value: 20_000, source: sources.cidemodXu2015 }],
      }),
    electronicConductivity: literature(0.338, sources.pybammPrada2013, {
      note: 'an electrode value, with carbon coating',
      spread: { factor: 10 },
    }),
    referenceExchangeCurrentDensity: assumed(0.216, 'liquid electrolyte: 6e-7 sqrt(1000) 22806/2; carried over', {
      source: sources.pybammPrada2013,
      spread: { factor: 5 },
    }),
    exchangeCurrentDensityActivationEnergy: literature(39_570, sources.pybammPrada2013, { note: 'liquid electrolyte',
      spread: { low: 35_000, high: electronvolt(0.6) } }),
  },
  concentrationAlternatives: [{ value: 22_806, source: sources.pybammPrada2013 }],
};
