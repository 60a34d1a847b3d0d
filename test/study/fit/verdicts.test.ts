import { describe, expect, it } from 'vitest';
import { readMeasuredDischarge } from '../../../src/config/files/measured-discharge.js';
import { dataSentences } from '../../../src/study/fit/verdicts.js';

describe('what is said of a measured curve', () => {
  it.each([[1, []], [-1, [
    'The current in a.csv is negative while the voltage falls: it is read as a discharge.',
  ]]])('names the sign of its current where a discharge is negative: %s', (sign, said) => {
    const rows = [0, 1, 2, 3, 4].map((t) => `${t}, ${2 * sign}, ${4 - 0.1 * t}`);
    const reading = readMeasuredDischarge(['time [h], current [mA/cm^2], voltage [V]', ...rows].join('\n'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(dataSentences([{ file: 'a.csv', discharge: reading.discharge }])).toEqual(said);
  });
});
