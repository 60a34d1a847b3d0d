import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVOGADRO, FARADAY, GAS_CONSTANT } from '../../src/units/constants.js';
import { type DimensionName, dimensions } from '../../src/units/dimension.js';
import { formatQuantity, parseQuantity, toDisplay } from '../../src/units/quantity.js';

const names = Object.keys(dimensions) as DimensionName[];

describe('constants', () => {
  it('are the CODATA 2022 values', () => {
    expect(FARADAY).toBeCloseTo(96485.33212331, 8);
    expect(GAS_CONSTANT).toBeCloseTo(8.31446261815324, 13);
  });
});

describe('parseQuantity', () => {
  it.each<[string, DimensionName, number]>([
    ['77 um', 'length', 7.7e-5],
    ['77um', 'length', 7.7e-5],
    ['77 µm', 'length', 7.7e-5],
    ['77 μm', 'length', 7.7e-5],
    ['1e3 nm', 'length', 1e-6],
    ['1.9 mS/cm', 'conductivity', 0.19],
    ['1.9 mS cm^-1', 'conductivity', 0.19],
    ['1.9 mS·cm⁻¹', 'conductivity', 0.19],
    ['1.9 mS cm-1', 'conductivity', 0.19],
    ['2 S/cm', 'conductivity', 200],
    ['26 mg/cm^2', 'massLoading', 0.26],
    ['26 mg/cm²', 'massLoading', 0.26],
    ['25 degC', 'temperature', 298.15],
    ['25 °C', 'temperature', 298.15],
    ['-10 degC', 'temperature', 263.15],
    ['298.15 K', 'temperature', 298.15],
    ['4 ohm cm^2', 'areaSpecificResistance', 4e-4],
    ['4 Ω·cm²', 'areaSpecificResistance', 4e-4],
    ['4 Ω cm2', 'areaSpecificResistance', 4e-4],
    ['0.25 eV', 'energyPerMole', 0.25 * FARADAY],
    ['250 meV', 'energyPerMole', 0.25 * FARADAY],
    ['24 kJ/mol', 'energyPerMole', 24000],
    ['200 mAh/g', 'specificCapacity', 720000],
    ['200 Ah/kg', 'specificCapacity', 720000],
    ['4.77 g/cm^3', 'density', 4770],
    ['1e-15 m^2/s', 'diffusivity', 1e-15],
    ['85 wt%', 'fraction', 0.85],
    ['20 vol%', 'fraction', 0.2],
    ['20 %', 'fraction', 0.2],
    ['0.85', 'fraction', 0.85],
    ['5 mA/cm^2', 'currentDensity', 50],
    ['5 mA/cm/cm', 'currentDensity', 50],
    ['4 mAh/cm^2', 'arealCapacity', 144000],
    ['10 h', 'time', 36000],
    ['1 min', 'time', 60],
    ['2.5 V', 'voltage', 2.5],
    ['300 mV', 'voltage', 0.3],
    ['49 mol/L', 'concentration', 49000],
    ['53.04 cm^2', 'area', 0.005304],
    ['400 J/(m^2 K)', 'arealHeatCapacity', 400],
    ['0.04 J/cm^2/K', 'arealHeatCapacity', 400],
    ['10 W/(m²·K)', 'heatTransferCoefficient', 10],
    ['1 mW cm^-2 K^-1', 'heatTransferCoefficient', 10],
    ['1.5', 'dimensionless', 1.5],
  ])('reads %s as a %s', (text, dimension, si) => {
    const reading = parseQuantity(text, dimension);
    expect(reading.ok && Math.abs(reading.value / si - 1) < 1e-14).toBe(true);
  });

  it('hides the round-off of the conversion', () => {
    expect(parseQuantity('77 um', 'length')).toEqual({ ok: true, value: 7.7e-5 });
    expect(parseQuantity('26 mg/cm^2', 'massLoading')).toEqual({ ok: true, value: 0.26 });
  });

  it('accepts bare numbers for fractions and plain numbers only', () => {
    expect(parseQuantity(0.85, 'fraction')).toEqual({ ok: true, value: 0.85 });
    expect(parseQuantity(1.5, 'dimensionless')).toEqual({ ok: true, value: 1.5 });
    for (const name of names.filter((n) => n !== 'fraction' && n !== 'dimensionless')) {
      expect(parseQuantity(1, name), name).toMatchObject({ ok: false, received: '1 without a unit' });
    }
  });

  it.each<[string, DimensionName]>([
    ['77 kg', 'length'],
    ['um', 'length'],
    ['77 foo', 'length'],
    ['1,5 mm', 'length'],
    ['', 'length'],
    ['1e999 m', 'length'],
    ['25 C', 'temperature'],
    ['3 %', 'dimensionless'],
    ['4 ohm', 'areaSpecificResistance'],
    ['5 mA', 'currentDensity'],
    ['3 J', 'energyPerMole'],
    ['10 mAh', 'arealCapacity'],
    ['NaN V', 'voltage'],
  ])('refuses %s as a %s', (text, dimension) => {
    expect(parseQuantity(text, dimension).ok).toBe(false);
  });

  it('says what to write instead', () => {
    expect(parseQuantity('77 kg', 'length')).toEqual({
      ok: false,
      expected: 'a length such as "77 um"',
      received: '"77 kg"',
      remedy: 'write a length unit, e.g. 77 um',
    });
  });

  it('reads every example of the table', () => {
    for (const name of names) expect(parseQuantity(dimensions[name].example, name).ok, name).toBe(true);
  });
});

describe('formatQuantity', () => {
  it('shows the units of the field', () => {
    expect(formatQuantity(7.7e-5, 'length')).toBe('77 um');
    expect(formatQuantity(0.19, 'conductivity')).toBe('1.9 mS/cm');
    expect(formatQuantity(298.15, 'temperature')).toBe('25 degC');
    expect(formatQuantity(0.85, 'fraction')).toBe('85 %');
    expect(formatQuantity(1.5, 'dimensionless')).toBe('1.5');
    expect(formatQuantity(0.052, 'length')).toBe('52 mm');
    expect(formatQuantity(7200, 'time')).toBe('2 h');
    expect(toDisplay(AVOGADRO, 'dimensionless')).toEqual({ value: AVOGADRO, unit: '' });
  });

  it('is read back as the same number', () => {
    const value = fc.double({ min: 1e-20, max: 1e12, noNaN: true });
    fc.assert(fc.property(fc.constantFrom(...names), value, (name, si) => {
      const reading = parseQuantity(formatQuantity(si, name, 17), name);
      // a temperature goes through an offset, so its error is that of 273 K
      const scale = name === 'temperature' ? Math.max(si, 273.15) : si;
      return reading.ok && Math.abs(reading.value - si) <= 1e-14 * scale;
    }));
  });
});
