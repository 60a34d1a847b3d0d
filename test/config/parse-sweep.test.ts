import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { parseSweep } from '../../src/config/studies/parse-sweep.js';
import { formatIssue } from '../../src/config/wording.js';

const base = readFileSync(new URL('../../configs/cells/nmc811-li3incl6.yaml', import.meta.url), 'utf8');
const read = (sweep: string) => parseSweep(`${base}\n${sweep}`, { file: 'a.yaml' });
/** Line of the first line of `sweep`. */
const first = base.split('\n').length + 1;

function issuesOf(sweep: string): string[] {
  const reading = read(sweep);
  return reading.ok ? [] : reading.issues.map(formatIssue);
}

describe('a sweep', () => {
  it('is a grid where nothing else is said, with five points of a range', () => {
    const reading = read('sweep: {vary: {membrane.thickness: {from: 10 um, to: 50 um}}}');
    if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
    expect(reading.sweep.definition).toEqual({
      method: 'grid',
      axes: [{ kind: 'range', key: 'membrane.thickness', from: 10, to: 50, unit: 'um', spacing: 'linear', points: 5 }],
    });
  });

  it('is shortened from the command line, which is blamed for what it says', () => {
    const text = `${base}\nsweep: {method: sobol, points: 1024, vary: {membrane.thickness: {from: 10 um, to: 50 um}}}`;
    const withSet = (...set: string[]) => parseSweep(text, { file: 'a.yaml', set });
    const short = withSet('sweep.points=16', 'mesh=default');
    expect(short.ok && short.sweep.definition).toMatchObject({ method: 'sobol', points: 16 });
    const wrong = withSet('sweep.points=few');
    expect(!wrong.ok && wrong.issues.map(formatIssue)).toEqual(
      ['--set sweep.points: expected a whole number, found "few"; write e.g. 256'],
    );
    const nowhere = parseCase(base, { file: 'a.yaml', set: ['sweep.points=16'] });
    expect(!nowhere.ok && nowhere.issues.map(formatIssue)[0]).toMatch(/^--set sweep: expected a known key/);
  });

  it('makes a case of values, a key taking away those that say the same', () => {
    const reading = read('sweep: {vary: {cathode.arealCapacity: [2 mAh/cm^2, 6 mAh/cm^2]}}');
    if (!reading.ok) throw new Error('not read');
    const design = reading.sweep.design({ 'cathode.arealCapacity': '2 mAh/cm^2' });
    if (!design.ok) throw new Error(design.issues.map(formatIssue).join('\n'));
    expect(design.case.cathode.layers[0].arealCapacity).toBeCloseTo(72_000, 6);
    expect(design.case.cathode.layers[0].massLoading).toBeUndefined();
  });

  it('reads each design as if it were the first, whatever the one before it was', () => {
    const designs = [{ 'membrane.thickness': '20 um' }, { 'thermal.heatTransfer': '10 W/(m^2 K)' }, {}, {
      'membrane.thickness': '-1 um',
    }, { 'cell.format': 'coin' }, { 'cell.formatt': 1 }, { 'protocol.rates': ['1C'] }, {
      'cathode.activeMaterial.particleRadius': '3 um',
    }, { 'cathode.porosity': '200 %' }, { 'cathode.electrolyte': null }, { 'cathode.massLoading': '5 mg/cm^2' }, {
      'cathode.massLoading': '6 mg/cm^2',
    }, { 'cathode.arealCapacity': '4 mAh/cm^2' }, { 'cathode.layers': [{}, { porosity: '5 %' }] }, {
      'cathode.layers': [{}, { porosity: '6 %' }],
    }, { 'cathode.layers': [{}, { porosity: '6' }] }, {}];
    const list = 'sweep: {vary: {membrane.thickness: [1 um]}}';
    const sweepOf = () => {
      const reading = read(list);
      if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
      return reading.sweep;
    };
    const said = (sweep: ReturnType<typeof sweepOf>, values: Readonly<Record<string, unknown>>): string => {
      const loaded = sweep.design(values);
      return loaded.ok ? JSON.stringify([loaded.case, loaded.ledger]) : loaded.issues.map(formatIssue).join('\n');
    };
    const one = sweepOf();
    const inTurn = designs.map((values) => said(one, values));
    expect(inTurn).toEqual(designs.map((values) => said(sweepOf(), values)));
    expect(new Set(inTurn).size).toBe(designs.length - 1);
  });

  it('is refused with what is wrong with its case, but for what the sweep may give', () => {
    const broken = base.replace('value: 30 um', 'value: 30 kg').replace(/^title:.*$/m, '');
    const text = `${broken}\nsweep: {vary: {a..b: [1]}}`;
    const reading = parseSweep(text, { file: 'a.yaml' });
    expect(reading.ok ? [] : reading.issues.map(({ key }) => key)).toEqual(['membrane.thickness', 'sweep.vary.a..b']);
  });

  it('says where a value of the sweep is wrong', () => {
    const reading = read('sweep:\n  vary:\n    membrane.thickness: [10 um, -3 um]');
    if (!reading.ok) throw new Error('not read');
    const design = reading.sweep.design({ 'membrane.thickness': '-3 um' });
    if (design.ok) throw new Error('a negative thickness was taken');
    expect(formatIssue(design.issues[0])).toMatch(
      new RegExp(`^a.yaml:${first + 2}:33 membrane.thickness: expected a length .* found "-3 um"`),
    );
  });

  it.each([
    ['sweep:', 'sweep: expected what to vary, found nothing; add e.g.'],
    ['sweep: {variy: {}}', 'sweep.variy: expected a known key, found "variy"; did you mean "vary"?'],
    ['sweep: {method: random, vary: {a: [1]}}',
      'sweep.method: expected grid or list or latin-hypercube or sobol, found "random"'],
    ['sweep: {vary: {membrane.thickness: 3 um}}', 'expected a list of values, or a range, found "3 um"'],
    ['sweep: {vary: {membrane.thickness: {from: 3 um, to: 5 nm}}}',
      'expected from and to in one unit, found "3 um" and "5 nm"'],
    ['sweep: {vary: {membrane.thickness: {from: 3 um}}}',
      'sweep.vary.membrane.thickness.to: expected the upper end, found nothing'],
    ['sweep: {vary: {a: {from: 0, to: 1, spacing: log}}}', 'expected ends above zero for logarithmic spacing'],
    ['sweep: {method: sobol, vary: {a: [1, 2]}}',
      'sweep.points: expected how many designs, found nothing; add "points: 256"'],
    ['sweep: {method: sobol, points: 8, vary: {a: {from: 1, to: 2, points: 3}}}',
      'expected no "points" beside method: sobol'],
    ['sweep: {list: []}', 'sweep.list: expected a list of designs, found an empty list'],
    ['sweep: {vary: {a..b: [1]}}', 'expected a dotted key of the case, found an empty step in "a..b"'],
    ['sweep: {vary: {a: [[70 %, {b: 1}]]}, marks: [{name: x, a: 80 %}]}',
      'sweep.marks.0.a: expected a number in the unit of the sweep, found "80 %"; write e.g. a: ["70 %",{"b":1}]'],
    ['sweep: {vary: {a: [1, 2]}, marks: [{name: x}]}',
      'sweep.marks.0.a: expected a value of every varied key, found nothing; add "a: 1"'],
  ])('%s is refused with one sentence', (sweep, sentence) => {
    const issues = issuesOf(sweep);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(sentence);
  });

  it('is no part of the case that run reads', () => {
    const text = `${base}\nsweep: {vary: {membrane.thickness: [10 um]}}`;
    const loaded = parseCase(text, { file: 'a.yaml' });
    expect(loaded.ok && loaded.case.membrane.thickness).toBeCloseTo(30e-6, 12);
  });
});

