import { assumed, derived, type LibraryMaterial, literature, milliampereHoursPerGram,
  type Table } from '../property.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';
import { coatedExchangeCurrent } from './layered-oxides.js';

/**
 * Cathode materials that the reviews name without a set of numbers: capacities where they are printed, potentials drawn from memory. A case that
 * rests on one of them rests on its potential.
 */

interface Drawn {
  readonly name: string;
  readonly title: string;
  readonly crystal: NonNullable<LibraryMaterial['crystal']>;
  readonly window: readonly [charged: number, discharged: number];
  readonly windowPotentials: readonly [charged: number, discharged: number];
  readonly potential: Table;
  readonly potentialNote: string;
  readonly properties: LibraryMaterial['properties'];
}

const drawn = (
  { name, title, crystal, window, windowPotentials, potential, potentialNote, properties }: Drawn,
): LibraryMaterial => ({
  kind: 'activeMaterial',
  name,
  title,
  temperatureRange: [273.15, 373.15],
  crystal,
  windowPotentials: { charged: windowPotentials[0], discharged: windowPotentials[1], source: 'its potential as drawn' },
  properties: {
    chargedStoichiometry: assumed(window[0], 'end of the potential as drawn'),
    dischargedStoichiometry: assumed(window[1], 'end of the potential as drawn'),
    openCircuitPotential: assumed(potential, `${potentialNote}, drawn from memory: within 50 mV at best`),
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
    ...properties,
  },
});

const decade = { spread: { factor: 10 } } as const;

export const lnmo = drawn({
  name: 'LNMO',
  title: 'LiNi0.5Mn1.5O4, the spinel of 4.7 V; a stand-in',
  crystal: { formula: 'LiNi0.5Mn1.5O4', lithium: 1 },
  window: [0.04, 0.96],
  windowPotentials: [4.82, 4.04],
  potential: [[0.02, 4.9], [0.04, 4.82], [0.1, 4.77], [0.25, 4.755], [0.45, 4.74], [0.55, 4.695], [0.8, 4.675], [0.88,
    4.62], [0.91, 4.2], [0.93, 4.08], [0.96, 4.04], [0.985, 3.9], [1, 3.5]],
  potentialNote: 'two steps of nickel near 4.7 V, a trace of manganese at 4 V',
  properties: {
    density: assumed(4450, 'crystal, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(134), '0.92 of 147 mAh/g, over the window', {
      alternatives: [{ value: milliampereHoursPerGram(80), source: `${sources.sulfideReview}, Sec. 5.1`,
        note: 'delivered in LGPS on lithium, at 4.3 V on average' }],
    }),
    particleRadius: assumed(2.5e-6, 'customary'),
    diffusivity: assumed(1e-15, 'order of magnitude, from memory', decade),
    electronicConductivity: assumed(1e-4, '1e-6 S/cm, from memory', { spread: { factor: 30 } }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
  },
});

