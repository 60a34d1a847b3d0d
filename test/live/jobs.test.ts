import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/live/design.js';
import type { Solved } from '../../src/live/draw/figures.js';
import { Engine } from '../../src/live/engine.js';
import type { Texts } from '../../src/live/messages.js';
import { jobsOf, join, type Mesh, renamed } from '../../src/live/page/jobs.js';

const cell = 'nmc811-li6ps5cl';
const texts: Texts = {
  [`${cell}.yaml`]: readFileSync(new URL(`../../configs/cells/${cell}.yaml`, import.meta.url), 'utf8'),
};
const design: Design = { cell, set: { mesh: 'coarse', 'cathode.thickness': '80 um' } };

/** What so many workers answer together, each with an engine of its own. */
async function solvedBy(workers: number, mesh: Mesh, of = design): Promise<Solved> {
  const engines = Array.from({ length: workers }, () => new Engine(texts));
  const jobs = jobsOf(of, mesh, 6, '1C', workers);
  const answers = await Promise.all(jobs.map((job, i) => engines[i % workers].answer(job)));
  const solved = join(answers, mesh);
  if ('issues' in solved) throw new Error(JSON.stringify(solved.issues));
  return solved;
}

/** Without the time that it took. */
const timeless = (solved: Solved): unknown =>
  JSON.parse(JSON.stringify(solved, (key, value: unknown) => (key === 'milliseconds' ? 0 : value)));

describe('a question in parts', () => {
  it.each(['coarse', 'own'] as const)('gives to the last digit with several workers what it gives with one: %s mesh',
    async (mesh) => {
      const alone = timeless(await solvedBy(1, mesh));
      for (const workers of [2, 4]) expect(timeless(await solvedBy(workers, mesh))).toEqual(alone);
    });

  it('solves the same cell by another name, as often as it is asked', async () => {
    const { frame, rates } = await solvedBy(1, 'coarse');
    const again = await solvedBy(2, 'coarse', renamed(design, 1));
    expect(again.frame.values).toEqual(frame.values);
    expect(again.rates.map(({ arealCapacity_mAh_cm2: q }) => q)).toEqual(
      rates.map(({ arealCapacity_mAh_cm2: q }) => q),
    );
  });
});
