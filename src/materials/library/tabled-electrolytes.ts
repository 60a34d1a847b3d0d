import { assumed, derived, electronvolt, type LibraryMaterial, literature, milliamperesPerSquareCentimetre as mA,
  millisiemensPerCentimetre as mS, ohmSquareCentimetres as ohm, type Property } from '../property.js';
import { sources } from '../sources.js';
import { tabledElectrolytes } from '../tables/electrolytes.js';
import { apparentOxidation, assumedDensity, informativeProperties, printedProperty,
  printedTemperature } from '../tables/printed-properties.js';
import type { ElectrolyteFamily, PrintedRow, TabledElectrolyte } from '../tables/printed.js';
import { sulfidesBesideOxides } from './beside-oxides.js';
import { onLithiumOf } from './interphases.js';
import { pressedPowder } from './pressed-powder.js';
import { prices } from './prices.js';

/** Activation energy where none is printed [eV]: of relatives in the same tables, or from memory. */
const familyEnergies: Readonly<Record<ElectrolyteFamily, number>> = {
  argyrodite: 0.33,
  LGPS: 0.26,
  thiophosphate: 0.35,
  sulfide: 0.4,
  halide: 0.35,
  garnet: 0.35,
  oxide: 0.4,
  polymer: 0.5,
  hydride: 0.3,
};

const sulfides: readonly ElectrolyteFamily[] = ['argyrodite', 'LGPS', 'thiophosphate', 'sulfide'];

/** What lithium reduces to something that conducts electrons: metals and metalloids beside phosphorus, and the metals of halides. */
const reducible = /Ge|Sn|As|Sb|Si|Al|Ti|Y|Zr(?=Cl)/;

function toMaterial({ name, title, family, assumedDensity: guess, choice, rows }: TabledElectrolyte): LibraryMaterial {
  const sulfide = sulfides.includes(family);
  const reduced = reducible.test(name) && family !== 'polymer' && family !== 'garnet';
  const sintered = rows[0].state === 'sintered' || rows[0].state === 'hot pressed';
  return {
    kind: 'electrolyte',
    name,
    title,
    temperatureRange: [253.15, 353.15],
    ...(sintered && { sintered: true as const }),
    ...(sulfide && { besideOxides: sulfidesBesideOxides }),
    ...(reduced && { againstLithium: `is reduced by it (${sources.sulfideReview}, Sec. 3.2, Fig. 15C, of its kind), `
      + 'and the interphase conducts electrons and keeps growing: a cell needs an interlayer' }),
    properties: {
      ...(Object.hasOwn(printedPrices, name) && { price: printedPrices[name] }),
      density: printedProperty(rows, 'density') ?? assumedDensity(guess ?? NaN),
      ...conduction(rows, family, choice),
      ...(sulfide && sulfideProperties(rows)),
      ...(reduced && { lithiumResistance: assumed(ohm(20), 'of an interlayer that keeps it from lithium, as of LGPS', {
        spread: { low: ohm(10), high: ohm(100) },
      }) }),
      ...(Object.hasOwn(onLithiumOf, name) && { lithiumInterphase: onLithiumOf[name] }),
      ...(family === 'halide' && { oxidationPotential: literature(4.2, `${sources.thickElectrodeReview}, Sec. 1`, {
        note: 'stable below, of the class',
        spread: { low: 4.2, high: 4.4 },
      }) }),
      ...(sulfide || family === 'halide' || family === 'hydride' ? pressedPowder : {}),
      ...informativeProperties(rows),
    },
  };
}

/** What a review prints of their costs. */
const printedPrices: Readonly<Record<string, Property>> = { Li2ZrCl6: prices.li2zrcl6 };

/** The total of grains and boundaries, or both apart where a row parts them. */
function conduction(rows: readonly PrintedRow[], family: ElectrolyteFamily,
  choice?: string): Readonly<Record<string, Property>>
{
  const temperature = printedTemperature(rows);
  const total = printedProperty(rows, 'conductivity', choice);
  if (total === undefined) throw new Error('a row without a conductivity');
  const energy = printedProperty(rows, 'activationEnergy')
    ?? assumed(electronvolt(familyEnergies[family]), 'not printed: of its relatives', {
      spread: { low: electronvolt(familyEnergies[family] - 0.1), high: electronvolt(familyEnergies[family] + 0.1) },
    });
  return {
    ionicConductivity: total,
    ionicConductivityActivationEnergy: energy,
    ...(temperature && { referenceTemperature: temperature }),
    ...partedGrains(rows, total),
  };
}

/** Grains of 1 um, of which only the resistance over the size counts: Rgb / d = 1 / kappa - 1 / kappaGrain. */
const grainSize = 1e-6;

function partedGrains(rows: readonly PrintedRow[], total: Property): Readonly<Record<string, Property>> {
  const row = rows.find(({ grainConductivity }) => grainConductivity !== undefined);
  const grains = printedProperty(rows, 'grainConductivity');
  const energy = printedProperty(rows, 'grainBoundaryActivationEnergy');
  if (row?.conductivity === undefined || row.grainConductivity === undefined || !grains || !energy) return {};
  const resistance = (1 / mS(row.conductivity) - 1 / mS(row.grainConductivity)) * grainSize;
  return {
    ionicConductivity: { ...grains, note: 'of the grains; with their boundaries the total stands among the others',
      alternatives: [{ value: mS(row.conductivity), source: String(total.source), note: 'total' },
        ...total.alternatives ?? []], spread: { factor: 1.3 } },
    grainSize: assumed(grainSize, 'only the resistance over the size counts'),
    grainBoundaryResistance: derived(resistance, String(total.source),
      `${row.conductivity} mS/cm in total, ${row.grainConductivity} of the grains`),
    grainBoundaryActivationEnergy: energy,
  };
}

/** Thiophosphates and their like at the contacts of a cell. */
const sulfideProperties = (rows: readonly PrintedRow[]): Readonly<Record<string, Property>> => ({
  oxidationPotential: literature(2.1, `${sources.sulfideReview}, Sec. 2.2`, {
    note: 'computed, of the class',
    spread: { low: 2.1, high: 3 },
    alternatives: apparentOxidation(rows),
  }),
  criticalCurrentDensity: assumed(mA(1), 'that of Li6PS5Cl', { source: sources.kasemchainan2019,
    spread: { low: mA(0.2), high: mA(2) } }),
});

/**
 * The electrolytes of the reviews' tables and texts of which the library knows what these print, and no more. What they leave out is assumed by
 * family and says so. Those with a file of their own (Li6PS5Cl, LGPS, Li3PS4-glass, Li3InCl6, LLZO) take their rows as alternatives.
 */
export const electrolytesOfTables: readonly LibraryMaterial[] = tabledElectrolytes.map(toMaterial);
