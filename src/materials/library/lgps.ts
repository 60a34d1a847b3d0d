import { assumed, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS, ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';
import { rowsOf } from '../tables/electrolytes.js';
import { apparentOxidation, informativeProperties, printedProperty,
  withAlternatives } from '../tables/printed-properties.js';
import { sulfidesBesideOxides } from './beside-oxides.js';
import { onLithiumOf } from './interphases.js';
import { pressedPowder } from './pressed-powder.js';

const rows = rowsOf('LGPS');

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
    density: withAlternatives(printedProperty(rows, 'density'), [
      { value: 2040, source: `assumed where ${sources.thickElectrodeReview}, Fig. 1A is recomputed` },
    ]),
    ionicConductivity: {
      ...withAlternatives(printedProperty(rows, 'conductivity'), [
        { value: mS(3.2), source: sources.kato2018, note: 'cold pressed' },
        { value: mS(10), source: `${sources.filmReview}, Sec. 5.3` },
      ]),
      note: 'sintered',
      spread: { low: mS(3.2), high: mS(12) },
    },
    lithiumResistance: assumed(ohm(20),
      'of an interlayer that keeps it from lithium; without one the interphase keeps growing', {
      spread: { low: ohm(10), high: ohm(100) },
    }),
    criticalCurrentDensity: assumed(mA(1), 'that of Li6PS5Cl', { source: sources.kasemchainan2019,
      spread: { low: mA(0.2), high: mA(2) } }),
    oxidationPotential: literature(2.14, `${sources.sulfideReview}, Sec. 2.2, Fig. 9A`, {
      note: 'computed; 2.1 V by cyclic voltammetry with carbon',
      spread: { low: 2.1, high: 3 },
      alternatives: apparentOxidation(rows),
    }),
    lithiumInterphase: onLithiumOf.LGPS,
    ...pressedPowder,
    ionicConductivityActivationEnergy: withAlternatives(printedProperty(rows, 'activationEnergy'), [
      { value: electronvolt(0.22), source: `${sources.sulfideReview}, Sec. 1.2.2`, note: 'nuclear magnetic resonance' },
    ]),
    ...informativeProperties(rows),
  },
};
