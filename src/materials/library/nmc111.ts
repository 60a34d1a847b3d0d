import { assumed, derived, electronvolt, type LibraryMaterial, literature,
  milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';
import { asBuilt, coatedExchangeCurrent, diffusivityByNickel, openCircuitPotentials } from './layered-oxides.js';
import { prices } from './prices.js';

export const nmc111: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC111',
  title: 'LiNi1/3Mn1/3Co1/3O2',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'LiNi0.3333Mn0.3333Co0.3333O2', lithium: 1 },
  crystalAxis: true,
  windowPotentials: { charged: 4.3, discharged: 3.616, source: sources.bpxNmc111 },
  properties: {
    price: prices.nmcLike,
    density: assumed(4750, 'from memory; neighbours NMC811 4.76 and NMC622 4.78 g/cm^3'),
    specificCapacity: assumed(milliampereHoursPerGram(150),
      'to 4.3 V: the highest that a solid cell is reported to deliver', {
      source: `${sources.asano2017}, figure`,
      alternatives: [{ value: milliampereHoursPerGram(160), source: 'from memory, liquid cells' }],
    }),
    chargedStoichiometry: derived(0.421, sources.bpxNmc111, 'where the potential is 4.30 V'),
    asBuiltStoichiometry: asBuilt,
    particleRadius: literature(2.5e-6, `${sources.asano2017}, text`, {
      note: '5 um diameter',
      alternatives: [{ value: 4.6e-6, source: sources.bpxNmc111 }],
    }),
    openCircuitPotential: openCircuitPotentials.nmc111,
    diffusivity: diffusivityByNickel(1 / 3),
    // s = 1 - x of Li(1-x); S/cm -> S/m
    electronicConductivity: derived([[0.25, 0.79], [0.5, 0.16], [0.7, 0.061], [0.9, 2.1e-3], [1, 2.1e-3]],
      `${sources.aminChiang2016}, NMC333 dense ceramic, 30 degC; full of lithium: ${sources.asano2017}`,
      'the ceramic has 5e-6 S/m where it is full; powders as built conduct 1.9e-3 to 3.2e-3 S/m in the composites of asano2017, the value at 10 % delithiation '
        + 'is held', { spread: { factor: 10 } }),
    electronicConductivityActivationEnergy: literature(electronvolt(0.29), `${sources.aminChiang2016}, NMC333`, {
      note: 'at 10 % delithiation; 0.48 eV at 0 %, 0.10 eV at 75 %',
    }),
    referenceExchangeCurrentDensity: coatedExchangeCurrent,
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
};