describe('rest', () => {
  const loaded = (fractions: string) =>
    parseCase(
      base.replace('massFractions: {activeMaterial: 85 %, electrolyte: 15 %}', `massFractions: ${fractions}`),
      { file: 'a.yaml' },
    );

  it('is what the other constituents leave', () => {
    const reading = loaded('{activeMaterial: 70 %, electrolyte: rest, carbon: 3 %}\n  carbon: VGCF');
    if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
    expect(reading.case.cathode.layers[0].massFractions?.electrolyte).toBeCloseTo(0.27, 12);
    expect(reading.ledger.find(({ path }) => path.endsWith('massFractions.electrolyte'))?.note).toBe(
      'what the other constituents leave',
    );
  });

  it('is refused where nothing is left', () => {
    const reading = loaded('{activeMaterial: 99 %, carbon: 4 %, electrolyte: rest}');
    expect(reading.ok ? '' : reading.issues.map(formatIssue).join('\n')).toContain(
      'massFractions.electrolyte: expected a fraction',
    );
  });
});

describe('--set', () => {
  it('takes away the keys that say the same, unless they are set as well', () => {
    const alone = parseCase(base, { file: 'a.yaml', set: ['cathode.thickness=50 um'] });
    expect(alone.ok && alone.case.cathode.layers[0].massLoading).toBeUndefined();
    const both = parseCase(base, { file: 'a.yaml',
      set: ['cathode.thickness=50 um', 'cathode.massLoading=20 mg/cm^2'] });
    expect(both.ok && both.case.cathode.layers[0].massLoading).toBeCloseTo(0.2, 12);
    expect(both.ok && both.case.cathode.layers[0].thickness).toBeCloseTo(50e-6, 12);
  });
});
