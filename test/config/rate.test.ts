import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRate, readRate } from '../../src/config/rate.js';

describe('rates', () => {
  it.each([
    ['C/3', 1 / 3],
    ['1C', 1],
    ['C', 1],
    ['0.5C', 0.5],
    ['2 C', 2],
    ['C / 10', 0.1],
    ['.5C', 0.5],
    ['1C/2', 0.5],
  ])('%s is %d per hour', (text, value) => {
    expect(readRate(text)).toMatchObject({ ok: true, value: { kind: 'cRate', value } });
  });

  it('may be current densities', () => {
    expect(readRate('2 mA/cm^2')).toEqual({ ok: true, value: { kind: 'currentDensity', value: 20 } });
  });

  it.each(['C/0', '0C', '-1C', '3', '1 C/g', '2 mA', 'each', '0 mA/cm^2', '-1 mA/cm^2', 5, null])('%s is none',
    (text) => {
      expect(readRate(text).ok).toBe(false);
    });

  it('are read back as written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.boolean(), (n, inverse) => {
      const value = inverse ? 1 / n : n;
      const reading = readRate(formatRate({ kind: 'cRate', value }));
      return reading.ok && Math.abs(reading.value.value - value) < 1e-8 * value;
    }));
    expect(formatRate({ kind: 'cRate', value: 1 / 3 })).toBe('C/3');
    expect(formatRate({ kind: 'currentDensity', value: 5 })).toBe('0.5 mA/cm2');
    expect(formatRate({ kind: 'cRate', value: 1.25 })).toBe('1.25C');
    for (const text of ['C/7.5', 'C/1.5', 'C/2.5', '0.4C', '0.5C', 'C/2', '0.15C']) {
      const reading = readRate(text);
      expect(reading.ok && formatRate(reading.value)).toBe(text);
    }
    expect(formatRate({ kind: 'cRate', value: 0.0985 })).toBe('0.0985C');
  });
});
