import { describe, expect, it } from 'vitest';
import { loadComparison } from '../../src/config/read-case.js';
import { runCase } from '../../src/pipeline/run-case.js';

/**
 * Trends that a review of thick electrodes reports (10.1016/j.etran.2021.100152, DOI unverified), against the shipped comparisons: signs,
 * orders and growing gaps, none of them a tuned number. What the same comparisons give in mAh/g stands in docs/compare.md beside what is
 * reported.
 */

const folder = new URL('../../configs/studies/comparisons/', import.meta.url);

/** Specific capacity [mAh/g] of every design at every rate. */
async function capacities(name: string, rates: string, ...set: string[]): Promise<number[][]> {
  const reading = loadComparison(new URL(name, folder).pathname, {
    set: ['mesh=coarse', `protocol.rates=[${rates}]`, ...set],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return Promise.all(reading.file.designs.map(async (design) => {
    const run = await runCase(design.case, design.ledger);
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    return run.document.rates.map(({ specificCapacity_mAh_g }) => specificCapacity_mAh_g);
  }));
}

describe('trends that are reported', () => {
  it('aligned against conventional LFP: 100 and 50 mAh/g at 1C (Sec. 2.1), no gain where there is time', async () => {
    const [conventional, aligned] = await capacities('aligned-lfp.yaml', 'C/20, 1C');
    expect(aligned[1] / conventional[1]).toBeGreaterThan(1.5);
    expect(Math.abs(aligned[0] / conventional[0] - 1)).toBeLessThan(0.01);
  });

  it('electrolyte of 3, 5 and 8 um: 150, 125 and 75 mAh/g (Sec. 2.3.2), the finer the better at every rate', async () => {
    const [three, five, eight] = await capacities('size-ratio.yaml', 'C/10, 1C');
    for (const k of [0, 1]) {
      expect(three[k]).toBeGreaterThan(five[k]);
      expect(five[k]).toBeGreaterThan(1.2 * eight[k]);
    }
  });

  it('dry against slurry mixing: a gap of 23 mAh/g at 70 wt% that is 35 at 85 wt% (Sec. 2.3.3) grows', async () => {
    const [dry70, slurry70, dry80, slurry80, dry85, slurry85] = (await capacities('dry-slurry.yaml', 'C/10')).map((
      [first],
    ) => first);
    expect(dry70 - slurry70).toBeGreaterThan(-0.1);
    expect(dry80 - slurry80).toBeGreaterThan(dry70 - slurry70 + 1);
    expect(dry85 - slurry85).toBeGreaterThan(dry80 - slurry80 + 1);
  });

  it('binder: 0.5 to 1 wt% better than none, 2 wt% worse than these (Sec. 2.3.3)', async () => {
    const [none, half, one, two, four] = (await capacities('binder.yaml', '1C')).map(([first]) => first);
    expect(Math.min(half, one)).toBeGreaterThan(none);
    expect(two).toBeLessThan(Math.max(half, one));
    expect(four).toBeLessThan(two);
  });

  it.each([['single-crystal.yaml', 1.3], ['polycrystal-cracks.yaml', 1.3]])(
    'single crystals keep more at ten times the current: 82 of 156 against 2 of 127 mAh/g (Sec. 2.3.2); %s',
    async (name, current) => {
      // of one window: after a charge to 4.3 V the crystals take up more than the 155 mAh/g that are quoted
      const kept = (await capacities(name, `${current / 10} mA/cm^2, ${current} mA/cm^2`, 'protocol.charge=ideal')).map(
        ([low, high]) => high / low,
      );
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      expect(kept.at(-1)! - kept[0]).toBeGreaterThan(0.05);
    },
  );

  it('grading at equal mass: more electrolyte at the membrane helps, at the collector harms', async () => {
    const [uniform, graded, reversed] = (await capacities('graded.yaml', 'C/3')).map(([first]) => first);
    expect(graded).toBeGreaterThan(1.2 * uniform);
    expect(reversed).toBeLessThan(0.8 * uniform);
  });
});

describe('what follows from geometry', () => {
  it('two and four layers do part of what a grading does, each more than the last', async () => {
    const steps = (await capacities('multilayers.yaml', 'C/3')).map(([first]) => first);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[3] - steps[2]).toBeLessThan(0.2 * (steps[2] - steps[0]));
  });

  it('lamellae at an angle lose capacity, faster the further they lean', async () => {
    const [straight, leaning, flat] = (await capacities('misalignment.yaml', '1C')).map(([first]) => first);
    expect(straight).toBeGreaterThan(leaning);
    expect(leaning - flat).toBeGreaterThan(straight - leaning);
  });

  it('a solution that did not reach the collector leaves capacity there, one that is richer at the membrane does not', async () => {
    const [even, fromTop, short] = (await capacities('infiltrated.yaml', 'C/2')).map(([first]) => first);
    expect(fromTop).toBeGreaterThan(even);
    expect(short).toBeLessThan(even);
  });

  it('a third layer of garnet lowers the loss at the lithium: nothing at 0.2 mA/cm2, capacity at 3', async () => {
    const [two, three] = await capacities('garnet-hosts.yaml', '0.2 mA/cm^2, 4 mA/cm^2');
    expect(Math.abs(three[0] / two[0] - 1)).toBeLessThan(0.005);
    expect(three[1]).toBeGreaterThan(1.02 * two[1]);
  });
});
