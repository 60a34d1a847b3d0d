import { electronvolt, literature, millisiemensPerCentimetre as mS, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

export const lgps: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LGPS',
  title: 'Li10GeP2S12; grows a mixed-conducting interphase on lithium metal',
  temperatureRange: [253.15, 373.15],
  sintered: true,
  againstLithium: `grows an interphase that conducts ions and electrons (${sources.sulfideReview}, Sec. 3.2, Fig. 15C), which costs more`,
  properties: {
    density: literature(2080, `${sources.filmReview}, Table 1`, {
      alternatives: [{ value: 2040, source: `assumed where ${sources.thickElectrodeReview}, Fig. 1A is recomputed` }],
    }),
    ionicConductivity: literature(mS(12), `${sources.pouchReview}, Sec. 1`, {
      note: 'sintered; also doi 10.1002/aenm.202301142 Table 1 and doi 10.1039/d1ee00551k Table 1',
      alternatives: [
        { value: mS(3.2), source: sources.kato2018, note: 'cold pressed' },
        { value: mS(10), source: `${sources.filmReview}, Sec. 5.3` },
      ],
    }),
    ionicConductivityActivationEnergy: literature(electronvolt(0.25), `${sources.sulfideReview}, Table 1`),
  },
};
