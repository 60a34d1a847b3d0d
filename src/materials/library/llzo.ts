import { assumed, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS, ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';
import { rowsOf } from '../tables/electrolytes.js';
import { printedProperty, withAlternatives } from '../tables/printed-properties.js';

const rows = rowsOf('LLZO');

export const llzo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LLZO',
  title: 'Li7La3Zr2O12, a garnet',
  temperatureRange: [253.15, 373.15],
  sintered: true,
  properties: {
    density: literature(5100, sources.llzoRagone),
    ionicConductivity: {
      ...withAlternatives(printedProperty(rows, 'conductivity'), [
        { value: mS(0.12), source: `${sources.pouchReview}, Table 1 row 7`,
          note: 'PTFE-bound LLZTO membrane, not sintered' },
      ]),
      spread: { low: mS(0.3), high: mS(1) },
      note: 'about, sintered; also the upper end of the oxide class in doi 10.1002/aenm.202301142, Sec. 1',
    },
    lithiumResistance: literature(ohm(10), sources.zhou2018, {
      note: 'with ZnO on a garnet',
      spread: { low: ohm(1), high: ohm(70) },
      alternatives: [
        { value: ohm(70), source: sources.zhou2018, note: 'the same garnet uncoated' },
        { value: ohm(1.02), source: sources.mann2022, note: 'with 120 nm of LiNbO3' },
      ],
    }),
    criticalCurrentDensity: literature(mA(0.5), sources.mann2022, { note: 'at least, with LiNbO3',
      spread: { low: mA(0.1), high: mA(2) } }),
    oxidationPotential: literature(5, `${sources.thickElectrodeReview}, Sec. 1`, {
      note: 'more than',
      spread: { low: 2.9, high: 6 },
      alternatives: [{
        value: 2.91,
        source: 'doi 10.1021/acsami.5b07517, computed (from memory)',
        note: 'slow: no oxide cathode is reported to suffer',
      }],
    }),
    ionicConductivityActivationEnergy: assumed(electronvolt(0.3), 'from memory (0.26 to 0.35 eV)'),
  },
};
