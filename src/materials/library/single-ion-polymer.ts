import { assumed, derived, type LibraryMaterial, literature } from '../property.js';
import { sources } from '../sources.js';

export const singleIonPolymer: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'single-ion-polymer',
  title:
    'Ideal single-ion conducting polymer for 60 to 80 degC; real PEO with a salt has a transference number far below 1',
  temperatureRange: [328.15, 358.15],
  properties: {
    density: assumed(1200, 'from memory (PEO 1.1 to 1.2 g/cm^3)'),
    ionicConductivity: literature(0.01, `${sources.dualfoil}, ideal single-ion polymer`, {
      note: 'the source states no temperature; taken at 70 degC',
      alternatives: [
        { value: 0.016, source: sources.dualfoil, note: 'LiClO4-PEO, transference number 0.1' },
        { value: 0.0101e-1, source: `${sources.filmReview}, Table 3`, note: 'PEO-LiTFSI, room temperature' },
      ],
    }),
    ionicConductivityActivationEnergy: assumed(50_000, 'slope at 70 degC, from memory', {
      spread: { low: 40_000, high: 80_000 },
    }),
    vogelTemperature: derived(186, `${sources.filmReview}, Table 3`,
      'glass transition of PEO with LiTFSI, -37 degC, less 50 K (from memory: customary)', {
      spread: { low: 170, high: 220 },
    }),
    oxidationPotential: assumed(4, 'ethers oxidise from about 3.9 V on, from memory', {
      spread: { low: 3.8, high: 4.6 },
    }),
    transferenceNumber: literature(1, `${sources.dualfoil}, ideal single-ion polymer`),
    referenceTemperature: assumed(343.15, 'the source states no temperature'),
  },
};
