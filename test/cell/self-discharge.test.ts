import { describe, expect, it } from 'vitest';
import { electronsOfSulfides, leakCurrent } from '../../src/cell/self-discharge.js';
import { loadCase } from '../../src/config/read-case.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { energyReport } from '../../src/report/energy-report.js';
import { cellPromise } from '../../src/study/cell-promise.js';
import { shippedPath } from '../support/shipped-path.js';

const energyCard = cardOf(energyReport);

async function promiseOf(name: string, set: readonly string[] = []) {
  const loaded = loadCase(shippedPath(name), { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const promise = await cellPromise(loaded.case, loaded.ledger);
  if (!promise.ok) throw new Error(JSON.stringify(promise.problems));
  return promise.document;
}

describe('the leak of electrons through a membrane', () => {
  it('is 1.27 uA/cm2 at 1e-9 S/cm, 3.8 V, 30 um, and takes 4 mAh/cm2 in 132 days', () => {
    const leak = leakCurrent(electronsOfSulfides.printed, 3.8, 30e-6);
    expect(leak / 1e-2).toBeCloseTo(1.267, 3);
    expect((4 * 36) / 1e-3 / leak / 86400).toBeCloseTo(131.6, 1);
  });

  it('stands on the card of energy, twice as much through half the thickness', async () => {
    const [thick, thin] = [await promiseOf('nmc811-li6ps5cl'),
      await promiseOf('nmc811-li6ps5cl', ['membrane.thickness=20 um'])];
    const [slow, fast] = [thick.selfDischarge?.leak_uA_cm2 ?? NaN, thin.selfDischarge?.leak_uA_cm2 ?? NaN];
    expect(fast / slow).toBeCloseTo(2, 9);
    const { days = NaN } = thick.selfDischarge ?? {};
    expect(24e-3 * days * slow).toBeCloseTo(thick.case.theoreticalArealCapacity_mAh_cm2, 9);
    expect(energyCard(thick, { colour: false, width: 100 })).toContain('electrons leak');
  });

  it('is not told of a liquid', async () => {
    expect((await promiseOf('reference/lg-m50-chen2020')).selfDischarge).toBeUndefined();
  });
});
