import { assumed, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS, ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';
import { rowsOf } from '../tables/electrolytes.js';
import { printedProperty, withAlternatives } from '../tables/printed-properties.js';
import { onOxidesOf } from './interphases.js';
import { pressedPowder } from './pressed-powder.js';

const rows = rowsOf('Li3InCl6');

export const li3incl6: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'Li3InCl6',
  title: 'Li3InCl6, a halide; reduced by lithium metal',
  temperatureRange: [273.15, 353.15],
  againstLithium:
    `is reduced below 2.38 V (${sources.thickElectrodeReview}, Sec. 2.3.1): the interphase goes on growing `
    + `(${sources.riegger2021}), so that a cell needs an interlayer`,
  properties: {
    density: assumed(2590, 'from memory (crystal, 2.59 to 2.7 g/cm^3); none of the reviews prints it'),
    ionicConductivity: withAlternatives(printedProperty(rows, 'conductivity'), [
      { value: mS(1), source: `${sources.pouchReview}, Table 1 row 9`, note: '15 um PTFE-bound membrane' },
      { value: mS(1.17), source: `${sources.thickElectrodeReview}, Sec. 2.3.1`,
        note: 'recovered from water at 130 degC' },
      { value: mS(2.04), source: `${sources.thickElectrodeReview}, Sec. 2.3.1`, note: 'heated to 200 degC' },
    ]),
    recoveredConductivity: literature([[403.15, mS(1.17)], [473.15, mS(2.04)]],
      `${sources.thickElectrodeReview}, Sec. 2.3.1`, {
      note: 'recovered from water at 130 and 200 degC, measured at 25 degC; between them exponential, which is assumed',
    }),
    lithiumResistance: assumed(ohm(20),
      'of an interlayer, another electrolyte or a coating, that keeps it from lithium; without one it grows without end',
      {
        source: sources.riegger2021,
        spread: { low: ohm(10), high: ohm(50) },
      }),
    criticalCurrentDensity: assumed(mA(1), 'that of Li6PS5Cl, which would stand in between', {
      source: sources.kasemchainan2019,
      spread: { low: mA(0.2), high: mA(2) },
    }),
    oxidationPotential: literature(4.2, `${sources.thickElectrodeReview}, Sec. 1`, {
      note: 'stable below',
      spread: { low: 4.2, high: 4.4 },
    }),
    oxideInterphase: onOxidesOf.Li3InCl6,
    ...pressedPowder,
    ionicConductivityActivationEnergy: assumed(electronvolt(0.35), 'from memory (0.33 to 0.36 eV)'),
  },
};
