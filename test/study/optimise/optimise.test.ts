import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOptimisation } from '../../../src/config/read-case.js';
import { type LoadedOptimisation, parseOptimise } from '../../../src/config/studies/parse-optimise.js';
import { formatIssue } from '../../../src/config/wording.js';
import { cardOf } from '../../../src/report/blocks/card.js';
import { optimumReport } from '../../../src/report/optimise/optimum-report.js';
import { writerOf } from '../../../src/report/write-report.js';
import { type OptimumDocument, optimumSchema } from '../../../src/results/optimum-schema.js';
import { DesignEvaluator } from '../../../src/study/optimise/evaluate-design.js';
import { optimise } from '../../../src/study/optimise/optimise.js';
import { verdictsOf } from '../../../src/study/optimise/verdicts.js';

const optimumCard = cardOf(optimumReport(''));

const root = new URL('../../../', import.meta.url).pathname;
const shipped = (name: string): string => `${root}configs/studies/optimise/${name}.yaml`;

function loaded(name: string, set: readonly string[] = []): LoadedOptimisation {
  const reading = loadOptimisation(shipped(name), { set });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.optimisation;
}

function found(given: LoadedOptimisation): OptimumDocument {
  const result = optimise(given);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return optimumSchema.parse(result.document);
}

const ideal = 'protocol.charge=ideal';
const measuresOf = ({ goals, constraints }: LoadedOptimisation) =>
  [...goals, ...constraints].map(({ measure }) => measure);

describe('a goal per mass of a pouch', () => {
  it('is refused for a cell that has none, and names what such a cell is counted per', () => {
    const refusedOf = (set: readonly string[]): string[] => {
      const refused = optimise(loaded('loading-membrane', [ideal, ...set]));
      return refused.ok ? [] : refused.issues.map(formatIssue);
    };
    expect(refusedOf(['cell={format: pellet, diameter: 10 mm}'])).toEqual([expect.stringMatching(
      /optimise\.maximise: expected .* a pellet cell has no pouch, found pouch Wh.kg at .*write "electrode Wh.kg at/,
    )]);
  });
});

describe('a goal at the current of a cell', () => {
  const at = ['optimise.maximise=areal capacity at 3 mA', 'optimise.subjectTo=null', ideal];

  it('is one at the current density that the area makes of it', () => {
    const pellet = 'cell={format: pellet, area: 2 cm^2}';
    const valueOf = (set: readonly string[]): number | undefined => {
      const given = loaded('loading-membrane', set);
      return new DesignEvaluator(given, measuresOf(given)).asWritten((one) => one)?.values[0];
    };
    const perArea = valueOf([...at, pellet, 'optimise.maximise=areal capacity at 1.5 mA/cm^2']);
    expect(perArea).toBeGreaterThan(0);
    expect(valueOf([...at, pellet])).toBeCloseTo(perArea ?? NaN, 12);
  });

  it('is refused in a pouch, which has no area of its own', () => {
    const reading = loadOptimisation(shipped('loading-membrane'), { set: at });
    expect(reading.ok ? [] : reading.issues.map(formatIssue)).toEqual([
      expect.stringMatching(/expected a rate such as .*found "3 mA"; write it per area/),
    ]);
  });
});

describe('a goal of cost', () => {
  const cheapest = [ideal, 'optimise.maximise=null', 'optimise.minimise=pouch $/kWh at 1C'];

  it('is refused before any search where something has no price', () => {
    let searches = 0;
    const refused = optimise(loaded('loading-membrane', cheapest), () => searches++);
    expect(refused.ok ? [] : refused.issues.map(formatIssue)).toEqual([
      expect.stringMatching(
        /optimise\.minimise: expected a cell of which everything has a price, found none of Li3InCl6/,
      ),
    ]);
    const bound = ['optimise.subjectTo=[pouch $/kWh at 1C < 200]', ideal];
    const bounded = optimise(loaded('loading-membrane', bound), () => searches++);
    expect(bounded.ok ? '' : bounded.issues[0].key).toBe('optimise.subjectTo');
    expect(searches).toBe(0);
  });

  it('asks for no price where it has a cost of everything, or where no cost is asked for', () => {
    const unpricedOf = (set: readonly string[]) => {
      const given = loaded('loading-membrane', set);
      return new DesignEvaluator(given, measuresOf(given)).unpriced();
    };
    const priced = '{name: Li3InCl6, price: 300 $/kg}';
    expect(unpricedOf([ideal])).toEqual([]);
    expect(unpricedOf(cheapest)).toEqual(['Li3InCl6']);
    expect(unpricedOf([...cheapest, `membrane.electrolyte=${priced}`, `cathode.electrolyte=${priced}`])).toEqual([]);
  });
});

