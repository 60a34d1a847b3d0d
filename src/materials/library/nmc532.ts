import { assumed, derived, electronvolt, type LibraryMaterial, literature,
  milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';
import { asBuilt, coatedExchangeCurrent, diffusivityByNickel, openCircuitPotentials } from './layered-oxides.js';
import { prices } from './prices.js';

export const nmc532: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC532',
  title: 'LiNi0.5Mn0.3Co0.2O2',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'LiNi0.5Mn0.3Co0.2O2', lithium: 1 },
  crystalAxis: true,
  windowPotentials: { charged: 4.3, discharged: 3.635, source: sources.bpxNmc111 },
  properties: {
    price: prices.nmcLike,
    density: assumed(4700, 'from memory; neighbours NMC811 4.76 and NMC83 4.78 g/cm^3'),
    specificCapacity: literature(milliampereHoursPerGram(165), sources.kim2023, {
      note:
        'what comes back after a charge to 4.3 V, as of the other oxides; between NMC111 and NMC622 by nickel content it would be 167',
      alternatives: [
        { value: milliampereHoursPerGram(160), source: sources.fukunishi2023 },
        { value: milliampereHoursPerGram(155), source: sources.shi2020,
          note: 'called full use, of cells with 75Li2S-25P2S5: what they delivered' },
      ],
    }),
    chargedStoichiometry: derived(0.321, sources.bpxNmc111, 'where the potential between NMC111 and NMC811 is 4.30 V'),
    asBuiltStoichiometry: asBuilt,
    particleRadius: literature(2.5e-6, sources.shi2020, {
      note: 'diameter 5 um; as if it were one crystal: a secondary particle counts with 3 / (density BET)',
      alternatives: [{ value: 5.3e-6, source: sources.pybammXu2019 }],
    }),
    openCircuitPotential: openCircuitPotentials.nmc532,
    diffusivity: diffusivityByNickel(0.5),
    // s = 1 - x of Li(1-x); S/cm -> S/m
    electronicConductivity: literature([[0.25, 1.38], [0.5, 0.15], [0.7, 0.099], [0.9, 0.028], [1, 1.9e-4]],
      `${sources.aminChiang2016}, NMC523 dense ceramic, 30 degC`, {
      alternatives: [
        { value: 0.13, source: sources.wang2018, note: 'as synthesised, 20 degC' },
        { value: 100, source: sources.pybammXu2019, note: 'with carbon' },
      ],
    }),
    electronicConductivitySpread: assumed(2,
      'as synthesised it falls by decades over the last per cents of lithium; the pellets differ as much'),
    electronicConductivityActivationEnergy: literature(electronvolt(0.16), `${sources.aminChiang2016}, NMC523`, {
      note: 'at 10 % delithiation; 0.42 eV at 0 %, 0.05 eV at 75 %',
    }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
  concentrationAlternatives: [{ value: 48_230, source: sources.pybammXu2019, note: 'on the axis of its own fit' }],
};

/** The same oxide as single crystals: lithium meets no grain boundary on its way. */
export const nmc532SingleCrystal: LibraryMaterial = {
  ...nmc532,
  name: 'NMC532-single-crystal',
  title: 'LiNi0.5Mn0.3Co0.2O2, single crystals',
  properties: {
    ...nmc532.properties,
    particleRadius: assumed(2.5e-6, 'size of the polycrystals that it is compared with; the review prints none', {
      source: sources.shi2020,
    }),
    diffusivity: diffusivityByNickel(0.5, 10,
      `${sources.thickElectrodeReview}, Sec. 2.3.2, Fig. 6B and its ref. 72: single crystals have 6 to 14 times the diffusivity`),
  },
};
