import { assumed, electronvolt, literature, millisiemensPerCentimetre as mS, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

export const llzo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LLZO',
  title: 'Li7La3Zr2O12, a garnet',
  temperatureRange: [253.15, 373.15],
  sintered: true,
  properties: {
    density: literature(5100, sources.llzoRagone),
    ionicConductivity: literature(mS(1), `${sources.commercialisationReview}, Sec. 2.1`, {
      note: 'about, sintered; also the upper end of the oxide class in doi 10.1002/aenm.202301142, Sec. 1',
      alternatives: [
        { value: mS(0.12), source: `${sources.pouchReview}, Table 1 row 7`, note: 'PTFE-bound LLZTO membrane, not sintered' },
      ],
    }),
    ionicConductivityActivationEnergy: assumed(electronvolt(0.3), 'from memory (0.26 to 0.35 eV)'),
  },
};
