import { assumed, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS } from '../property.js';
import { sources } from '../sources.js';
import { rowsOf } from '../tables/electrolytes.js';
import { alternativesOf, apparentOxidation, informativeProperties, printedProperty,
  withAlternatives } from '../tables/printed-properties.js';
import { sulfidesBesideOxides } from './beside-oxides.js';
import { onLithiumOf, onOxidesOf } from './interphases.js';
import { pressedPowder } from './pressed-powder.js';
import { prices } from './prices.js';

const rows = rowsOf('Li6PS5Cl');

export const li6ps5cl: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'Li6PS5Cl',
  title: 'Li6PS5Cl, a sulfide argyrodite',
  temperatureRange: [253.15, 353.15],
  besideOxides: sulfidesBesideOxides,
  properties: {
    price: prices.li6ps5cl,
    density: literature(1860, `${sources.ketter2025}, constituents`, {
      alternatives: alternativesOf(rows, 'density'),
    }),
    ionicConductivity: literature(mS(2.33), `${sources.ketter2025}, constituents`, {
      note: 'pressed at 370 MPa, measured at 50 MPa and 25 degC; the reviews state neither pressure nor temperature',
      spread: { low: mS(1), high: mS(3.2) },
      alternatives: [
        ...alternativesOf(rows, 'conductivity'),
        { value: mS(1.02), source: sources.bazzoun2026, note: 'pellet of fine powder' },
        { value: mS(2.2), source: sources.schlautmann2023 },
        { value: mS(2.25), source: `${sources.doux2020}, SI Table S2` },
        { value: mS(3.13), source: `${sources.yanev2024}, Table I`, note: '30 degC' },
      ],
    }),
    recoveredConductivity: assumed([[453.15, mS(0.4)], [673.15, mS(2)]],
      'of Li6PS5Cl0.5Br0.5 recovered from solution at 180 and 400 degC, at an unstated temperature; between them exponential',
      { source: `${sources.thickElectrodeReview}, Sec. 2.3.1` }),
    criticalCurrentDensity: literature(mA(1), sources.kasemchainan2019, {
      note: 'stripping at 7 MPa: voids from there on; 0.2 at 3 MPa; plating 2',
      spread: { low: mA(0.2), high: mA(2) },
      alternatives: [
        { value: mA(0.2), source: sources.kasemchainan2019, note: 'stripping at 3 MPa' },
        { value: mA(2), source: sources.kasemchainan2019, note: 'plating' },
        { value: mA(0.3), source: `${sources.filmReview}, Table 7`, note: 'film of 50 um with binder, 30 degC' },
      ],
    }),
    oxidationPotential: literature(2.6, `${sources.sulfideReview}, Sec. 3.1.4, Fig. 14B`, {
      note: 'first oxidation peak with carbon, 2.6 to 3.0 V',
      spread: { low: 2.1, high: 3 },
      alternatives: [
        { value: 2.1, source: `${sources.sulfideReview}, Sec. 2.2`, note: 'computed, of the class' },
        ...apparentOxidation(rows),
      ],
    }),
    lithiumInterphase: onLithiumOf.Li6PS5Cl,
    oxideInterphase: onOxidesOf.Li6PS5Cl,
    ...pressedPowder,
    ionicConductivityActivationEnergy: withAlternatives(printedProperty(rows, 'activationEnergy'), [
      { value: electronvolt(0.33), source: sources.choi2024, note: 'Li5.75PS4.75Cl1.25' },
    ]),
    ...informativeProperties(rows),
  },
};
