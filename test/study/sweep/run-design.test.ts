import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSweep } from '../../../src/config/read-case.js';
import type { LoadedSweep } from '../../../src/config/studies/parse-sweep.js';
import { shardSize } from '../../../src/results/shard.js';
import { probeSweep } from '../../../src/study/sweep/probe-sweep.js';
import { DesignRunner } from '../../../src/study/sweep/run-design.js';
import { runSweep } from '../../../src/study/sweep/run-sweep.js';
import { sweepDocument } from '../../../src/study/sweep/sweep-document.js';

const folder = fileURLToPath(new URL('../../../configs/studies/', import.meta.url));

function sweepOf(path: string, set: string[] = []): LoadedSweep {
  const reading = loadSweep(`${folder}${path}`, { set: ['mesh=coarse', ...set] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.sweep;
}

describe.each(['maps/loading-membrane.yaml', 'maps/active-fraction-rate.yaml', 'sweeps/nmc811-sobol.yaml',
  'sweeps/age.yaml', 'names/electrolytes.yaml', 'names/films.yaml', 'maps/review-lco-graphite.yaml',
  'maps/review-nmc811-sic.yaml', 'maps/review-nmc811-lithium.yaml', 'maps/review-lirich-lithium.yaml',
  'maps/review-lithium-thickness.yaml', 'maps/review-lithium-sulfur.yaml'])(
    'configs/studies/%s',
    (path) => {
      it('is a case at its first and at its last design, with a row per rate and a value per column', async () => {
        const sweep = sweepOf(path);
        const { columns, designs } = await sweepDocument(sweep);
        const runner = new DesignRunner(sweep);
        for (const design of [0, designs - 1]) {
          const { rows } = runner.run(design);
          for (const row of rows) {
            const cell = (name: string) => row[columns.findIndex((column) => column.name === name)];
            expect(row).toHaveLength(columns.length);
            expect(cell('outcome')).toBe('completed');
            expect(cell('pouch_Wh_kg')).toBeGreaterThanOrEqual(0);
            // the crystal of NMC811 holds 235 mAh/g between 4.3 V and as built, 1.18 times the capacity that is quoted for it
            expect(cell('pouch_Wh_kg')).toBeLessThan((235.4 / 200) * Number(cell('pouchFull_Wh_kg')));
          }
        }
      });
    },
  );

describe('a design that is no case', () => {
  const sweep = sweepOf('maps/loading-membrane.yaml');
  const impossible: LoadedSweep = {
    ...sweep,
    definition: { method: 'list', designs: [{ 'membrane.thickness': '30 um' }, { 'cathode.density': '9 g/cm^3' }, {
      'membrane.thicknes': '3 um',
    }] },
  };
  const read = loadSweep(`${folder}maps/loading-membrane.yaml`);

  it('is a row that says why, not the end of the sweep', async () => {
    const runner = new DesignRunner(impossible);
    const rows = [0, 1, 2].map((design) => runner.run(design)).map((one) => one.rows);
    expect(rows.map(({ length }) => length)).toEqual([3, 1, 1]);
    const { columns } = await sweepDocument(impossible);
    const cell = (design: number, name: string) => rows[design][0][columns.findIndex((column) => column.name === name)];
    expect(columns.slice(1, 4).map(({ name }) => name)).toEqual(['membrane.thickness [um]', 'cathode.density [g/cm^3]',
      'membrane.thicknes [um]']);
    expect([cell(1, 'outcome'), cell(1, 'reason'), cell(1, 'cathode.density [g/cm^3]')]).toEqual(['invalid',
      'impossible-composition', 9]);
    expect(cell(1, 'sentence')).toContain('density');
    expect(cell(2, 'sentence')).toContain('did you mean "thickness"?');
  });

  it('brings down the sweep before it starts only where all that are looked at are none, or where a key is misspelt', () => {
    expect(probeSweep(impossible).map(({ code }) => code)).toEqual(['unknown-key']);
    const [thin, heavy] = impossible.definition.method === 'list' ? impossible.definition.designs : [];
    expect(probeSweep({ ...impossible, definition: { method: 'list', designs: [thin, heavy] } })).toEqual([]);
    const misspelt: LoadedSweep = { ...sweep,
      definition: { method: 'list', designs: [{ 'membrane.thicknes': '3 um' }, { 'membrane.thicknes': '5 um' }] } };
    expect(probeSweep(misspelt).map(({ code }) => code)).toEqual(['unknown-key']);
    expect(read.ok && probeSweep(read.sweep)).toEqual([]);
  });

  it('says in its row why a cell is unlike those that the program was compared with, and nothing where it is like them', async () => {
    const outsideOf = async (path: string): Promise<unknown> => {
      const one = sweepOf(path);
      const { columns } = await sweepDocument(one);
      return new DesignRunner(one).run(0).rows[0][columns.findIndex(({ name }) => name === 'outside')];
    };
    expect(await outsideOf('maps/review-lco-graphite.yaml')).toContain('composite anode');
    expect(await outsideOf('maps/review-nmc811-lithium.yaml')).toBeNull();
  });

  it('and so does a name that nothing has, in a list of names', () => {
    const named = (values: readonly string[]): LoadedSweep => ({ ...sweep,
      definition: { method: 'grid', axes: [{ kind: 'values', key: 'membrane.electrolyte', values }] } });
    expect(probeSweep(named(['Li6PS5Cl', 'Li6PS5Cll', 'LGPS'])).map(({ code, received }) => [code, received]))
      .toEqual([['unknown-name', '"Li6PS5Cll"']]);
    expect(probeSweep(named(['Li6PS5Cl', 'LGPS']))).toEqual([]);
    const sizes: LoadedSweep = { ...sweep,
      definition: { method: 'grid',
        axes: [{ kind: 'values', key: 'membrane.thickness', values: ['10 um', '2 mm', '20 parsec', 'thin'] }, {
          kind: 'values',
          key: 'membrane.electrolyte',
          values: ['Li6PS5Cl', 'Li6PS5Cll'],
        }] } };
    expect(probeSweep(sizes).map(({ received }) => received)).toEqual(['"20 parsec"', '"thin"', '"Li6PS5Cll"']);
    const listed: LoadedSweep = { ...sweep,
      definition: { method: 'list',
        designs: [{ 'membrane.electrolyte': 'LGPS' }, { 'membrane.electrolyte': 'LGPT' }] } };
    expect(probeSweep(listed)).toHaveLength(1);
  });

  it('and a fault of the program are rows with the values of the design', async () => {
    const runner = new DesignRunner({ ...sweep, design: () => {
      throw new Error('out of memory');
    } });
    const { rows } = runner.run(14);
    expect(rows[0].slice(0, 3)).toEqual([14, 1.5, Number((5 * 40 ** (1 / 12)).toPrecision(12))]);
    expect(rows[0]).toContain('crashed');
    expect(rows[0]).toContain('out of memory');
  });
});

describe('a sweep as work', () => {
  const work = (finished: ReadonlySet<number>, stopAfter = Infinity) => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const execute = async (designs: readonly number[]): Promise<readonly number[]> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => {
        setTimeout(resolve, designs[0] % 3);
      });
      running--;
      return designs;
    };
    const run = runSweep({
      designs: 50,
      shard: { index: 1, of: 1 },
      atOnce: 4,
      execute,
      isFinished: (design) => finished.has(design),
      onDone: (designs) => {
        done.push(...designs);
      },
      isStopped: () => done.length >= stopAfter,
    });
    return run.then(() => ({ done, most }));
  };

  it('runs every design that is not finished once, several at a time', async () => {
    const { done, most } = await work(new Set([3, 49]));
    expect([...done].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i).filter((i) => i !== 3 && i !== 49),
    );
    expect(most).toBe(4);
  });

  it('finishes what had begun when it is stopped, and begins nothing else', async () => {
    const { done } = await work(new Set(), 10);
    expect(done.length).toBeGreaterThanOrEqual(10);
    // three others were at work, each on at most a quarter of its share of what was left
    expect(done.length).toBeLessThan(10 + 4 * 3);
  });

  it.each([1, 2, 3, 7])('is cut into %i parts that run every design once', async (of) => {
    const done: number[] = [];
    for (let index = 1; index <= of; index++) {
      const before = done.length;
      await runSweep({ designs: 20, shard: { index, of }, atOnce: 2, isFinished: () => false, execute: (designs) =>
        Promise.resolve(designs), onDone: (designs) => done.push(...designs) });
      expect(done.length - before).toBe(shardSize(20, { index, of }));
    }
    expect(done.sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, design) => design));
  });
});

it('two sweeps are one only if case, values and program are', async () => {
  const hash = async (path: string, set: string[] = []) => (await sweepDocument(sweepOf(path, set))).sweepHash;
  const first = await hash('maps/loading-membrane.yaml');
  expect(await hash('maps/loading-membrane.yaml')).toBe(first);
  expect(await hash('maps/loading-membrane.yaml', ['temperature=40 degC'])).not.toBe(first);
});
