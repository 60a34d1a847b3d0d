import { assumed, electronvolt, literature, millisiemensPerCentimetre as mS, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

export const li3ps4Glass: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'Li3PS4-glass',
  title: '75Li2S-25P2S5 glass',
  temperatureRange: [253.15, 373.15],
  properties: {
    density: assumed(1870, 'the 0.7Li2S-0.3P2S5 row next to it', {
      source: `${sources.filmReview}, Table 1`,
      alternatives: [{ value: 1850, source: `${sources.filmReview}, Table 1`, note: 'beta-Li3PS4' }],
    }),
    ionicConductivity: literature(mS(0.4), sources.asano2017, {
      alternatives: [
        { value: mS(0.2), source: `${sources.sulfideReview}, Table 1` },
        { value: mS(0.39), source: sources.shi2020 },
      ],
    }),
    ionicConductivityActivationEnergy: literature(electronvolt(0.35), `${sources.sulfideReview}, Table 1`),
  },
};