export const lithiumRich = drawn({
  name: 'Li-rich',
  title: 'Li1.2Ni0.13Co0.13Mn0.54O2, a lithium-rich layered oxide after its activation; a stand-in',
  crystal: { formula: 'Li1.2Ni0.13Co0.13Mn0.54O2', lithium: 1.2 },
  window: [0.25, 0.965],
  windowPotentials: [4.5, 2.5],
  potential: [[0.2, 4.65], [0.25, 4.5], [0.35, 4.2], [0.45, 3.98], [0.55, 3.78], [0.65, 3.6], [0.75, 3.42], [0.85,
    3.22], [0.92, 2.98], [0.965, 2.5], [0.99, 2]],
  potentialNote: 'one slope from 4.6 to 3 V',
  properties: {
    density: assumed(4250, 'crystal, from memory, as in recomputations of the reviews'),
    specificCapacity: literature(milliampereHoursPerGram(270), `${sources.sulfideReview}, Table 2`, {
      alternatives: [{ value: milliampereHoursPerGram(250), source: `${sources.sulfideReview}, Sec. 6.1`,
        note: 'typically' }],
    }),
    particleRadius: assumed(1e-6, 'customary'),
    diffusivity: derived(1e-15, 'doi 10.1126/sciadv.add5189, text to Fig. S25',
      'titrated while it is charged in a solid cell: 1e-15 to 1e-13 m2/s below 4.0 V and, uncoated, 1e-17 to 1e-15 above, where another titration falls as well (doi 10.1021/jacs.4c08115); '
        + 'the geometric mean, and both ends', { spread: { low: 1e-17, high: 1e-13 } }),
    electronicConductivity: assumed(1e-5, 'an insulator among the oxides; order of magnitude from memory', {
      source: `${sources.sulfideReview}, Sec. 3.1`,
      spread: { factor: 100 },
    }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
  },
});

export const lrso = drawn({
  name: 'Li2Ru0.8S0.2O3.2',
  title: 'Li2Ru0.8S0.2O3.2, a ductile mixed conductor; works without electrolyte or carbon',
  crystal: { formula: 'Li2Ru0.8S0.2O3.2', lithium: 2 },
  window: [0.41, 0.98],
  windowPotentials: [4.285, 2.07],
  potential: [[0.4, 4.3], [0.41, 4.285], [0.55, 3.9], [0.68, 3.62], [0.8, 3.42], [0.9, 3.1], [0.96, 2.5], [0.98, 2.07],
    [
      0.99,
      1.85,
    ]],
  potentialNote: 'a slope between the 4.3 and 2.0 V of its test',
  properties: {
    density: assumed(4000, 'between Li2RuO3 and Li2SO4, from memory'),
    specificCapacity: literature(milliampereHoursPerGram(200), `${sources.pouchReview}, Sec. 2.3.2`, {
      note: 'reversible, at 0.64 mA/cm2 and 100 degC',
      alternatives: [{ value: milliampereHoursPerGram(141), source: `${sources.pouchReview}, Sec. 2.3.2`,
        note: 'theoretical, of ruthenium alone' }],
    }),
    particleRadius: assumed(5e-7, 'ball-milled; carries no result in a network without electrolyte'),
    diffusivity: assumed(1e-12, 'that of TiS2: none is printed', { spread: { factor: 30 } }),
    electronicConductivity: assumed(1, 'a mixed conductor; no value printed', { spread: { factor: 100 } }),
    referenceExchangeCurrentDensity: assumed(1, 'no measurement', decade),
  },
});

export const v2o5 = drawn({
  name: 'V2O5',
  title: 'V2O5, two lithium per formula; a stand-in',
  crystal: { formula: 'V2O5', lithium: 2 },
  window: [0.01, 0.98],
  windowPotentials: [3.44, 1.97],
  potential: [[0, 3.5], [0.01, 3.44], [0.1, 3.38], [0.22, 3.35], [0.28, 3.2], [0.47, 3.17], [0.52, 2.5], [0.6, 2.32], [
    0.9,
    2.25,
  ], [0.95, 2.12], [0.98, 1.97], [1, 1.8]],
  potentialNote: 'steps at 3.4, 3.2 and 2.3 V',
  properties: {
    density: assumed(3360, 'crystal, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(285), '0.97 of 294 mAh/g, two lithium per formula', {
      alternatives: [{ value: milliampereHoursPerGram(80), source: `${sources.thickElectrodeReview}, Sec. 2.2.2`,
        note: 'delivered at 116 mA/g and 100 degC, soldered to a garnet' }],
    }),
    particleRadius: assumed(5e-7, 'customary'),
    diffusivity: assumed(1e-16, 'order of magnitude, from memory', decade),
    electronicConductivity: assumed(0.1, '1e-3 S/cm, from memory', { spread: { factor: 30 } }),
    referenceExchangeCurrentDensity: assumed(1, 'order of magnitude of other oxides', decade),
  },
});
