import { describe, expect, it } from 'vitest';
import { cellEnergy } from '../../src/cell/cell-energy.js';
import { fullUtilisation } from '../../src/cell/full-utilisation.js';
import { outcomeDocument } from '../../src/pipeline/outcome-document.js';
import { rateResult } from '../../src/pipeline/rate-result.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { firstNotFinite, flawOf } from '../../src/results/audit.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { loadShippedCase } from '../support/reference-case.js';

const given = loadShippedCase('nmc811-li3incl6', ['protocol.rates=[1C]',
  'mesh={membraneCells: 3, cathodeCells: 6, shells: 6}']);
const ready = prepareCase(given);
if (!ready.ok) throw new Error('not prepared');
const { prepared } = ready;
const [run] = rateCapability(given, prepared.model);
const { performance } = run;
const full = fullUtilisation(prepared.case, prepared.materials, prepared.compositions);
const cell = cellEnergy(prepared.case, prepared.materials, prepared.compositions, full);

describe('the checks of a result', () => {
  it('are passed by a cell that was solved', () => {
    expect(flawOf(performance)).toBeUndefined();
    expect(outcomeDocument(performance).kind).toBe('completed');
  });

  it.each([
    ['parts-do-not-add-up', { polarisationMismatch: 1.1e-6 }],
    ['charge-not-balanced', { balances: { ...performance.balances, charge: 2e-5 } }],
    ['lithium-not-balanced', { balances: { ...performance.balances, lithium: 2e-5 } }],
    ['salt-not-balanced', { balances: { ...performance.balances, salt: 2e-5 } }],
    ['heat-not-balanced', { heatMismatch: 2e-5 }],
    ['charge-not-balanced', { balances: { ...performance.balances, charge: NaN } }],
  ])('end it by name: %s', (reason, change) => {
    const outcome = outcomeDocument({ ...performance, ...change });
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(outcome.sentence).toMatch(/^The result does not pass its check: .* more than 0\.0000\d+ /);
  });

  it('let what ended in the solver keep its own words', () => {
    const { recording } = performance;
    const evidence = { time: 1, step: 1e-9, norm: 3, worstUnknown: 'x' };
    const outcome = { reason: 'step-too-small' as const, sentence: 'No step.', evidence };
    const broken = { ...performance, polarisationMismatch: 1,
      recording: { ...recording, segments: [{ ...recording.segments[0], outcome }] } };
    expect(outcomeDocument(broken)).toMatchObject({ kind: 'stopped', reason: 'step-too-small' });
  });
});

describe('a number that is not finite', () => {
  it('is found where it stands; null is a number that is not there', () => {
    expect(firstNotFinite({ a: [1, null, 2], b: { c: [{ d: 1 }, { d: Infinity }] } })).toBe('b.c.1.d');
    expect(firstNotFinite({ a: [1, NaN] })).toBe('a.1');
    expect(firstNotFinite({ a: [1, null], b: 'NaN', c: undefined })).toBeUndefined();
  });

  it('withholds the rate, by name, and leaves a document that its own schema accepts', () => {
    const voltage = performance.voltage.slice();
    voltage[3] = NaN;
    const rate = rateResult({ ...run, performance: { ...performance, voltage } }, prepared.case.protocol, cell,
      prepared.compositions);
    expect(rate.outcome).toMatchObject({ kind: 'failed', reason: 'not-finite',
      evidence: { worstUnknown: 'series.voltage_V.3' } });
    expect(rate.series.time_s).toEqual([]);
    expect(firstNotFinite(rate)).toBeUndefined();
    expect(resultSchema.shape.rates.element.safeParse(rate).success).toBe(true);
  });
});
