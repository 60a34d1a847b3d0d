import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitOf } from '../../src/units/unit-table.js';

const factorOf = (text: string): number => unitOf(text)?.factor ?? NaN;
const near = (text: string, si: number): void => expect(factorOf(text) / si).toBeCloseTo(1, 14);

describe('a unit', () => {
  it('takes prefixes as symbols and as names, and knows words and plurals', () => {
    near('mAh', 3.6);
    near('kWh', 3.6e6);
    near('milliampere', 1e-3);
    near('micrometers', 1e-6);
    near('hours', 3600);
  });

  it('is named whole before it is a prefix and another one', () => {
    near('min', 60);
    near('mol', 1);
    near('ft', 0.3048);
    near('Pa', 1);
  });

  it('follows from definitions: a volt is a watt per ampere, a psi a pound-force per square inch', () => {
    expect(unitOf('V')?.exponents).toEqual(unitOf('kg m^2/s^3 A')?.exponents);
    near('psi', 6894.757293168361);
    near('ohm S', 1);
  });

  it('has its zero where it stands alone', () => {
    expect(unitOf('degC')?.offset).toBe(273.15);
    expect(unitOf('degF')?.offset).toBeCloseTo(255.3722222222222, 12);
    expect(unitOf('V/degC')?.offset).toBe(0);
  });

  it('of a quotient is that of the product with the exponent turned round', () => {
    const names = fc.constantFrom('m', 'g', 'mAh', 'kJ', 'mol', 'eV', 'ohm', 'L');
    fc.assert(fc.property(names, names, fc.integer({ min: 1, max: 3 }), (one, other, n) => {
      near(`${one}/${other}^${n}`, factorOf(`${one} ${other}^-${n}`));
      expect(unitOf(`${one}/${other}^${n}`)?.exponents).toEqual(unitOf(`${one} ${other}^-${n}`)?.exponents);
    }));
  });

  it('is none where a name is not known', () => {
    for (const text of ['', 'foo', 'kmin', 'm^', 'm^^2', 'm/s/s', '5 m']) expect(unitOf(text)).toBeUndefined();
  });
});
