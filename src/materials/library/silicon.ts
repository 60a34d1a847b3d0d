import { assumed, type LibraryMaterial, literature } from '../property.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy } from './activation-energies.js';

/** Mean of a lithiation and a delithiation curve that lie 0.2 to 0.4 V apart: the hysteresis is left out. */
export const siliconPotential = [
  [0.01, 0.8719],
  [0.02, 0.815],
  [0.04, 0.7235],
  [0.07, 0.624],
  [0.1, 0.5564],
  [0.15, 0.4866],
  [0.2, 0.4451],
  [0.25, 0.4157],
  [0.3, 0.391],
  [0.4, 0.3479],
  [0.5, 0.3086],
  [0.6, 0.2665],
  [0.7, 0.2194],
  [0.8, 0.1803],
  [0.85, 0.1682],
  [0.9, 0.157],
  [0.95, 0.1322],
  [0.98, 0.0978],
  [0.99, 0.0791],
] as const;

export const silicon: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'silicon',
  title: 'Silicon, anode',
  temperatureRange: [273.15, 373.15],
  crystal: { formula: 'Si', lithium: 3.75 },
  windowPotentials: { charged: 0.132, discharged: 0.815, source: sources.pybammChen2020Composite },
  properties: {
    density: assumed(2330, 'crystal, from memory'),
    maximumConcentration: literature(278_000, sources.pybammChen2020Composite, {
      note: '2.97 Ah/g over the window at 2.33 g/cm^3',
    }),
    chargedStoichiometry: assumed(0.95, 'before the crystalline phase'),
    dischargedStoichiometry: assumed(0.02, 'all but empty'),
    particleRadius: literature(1.52e-6, sources.pybammChen2020Composite, { note: 'beside graphite in a liquid cell' }),
    openCircuitPotential: literature(siliconPotential,
      `${sources.pybammChen2020Composite}, from doi 10.1149/2.0581602jes (DOI unverified)`, {
      note: 'tabulated mean of its two branches, 25 degC; hysteresis of 0.2 to 0.4 V left out',
    }),
    diffusivity: literature(1.67e-14, sources.pybammChen2020Composite, { spread: { factor: 10 } }),
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    electronicConductivity: assumed(10, 'lithiated silicon conducts; no measurement', { alternatives: [
      { value: 215, source: sources.pybammChen2020Composite, note: 'an electrode value, with graphite and carbon' },
    ] }),
    referenceExchangeCurrentDensity: assumed(0.294,
      'liquid electrolyte: 6.48e-7 (28700/278000) sqrt(1000) 278000/2; carried over', {
      source: sources.pybammChen2020Composite,
      spread: { factor: 5 },
    }),
    exchangeCurrentDensityActivationEnergy: literature(35_000, sources.pybammChen2020Composite, {
      note: 'liquid electrolyte',
    }),
    relativeVolume: assumed([[0, 1], [1, 3.8]], 'from memory; linear in between'),
  },
};
