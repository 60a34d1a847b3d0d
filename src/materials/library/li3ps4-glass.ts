import { assumed, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS } from '../property.js';
import { sources } from '../sources.js';
import { rowsOf } from '../tables/electrolytes.js';
import { alternativesOf, printedProperty, withAlternatives } from '../tables/printed-properties.js';
import { sulfidesBesideOxides } from './beside-oxides.js';
import { pressedPowder } from './pressed-powder.js';

const rows = rowsOf('Li3PS4-glass');

export const li3ps4Glass: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'Li3PS4-glass',
  title: '75Li2S-25P2S5 glass',
  temperatureRange: [253.15, 373.15],
  besideOxides: sulfidesBesideOxides,
  properties: {
    density: assumed(1870, 'the 0.7Li2S-0.3P2S5 row next to it', {
      source: `${sources.filmReview}, Table 1`,
      alternatives: [{ value: 1850, source: `${sources.filmReview}, Table 1`, note: 'beta-Li3PS4' }],
    }),
    ionicConductivity: literature(mS(0.4), sources.asano2017, {
      alternatives: [
        ...alternativesOf(rows, 'conductivity'),
        { value: mS(0.39), source: sources.shi2020 },
      ],
    }),
    criticalCurrentDensity: assumed(mA(1), 'that of Li6PS5Cl', {
      source: sources.kasemchainan2019,
      spread: { low: mA(0.2), high: mA(2) },
      alternatives: [
        { value: mA(2), source: `${sources.sulfideReview}, Sec. 3.2 (1)`, note: 'more than, with LiF on lithium' },
        { value: mA(3.9), source: `${sources.sulfideReview}, Sec. 3.2 (3)`, note: 'with 30 mol% LiI, at 100 degC' },
      ],
    }),
    oxidationPotential: literature(2.1, `${sources.sulfideReview}, Sec. 2.2`, {
      note: 'computed, of the class',
      spread: { low: 2.1, high: 3 },
      alternatives: [{ value: 5, source: `${sources.filmReview}, Table 1`,
        note: 'apparent, in a cell without carbon' }],
    }),
    ...pressedPowder,
    ionicConductivityActivationEnergy: withAlternatives(printedProperty(rows, 'activationEnergy')),
  },
};
