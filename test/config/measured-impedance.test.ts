import { describe, expect, it } from 'vitest';
import { readMeasuredImpedance } from '../../src/config/files/measured-impedance.js';

/** 5 ohm in series with 10 ohm parallel to 1 mF: [Hz, Re, Im]. */
const circuit = [1e3, 100, 10, 1, 0.1].map((f) => {
  const q = 2 * Math.PI * f * 10e-3;
  return [f, 5 + 10 / (1 + q * q), -10 * q / (1 + q * q)];
});

const table = (head: readonly string[], separator: string, sign: 1 | -1, rows = circuit): string =>
  [...head, ...rows.map(([f, re, im]) => [f, re, sign * im].join(separator))].join('\n');

const told = (text: string): string[] => {
  const reading = readMeasuredImpedance(text);
  return reading.ok ? [] : reading.problems.map(({ line, expected }) => `${line} ${expected}`);
};

describe('a measured impedance', () => {
  it.each([
    ['one’s own', table(['frequency [Hz], Re Z [ohm cm^2], Im Z [ohm cm^2]'], ', ', 1), 'area', 1e-4],
    ['one’s own with the sign of a Nyquist plot',
      table(['f (kHz); Z\' (mohm cm2); -Z\'\' (mohm cm2)'], '; ', -1,
        circuit.map(([f, re, im]) => [f / 1e3, 1e3 * re, 1e3 * im])), 'area', 1e-4],
    ['Biologic', table(['EC-Lab ASCII FILE', 'Nb header lines : 3', 'freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm'], '\t', -1),
      'cell', 1],
    ['Gamry',
      ['EXPLAIN', 'ZCURVE\tTABLE', '\tPt\tFreq\tZreal\tZimag', '\t#\tHz\tohm\tohm',
        ...circuit.map(([f, re, im], k) => `\t${k}\t${f}\t${re}\t${im}`)].join('\n'), 'cell', 1],
    ['catholith eis', table(['frequency_Hz,total_real_ohm_cm2,total_imaginary_ohm_cm2'], ',', 1), 'area', 1e-4],
  ])('as a table of %s', (_, text, basis, unit) => {
    const reading = readMeasuredImpedance(text);
    if (!reading.ok) throw new Error(told(text).join('\n'));
    const { impedance } = reading;
    expect(impedance).toMatchObject({ basis, inductive: 0 });
    circuit.forEach(([f, re, im], k) => {
      expect(impedance.frequency[k] / f).toBeCloseTo(1, 12);
      expect(impedance.real[k] / (unit * re)).toBeCloseTo(1, 12);
      expect(impedance.imaginary[k] / (unit * im)).toBeCloseTo(1, 12);
    });
  });

  it('goes from high to low frequency, and passes over what leads add', () => {
    const rows = [...circuit, [1e6, 5, 0.3]].reverse();
    const reading = readMeasuredImpedance(table(['f [Hz], Re Z [ohm cm2], Im Z [ohm cm2]'], ', ', 1, rows));
    expect(reading).toMatchObject({ ok: true, impedance: { inductive: 1, frequency: circuit.map(([f]) => f) } });
  });

  it.each([
    ['columns of something else', 'time [s], voltage [V]\n1, 2', '1 columns of a frequency'],
    ['a gap', table(['f [Hz], Re Z [ohm], Im Z [ohm]'], ', ', 1).replace(/, [^,]*$/, ', '), '6 a number'],
    ['a frequency of zero', table(['f [Hz], Re Z [ohm], Im Z [ohm]'], ', ', 1, [...circuit, [0, 15, -0.1]]),
      '7 a frequency above zero'],
    ['two rows', table(['f [Hz], Re Z [ohm], Im Z [ohm]'], ', ', 1, circuit.slice(0, 2)), '1 at least 3 rows'],
  ])('with %s is one clear problem', (_, text, expected) => {
    expect(told(text)).toEqual([expect.stringContaining(expected)]);
  });
});
