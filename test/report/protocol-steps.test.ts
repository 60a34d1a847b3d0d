import { expect, test } from 'vitest';
import { aboutEachRate, hasSteps, mainStepWords, protocolSteps } from '../../src/report/protocol-steps.js';
import { fixture, withFailedRate, withSteps } from './fixture.js';

test('the steps of a run are counted from 1, those without a point left out', () => {
  const [rate] = withSteps(fixture({ pick: ['1C'] })).rates;
  expect(protocolSteps(rate).map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 charge', '2 discharge',
    '3 rest']);
  expect(protocolSteps(withFailedRate(fixture({ pick: ['1C'] })).rates[0])).toEqual([]);
});

test('a single step is told by what it starts from, several by the main one', () => {
  const one = fixture({ pick: ['1C'] });
  expect([hasSteps(one), mainStepWords(one), aboutEachRate(one)]).toEqual([false, undefined,
    'each rate after a charge']);
  expect(aboutEachRate({ ...one, start: { ...one.start, kind: 'ideal' } })).toContain('ideal');
  expect(aboutEachRate(withSteps(one))).toContain('discharge, step 2 of 3');
});
