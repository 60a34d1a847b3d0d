import { expect, it } from 'vitest';
import { conversionOf } from '../../src/units/conversion.js';
import type { DimensionName } from '../../src/units/dimension.js';
import { type DocumentUnit, units, unitSize, unitText } from '../../src/units/document-units.js';

it.each<[DocumentUnit, string, DimensionName]>([
  ['mA_cm2', 'mA/cm^2', 'currentDensity'],
  ['mAh_cm2', 'mAh/cm^2', 'arealCapacity'],
  ['mAh_g', 'mAh/g', 'specificCapacity'],
  ['mW_cm2', 'mW/cm^2', 'powerDensity'],
  ['mV', 'mV', 'voltage'],
  ['um', 'um', 'length'],
  ['mg_cm2', 'mg/cm^2', 'massLoading'],
  ['g_cm3', 'g/cm^3', 'density'],
  ['mS_cm', 'mS/cm', 'conductivity'],
  ['ohm_cm2', 'ohm cm^2', 'areaSpecificResistance'],
  ['mF_cm2', 'mF/cm^2', 'arealCapacitance'],
  ['g', 'g', 'mass'],
  ['Wh_kg', 'Wh/kg', 'specificEnergy'],
  ['Wh_L', 'Wh/L', 'energyDensity'],
])('a %s of a document is a %s of a case', (key, written, dimension) => {
  expect(units[key]).toBeCloseTo(conversionOf(written, dimension)?.factor ?? NaN, 12);
});

it('the unit of a key is what follows its name', () => {
  expect(unitText('arealCapacity_mAh_cm2')).toBe('mAh/cm²');
  expect(unitSize('arealCapacity_mAh_cm2')).toBe(36e3);
  expect([unitText('utilisation'), unitSize('utilisation')]).toEqual(['', 1]);
});
