import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case, ParameterSpread } from '../../../src/config/case.js';
import { builtInMeshes } from '../../../src/config/files/built-in-meshes.js';
import { type LoadedUncertainty, parseUncertainty } from '../../../src/config/studies/parse-uncertainty.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { cardOf } from '../../../src/report/blocks/card.js';
import { uncertaintyReport } from '../../../src/report/uncertainty/uncertainty-report.js';
import { writerOf } from '../../../src/report/write-report.js';
import { uncertaintySchema } from '../../../src/results/uncertainty-schema.js';
import { bothWays, type Discrepancy } from '../../../src/study/ranges/calibrated-band.js';
import { curveBand, sampledBand } from '../../../src/study/uncertainty/bands.js';
import { UncertainCell, uncertainOf, UncertaintyRunner,
  valueAt } from '../../../src/study/uncertainty/uncertainty-runner.js';
import { type ExpectedWork, uncertainty } from '../../../src/study/uncertainty/uncertainty.js';
import { deviateOf80, normalQuantile } from '../../../src/transport/normal-distribution.js';
import { shippedPath } from '../../support/shipped-path.js';

const uncertaintyCard = cardOf(uncertaintyReport);

const text = readFileSync(shippedPath('nmc811-li6ps5cl-thin'), 'utf8');
const base = readFileSync(shippedPath('nmc811-li6ps5cl'), 'utf8');

