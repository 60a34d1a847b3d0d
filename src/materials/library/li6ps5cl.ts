import { assumed, electronvolt, literature, millisiemensPerCentimetre as mS, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const li6ps5cl: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'Li6PS5Cl',
  title: 'Li6PS5Cl, a sulfide argyrodite',
  temperatureRange: [253.15, 353.15],
  properties: {
    price: prices.li6ps5cl,
    density: literature(1860, `${sources.ketter2025}, constituents`, {
      alternatives: [{ value: 1640, source: `${sources.filmReview}, Table 1` }],
    }),
    ionicConductivity: literature(mS(2.33), `${sources.ketter2025}, constituents`, {
      note: 'pressed at 370 MPa, measured at 50 MPa and 25 degC; the reviews state neither pressure nor temperature',
      alternatives: [
        { value: mS(0.62), source: `${sources.sulfideReview}, Sec. 1.2.2`,
          note: 'the value that doi 10.1002/aenm.202301142 prints for Li6PS5Br' },
        { value: mS(1.02), source: sources.bazzoun2026, note: 'pellet of fine powder' },
        { value: mS(1.3), source: `${sources.filmReview}, Table 1` },
        { value: mS(1.33), source: `${sources.sulfideReview}, Table 1, second line` },
        { value: mS(1.9), source: `${sources.sulfideReview}, Table 1` },
        { value: mS(2.2), source: sources.schlautmann2023 },
      ],
    }),
    recoveredConductivity: assumed([[453.15, mS(0.4)], [673.15, mS(2)]],
      'of Li6PS5Cl0.5Br0.5 recovered from solution at 180 and 400 degC, at an unstated temperature; between them exponential',
      { source: `${sources.thickElectrodeReview}, Sec. 2.3.1` }),
    ionicConductivityActivationEnergy: literature(electronvolt(0.38), `${sources.sulfideReview}, Table 1`, {
      alternatives: [
        { value: electronvolt(0.33), source: `${sources.sulfideReview}, Table 1, Li6PS5X`, note: 'lower end of 0.33 to 0.41 eV' },
        { value: electronvolt(0.33), source: sources.choi2024, note: 'Li5.75PS4.75Cl1.25' },
      ],
    }),
  },
};
