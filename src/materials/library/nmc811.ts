import { ocpNmc811Chen2020Closed } from '../functions/ocp-nmc811-chen2020-closed.js';
import { assumed, derived, literature, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { carriedConductionEnergy, nmc811DiffusionEnergy, nmc811TransferEnergy } from './activation-energies.js';
import { prices } from './prices.js';

export const nmc811: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC811',
  title: 'LiNi0.8Mn0.1Co0.1O2',
  temperatureRange: [253.15, 353.15],
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
        { value: milliampereHoursPerGram(226.8), source: sources.pybammChen2020,
          note: 'implied by its 63104 mol/m^3 over the same window at 4.76 g/cm^3' },
      ],
      note: 'the axis of the potential need not be the lithium content; the capacity over the window is what is fixed',
    }),
    chargedStoichiometry: literature(0.27, `${sources.pybammChen2020}, initial concentration 17038 of 63104 mol/m^3`,
      { note: '4.27 V' }),
    dischargedStoichiometry: literature(0.9084, 'BattMo parameter set of Chen2020',
      { note: '3.56 V of the fit, 3.0 V with the drop at its end' }),
    particleRadius: literature(5.22e-6, sources.pybammChen2020, {
      note: 'polycrystalline secondary particles of a liquid cell; solid-state cathodes use 1.5 to 2.5 um',
      alternatives: [
        { value: 2.5e-6, source: `${sources.miss2022}, Table 2`, note: 'single-crystal NMC83' },
        { value: 2.75e-6, source: `${sources.bazzoun2026}`, note: 'diameter 5.5 um' },
      ],
    }),
    openCircuitPotential: assumed(ocpNmc811Chen2020Closed,
      'the published fit, 25 degC, no entropic term; the drop at the end of the window is assumed, see ocp-nmc811-chen2020', {
        source: sources.pybammChen2020,
        alternatives: [{ value: 'ocp-nmc811-chen2020', source: sources.pybammChen2020,
          note: 'the fit alone: 3.49 V at stoichiometry 1, so a low cut-off would take 14 % more than the capacity' }],
      }),
    diffusivity: literature(4e-15, sources.pybammChen2020, {
      alternatives: [
        { value: 6.6e-15, source: `${sources.ramanayagam2026}, Table 2`, note: 'NMC83 at 389 MPa' },
        { value: 2.1e-15, source: `${sources.ramanayagam2026}, Table 2`, note: 'NMC83 at 97 MPa' },
        { value: 3.8e-16, source: `${sources.miss2022}, Table 2`, note: 'NMC83' },
      ],
    }),
    electronicConductivity: literature(0.41, sources.wang2018, {
      note: 'dense pellet, 20 degC, as synthesised; no dependence on stoichiometry known for this composition',
      alternatives: [
        { value: 0.18, source: sources.pybammChen2020 },
        { value: 0.5221, source: `${sources.ketter2025}, constituents`, note: 'NMC83' },
      ],
    }),
    referenceExchangeCurrentDensity: assumed(1.33,
      'measured on NMC83 in Li5.3PS4.3ClBr0.7 at 389 MPa and half charge; carried over to NMC811 and to other electrolytes',
      {
        source: `${sources.ramanayagam2026}, Table 2`,
        alternatives: [
          { value: 0.74, source: `${sources.ramanayagam2026}, Table 2`, note: '97 MPa' },
          { value: 0.11, source: `${sources.miss2022}, Table 2`, note: 'NMC83 in 0.67Li3PS4-0.33LiI, 389 MPa' },
          { value: 3.412, source: sources.pybammChen2020, note: 'liquid electrolyte: 3.42e-6 sqrt(1000) 63104/2' },
        ],
      }),
    relativeVolume: derived([[0.27, 0.93], [0.9084, 1]], `${sources.thickElectrodeReview}, Sec. 3 (4) and its ref. 108`,
      'about -7 % on charge for Ni-rich oxides, taken as linear over the window; most of it comes at the end of the charge'),
    diffusivityActivationEnergy: nmc811DiffusionEnergy,
    electronicConductivityActivationEnergy: carriedConductionEnergy,
    exchangeCurrentDensityActivationEnergy: nmc811TransferEnergy,
  },
  concentrationAlternatives: [
    { value: 63_104, source: sources.pybammChen2020,
      note: 'above what the crystal can hold (about 49 000 mol/m^3); 226.8 mAh/g over the same window at 4.76 g/cm^3' },
    { value: 27_410, source: sources.huo2025, note: 'fitted to a Li-Si cell' },
  ],
};
