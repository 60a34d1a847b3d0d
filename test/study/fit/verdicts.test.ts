import { describe, expect, it } from 'vitest';
import { readMeasuredDischarge } from '../../../src/config/files/measured-discharge.js';
import { dataSentences, rateSentences } from '../../../src/study/fit/verdicts.js';

describe('what is said of a measured curve', () => {
  it.each([[1, []], [-1, [
    'The current in a.csv is negative while the voltage falls: it is read as a discharge.',
  ]]])('names the sign of its current where a discharge is negative: %s', (sign, said) => {
    const rows = [0, 1, 2, 3, 4].map((t) => `${t}, ${2 * sign}, ${4 - 0.1 * t}`);
    const reading = readMeasuredDischarge(['time [h], current [mA/cm^2], voltage [V]', ...rows].join('\n'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(dataSentences([{ file: 'a.csv', discharge: reading.discharge }])).toEqual(said);
  });

  it('names a curve whose own current is another than its rate, either way', () => {
    const curves = ['a', 'b', 'c', 'd'].map((file) => ({ file, rate: { kind: 'cRate', value: 0.2 } as const }));
    expect(rateSentences(curves, [5, 1.3, 0.5, NaN])).toEqual([
      'a was discharged at 5 times the current that C/5 is of this cell: write the rate at which it was measured, or correct the case.',
      expect.stringMatching(/^c was discharged at 0\.5 times/),
    ]);
  });
});
