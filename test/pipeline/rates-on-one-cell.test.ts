import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import type { RateRun } from '../../src/pipeline/rate-run.js';
import { prepareCase, rateCapability, runCase } from '../../src/pipeline/run-case.js';
import { lithiumOf, sitesOf } from '../../src/results/sites.js';

const text = (protocol: string): string => `
title: rates on one cell
source: test
anode: {thickness: 40 um}
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 75 %, electrolyte: rest}
  porosity: 10 %
  thickness: 60 um
protocol: {lowerCutoffVoltage: 2.8 V, upperCutoffVoltage: 4.3 V, ${protocol}}
mesh: coarse
numerics: {tolerance: 1e-6}
`;

const parse = (protocol: string) => parseCase(text(protocol), { file: 'x.yaml' });

function load(protocol: string) {
  const loaded = parse(protocol);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded;
}

function runs(protocol: string): RateRun[] {
  const { case: given } = load(protocol);
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return [...rateCapability(given, ready.prepared.model)];
}

const delivered = (protocol: string): number[] =>
  runs(protocol).map(({ performance: { main, theoreticalArealCapacity } }) =>
    main.arealCapacity / theoreticalArealCapacity
  );

describe('rates on one cell', () => {
  const each = 'charge: {rate: each, rest: 0 s}';
  const cycles = '{discharge: C/5}, {charge: 1C}, {discharge: 1C}';

  it('are the steps written one after the other', () => {
    const oneCell = runs(`rates: [C/5, 1C], ${each}, ratesOn: one-cell`);
    const [written] = runs(`steps: [{charge: C/5}, ${cycles}]`);
    const { recording: { segments }, charge } = written.performance;
    const [slow, fast] = [1, 3].map((i) => charge[segments[i].last] - charge[segments[i].first]);
    expect(oneCell[0].performance.main.arealCapacity / slow).toBeCloseTo(1, 4);
    expect(oneCell[1].performance.main.arealCapacity / fast).toBeCloseTo(1, 4);
  });

  it('deliver as fresh cells do at vanishing rates, and more than these where a fast charge from as built is short', () => {
    const apart = (rates: string): number => {
      const [[, fresh], [, again]] = ['fresh-cells', 'one-cell'].map((on) =>
        delivered(`rates: ${rates}, ${each}, ratesOn: ${on}`)
      );
      return again - fresh;
    };
    const [fast, slow, slower] = ['[C/5, 1C]', '[C/100, C/50]', '[C/1000, C/500]'].map(apart);
    expect(fast).toBeGreaterThan(0.015);
    expect(Math.abs(slow)).toBeLessThan(fast / 10);
    expect(Math.abs(slower)).toBeLessThan(0.002);
  });

  it('repeat themselves: cycles at the same rate come ever closer to one that ends where it began', () => {
    const [first, second, third, fourth] = delivered(`rates: [C/2, 0.5C, 0.50C, 0.500C], ${each}, ratesOn: one-cell`);
    // each cycle is ten times closer to the last one, at least; in fact fifty times
    expect(Math.abs(third - second)).toBeLessThan(0.1 * Math.abs(second - first));
    expect(Math.abs(fourth - third)).toBeLessThan(0.1 * Math.abs(third - second));
  });

  it('are cycled as often as asked: three cycles are the rate written three times, of which the last one is told', () => {
    const written = delivered(`rates: [C/5, 0.2C, C/2, 0.5C], ${each}, ratesOn: one-cell`);
    const asked = delivered(`rates: [C/5, C/2], cyclesPerRate: 2, ${each}, ratesOn: one-cell`);
    expect(asked).toEqual([written[1], written[3]]);
  });

  it('keep their lithium: what cathode and anode hold is the same at every start', () => {
    const all = runs('rates: [C/10, C/2, 2C], charge: C/5, ratesOn: one-cell');
    const held = all.map(({ start: { state, lithiumSupply }, performance: { problem } }) =>
      lithiumSupply + lithiumOf(problem, sitesOf(problem, 'cathode'), state)
    );
    for (const one of held) expect(one / held[0]).toBeCloseTo(1, 6);
    const inCathode = all.map(({ start, performance: { problem } }) =>
      lithiumOf(problem, sitesOf(problem, 'cathode'), start.state)
    );
    expect(inCathode[2]).not.toBeCloseTo(inCathode[0], 0);
  });

  it('end with the rate that could not go on', () => {
    const { case: given } = load('rates: [C/10, C/5], charge: C/10, ratesOn: one-cell');
    const ready = prepareCase(given);
    if (!ready.ok) throw new Error('not ready');
    const short = { ...given, numerics: { ...given.numerics, maximumSteps: 3 } };
    const [, other] = rateCapability(short, ready.prepared.model);
    expect(other.performance.recording.segments[0].outcome.reason).toBe('too-many-steps');
  });

  it('are told as such, with a charge for each', async () => {
    const { case: given, ledger } = load('rates: [C/5, C/2], charge: C/5, ratesOn: one-cell, cyclesPerRate: 2');
    const run = await runCase(given, ledger);
    if (!run.ok) throw new Error('not run');
    const { start: { sentence }, rates: [first, second] } = run.document;
    expect(sentence).toContain('one cell');
    expect(sentence).toContain('cycled 2 times');
    expect(second.charge?.arealCapacity_mAh_cm2).toBeLessThan(0.99 * (first.charge?.arealCapacity_mAh_cm2 ?? 0));
  });

  it.each([
    'charge: ideal',
    'initialStoichiometry: 0.3',
    'steps: [{discharge: each}]',
  ])('are refused where nothing charges again: %s', (start) => {
    const loaded = parse(`rates: [C/10, 1C], ratesOn: one-cell, ${start}`);
    const issues = loaded.ok ? [] : loaded.issues;
    expect(issues.map(({ key, code }) => [key, code])).toEqual([['protocol.ratesOn', 'contradiction']]);
  });

  it('are refused where several cycles are asked of fresh cells', () => {
    const loaded = parse('rates: [C/10, 1C], cyclesPerRate: 3');
    const issues = loaded.ok ? [] : loaded.issues;
    expect(issues.map(({ key, code }) => [key, code])).toEqual([['protocol.cyclesPerRate', 'contradiction']]);
  });
});
