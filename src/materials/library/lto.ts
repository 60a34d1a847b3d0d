import { anodePotentials } from '../../config/material-names.js';
import { ocpLto } from '../functions/ocp-lto.js';
import { assumed, type LibraryMaterial, literature, milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';

/** A stand-in: nothing read so far has a full set of numbers for it. */
export const lto: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'LTO',
  title: 'Li4Ti5O12, composite anode; a stand-in from memory',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'Li4Ti5O12', lithium: 3 },
  windowPotentials: { charged: anodePotentials.LTO, discharged: 1.56, source: 'its plateau' },
  properties: {
    density: assumed(3480, 'crystal, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(160), 'from memory; the theoretical capacity is 175 mAh/g'),
    chargedStoichiometry: assumed(0.955, 'window of 160 of 175 mAh/g, in the middle'),
    dischargedStoichiometry: assumed(0.04, 'window of 160 of 175 mAh/g, in the middle'),
    particleRadius: assumed(2e-7, 'submicron primary particles are customary'),
    openCircuitPotential: assumed(ocpLto, 'attribution doubtful; one sign changed, see ocp-lto', {
      source: sources.ltoCode,
    }),
    relativeVolume: literature(1, `${sources.sulfideReview}, Sec. 5.1`, { note: 'no strain' }),
    diffusivity: assumed(1e-16, 'apparent, order of magnitude from memory', { spread: { factor: 10 } }),
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    electronicConductivity: assumed(1e-2,
      'lithiated spinel conducts, the empty one hardly; order of magnitude from memory', { spread: { factor: 100 } }),
    referenceExchangeCurrentDensity: assumed(1, 'order of magnitude of other oxides', { spread: { factor: 10 } }),
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
};
