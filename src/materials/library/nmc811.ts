import { derived, type LibraryMaterial, literature, milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedConductionEnergy, nmc811DiffusionEnergy, nmc811TransferEnergy } from './activation-energies.js';
import { asBuilt, coatedExchangeCurrent, nickelRichDiffusivity, openCircuitPotentials } from './layered-oxides.js';
import { prices } from './prices.js';

export const nmc811: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC811',
  title: 'LiNi0.8Mn0.1Co0.1O2',
  temperatureRange: [253.15, 353.15],
  crystal: { formula: 'LiNi0.8Mn0.1Co0.1O2', lithium: 1 },
  crystalAxis: true,
  windowPotentials: { charged: 4.3, discharged: 3.63, source: sources.pybammChen2020 },
  properties: {
    price: prices.nmc811,
    density: literature(4760, `${sources.bielefeld2020}, Table 1`, {
      alternatives: [
        { value: 4780, source: `${sources.ketter2025}, constituents`, note: 'NMC83' },
        { value: 4770, source: `assumed where ${sources.thickElectrodeReview}, ref. 41 is recomputed` },
      ],
    }),
    specificCapacity: literature(milliampereHoursPerGram(200), `${sources.pouchReview}, Fig. 6 caption`, {
      alternatives: [
        { value: milliampereHoursPerGram(210), source: `${sources.thickElectrodeReview}, Fig. 1A` },
        { value: milliampereHoursPerGram(196), source: `${sources.bielefeld2020}, Table 1` },
      ],
      note:
        'what comes back after a charge to 4.3 V, the capacity that shares are counted by; the crystal holds 275 mAh/g',
    }),
    chargedStoichiometry: derived(0.139, sources.pybammChen2020, 'where the potential is 4.30 V'),
    asBuiltStoichiometry: asBuilt,
    particleRadius: literature(2.5e-6, `${sources.miss2022}, Table 2`, {
      note:
        'single crystals of NMC83; lithium diffuses through a crystal, so a secondary particle counts with 3 / (density BET) or about 1.6 um',
      alternatives: [
        { value: 1.7e-6, source: sources.schlautmann2023, note: 'NMC83, D50 3.4 um' },
        { value: 2.75e-6, source: sources.bazzoun2026, note: 'diameter 5.5 um' },
        { value: 1.6e-6, source: `${sources.conforto2021}, Fig. 8`,
          note: 'median path in fresh secondary particles of 8 to 12 um' },
        { value: 5.22e-6, source: sources.pybammChen2020,
          note: 'secondary particles of a liquid cell, with a diffusivity that belongs to it' },
      ],
    }),
    openCircuitPotential: openCircuitPotentials.nmc811,
    diffusivity: nickelRichDiffusivity,
    electronicConductivity: literature(0.41, sources.wang2018, {
      note: 'dense pellet, 20 degC, as synthesised; no dependence on stoichiometry known for this composition',
      alternatives: [
        { value: 0.18, source: sources.pybammChen2020 },
        { value: 0.5221, source: `${sources.ketter2025}, constituents`, note: 'NMC83' },
        { value: 1.57, source: `${sources.yanev2024}, text`, note: 'pellet' },
      ],
    }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
    relativeVolume: derived([[0.139, 0.93], [0.995, 1]], `${sources.thickElectrodeReview}, Sec. 3 (4) and its ref. 108`,
      'about -7 % on charge for Ni-rich oxides, taken as linear over the window; most of it comes at the end of the charge'),
    diffusivityActivationEnergy: nmc811DiffusionEnergy,
    electronicConductivityActivationEnergy: carriedConductionEnergy,
    exchangeCurrentDensityActivationEnergy: nmc811TransferEnergy,
  },
  concentrationAlternatives: [
    { value: 63_104, source: sources.pybammChen2020,
      note: 'on the axis of its own fit, above what the crystal can hold' },
    { value: 51_765, source: sources.pybammORegan2022 },
    { value: 27_410, source: sources.huo2025, note: 'fitted to a Li-Si cell' },
  ],
};
