import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../src/config/read-case.js';
import { prepareCase, runCase } from '../../../src/pipeline/run-case.js';
import type { ResultDocument } from '../../../src/results/result-schema.js';
import { resultSchema } from '../../../src/results/result-schema.js';
import { coarse } from '../../../src/study/ranges/deliver.js';
import { runWithRanges } from '../../../src/study/ranges/how-sure.js';
import { variationsOf, variationsOfLibrary } from '../../../src/study/ranges/variations.js';

const file = 'configs/cells/nmc811-li6ps5cl.yaml';
const rates = 'protocol.rates=[C/10, 1C]';

function load(set: readonly string[], path = file) {
  const loaded = loadCase(path, { set: [rates, ...set] });
  if (!loaded.ok) throw new Error(loaded.issues[0].expected);
  return loaded;
}

async function run(set: readonly string[], sure = true, path = file): Promise<ResultDocument> {
  const { case: given, ledger, vary } = load(set, path);
  const result = await (sure ? runWithRanges(given, ledger, vary) : runCase(given, ledger));
  if (!result.ok) throw new Error(result.problems[0].expected);
  return result.document;
}

const slowDiffusion = 'cathode.activeMaterial.diffusivity={value: 1e-15 m^2/s, range: [2e-16 m^2/s, 4e-15 m^2/s]}';

describe('the ranges of a result', async () => {
  const doc = await run([slowDiffusion]);
  const fast = doc.rates[1].ranges!;

  it('belong to a valid document, hold the result, and widen with the rate', () => {
    expect(() => resultSchema.parse(doc)).not.toThrow();
    for (const { ranges, arealCapacity_mAh_cm2: capacity } of doc.rates) {
      expect(ranges!.arealCapacity_mAh_cm2.low).toBeLessThan(capacity);
      expect(ranges!.arealCapacity_mAh_cm2.high).toBeGreaterThanOrEqual(capacity);
    }
    expect(fast.arealCapacity_mAh_cm2.low).toBeLessThan(doc.rates[0].ranges!.arealCapacity_mAh_cm2.low);
  });

  it('come from solving the cell: at the end of a parameter they are what a run with that value gives', async () => {
    const one = fast.decides.find(({ path }) => path === 'cathode.activeMaterial.diffusivity')!;
    for (const [end, value] of [['low', '2e-16 m^2/s'], ['high', '4e-15 m^2/s']] as const) {
      const { rates: [, direct] } = await run([`cathode.activeMaterial.diffusivity=${value}`], false);
      expect(one.arealCapacity_mAh_cm2[end]! / direct.arealCapacity_mAh_cm2).toBeCloseTo(1, 1.5);
      expect(one.gravimetric_Wh_kg[end]! / direct.energy.pouch.gravimetric_Wh_kg!).toBeCloseTo(1, 1.5);
    }
  });

  it('rank what decides, without what carries no result', () => {
    const effects = fast.decides.map(({ effect }) => effect);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    const paths = fast.decides.map(({ path }) => path);
    expect(paths).toContain('cathode.activeMaterial.diffusivity');
    expect(paths.join()).not.toMatch(/price|protocol|mesh|numerics/);
  });

  it('cost a bounded number of coarse solves and come out the same twice', async () => {
    const { asked, followed, solves } = doc.certainty!;
    expect(followed).toBeLessThanOrEqual(8);
    expect(solves).toBeLessThanOrEqual(2 + 2 * asked + 2 * followed);
    const again = await run([slowDiffusion]);
    expect(again.rates.map(({ ranges }) => ranges)).toEqual(doc.rates.map(({ ranges }) => ranges));
  });

  it('are absent, and cost nothing, where they are not asked for', async () => {
    const plain = await run([slowDiffusion], false);
    expect(plain.certainty).toBeUndefined();
    expect(plain.rates[0].ranges).toBeUndefined();
    expect(plain.rates[1].arealCapacity_mAh_cm2).toBe(doc.rates[1].arealCapacity_mAh_cm2);
  });

  it('stand beside what takes the capacity, found by removal', () => {
    expect(doc.limits!.rate).toBe('1C');
    expect(doc.limits!.parts.map(({ part }) => part)).toContain('ionsInCathode');
  });
});

describe('outside the data behind the law of transport', () => {
  it('every rate says so', async () => {
    const doc = await run([], true, 'configs/cells/nmc811-li3incl6.yaml');
    for (const { ranges } of doc.rates) {
      expect(ranges!.outsideData.join()).toContain('the law of its transport holds from 20 to 100 vol%');
    }
    // a claim of 307 Wh/kg at 1C that rests on simulated packings
    expect(doc.rates[1].ranges!.gravimetric_Wh_kg!.low).toBeLessThan(100);
  });
});

describe('a law of transport that knows its spread', () => {
  it('stands in for the numbers in it, as a factor on what its layers conduct', () => {
    const { case: given, ledger, vary } = load([]);
    const ready = prepareCase(coarse(given));
    if (!ready.ok) throw new Error('not prepared');
    // the ends of an interval that is wider upwards
    const ionicInterval = { low: 0.8, high: 3, deviation: 0.5, extrapolated: false };
    const effective = ready.prepared.effective.map((layer) => ({ ...layer, ionicInterval }));
    const prepared = { ...ready.prepared, effective };
    const variations = variationsOf(given, ledger, prepared, vary, coarse);
    expect(variations.map(({ path }) => path).filter((path) => path.startsWith('cathode.ionicTransport'))).toEqual([
      'cathode.ionicTransport',
    ]);
    const before = prepared.model.ions;
    for (const end of ['low', 'high'] as const) {
      const { ions, mesh } = variations[0].at(end)!.model;
      if (ions.kind !== 'singleIon' || before.kind !== 'singleIon') throw new Error('a salt');
      const ratio = (cell: number): number => ions.conductivity[cell] / before.conductivity[cell];
      expect(ratio(0)).toBe(1);
      expect(ratio(mesh.cells - 1)).toBeCloseTo(ionicInterval[end], 12);
    }
    expect([variations[0].low, variations[0].high]).toEqual(['x 0.8', 'x 3']);
  });
});

