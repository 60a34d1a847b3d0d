import { assumed, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS, ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';
import { sulfidesBesideOxides } from './beside-oxides.js';
import { pressedPowderContacts } from './pressed-powder.js';

export const lgps: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LGPS',
  title: 'Li10GeP2S12; grows a mixed-conducting interphase on lithium metal',
  temperatureRange: [253.15, 373.15],
  sintered: true,
  besideOxides: sulfidesBesideOxides,
  againstLithium:
    `grows an interphase that conducts ions and electrons (${sources.sulfideReview}, Sec. 3.2, Fig. 15C) and keeps growing`,
  properties: {
    density: literature(2080, `${sources.filmReview}, Table 1`, {
      alternatives: [{ value: 2040, source: `assumed where ${sources.thickElectrodeReview}, Fig. 1A is recomputed` }],
    }),
    ionicConductivity: literature(mS(12), `${sources.pouchReview}, Sec. 1`, {
      spread: { low: mS(3.2), high: mS(12) },
      note: 'sintered; also doi 10.1002/aenm.202301142 Table 1 and doi 10.1039/d1ee00551k Table 1',
      alternatives: [
        { value: mS(3.2), source: sources.kato2018, note: 'cold pressed' },
        { value: mS(10), source: `${sources.filmReview}, Sec. 5.3` },
      ],
    }),
    lithiumResistance: assumed(ohm(20),
      'of an interlayer that keeps it from lithium; without one the interphase keeps growing', {
      spread: { low: ohm(10), high: ohm(100) },
    }),
    criticalCurrentDensity: assumed(mA(1), 'that of Li6PS5Cl', { source: sources.kasemchainan2019,
      spread: { low: mA(0.2), high: mA(2) } }),
    oxidationPotential: literature(2.14, `${sources.sulfideReview}, Sec. 2.2, Fig. 9A`, {
      note: 'computed; 2.1 V by cyclic voltammetry with carbon',
      spread: { low: 2.1, high: 3 },
      alternatives: [{ value: 5, source: `${sources.filmReview}, Table 1`,
        note: 'apparent, in a cell without carbon' }],
    }),
    contactConstriction: pressedPowderContacts,
    ionicConductivityActivationEnergy: literature(electronvolt(0.25), `${sources.sulfideReview}, Table 1`),
  },
};