function loaded(block: string, set: readonly string[] = []): LoadedUncertainty {
  const reading = parseUncertainty(`${text}\n${block}`, { file: 'x.yaml', meshes: builtInMeshes, textOf: () => base,
    set: ['mesh=coarse', 'protocol.rates=[C/3, 1C]', 'protocol.charge=ideal', ...set] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.uncertainty;
}

const none: Discrepancy = { band: undefined, sdLnCapacity: bothWays(0), lossLnCapacity: 0, sdMeanVoltage: 0,
  lossMeanVoltage: 0, lossLnResistance: 0, outside: [] };

describe('a spread as a distribution', () => {
  const spread = (value: number, low: number, high: number): ParameterSpread => ({ of: 'value', value, low, high,
    dimension: 'conductivity', basis: 'stated' });

  it('has its ends at 10 and 90 %, its value at the middle', () => {
    for (const one of [spread(3, 1, 12), spread(0, 0, 2), spread(1, 0, 2)]) {
      expect(valueAt(one, normalQuantile(0.1))).toBeCloseTo(one.low, 10);
      expect(valueAt(one, 0)).toBe(one.value);
      expect(valueAt(one, normalQuantile(0.9))).toBeCloseTo(one.high, 10);
    }
  });

  it('never falls below nothing, nor does a share exceed one', () => {
    expect(valueAt(spread(1, 0, 2), -2.5)).toBe(0);
    expect(valueAt({ ...spread(0.98, 0.95, 1), dimension: 'fraction' }, 2.5)).toBe(1);
  });
});

describe('a sampled band', () => {
  it('of normal values with the errors of the equations has the width of both in quadrature', () => {
    const values = Array.from({ length: 2000 }, (_, k) => Math.exp(0.2 * normalQuantile((k + 0.5) / 2000)));
    const { low, high, parameters } = sampledBand('energy', values, { ...none, sdLnCapacity: bothWays(0.15) });
    expect(Math.log(parameters.high) / (deviateOf80 * 0.2)).toBeCloseTo(1, 2);
    expect(Math.log(high) / (deviateOf80 * 0.25)).toBeCloseTo(1, 1);
    expect(-Math.log(low) / (deviateOf80 * 0.25)).toBeCloseTo(1, 1);
  });

  it('is lowered by a loss and not raised', () => {
    const values = new Array<number>(500).fill(1);
    const { low, high } = sampledBand('capacity', values, { ...none, lossLnCapacity: 0.3 });
    expect(high).toBe(1);
    expect(-Math.log(low) / (1.645 * 0.3)).toBeCloseTo(1, 1);
  });

  it('is lowered by a loss of voltage and not raised; its curve neither, with its middle where it was', () => {
    const lossy = { ...none, lossMeanVoltage: 0.1 };
    const band = sampledBand('voltage', new Array<number>(500).fill(3.7), lossy);
    expect(band.high).toBe(3.7);
    expect((3.7 - band.low) / (1.645 * 0.1)).toBeCloseTo(1, 1);
    const curve = { delivered: { capacity: 1, voltage: 3, energy: 3 }, charge: [0, 1], voltage: [4, 3] };
    const { low, median, high } = curveBand(new Array<typeof curve>(100).fill(curve), 1, 0, lossy);
    expect([median[0], high[0]]).toEqual([4, 4]);
    expect(low[0]).toBeLessThan(3.9);
  });
});

describe('what there is', () => {
  it('ends a band and its curve, whatever the errors of the equations, unless a sampled cell delivers more', () => {
    const wrong = { ...none, sdLnCapacity: bothWays(0.58) };
    const values = new Array<number>(200).fill(1);
    expect(sampledBand('capacity', values, wrong, 1.1).high).toBe(1.1);
    expect(sampledBand('capacity', [...values, 1.2], wrong, 1.1).high).toBe(1.2);
    const curve = { delivered: { capacity: 1, voltage: 3, energy: 3 }, charge: [0, 1], voltage: [4, 3] };
    expect(curveBand([curve, curve], 1, 0, wrong, 1.1).charge.at(-1)).toBeCloseTo(1.1, 12);
  });
});

describe('a band of discharges', () => {
  it('counts one that ended at once by its only voltage', () => {
    const delivered = { capacity: 1, voltage: 3, energy: 3 };
    const whole = { delivered, charge: [0, 1], voltage: [4, 3] };
    const atOnce = { delivered: { ...delivered, capacity: 0 }, charge: [0], voltage: [2.5] };
    const { low, median, high } = curveBand([whole, atOnce, whole, whole], 1, 0, none);
    expect([low[0], median[0], high[0]]).toEqual([2.5, 4, 4]);
  });
});

describe('the cell of a sample', () => {
  it('is that of the file read with the same numbers', () => {
    const { base: of } = loaded('uncertainty: {spreads: {membrane.thickness: 10 %}}');
    const uncertain = uncertainOf(of, { rate: 0, parameters: [
      { path: 'membrane.thickness', lowExists: true, highExists: true },
      { path: 'Li6PS5Cl.ionicConductivity', lowExists: true, highExists: false },
    ] });
    const [thickness, conductivity] = uncertain.map(({ variation: { spread } }) => spread);
    if (!thickness || !conductivity) throw new Error('no spreads');
    const cell = new UncertainCell(of, uncertain, (given) => given);
    const z = normalQuantile(0.005 + 0.99 * 0.3);
    const moved = of.vary('membrane.thickness', `${valueAt(thickness, z)} m`);
    if (!moved.ok) throw new Error('no case');
    const model = (given: Case) => {
      const ready = prepareCase(given);
      if (!ready.ok) throw new Error('no cell');
      return ready.prepared.model;
    };
    // an end that cannot be is the value itself
    cell.at([0.3, 0.9])?.model.mesh.volume.forEach((volume, i) =>
      expect(volume / model(moved.case).mesh.volume[i]).toBeCloseTo(1, 9)
    );
    expect(cell.at([0.5, 0.9])?.model.ions).toEqual(cell.at([0.5, 0.5])?.model.ions);
    expect(cell.at([0.5, 0.1])?.model.ions).not.toEqual(cell.at([0.5, 0.5])?.model.ions);
  });
});

describe('uncertainty', () => {
  const few = 'uncertainty: {most: 2, points: 16, error: 90 %}';

  it('gives bands around the result, indices that add up, and a report', async () => {
    const given = loaded(few, ['protocol.rates=[C/3, 2C]']);
    let expected: ExpectedWork | undefined;
    let ends = 0;
    const onScreening = (solves: number, seconds: number): void => {
      expect(expected).toBeUndefined();
      expect(seconds).toBeGreaterThan(0);
      ends = solves;
    };
    const result = await uncertainty(given, { atOnce: 1, onPart: () => undefined, onScreening, open: (plan, work) => {
      expected = work;
      const runner = new UncertaintyRunner(given.base, plan);
      return (task) => Promise.resolve(runner.run(task));
    } });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const doc = uncertaintySchema.parse(result.document);
    expect(doc.parameters).toHaveLength(2);
    // said before anything was sampled: 16 rows of two points and a mixture per parameter
    expect(expected).toMatchObject({ parameters: 2, most: { cells: doc.sample.solves } });
    expect(doc.sample.solves).toBe(16 * 4);
    // and before that each parameter at both of its ends
    expect(ends % 2).toBe(0);
    expect(ends).toBeGreaterThanOrEqual(2 * (doc.parameters.length + doc.leftOut.length));
    expect(expected!.least.seconds).toBeGreaterThan(0);
    // 2C delivers too, beyond the rates that were compared
    expect(doc.rankedAt).toBe('C/3');
    expect(doc.rates.map(({ outsideData }) => outsideData.length > 0)).toEqual([false, true]);
    expect(doc.rates[1].arealCapacity_mAh_cm2?.value).toBeGreaterThan(0.5);
    expect(doc.leftOut.some(({ why }) => why === 'beyond those that do most')).toBe(true);
    for (const { gravimetric_Wh_kg: band } of doc.rates) {
      if (!band) throw new Error('no band');
      expect(band.low).toBeLessThan(band.parameters.low);
      expect(band.parameters.low).toBeLessThan(band.parameters.high);
      expect(band.high).toBeGreaterThan(band.parameters.high);
    }
    const sum = doc.parameters.reduce((all, { firstOrder }) => all + firstOrder.value, 0);
    expect(sum).toBeGreaterThan(0.7);
    expect(sum).toBeLessThan(1.2);
    expect(doc.mesh?.rmsLn).toBeLessThan(0.05);
    expect(uncertaintyCard(doc, { colour: false, width: 100 })).toContain('80 % of such cells deliver');
    const dir = mkdtempSync(join(tmpdir(), 'catholith-uncertainty-'));
    const files = await writerOf(uncertaintyReport)(doc, dir);
    const written = (name: string): string => readFileSync(join(dir, name), 'utf8');
    expect(files.filter((file) => file.endsWith('.svg'))).toHaveLength(2);
    expect(written('uncertainty.html')).toContain('Worth measuring first');
    expect(written('uncertainty.csv').trim().split('\n')).toHaveLength(3);
    rmSync(dir, { recursive: true });
  });

  it.each([
    ['uncertainty: {spreads: {membrane.thicknes: 2}}', 'uncertainty.spreads.membrane.thicknes',
      'expected a known key; did you mean "thickness"?'],
    ['uncertainty: {spreads: {cathode.coverage: 2}}', 'uncertainty.spreads.cathode.coverage',
      'expected a key whose value the case states'],
    ['uncertainty: {spreads: {membrane.thickness: 0.5}}', 'membrane.thickness.spread', 'expected a factor above 1'],
    ['uncertainty: {rate: 3C}', 'uncertainty.rate', 'expected one of the rates of the case, C/3, 1C'],
    ['uncertainty: {error: 2}', 'uncertainty.error', 'expected a fraction from 0.01 % to 99 %'],
    ['uncertainty: {most: 40}', 'uncertainty.most', 'expected a whole number from 1 to 20'],
    ['uncertainty: {poinst: 40}', 'uncertainty.poinst', 'expected a known key'],
  ])('%s is refused where it stands', (block, key, message) => {
    const reading = parseUncertainty(`${text}\n${block}`, { file: 'x.yaml', meshes: builtInMeshes, textOf: () => base,
      set: ['protocol.rates=[C/3, 1C]'] });
    if (reading.ok) throw new Error('was taken');
    expect(reading.issues).toHaveLength(1);
    const [{ line, expected, remedy, received: _, ...issue }] = reading.issues;
    expect(line).toBe(text.split('\n').length + 1);
    expect(`expected ${expected}; ${remedy}`).toContain(message);
    expect(issue.key).toContain(key);
  });

  it('names a parameter that has no spread', async () => {
    const given = loaded('uncertainty: {without: [NMC811.difusivity]}');
    const result = await uncertainty(given, { atOnce: 1, onPart: () => undefined,
      open: () => () => Promise.reject(new Error('nothing is sampled')) });
    expect(result).toMatchObject({ ok: false,
      issues: [{ key: 'uncertainty.without.0', remedy: 'did you mean "NMC811.diffusivity"?' }] });
  });
});
