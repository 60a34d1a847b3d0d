import { assumed, derived, type LibraryMaterial, literature, milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedConductionEnergy, carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';
import { asBuilt, coatedExchangeCurrent, diffusivityByNickel, openCircuitPotentials } from './layered-oxides.js';
import { prices } from './prices.js';

export const nmc622: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC622',
  title: 'LiNi0.6Mn0.2Co0.2O2',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'LiNi0.6Mn0.2Co0.2O2', lithium: 1 },
  crystalAxis: true,
  windowPotentials: { charged: 4.3, discharged: 3.63, source: sources.bpxNmc111 },
  properties: {
    price: prices.nmcLike,
    density: derived(4777, `${sources.nam2018dry}, text`, 'molar mass 96.93 g/mol over 20.29 cm3/mol'),
    specificCapacity: assumed(milliampereHoursPerGram(178), 'to 4.3 V, between 160 of NMC111 and 200 of NMC811 mAh/g', {
      alternatives: [{ value: milliampereHoursPerGram(175), source: sources.nam2018dry, note: 'what 1C means there' }],
    }),
    chargedStoichiometry: derived(0.26, sources.bpxNmc111, 'where the potential between NMC111 and NMC811 is 4.30 V'),
    asBuiltStoichiometry: asBuilt,
    particleRadius: literature(1.5e-6, `${sources.minnmann2021}, SI`, { note: 'about 3 um diameter' }),
    openCircuitPotential: openCircuitPotentials.nmc622,
    diffusivity: diffusivityByNickel(0.6),
    electronicConductivity: literature(1, `${sources.minnmann2021}, SI`, { note: 'about 10 mS/cm' }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    electronicConductivityActivationEnergy: carriedConductionEnergy,
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
};
