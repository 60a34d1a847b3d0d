import { expect, test } from 'vitest';
import { comparisonCsv, designTable, rateTables } from '../../src/report/comparison-rows.js';
import { comparisonPolarisation } from '../../src/report/figures/comparison-bars.js';
import { comparisonRates } from '../../src/report/figures/comparison-curves.js';
import type { ComparisonDocument, RateAtUtilisation } from '../../src/results/comparison-schema.js';
import { resultColumns } from '../../src/results/result-columns.js';
import { fixture } from './fixture.js';

const found = (kind: RateAtUtilisation['kind'], cRate: number | null): ComparisonDocument => ({
  schema: 'catholith-comparison-1',
  title: 'two designs',
  at: 'as-given',
  detailRate: null,
  designs: [{
    name: 'a, b',
    equalised: null,
    result: fixture(),
    // a sentence is for readers: no table depends on its words
    rateAt80: { kind, cRate, searched: [0.02, 15], sentence: 'Nothing of this is read.' },
    limits: { rate: null, parts: [], sentence: '' },
    measured: [],
  }],
});

test.each<[RateAtUtilisation['kind'], number | null, string]>([
  ['found', 1.2345, '1.2C'],
  ['above', null, '> 15C'],
  ['below', null, '< C/50'],
  ['none', null, '–'],
])('a search that ended %s at %s reads %s', (kind, cRate, text) => {
  expect(designTable(found(kind, cRate)).rows[0].at(-1)).toBe(text);
});

test('the table for other programs has the columns of a result, by their names', () => {
  const doc = found('found', 1);
  const [head, first, ...others] = comparisonCsv(doc).trimEnd().split('\n');
  const names = head.split(',');
  expect(names).toEqual(expect.arrayContaining(resultColumns.map(({ name }) => name)));
  expect(others).toHaveLength(doc.designs[0].result.rates.length - 1);
  // the name of the design has a comma: one field more
  const capacity = first.split(',')[names.indexOf('arealCapacity_mAh_cm2') + 1];
  expect(Number(capacity)).toBe(doc.designs[0].result.rates[0].arealCapacity_mAh_cm2);
});

test('table and figure of designs without a pouch count the same energy, per cathode layer', () => {
  const doc = found('found', 1);
  const [{ result }] = doc.designs;
  const pellets = { ...doc,
    designs: [{ ...doc.designs[0], result: { ...result, energy: { ...result.energy, format: 'pellet' as const } } }] };
  const { svg = '', caption = '' } = comparisonRates(pellets) ?? {};
  expect(rateTables(pellets).map(({ title }) => title).join()).toContain(
    'Energy density of the cathode layer in Wh/kg',
  );
  expect(svg).toContain('Cathode layer (Wh/kg)');
  expect(svg + caption).not.toMatch(/pouch/i);
});

test('of designs that deliver nothing the figure of the rates draws no curves upon each other, but says how many and which', () => {
  const doc = found('found', 1);
  const [{ result, ...design }] = doc.designs;
  const none = { ...result,
    rates: result.rates.map((rate) => ({ ...rate, utilisation: 0, arealCapacity_mAh_cm2: 0 })) };
  const designs = [{ ...design, result, name: 'works' },
    ...['a', 'b'].map((name) => ({ ...design, result: none, name }))];
  const { svg = '', caption = '' } = comparisonRates({ ...doc, designs }) ?? {};
  expect(svg).toContain('not drawn: 2 that deliver next to nothing');
  expect([svg.includes('aria-description="works"'), svg.includes('aria-description="a"')]).toEqual([true, false]);
  expect(caption).toContain('less than 0.5 % at every rate: a; b.');
  expect(comparisonRates({ ...doc, designs: designs.slice(1) })).toBeUndefined();
});

test('the totals of the losses stand inside the frame, beside the longest bar too', () => {
  const doc = found('found', 1);
  const [design] = doc.designs;
  const { label, polarisation_mV: { total } } = design.result.rates[4];
  const { svg = '' } =
    comparisonPolarisation({ ...doc, designs: [{ ...design, limits: { ...design.limits, rate: label } }] }) ?? {};
  const end = Number(/data-x="linear \S+ (\S+)/.exec(svg)?.[1]);
  expect(end / (total ?? NaN)).toBeGreaterThan(1.079);
});
