import { describe, expect, it } from 'vitest';
import { readMeasuredDischarge } from '../../../src/config/files/measured-discharge.js';
import type { FitDocument } from '../../../src/results/fit-schema.js';
import { dataSentences, outlierSentences, rateSentences } from '../../../src/study/fit/verdicts.js';

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

  it('names a capacity that is far from a fit which meets the rest, and none where the fit meets little', () => {
    const curve = (file: string, capacityError: number) =>
      ({ file, rate: 'C/3', measured_mAh_cm2: 4, fitted_mAh_cm2: 4, capacityError, rms_mV: 3,
        outcome: 'completed' }) as unknown as FitDocument['curves'][number];
    const found = { curves: [curve('a.csv', 0.02), curve('c3.csv', 0.0361)], capacities: [] };
    expect(outlierSentences(found, 0.01, 0.5)).toEqual([
      'The fit lies 3.6 % above the capacity of c3.csv at C/3, 3.5 times its noise: look at that measurement.',
    ]);
    expect(outlierSentences(found, 0.01, 9)).toEqual([]);
  });
});
