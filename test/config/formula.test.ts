import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '../../src/config/fields/formula.js';

const formula = (text: string) => {
  const reading = readFormula(text);
  if (!reading.ok) throw new Error(`${text}: expected ${reading.expected}, found ${reading.found}`);
  return reading.of;
};

/** Formulas that are smooth and of order one on 0.2..0.8. */
const formulas = fc.letrec<{ all: string }>((tie) => ({
  all: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('s', '1.5', '0.3', '2e-1'),
    fc.tuple(tie('all'), fc.constantFrom('+', '-', '*'), tie('all')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('all').map((a) => `(${a}) / (2 + s)`),
    tie('all').map((a) => `tanh(${a})`),
    tie('all').map((a) => `exp(-(${a})^2)`),
    tie('all').map((a) => `sqrt(1 + (${a})**2)`),
    tie('all').map((a) => `-atan(${a})`),
  ),
})).all;

describe('a formula', () => {
  it.each([
    ['1 + 2*3', 7],
    ['-s^2', -0.25],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['8/4/2', 1],
    ['1 - 2 - 3', -4],
    ['ln(exp(s))', 0.5],
    ['log10(100)', 2],
    ['.5 + 1e-1 + 2E0', 2.6],
    ['cosh(0) + sinh(0) + cos(0) + sin(0)', 2],
  ])('%s is %d at s = 1/2', (text, value) => expect(formula(text).value(0.5)).toBeCloseTo(value, 12));

  it('has one variable, whatever it is called', () => {
    const reading = readFormula('0.1297*(c/1000)**3 - 2.51*(c/1000)**1.5 + 3.329*(c/1000)', 'c');
    expect(reading.ok && reading.of.value(1000)).toBeCloseTo(0.9487, 12);
    expect(readFormula('s', 'c')).toMatchObject({ ok: false, found: '"s"' });
  });

  it('has the slope of its differences', () => {
    fc.assert(fc.property(formulas, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (text, s) => {
      const f = formula(text);
      const h = 1e-5;
      const difference = (f.value(s + h) - f.value(s - h)) / (2 * h);
      expect(Math.abs(f.slope(s) - difference)).toBeLessThan(1e-5 * (1 + Math.abs(difference)));
    }));
  });

  it.each([['', 'the end'], ['1 +', 'the end'], ['2 s', '"s"'], ['f(s)', '"f"'], ['exp s', '"s"'], ['(s', 'the end'], [
    's)',
    '")"',
  ], ['s $ 2', 'a sign that no formula has'], ['constructor(s)', '"constructor"'], ['('.repeat(5000),
    'a sign that no formula has']])(
      '%j is refused',
      (text, found) => expect(readFormula(text)).toMatchObject({ ok: false, found }),
    );
});
