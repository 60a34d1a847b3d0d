import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { controls, shownBy, textAt, writtenBy } from '../../src/live/controls.js';
import type { Design } from '../../src/live/design.js';
import { Engine } from '../../src/live/engine.js';
import type { Answers, Job, Texts } from '../../src/live/messages.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { resultCard } from '../../src/report/run-report.js';
import type { RateResult, ResultDocument } from '../../src/results/result-schema.js';

import { withOutside } from '../../src/study/ranges/outside.js';
const folder = new URL('../../configs/cells/', import.meta.url);
const texts: Texts = Object.fromEntries(
  readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((
    name,
  ) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
const engine = new Engine(texts);
const usual: Design = { cell: 'nmc811-li6ps5cl', set: {} };
const coarseMesh = { mesh: 'coarse' };

type Success<K extends keyof Answers> = Extract<Answers[K], { ok: true }>;
async function ask<K extends Job['kind']>(job: Extract<Job, { readonly kind: K }>): Promise<Success<K>> {
  const answer = await engine.answer<K>(job);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Success<K>;
}

/** The rates of a design, solved in so many parts. */
async function ratesOf(design: Design, parts = 2): Promise<RateResult[]> {
  const rates: RateResult[] = [];
  for (let part = 0; part < parts; part++) {
    const { rates: some } = await ask<'rates'>({ kind: 'rates', design, part, of: parts });
    for (const { index, result } of some) rates[index] = result;
  }
  return rates;
}

/** A design while a slider moves. */
const sketchOf = (design: Design, of = 99) => ask<'sketch'>({ kind: 'sketch', design, chosen: '1C', part: 0, of });

const valuesOf = async (design: Design) => (await sketchOf(design)).frame.values;

/** Rows of a table, without its head. */
const rowsOf = (table: string): string[] => table.split('<tr').slice(2);

/** Without the time that it took. */
const timeless = (document: ResultDocument): unknown =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'milliseconds' ? 0 : value)));

const withoutWork = (card: string): string => card.replace(/^work .*(\n {11}.*)*/m, '');

