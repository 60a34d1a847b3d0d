import { assumed, electronvolt, type LibraryMaterial, millisiemensPerCentimetre as mS } from '../property.js';
import { sources } from '../sources.js';

/** A coating: of cathode particles in sulfides, 5 to 20 nm thick. */
export const linbo3: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiNbO3',
  title: 'LiNbO3, amorphous, a coating of cathode particles',
  temperatureRange: [273.15, 373.15],
  properties: {
    density: assumed(4640, 'crystal, from memory'),
    ionicConductivity: assumed(mS(1e-3),
      'amorphous films of 1e-6 S/cm, from memory; 5 nm cost 0.5 ohm cm^2 of particle surface', {
      spread: { low: mS(6e-5), high: mS(1e-2) },
      alternatives: [
        { value: mS(6e-5), source: 'atomic layer deposition, from memory' },
        { value: mS(8.4e-2), source: `${sources.sulfideReview}, Sec. 3.1.1`,
          note: 'another coating, Li0.35La0.5Sr0.05TiO3' },
      ],
    }),
    ionicConductivityActivationEnergy: assumed(electronvolt(0.45), 'from memory (0.4 to 0.6 eV)', {
      spread: { low: electronvolt(0.4), high: electronvolt(0.6) },
    }),
  },
};
