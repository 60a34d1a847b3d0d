import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import type { ResultDocument } from '../../src/results/result-schema.js';
import { prepareCase, runCase } from '../../src/run-case.js';

/** Sulfur as a conversion cathode: `configs/sulfur-li3incl6.yaml` and what its limits must be. */

const path = new URL('../../configs/sulfur-li3incl6.yaml', import.meta.url).pathname;

async function run(...set: string[]): Promise<ResultDocument> {
  const loaded = loadCase(path, { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const result = await runCase(loaded.case, loaded.ledger);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

describe('a sulfur cathode', () => {
  it('delivers all of it on its plateau when it has time: 1400 mAh/g within 1 %, 2.09 V within 10 mV', async () => {
    const [rate] = (await run('protocol.rates=[C/1000]')).rates;
    expect(Math.abs(rate.specificCapacity_mAh_g / 1400 - 1)).toBeLessThan(0.01);
    const { utilisation, voltage_V: voltage } = rate.series;
    const half = utilisation.findIndex((share) => share >= 0.5);
    expect(Math.abs(voltage[half] - 2.09)).toBeLessThan(0.01);
  });

  it('leads electrons by its carbon alone', () => {
    const loaded = loadCase(path);
    if (!loaded.ok) throw new Error('no case');
    const ready = prepareCase(loaded.case);
    if (!ready.ok) throw new Error('not ready');
    const { electronic } = ready.prepared.effective[0];
    const bulk = new Float64Array(2);
    electronic.bulk.evaluate(0.5, bulk);
    expect(electronic.carbon).toBeGreaterThan(1);
    expect((electronic.factor * bulk[0]) / electronic.carbon).toBeLessThan(1e-25);
  });

  it('swells into contact where it was built charged, and loses contact on charge where it was built as Li2S', async () => {
    const contactOf = ({ rates: [rate] }: ResultDocument) => rate.particles?.[0].contact ?? { start: NaN, end: NaN };
    const charged = contactOf(await run('protocol.rates=[C/20]'));
    expect(charged.end).toBeGreaterThan(2 * charged.start);
    const discharged = contactOf(await run('protocol.rates=[C/20]', 'cathode.contact.contactMadeAt=discharged'));
    expect(discharged.start).toBeLessThan(0.2);
    expect(discharged.end).toBeGreaterThan(discharged.start);
  });

  it('delivers less at a higher rate, every rate to an outcome with closed balances', async () => {
    const { rates, balances } = await run();
    const delivered = rates.map(({ arealCapacity_mAh_cm2: value }) => value);
    expect(delivered).toEqual([...delivered].sort((a, b) => b - a));
    for (const { outcome } of rates) expect(outcome.kind).toBe('completed');
    expect(balances.lithium_relative).toBeLessThan(1e-9);
    expect(balances.polarisation_mV).toBeLessThan(1e-6);
  });
});