describe('a property of the library', () => {
  it('is varied everywhere that the library stands for it, tables and functions as a whole', () => {
    const { case: given, ledger, vary } = load([]);
    const ready = prepareCase(coarse(given));
    if (!ready.ok) throw new Error('not prepared');
    const record = ready.prepared.materials.ledger.find(({ path }) => path === 'NMC811.diffusivity')!;
    const spread = { ...record.spread!, of: 'factor' as const, value: 1, low: 0.5, high: 2 };
    // beside the laws of transport that know their spread
    const one = variationsOf(given, [{ ...record, spread }], ready.prepared, vary, coarse).find((
      { path },
    ) => path === record.path)!;
    const out = new Float64Array(2);
    const at = (particles: typeof ready.prepared.model.particles): number => {
      particles[0].material.diffusivity.evaluate(0.5, out);
      return out[0];
    };
    expect(at(one.at('high')!.model.particles) / at(ready.prepared.model.particles)).toBeCloseTo(2, 12);
    expect(ledger.some(({ path }) => path === 'NMC811.diffusivity')).toBe(false);
  });
});

describe('a cell that delivers nothing at an end of a spread', () => {
  it('has finite intervals all the same: an end without a voltage bounds none', async () => {
    const doc = await run(['mesh=coarse', 'protocol.rates=[1C, 2C]'], true, 'configs/cells/nmc811-li3incl6.yaml');
    expect(() => resultSchema.parse(doc)).not.toThrow();
    for (const { ranges } of doc.rates) {
      for (const interval of [ranges!.arealCapacity_mAh_cm2, ranges!.meanVoltage_V, ranges!.gravimetric_Wh_kg]) {
        if (interval) expect(Number.isFinite(interval.low) && Number.isFinite(interval.high)).toBe(true);
      }
    }
  });
});

describe('a pellet', () => {
  it('has the range of its energy per mass of its cathode layer', async () => {
    const { rates: [{ ranges, energy }] } = await run(['mesh=coarse', 'protocol.rates=[1C]',
      'cell={format: pellet, diameter: 10 mm}']);
    const value = energy.electrode.gravimetric_Wh_kg!;
    expect(value).toBeGreaterThan(1.3 * energy.pouch.gravimetric_Wh_kg!);
    expect(ranges!.gravimetric_Wh_kg!.low).toBeLessThan(value);
    expect(ranges!.gravimetric_Wh_kg!.high).toBeGreaterThan(value);
    const { high, low } = ranges!.decides[0].gravimetric_Wh_kg;
    expect(Math.min(low!, high!) / value).toBeGreaterThan(0.3);
  });
});

describe('a foil that is too thin', () => {
  it('ends the range where its lithium ends: 1 um, 0.2061 mAh/cm2', async () => {
    const doc = await run(['mesh=coarse', 'anode.thickness=1 um', 'cell.cathodeAsBuilt=charged']);
    expect(doc.rates[0].ranges!.arealCapacity_mAh_cm2.high).toBeCloseTo(0.206124, 5);
    expect(doc.rates[0].ranges!.arealCapacity_mAh_cm2.low).toBeLessThan(0.2);
  });
});

describe('a cell that warms itself', () => {
  it('conducts a third of its electrons at one end, not less than nothing: next to no effect, as at one temperature', async () => {
    const doc = await run(['mesh=coarse', 'protocol.rates=[1C]', 'thermal.mode=lumped',
      'thermal.heatCapacity=200 J/(m^2 K)', 'thermal.heatTransfer=0 W/(m^2 K)']);
    const [{ arealCapacity_mAh_cm2: capacity, ranges }] = doc.rates;
    expect(ranges!.decides.find(({ path }) => path === 'cathode.electronicTransport')?.effect ?? 0).toBeLessThan(0.02);
    // all that moves downwards is what the equations are wrong by, and a seventh by all other inputs
    expect(ranges!.arealCapacity_mAh_cm2.low).toBeGreaterThan(0.85 * ranges!.modelFactors.low * capacity);
  });
});

describe('what the library is not sure of in a measured cell', () => {
  const pathsOf = (...set: string[]): string[] => {
    const { case: given, vary } = load(['mesh=coarse', ...set]);
    const ready = prepareCase(given);
    if (!ready.ok) throw new Error(ready.problems[0].expected);
    return variationsOfLibrary(given, ready.prepared, vary).map(({ path }) => path);
  };

  it('is what the crystals hold where sources of a potential differ in it, and no capacity that some cell delivered', () => {
    expect(pathsOf('cathode.activeMaterial=LCO', 'protocol.upperCutoffVoltage=4.2 V'))
      .toContain('LCO.specificCapacity');
    expect(pathsOf()).not.toContain('NMC811.specificCapacity');
  });
});
