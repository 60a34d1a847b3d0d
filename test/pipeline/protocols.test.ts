import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RateResult, resultSchema } from '../../src/results/result-schema.js';
import { loadShippedCase, runShippedCase } from '../support/reference-case.js';

const names = readdirSync(new URL('../../configs/cells/protocols/', import.meta.url)).filter((name) =>
  name.endsWith('.yaml')
);
const ratesOf = async (name: string, ...set: string[]): Promise<readonly RateResult[]> =>
  (await runShippedCase(`protocols/${name}`, ['mesh=coarse', ...set])).rates;

/** First and last point of each step. */
function stepsOf({ series }: RateResult): readonly (readonly [number, number])[] {
  const count = series.step[series.step.length - 1] + 1;
  return Array.from({ length: count }, (_, step) => [series.step.indexOf(step), series.step.lastIndexOf(step)]);
}

describe('the shipped protocols', () => {
  it.each(names)('%s gives a whole result document with its balances', async (name) => {
    const document = await runShippedCase(`protocols/${name.replace('.yaml', '')}`, ['mesh=coarse']);
    expect(resultSchema.safeParse(JSON.parse(JSON.stringify(document))).error).toBeUndefined();
    for (const { outcome } of document.rates) expect(outcome.kind).toBe('completed');
    expect(document.balances.lithium_relative).toBeLessThan(1e-12);
    expect(document.balances.charge_relative).toBeLessThan(1e-11);
    expect(document.balances.polarisation_mV).toBeLessThan(1e-3);
  });

  it('cc-cv: three cycles from the discharged state, the numbers are those of the first discharge', async () => {
    const [slow, fast] = await ratesOf('cc-cv');
    expect([slow.label, fast.label]).toEqual(['C/5', 'C/2']);
    for (const rate of [slow, fast]) {
      expect(rate.direction).toBe('discharge');
      expect(rate.outcome.reason).toBe('voltage-cutoff');
      expect(rate.outcome.sentence).toBe('The discharge reached its cut-off voltage of 2.5 V.');
      const steps = stepsOf(rate);
      expect(steps).toHaveLength(15);
      const { voltage_V: voltage, currentDensity_mA_cm2: current, arealCapacity_mAh_cm2: charge } = rate.series;
      for (const [first, last] of [steps[1], steps[6], steps[11]]) {
        for (let t = first; t <= last; t++) expect(Math.abs(voltage[t] - 4.3)).toBeLessThan(1e-9);
        // C/50 of a nominal C/5
        expect(current[last] / current[steps[0][1]]).toBeCloseTo(0.1, 4);
      }
      const [down] = [steps[3]];
      expect(charge[down[1]] - charge[down[0]]).toBeCloseTo(rate.arealCapacity_mAh_cm2, 9);
    }
    expect(fast.arealCapacity_mAh_cm2).toBeLessThan(slow.arealCapacity_mAh_cm2);
  });

  it('gitt: twenty pulses are one discharge with pauses, without parts of the loss in the pauses', async () => {
    const [rate] = await ratesOf('gitt', 'cathode.activeMaterial.diffusivity=4e-15 m^2/s');
    expect(stepsOf(rate)).toHaveLength(40);
    expect(rate.utilisation).toBeGreaterThan(0.98);
    expect(rate.arealCapacity_mAh_cm2).toBeCloseTo(Math.max(...rate.series.arealCapacity_mAh_cm2), 9);
    const [first, last] = stepsOf(rate)[1];
    for (let t = first; t <= last; t++) {
      expect(rate.series.polarisation_mV.chargeTransfer[t]).toBeNull();
      expect(rate.series.polarisation_mV.total[t]).not.toBeNull();
    }
    expect(rate.polarisation_mV.chargeTransfer).toBeGreaterThan(0);
    expect(rate.endPolarisation_mV.chargeTransfer).toBeGreaterThan(0);
  });

  it('drive cycle: runs once, labelled by its file, and gives back what it takes', async () => {
    const given = loadShippedCase('protocols/drive-cycle');
    expect(given.protocol.rates).toEqual([]);
    const rates = await ratesOf('drive-cycle');
    expect(rates).toHaveLength(1);
    const [{ label, outcome, series, cRate, direction }] = rates;
    expect({ label, direction }).toEqual({ label: 'drive-cycle.csv', direction: 'discharge' });
    expect(outcome).toMatchObject({ reason: 'time-cutoff', sentence: 'The profile ended after its time.' });
    expect(cRate).toBeGreaterThan(0);
    const power = series.currentDensity_mA_cm2.map((current, t) => current * series.voltage_V[t]);
    expect(Math.max(...power)).toBeCloseTo(14, 4);
    expect(Math.min(...power)).toBeCloseTo(-8, 4);
    // 3.614 V with 160 cells and 100 shells: far from any cut-off
    expect(Math.abs(Math.min(...series.voltage_V) - 3.614)).toBeLessThan(2e-3);
  });

  it('drive cycle: from a cathode that is half full the cell cannot give the power of a second round', async () => {
    // the coarse mesh gives it, as its shells miss how lithium fills the surface
    const [{ outcome, series }] = await ratesOf('drive-cycle', 'mesh=default', 'protocol.initialStoichiometry=0.5');
    expect(['power-limit', 'voltage-cutoff']).toContain(outcome.reason);
    // after 1600.2 s with 160 cells and 100 shells, and then a rest
    const lowest = series.voltage_V.indexOf(Math.min(...series.voltage_V));
    expect(Math.abs(series.time_s[lowest] - 1600.2)).toBeLessThan(1);
  });
});

