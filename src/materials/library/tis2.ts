import { assumed, electronvolt, type LibraryMaterial, milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { carriedTransferEnergy } from './activation-energies.js';

/** A mixed conductor: thick layers of it work without any electrolyte. */
export const tis2: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'TiS2',
  title: 'TiS2, layered, a mixed conductor of lithium and electrons',
  temperatureRange: [273.15, 373.15],
  crystal: { formula: 'TiS2', lithium: 1 },
  windowPotentials: { charged: 2.51, discharged: 1.82, source: 'doi 10.1126/science.192.4244.1126 (from memory)' },
  properties: {
    density: assumed(3220, 'crystal, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(234.5),
      '0.98 lithium per formula of 112 g/mol, the window; 207 mAh/g is reported delivered', {
      alternatives: [{ value: milliampereHoursPerGram(206.8),
        source: `${sources.pouchReview}, Sec. 2.3.2: 9.43 mAh/cm2 at 45.6 mg/cm2` }],
    }),
    chargedStoichiometry: assumed(0.01, 'empty but for the last site'),
    dischargedStoichiometry: assumed(0.99, 'full but for the last site'),
    particleRadius: assumed(5e-7, 'ball-milled; carries no result in a network without electrolyte'),
    openCircuitPotential: assumed([[0, 2.52], [0.1, 2.43], [0.25, 2.36], [0.5, 2.24], [0.75, 2.07], [0.9, 1.95], [1,
      1.8]],
      'one sloping solid solution from 2.5 to 1.8 V, from memory of Whittingham, doi 10.1126/science.192.4244.1126'),
    diffusivity: assumed(1e-12,
      'between 1e-13 and 1e-12 m2/s along the layers, from memory; ball-milled layers are not the crystal', {
      spread: { factor: 10 },
      alternatives: [
        { value: 6.9e-13, source: 'Bruce and Saidi, J. Solid State Chem. 88 (1990) 411, abstract',
          note: 'largest of cubic TiS2, by impedance at 23 degC' },
        { value: 6.5e-14, source: 'doi 10.1039/jm9940401413, abstract',
          note: 'largest of the misfit layers (PbS)1.18(TiS2)2, titrated' },
      ],
    }),
    diffusivityActivationEnergy: assumed(electronvolt(0.35), 'from memory (0.3 to 0.45 eV along the layers)', {
      spread: { low: electronvolt(0.3), high: electronvolt(0.45) },
    }),
    electronicConductivity: assumed(1e3, 'semimetal; carries no loss'),
    referenceExchangeCurrentDensity: assumed(10, 'no measurement with a solid electrolyte', { spread: { factor: 10 } }),
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
};
