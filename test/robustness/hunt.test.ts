import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCase } from '../../src/config/parse-case.js';
import { readMeshes } from '../../src/config/read-case.js';
import { folder } from '../report/sweep/support.js';
import { root } from '../support/program.js';
import { around } from './around.js';
import { mistakes, shippedFiles, withMistakes } from './case-files.js';
import { cells } from './cells.js';
import { type Found, hunt, keep } from './hunt.js';
import { judge, type Trial } from './trial.js';

/** A short hunt of each kind with a seed of its own; the long ones are `npm run fuzz` and `npm run stress`. */

const meshes = readMeshes(join(root, 'meshes'));
const files = shippedFiles(root);
const trialOf = (text: string, path = files[0].path): Trial => ({ kind: 'file', text, path, meshes, runs: false });
const seed = 20261121;

describe('a shipped file with mistakes', () => {
  it('is read, or refused with a place and words for each problem, and never throws', async () => {
    const drawn = fc.sample(fc.tuple(fc.nat(files.length - 1), mistakes), { numRuns: 80, seed });
    for (const [index, list] of drawn) {
      const text = withMistakes(files[index].text, list);
      const { findings } = await judge({ ...trialOf(text, files[index].path), runs: index % 20 === 0 });
      expect(findings, text).toEqual([]);
    }
  });

  it('without one is read', async () => {
    const some = files.filter((_, i) => i % 4 === 0);
    const verdicts = await Promise.all(some.map(({ text, path }) => judge(trialOf(text, path))));
    expect(verdicts.flatMap(({ findings }) => findings)).toEqual([]);
    expect(verdicts.filter(({ reached }) => reached === 'prepared').length).toBeGreaterThan(0.8 * some.length);
  });
});

describe('extreme cells', () => {
  it('are cases of every kind, most of them admissible', () => {
    const drawn = fc.sample(cells, { numRuns: 200, seed });
    const parsed = drawn.map((text) => parse(text) as Record<string, unknown>);
    expect(parsed.filter((one) => 'anode' in one).length).toBeGreaterThan(10);
    const options = { file: 'drawn.yaml', meshes: {} };
    expect(drawn.filter((text) => parseCase(text, options).ok).length).toBeGreaterThan(120);
  });
});

describe('cells around a case', () => {
  const text = readFileSync(join(root, 'test/pipeline/extreme/at-once-then-at-rest.yaml'), 'utf8');
  const drawn = (from: string): unknown[] =>
    fc.sample(around(from), { numRuns: 40, seed }).map((one) => parse(one) as unknown);

  it('have every number of it within 10 %, most of them another one, and everything else as it is', () => {
    const radii = drawn('cathode: {particleRadius: 2 um}').map((one) =>
      JSON.stringify(one).match(/[\d.]+(?= um)/)?.[0]
    );
    expect(new Set(radii).size).toBeGreaterThan(20);
    expect(radii.every((radius) => Number(radius) >= 1.8 && Number(radius) <= 2.2)).toBe(true);
    const kept =
      '{title: 5 cells, source: 10.1/2, rates: [C/20], mesh: {shells: 12}, a: [[0, 1]], massFractions: {x: 0.7, y: 0.3}}';
    for (const one of drawn(kept)) {
      expect(one).toEqual({ ...(parse(kept) as object), rates: [expect.stringMatching(/^C\/(1[89]|2[012])/)] });
    }
  });

  it('keep the order of a list, and shares below one', () => {
    for (const one of drawn('{time: [1 s, 1.01 s, 2 s], massFractions: {x: 0.97, y: rest}}')) {
      const { time, massFractions } = one as { time: string[]; massFractions: { x: number } };
      expect(time.map((value) => parseFloat(value) / parseFloat(time[0])).map((ratio) => ratio.toFixed(4)))
        .toEqual(['1.0000', '1.0100', '2.0000']);
      expect(Math.abs(massFractions.x - 0.97)).toBeLessThan(0.00301);
    }
  });

  it('are cases, and broken YAML is none', () => {
    for (const one of fc.sample(around(text), { numRuns: 20, seed })) {
      expect(parseCase(one, { file: 'near.yaml', meshes: {} }).ok, one).toBe(true);
    }
    expect(() => around('a: [1')).toThrow(/flow/i);
  });
});

describe('a hunt', () => {
  // a fault of our own: a capital letter
  const trials = fc.string({ minLength: 5, maxLength: 40 }).map((text) => trialOf(`${text}x`));
  const faulty = (trial: Trial) =>
    Promise.resolve({
      reached: 'run' as const,
      findings: /[A-Z]/.test(trial.text) ? [{ signature: 'capital', detail: 'a capital letter' }] : [],
    });

  it('makes a finding small, tells it once, counts it, and finds it again with its seed', async () => {
    const found: Found[] = [];
    const options = { trials, seed: 5, seconds: 600, count: 600, judges: [faulty],
      onFinding: (one: Found) => void found.push(one) };
    const bag = await hunt(options);
    expect(found).toHaveLength(1);
    const [{ trial }] = found;
    expect(trial.text.replace(/[^A-Z]/g, '')).toHaveLength(1);
    expect(trial.text.length).toBeLessThanOrEqual(6);
    expect(bag.found.get('capital')).toBeGreaterThan(1);
    const again: Found[] = [];
    await hunt({ ...options, onFinding: (one) => void again.push(one) });
    expect(again[0].trial.text).toBe(trial.text);
    const path = keep(folder(), found[0]);
    expect(readFileSync(path, 'utf8')).toBe(trial.text);
  });

  it('ended in the middle of a trial has the sums of those before, and that one is no finding', async () => {
    let judged = 0;
    const dying = (): ReturnType<typeof faulty> =>
      Promise.resolve({ reached: 'run', findings: ++judged > 7 ? [{ signature: 'process died', detail: '' }] : [] });
    const { tried, reached, found } = await hunt({ trials, seed: 5, seconds: 600, count: 600, judges: [dying],
      onFinding: () => undefined, isOver: () => judged > 7 });
    expect([tried, reached.get('run'), found.size]).toEqual([7, 7, 0]);
  });

  it('draws the same trials, as many as it is told to, whoever judges them', async () => {
    const textsOf = async (judges: number): Promise<string[]> => {
      const texts: string[] = [];
      const judge = (trial: Trial) => {
        texts.push(trial.text);
        return Promise.resolve({ reached: 'run' as const, findings: [] });
      };
      const { tried } = await hunt({ trials, seed: 5, seconds: 600, count: 237,
        judges: Array.from({ length: judges }, () => judge), onFinding: () => undefined });
      expect(tried).toBe(237);
      return texts.sort();
    };
    expect(await textsOf(3)).toEqual(await textsOf(1));
  });
});