describe('outcomes and labels of steps that are not discharges', () => {
  it('a hold: current-cutoff, by its voltage', async () => {
    const [rate] = await ratesOf('drive-cycle', 'protocol.steps=[{hold: 4.2 V, until: {current: C/20}}]');
    expect(rate).toMatchObject({
      label: '4.2 V',
      direction: 'charge',
      outcome: { kind: 'completed', reason: 'current-cutoff', sentence: 'The hold reached its cut-off current.' },
    });
    expect(rate.limitation).toMatch(/^Takes up/);
  });

  it('a power: voltage-cutoff, by its power', async () => {
    const [rate] = await ratesOf('drive-cycle',
      'protocol.steps=[{discharge: {power: 10 mW/cm^2}, until: {voltage: 3.2 V}}]');
    expect(rate).toMatchObject({ label: '10 mW/cm^2', direction: 'discharge' });
    expect(rate.outcome).toMatchObject({ kind: 'completed', reason: 'voltage-cutoff' });
    expect(rate.limitation).toMatch(/^Delivers/);
  });

  it('a power beyond the cell: at once, a result with the exit code of one', async () => {
    const [rate] = await ratesOf('drive-cycle', 'protocol.steps=[{discharge: {power: 10000 mW/cm^2}}]');
    expect(rate.outcome).toMatchObject({ kind: 'completed', reason: 'voltage-cutoff' });
    expect(rate.outcome.sentence).toContain('at once');
    expect(rate).toMatchObject({ arealCapacity_mAh_cm2: 0, meanVoltage_V: null });
    expect(rate.limitation).toContain('Nothing was delivered');
    expect(rate.cRate).toBeGreaterThan(0);
  });

  it('a profile that leaves the voltage window', async () => {
    const ramp = '{time: [0 s, 10 h], current: [0 mA/cm^2, 20 mA/cm^2]}';
    const [rate] = await ratesOf('drive-cycle', `protocol.steps=[{profile: ${ramp}}]`);
    expect(rate.outcome.sentence).toBe('The profile reached a bound of its voltage window of 2.5 to 4.3 V.');
    expect(rate.label).toBe('inline');
  });
});
