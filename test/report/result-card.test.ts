import { describe, expect, test } from 'vitest';
import { resultCard, runReport } from '../../src/report/run-report.js';
import { polarisationLabels, type RateResult } from '../../src/results/result-schema.js';
import { asCharge, fixture, withFailedRate, withRanges, withSteps } from './fixture.js';
import { pageOf } from './pages.js';

const escape = '\u001b';

describe.each([40, 60, 72, 80, 100, 140, 200])('the card at %i columns', (width) => {
  const doc = withFailedRate(fixture({ layers: 2 }));
  const card = resultCard(doc, { colour: false, width });

  test('stays within the width', () => {
    expect(card.split('\n').filter((line) => [...line].length > width)).toEqual([]);
  });

  test('names every rate, every part, every outcome and every warning', () => {
    const words = card.replaceAll(/\s+/g, ' ');
    for (const rate of doc.rates) {
      expect(words).toContain(rate.label);
      expect(words).toContain(rate.outcome.reason);
    }
    // below 60 columns the names of the parts are wrapped beside their numbers
    if (width >= 60) { for (const label of Object.values(polarisationLabels)) expect(words).toContain(label); }
    for (const warning of doc.warnings) expect(words).toContain(warning);
    expect(words).toContain('7 of 40 parameters');
  });
});

test('at 100 columns every column of the rate table is there', () => {
  const row = resultCard(fixture(), { colour: false, width: 100 })
    .split('\n')
    .find((line) => line.startsWith('1C '));
  const { arealCapacity_mAh_cm2: areal, meanVoltage_V: mean, energy } = fixture().rates[4];
  expect(row).toContain(areal.toFixed(2));
  expect(row).toContain(mean!.toFixed(3));
  expect(row).toContain(energy.pouch.gravimetric_Wh_kg!.toFixed(0));
  expect(row).toContain('ions in the cathode');
});

test('many rates are shared out over several tables', () => {
  const doc = fixture();
  const many = { ...doc, rates: [doc, doc, doc].flatMap(({ rates }) => rates) };
  const card = resultCard(many, { colour: false, width: 80 });
  expect(card.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(card.match(/^charge transfer/gm)?.length).toBeGreaterThan(1);
});

test('escape sequences only where colour was asked for, and the same words', () => {
  const plain = resultCard(fixture(), { colour: false, width: 100 });
  const coloured = resultCard(fixture(), { colour: true, width: 100 });
  expect(plain).not.toContain(escape);
  expect(coloured).toContain(escape);
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('losses of a charge are positive', () => {
  const doc = fixture({ pick: ['1C'] });
  const [rate] = doc.rates;
  const negative = Object.fromEntries(
    Object.entries(rate.polarisation_mV).map(([name, value]) => [name, -value!]),
  ) as typeof rate.polarisation_mV;
  const charge = { ...doc, rates: [{ ...rate, direction: 'charge' as const, polarisation_mV: negative }] };
  const totalLine = (card: string) => card.split('\n').find((line) => line.startsWith('total'));
  expect(totalLine(resultCard(charge, { colour: false, width: 100 }))).toBe(
    totalLine(resultCard(doc, { colour: false, width: 100 })),
  );
});

const wide = { colour: false, width: 140 };

test('a charge has no energy density to simulate', () => {
  expect(resultCard(fixture(), wide).replaceAll(/\s+/g, ' ')).toContain('as simulated, in Wh/kg');
  expect(resultCard(asCharge(fixture()), wide)).not.toContain('as simulated');
});

test('notes say which step counts and what more than 100 % means', () => {
  const doc = withSteps(fixture({ pick: ['1C'] }));
  const over = { ...doc, rates: doc.rates.map((rate) => ({ ...rate, utilisation: 1.01 })) };
  expect(resultCard(over, wide)).toContain('main step of each run: discharge, step 2 of 3');
  expect(resultCard(over, wide)).toContain('above 100 %: the cut-off reaches beyond the window');
  expect(resultCard(fixture(), wide)).not.toMatch(/main step|above 100 %/);
  // where no single number is shown, none lies above
  expect(resultCard(withRanges(over, ['1C']), wide)).not.toContain('above 100 %');
});

test('a profile is not a rate', () => {
  const doc = fixture({ pick: ['1C'] });
  const named = (label: string, load: RateResult['load']) =>
    resultCard({ ...doc, rates: doc.rates.map((rate) => ({ ...rate, label, load })) }, wide);
  expect(named('5C-pulse.csv', { kind: 'profile', value: null })).toContain('over 5C-pulse.csv');
  expect(named('10 mW/cm^2', { kind: 'power', value: 10 })).toContain('at 10 mW/cm²');
});

test('a lumped temperature shows its peak at each rate and its balance; a given one shows neither', () => {
  const doc = fixture();
  const words = (of: typeof doc) => resultCard(of, { colour: false, width: 100 }).replaceAll(/\s+/g, ' ');
  expect(words(doc)).not.toMatch(/warmest|, heat/);
  const rates = doc.rates.map((rate, i) => ({ ...rate,
    series: { ...rate.series, temperature_K: [298.15, 310.15 + i, 300.15] } })
  );
  const warm = words({ ...doc, rates, balances: { ...doc.balances, heat_relative: 2e-13 } });
  expect(warm).toContain(`warmest ${rates[0].label} 37.0 °C, ${rates[1].label} 38.0 °C`);
  expect(warm).toContain(', heat 2e-13 (relative)');
});

test('a balance of salt is shown where there is salt, on the card and on the page', () => {
  const doc = fixture({ pick: ['1C'] });
  const salty = {
    ...doc,
    balances: { ...doc.balances, salt_relative: 3e-9 },
    rates: doc.rates.map((rate) => ({ ...rate, balances: { ...rate.balances, salt_relative: 3e-9 } })),
  };
  expect(resultCard(doc, wide)).toMatch(/charge \S+ \(relative\)/);
  expect(resultCard(salty, wide)).toContain('salt 3e-9');
  expect(pageOf(runReport, doc)).not.toContain('salt against the salt at the start');
  expect(pageOf(runReport, salty).split('3e-9')).toHaveLength(4);
});
