import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../src/config/read-case.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { discrepancyAt, layeredOxides, uncalibrated } from '../../../src/study/ranges/calibrated-band.js';

function at(cRate: number, file: string, set: readonly string[] = []) {
  const loaded = loadCase(`configs/${file}`, { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(loaded.issues[0].expected);
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems[0].expected);
  return discrepancyAt(loaded.case, ready.prepared.model, cRate);
}

describe('what the equations may be wrong by', () => {
  const { slow, fast } = layeredOxides.sdLnCapacity;

  it('is what sources that were left out were missed by, more at fast rates', () => {
    expect(at(0.1, 'nmc811-li6ps5cl.yaml')).toMatchObject({ sdLnCapacity: slow, outside: [] });
    expect(at(1, 'nmc811-li6ps5cl.yaml')).toMatchObject({ sdLnCapacity: fast, outside: [] });
  });

  it.each([
    ['a rate', 3, []],
    ['a thickness', 0.1, ['cathode.thickness=250 um']],
    ['a temperature', 0.1, ['temperature=60 degC']],
    ['a pressure', 0.1, ['cathode.contact.pressure=2 MPa', 'cathode.contact.characteristicPressure=50 MPa']],
  ])('is larger, and says why, outside the range of %s', (_, cRate, set) => {
    const found = at(cRate, 'nmc811-li6ps5cl.yaml', set);
    expect(found.outside).toHaveLength(1);
    expect(found.outside[0]).toMatch(/compared were/);
    expect(found.sdLnCapacity).toBeGreaterThan(fast);
  });

  it('is that of forecasts without calibration for cells of another kind', () => {
    for (const file of ['lfp-peo.yaml', 'tis2-network.yaml', 'lg-m50-chen2020.yaml']) {
      expect(at(0.1, file)).toMatchObject({ band: undefined, sdLnCapacity: uncalibrated.sdLnCapacity,
        outside: [expect.stringContaining('no cell of this kind')] });
    }
  });
});