describe('slopes of designs', () => {
  it('are those of central differences, masses and states together', () => {
    const given = loaded('loading-membrane', [ideal, 'optimise.subjectTo=[utilisation at C/3 > 50 %]',
      'numerics.tolerance=1e-6']);
    const evaluator = new DesignEvaluator(given, measuresOf(given));
    const z = [0.4, 0.3];
    const at = evaluator.at({}, z, (one) => one, true);
    for (const [p, h] of [[0, 1e-3], [1, 1e-3]]) {
      const [low, high] = [-h, h].map((d) =>
        evaluator.at({}, z.map((value, i) => (i === p ? value + d : value)), (one) => one, false)
      );
      for (const k of [0, 1]) {
        const difference = ((high?.values[k] ?? NaN) - (low?.values[k] ?? NaN)) / (2 * h);
        const largest = Math.max(...at?.slopes[k].map(Math.abs) ?? []);
        expect(Math.abs((at?.slopes[k][p] ?? NaN) - difference) / largest).toBeLessThan(2e-3);
      }
    }
  });
});

describe('the mark of a cell unlike those compared', () => {
  it('is that of a run, at the rate of each measure and at the values of the design', () => {
    const given = loaded('loading-membrane', ['optimise.maximise=pouch Wh/kg at 1C',
      'optimise.subjectTo=[utilisation at 4C > 1 %, utilisation at C/3 > 1 %]']);
    const evaluator = new DesignEvaluator(given, measuresOf(given));
    const [slow, fast, slowest] = evaluator.outside({}, [0.3, 0.5]);
    expect(slowest).toEqual(slow);
    expect(fast.filter((reason) => !slow.includes(reason))).toEqual([
      'rate of 4C (measured cells for comparison: C/100 to 1.2C)',
    ]);
    const thick = evaluator.outside({}, [1, 0.5])[0];
    expect(thick).toContainEqual(
      expect.stringMatching(/^cathode of \d+ µm \(measured cells for comparison: 15 to 170 µm\)$/),
    );
  });

  it('stands before the number, the unit of which is said once', () => {
    const goal = { text: 'pouch Wh/kg at 2C', unit: 'Wh/kg', value: 298.41, outside: ['rate of 2C'] };
    const doc: Omit<OptimumDocument, 'verdicts'> = { schema: 'catholith-optimum-1', title: 'one',
      outcome: { kind: 'completed', sentence: '' }, goals: [{ ...goal, sense: 'maximise' }], constraints: [],
      method: 'gradients', asWritten: { goals: [{ ...goal, value: 250, outside: [] }] },
      designs: [{ values: { 'membrane.thickness': '5 um' }, goals: [goal], constraints: [] }], binding: [],
      candidates: [], slices: [], solves: { coarse: 1, fine: 1 } };
    const verdicts = verdictsOf(doc);
    expect(verdicts[0]).toBe(
      'Highest value found: ≈ 298.4 Wh/kg (pouch at 2C), at membrane thickness 5 um; the case as written 250 Wh/kg.',
    );
    const better = verdictsOf({ ...doc, asWritten: { goals: [{ ...goal, value: 310, outside: [] }] } });
    expect(better[0]).toContain('the case as written 310 Wh/kg, which is better and was not searched');
    const front = verdictsOf({ ...doc, goals: [doc.goals[0], doc.goals[0]],
      designs: [{ ...doc.designs[0], goals: [goal, goal] }] });
    expect(front[0]).toMatch(/^One design is best in both goals: .*, at membrane thickness 5 um; the case as written/);
    const card = optimumCard({ ...doc, verdicts }, { colour: false, width: 120 });
    expect(card).toMatch(/outside [^]*rate of 2C/);
    expect(card.match(/Wh\/kg/g)).toHaveLength(3);
  });
});