describe('the engine of the page', () => {
  it('gives the document and the card of the command line, whatever parts it is solved in', async () => {
    const set = { ...coarseMesh, 'cathode.thickness': '120 um', 'membrane.electrolyte.ionicConductivity': '1 mS/cm' };
    const design = { ...usual, set };
    const told = await ask<'document'>({ kind: 'document', design, title: '', rates: await ratesOf(design, 4) });
    const read = parseCase(texts['nmc811-li6ps5cl.yaml'], { file: 'nmc811-li6ps5cl.yaml',
      set: Object.entries(set).map(([key, value]) => `${key}=${value}`) });
    if (!read.ok) throw new Error('not read');
    const run = await runCase(read.case, read.ledger);
    if (!run.ok) throw new Error('not run');
    const printed = withOutside(run.document, run.prepared);
    expect(timeless(told.document)).toEqual(timeless(printed));
    expect(withoutWork(told.card)).toBe(withoutWork(resultCard(printed, { colour: false, width: 100 })));
    expect(rowsOf(told.table)).toHaveLength(6);
    expect(told.card).toContain(told.answer.slice(0, 40));
  });

  it('marks the numbers of rates that lie outside of what was compared, and says why', async () => {
    const design = { ...usual, set: { ...coarseMesh, 'protocol.rates': '[C/3, 2C]' } };
    const { table, answer } = await ask<'document'>({ kind: 'document', design, title: '',
      rates: await ratesOf(design) });
    const [slow, fast] = rowsOf(table);
    expect(slow).not.toContain('≈');
    expect(fast.match(/>≈ /g)).toHaveLength(7);
    expect(answer).toMatch(/delivers \d.* at C\/3 and ≈ \d.* at 2C/);
    expect(answer).toContain('rate of 2C (measured cells for comparison: C/100 to 1.2C)');
    expect((await sketchOf(design, 1)).rates.map(({ mark }) => mark)).toEqual(['', '≈ ']);
    const inside = { ...usual, set: { ...coarseMesh, 'protocol.rates': '[C/3]' } };
    const told = await ask<'document'>({ kind: 'document', design: inside, title: '', rates: await ratesOf(inside) });
    expect(told.answer).not.toContain('≈');
  });

  it('solves a protocol that takes no rates once', async () => {
    const design: Design = { cell: 'nmc811-li3incl6-lumped', set: { ...coarseMesh, 'protocol.rates': '[1C]' } };
    const rates = await ratesOf(design);
    expect(rates.map(({ label }) => label)).toEqual(['1C']);
  });

  it('stays within 0.8 % of the capacity of the everyday mesh while a slider moves', async () => {
    const fine = await ratesOf(usual);
    const quick = (await sketchOf(usual, 1)).rates.map(({ result }) => result);
    for (const [i, { arealCapacity_mAh_cm2: capacity, meanVoltage_V: voltage }] of fine.entries()) {
      expect(Math.abs(quick[i].arealCapacity_mAh_cm2 / capacity - 1)).toBeLessThan(0.008);
      expect(Math.abs((quick[i].meanVoltage_V ?? 0) - (voltage ?? 0))).toBeLessThan(0.012);
    }
  });

  it('reads back what every control writes', async () => {
    const before = await valuesOf(usual);
    for (const control of controls) {
      expect(before[control.id], control.id).toBeGreaterThanOrEqual(control.scale === 'log' ? 1e-6 : -20);
      const text = textAt(control, 0.47);
      const set = Object.fromEntries(
        Object.entries(writtenBy(control, text)).filter(([, value]) => value !== null),
      ) as Record<string, string>;
      const after = await valuesOf({ ...usual, set });
      expect(Number(shownBy(control, after[control.id])), control.id).toBeCloseTo(Number(text), 6);
    }
  });

  it('refuses a cell that cannot be, with the line of its text', async () => {
    const wrong = texts['nmc811-li6ps5cl.yaml'].replace('porosity:', 'porositi:');
    const answer = await engine.answer<'check'>({ kind: 'check', design: { cell: 'mine', text: wrong, set: {} } });
    if (answer.ok) throw new Error('taken');
    const line = wrong.split('\n').findIndex((text) => text.includes('porositi')) + 1;
    expect(answer.issues.map((issue) => issue.text).join()).toContain(`mine.yaml:${line}:`);
    const impossible = await engine.answer<'sketch'>({ kind: 'sketch', chosen: '', part: 0, of: 1,
      design: { ...usual, set: { 'cathode.density': '9 g/cm^3' } } });
    expect(impossible.ok).toBe(false);
  });

  it('writes a case that says the same, with its remarks', async () => {
    for (const cell of ['nmc811-li6ps5cl', 'nmc811-tau-5', 'lfp-polymer']) {
      const set = { 'cathode.massLoading': '20 mg/cm^2', temperature: '40 degC',
        'cathode.ionicTransport': '{tortuosityFactor: 4}', 'cathode.activeMaterial.particleRadius': '1 um' };
      const { text } = await ask<'text'>({ kind: 'text', design: { cell, set } });
      const [a, b] = [await valuesOf({ cell, set }), await valuesOf({ cell, text, set: {} })];
      expect(b, text).toEqual(a);
    }
    const { text } = await ask<'text'>({ kind: 'text', design: { ...usual, set: { temperature: '40 degC' } } });
    expect(text).toContain('# measured at 80 wt% with an electrolyte');
    expect(text).toContain('temperature: 40 degC');
  });

  it('puts measured discharges per area, and says what it cannot read', async () => {
    const csv = (unit: string, factor: number): string =>
      `capacity [${unit}],voltage [V]\n${[0, 1, 2, 3, 4].map((q) => `${q * factor},${4 - 0.1 * q}`).join('\n')}\n`;
    const { curves, problems } = await ask<'measured'>({ kind: 'measured', design: usual,
      texts: { area: csv('mAh/cm2', 1), mass: csv('mAh/g', 40), wrong: 'a,b\n1,2\n' } });
    const { frame } = await sketchOf(usual);
    const active = 1e-3 * frame.case.cathodeLoading_mg_cm2 * frame.case.layers[0].massFractions.activeMaterial;
    expect(curves.map(({ name }) => name)).toEqual(['area', 'mass']);
    expect(curves[0].capacity_mAh_cm2.at(-1)).toBeCloseTo(4, 12);
    expect(curves[1].capacity_mAh_cm2.at(-1)).toBeCloseTo(160 * active, 9);
    expect(problems.join()).toContain('wrong:1: expected');
  });

  it('finds what limits a rate', async () => {
    const design = { ...usual, set: { ...coarseMesh, 'protocol.rates': '[2C]' } };
    const [asIs] = await ratesOf(design, 1);
    const { limits } = await ask<'limits'>({ kind: 'limits', design, rate: 0, asIs });
    expect(limits.parts[0].part).toBe('diffusionInParticles');
    expect(limits.sentence).toContain('At 2C it delivers');
  });
});
