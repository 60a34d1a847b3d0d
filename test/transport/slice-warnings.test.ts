import { describe, expect, it } from 'vitest';
import { onceForSlices } from '../../src/transport/slice-warnings.js';

describe('onceForSlices', () => {
  it('says what several slices of a layer say once, with the numbers of the first', () => {
    const at = (share: string) => [`cathode: used at ${share} vol%, outside 20 to 100 vol%`];
    expect(onceForSlices([
      { sliceOf: 0, warnings: [] },
      { sliceOf: 0, warnings: at('19.5') },
      { sliceOf: 0, warnings: at('4.1e-2') },
    ])).toEqual(['cathode: used at 19.5 vol%, outside 20 to 100 vol% (the first of 2 of its 3 slices)']);
  });

  it('keeps apart what differs in more than numbers, and what is said of different layers', () => {
    const warnings = ['cathode: no path of ions', 'cathode: no path of electrons'];
    expect(onceForSlices([{ sliceOf: 0, warnings }, { sliceOf: 1, warnings }])).toEqual([...warnings, ...warnings]);
    expect(onceForSlices([{ warnings }, { warnings }])).toEqual([...warnings, ...warnings]);
  });
});