describe('optimise', () => {
  it.each(['1C', 'C/3'])('finds the optimum of the map of loading and membrane at %s, with little work', (rate) => {
    const given = loaded('loading-membrane', [ideal, `optimise.maximise=pouch Wh/kg at ${rate}`, 'optimise.starts=2']);
    const doc = found(given);
    expect(doc.outcome.kind).toBe('completed');
    const [{ values, goals: [{ value }] }] = doc.designs;
    expect(values['membrane.thickness']).toBe('5 um');
    // what holds it, and by how much: the thinnest membrane that may be
    expect(doc.binding[0]).toMatchObject({ what: 'membrane.thickness from', unit: 'um' });
    expect(doc.binding[0].gain).toBeGreaterThan(0.5);
    expect(value).toBeGreaterThan(doc.asWritten?.goals[0].value ?? Infinity);
    // the columns of the shipped map beside it are lower
    const evaluator = new DesignEvaluator(given, measuresOf(given));
    for (let mAh = 1; mAh <= 10; mAh += 0.5) {
      const design = evaluator.at({}, [(mAh - 1) / 9, 0], (one) => one, false);
      expect((design?.values[0] ?? 0) / 3600).toBeLessThan(value + 0.05);
    }
    expect(doc.solves.coarse + doc.solves.fine).toBeLessThan(90);
  });

  it('keeps a bound, says what it costs, and chooses', async () => {
    const given = loaded('loading-membrane', [ideal, 'optimise.subjectTo=[areal capacity at 1C < 4 mAh/cm^2]',
      'optimise.starts=1', 'optimise.vary.membrane.electrolyte + cathode.electrolyte=[Li6PS5Cl, Li3InCl6]']);
    const doc = found(given);
    const [{ constraints: [kept] }] = doc.designs;
    expect(kept).toMatchObject({ active: true, met: true });
    expect(kept.value).toBeCloseTo(4, 1);
    expect(doc.candidates).toHaveLength(2);
    const without = { ...doc, candidates: doc.candidates.map((one) => ({ ...one, goal: null })) };
    expect(optimumCard(without, { colour: false, width: 100 })).toContain('none found keeps the bounds');
    const relaxed = found(
      loaded('loading-membrane', [ideal, 'optimise.subjectTo=[areal capacity at 1C < 4.1 mAh/cm^2]',
        'optimise.starts=1',
        `optimise.vary.membrane.electrolyte + cathode.electrolyte=[${
          String(doc.designs[0].values['membrane.electrolyte + cathode.electrolyte'])
        }]`]),
    );
    const gained = relaxed.designs[0].goals[0].value - doc.designs[0].goals[0].value;
    const promised = 0.1 * (doc.binding.find(({ what }) => what.startsWith('areal'))?.gain ?? NaN);
    expect(gained / promised).toBeGreaterThan(0.8);
    expect(gained / promised).toBeLessThan(1.25);
    expect(optimumCard(doc, { colour: false, width: 100 }).replace(/\s+/g, ' '))
      .toMatch(/1 mAh\/cm² of room would give/);
    const dir = mkdtempSync(join(tmpdir(), 'catholith-optimum-'));
    const files = await writerOf(optimumReport('a.yaml'))(doc, dir);
    const written = (name: string): string => readFileSync(join(dir, name), 'utf8');
    expect(files.filter((path) => path.endsWith('.svg'))).toHaveLength(1);
    expect(written('optimum.html')).toContain('areal capacity at 1C');
    expect(written('optimum.csv').trim().split('\n')).toHaveLength(2);
    expect(written('optimum.yaml')).toMatch(/cathode:\n {2}electrolyte: Li\w+\n {2}arealCapacity: /);
    rmSync(dir, { recursive: true });
  });

  it('has a front over choices, of which one is best slow and another one fast', () => {
    const { designs } = found(
      loaded('slow-fast', [ideal, 'numerics.tolerance=1e-3', 'optimise.starts=1', 'optimise.points=3',
        'optimise.vary={cathode.arealCapacity: [5 mAh/cm^2, 7.3 mAh/cm^2], '
        + 'membrane.thickness: {from: 10 um, to: 100 um, spacing: log}}']),
    );
    const loadings = designs.map(({ values }) => values['cathode.arealCapacity']);
    expect([loadings[0], loadings[loadings.length - 1]]).toEqual(['7.3 mAh/cm^2', '5 mAh/cm^2']);
    designs.slice(1).forEach(({ goals: [slow, fast] }, k) => {
      const { goals: [slower, faster] } = designs[k];
      expect(slow.value).toBeLessThanOrEqual(slower.value);
      expect(fast.value).toBeGreaterThanOrEqual(faster.value);
    });
  });

  it('grades a cathode of a given mean better than uniform, electrolyte to the membrane', () => {
    const doc = found(loaded('graded', [ideal, 'cathode.gradient.slices=4']));
    const profile = doc.designs[0].values['cathode.gradient.activeMaterial'];
    if (!Array.isArray(profile)) throw new Error('no profile');
    expect(parseFloat(profile[0])).toBeLessThan(parseFloat(profile[2]));
    expect(doc.designs[0].goals[0].value).toBeGreaterThan(doc.asWritten?.goals[0].value ?? Infinity);
  });

  it.each([
    ['cathode.thickness < 200 um', 'cathode.thickness: {from: ..., to: 200 um}'],
    ['membrane thickness >= 20 um', 'membrane.thickness: {from: 20 um, to: ...}'],
    ['thickness < 200 um', 'cathode.thickness: {from: ..., to: 200 um}'],
  ])('a bound on a key of the case, %s, is sent to vary', (bound, remedy) => {
    const reading = parseOptimise(
      `title: x\noptimise: {maximise: pouch Wh/kg at 1C, subjectTo: ["${bound}"], vary: {a: {from: 1 um, to: 2 um}}}`,
    );
    expect(reading.ok ? [] : reading.issues.filter(({ key }) => key === 'optimise.subjectTo.0')).toMatchObject([{
      remedy: `a key of the case has its bounds under vary: write "${remedy}" there`,
    }]);
  });

  it.each([
    ['{maximise: pouch Wh/kg, vary: {a: {from: 1 um, to: 2 um}}}', 'optimise.maximise'],
    ['{maximise: puoch Wh/kg at 1C, vary: {a: {from: 1 um, to: 2 um}}}', 'optimise.maximise'],
    ['{maximise: pouch Wh/kg at 1C, subjectTo: [utilisation at 1C], vary: {a: {from: 1 um, to: 2 um}}}',
      'optimise.subjectTo.0'],
    ['{maximise: pouch Wh/kg at 1C}', 'optimise.vary'],
    ['{vary: {a: {from: 1 um, to: 2 um}}}', 'optimise'],
    ['{maximise: pouch Wh/kg at 1C, vary: {a: {from: 2 um, to: 1 um}}}', 'optimise.vary.a'],
    ['{maximise: pouch Wh/kg at 1C, vary: {a: {profile: 3, from: 60 %, to: 90 %, mean: 95 %}}}',
      'optimise.vary.a.mean'],
    ['{maximise: pouch Wh/kg at 1C, vary: {a: {from: 1 um, to: 2 um}}, stats: 3}', 'optimise.stats'],
  ])('%s is refused where it stands', (block, key) => {
    const reading = parseOptimise(`optimise: ${block}\ntitle: x`);
    // the case below it lacks all that a case needs, and says so in the same round
    expect(reading.ok ? [] : reading.issues.filter((issue) => issue.key === key)).toMatchObject([{ line: 1 }]);
  });
});
