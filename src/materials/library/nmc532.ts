import { ocpNmc532Xu2019Closed } from '../functions/ocp-nmc532-xu2019-closed.js';
import { assumed, derived, electronvolt, literature, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const nmc532: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC532',
  title: 'LiNi0.5Mn0.3Co0.2O2',
  temperatureRange: [273.15, 333.15],
  properties: {
    price: prices.nmcLike,
    density: assumed(4700, 'from memory; neighbours NMC811 4.76 and NMC83 4.78 g/cm^3'),
    specificCapacity: literature(milliampereHoursPerGram(155), sources.shi2020, { note: 'full use, 75Li2S-25P2S5 cells' }),
    chargedStoichiometry: assumed(0.35,
      'window of width 0.56 for which 155 mAh/g gives the 48 230 mol/m^3 that belong to the potential; 3.92 V'),
    dischargedStoichiometry: assumed(0.91, 'see the charged stoichiometry; 3.64 V of the fit, 3.1 V with the drop at its end'),
    particleRadius: literature(5.3e-6, sources.pybammXu2019, {
      alternatives: [{ value: 2.5e-6, source: sources.shi2020, note: 'diameter 5 um' }],
    }),
    openCircuitPotential: assumed(ocpNmc532Xu2019Closed,
      'the published fit, 25 degC, no entropic term; the drop at the end of the window is assumed, see ocp-nmc532-xu2019',
      { source: sources.pybammXu2019 }),
    diffusivity: literature(1e-14, sources.pybammXu2019, {
      alternatives: [{ value: '1.9e-10 to 5e-10 cm^2/s', source: `${sources.aminChiang2016}, NMC523`,
        note: 'sintered ceramic; the length that counts is then not the particle radius' }],
    }),
    // s = 1 - x of Li(1-x); S/cm -> S/m. The axis of the potential is taken as the lithium content.
    electronicConductivity: literature([[0.25, 1.38], [0.5, 0.15], [0.7, 0.099], [0.9, 0.028], [1, 1.9e-4]],
      `${sources.aminChiang2016}, NMC523 dense ceramic, 30 degC`, {
        alternatives: [
          { value: 0.13, source: sources.wang2018, note: 'as synthesised, 20 degC' },
          { value: 100, source: sources.pybammXu2019, note: 'with carbon' },
        ],
      }),
    electronicConductivitySpread: assumed(2, 'as synthesised it falls by decades over the last per cents of lithium; the pellets differ as much'),
    electronicConductivityActivationEnergy: literature(electronvolt(0.16), `${sources.aminChiang2016}, NMC523`,
      { note: 'at 10 % delithiation; 0.42 eV at 0 %, 0.05 eV at 75 %' }),
    referenceExchangeCurrentDensity: assumed(1.33, 'measured on NMC83 in Li5.3PS4.3ClBr0.7 at 389 MPa; carried over', {
      source: `${sources.ramanayagam2026}, Table 2`,
      alternatives: [{ value: 0.11, source: `${sources.miss2022}, Table 2`, note: 'NMC83 in 0.67Li3PS4-0.33LiI' }],
    }),
  },
  concentrationAlternatives: [{ value: 48_230, source: sources.pybammXu2019 }],
};

/** The same oxide as single crystals: lithium meets no grain boundary on its way. */
export const nmc532SingleCrystal: LibraryMaterial = {
  ...nmc532,
  name: 'NMC532-single-crystal',
  title: 'LiNi0.5Mn0.3Co0.2O2, single crystals',
  properties: {
    ...nmc532.properties,
    particleRadius: assumed(2.5e-6, 'size of the polycrystals that it is compared with; the review prints none', { source: sources.shi2020 }),
    diffusivity: derived(1e-13, `${sources.thickElectrodeReview}, Sec. 2.3.2, Fig. 6B and its ref. 72; ${sources.pybammXu2019}`,
      '6 to 14 times that of polycrystals, here 10 times the 1e-14 m2/s of the polycrystals'),
  },
};
