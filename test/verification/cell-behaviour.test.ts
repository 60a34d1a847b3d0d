import { describe, expect, it } from 'vitest';
import type { Case, ProtocolStep } from '../../src/config/case.js';
import type { Performance } from '../../src/results/performance.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { endOf } from '../support/runs.js';

/** What any single-ion cell must do, on S2 (400 um, tau 2.5) with the mesh `coarse` at the default tolerance. */
const s2 = (...set: string[]): Case => loadShippedCase('reference/s2', ['mesh=coarse', ...set]);
const withSteps = (given: Case, steps: readonly ProtocolStep[]): Case => ({ ...given,
  protocol: { ...given.protocol, steps } });

/** End of a run [V]. */
const endVoltage = ({ voltage, recording }: Performance): number => voltage[recording.points - 1];

const discharge: ProtocolStep = { kind: 'discharge', rate: 'each', until: { voltage: 3.5 } };
const rest: ProtocolStep = { kind: 'rest', until: { time: 20 * 3600 } };

describe('a single-ion cell', () => {
  it('delivers less with every step of tortuosity, 1 to 20', () => {
    const capacities = [1, 1.5, 2.5, 5, 10, 20].map((tau) =>
      performanceOfCase(s2(`cathode.ionicTransport.tortuosityFactor=${tau}`)).main.arealCapacity
    );
    for (let i = 1; i < capacities.length; i++) expect(capacities[i]).toBeLessThan(0.98 * capacities[i - 1]);
  });

  it('delivers the same with half the conductivity and half the tortuosity: 1e-12', () => {
    const capacityOf = (tau: number, kappa: string): number =>
      performanceOfCase(s2(
        `cathode.ionicTransport.tortuosityFactor=${tau}`,
        `cathode.electrolyte.ionicConductivity=${kappa}`,
      )).main.arealCapacity;
    expect(Math.abs(capacityOf(2.5, '2 mS/cm') / capacityOf(1.25, '1 mS/cm') - 1)).toBeLessThan(1e-12);
  });

  it('ends at its cut-off within 1e-5 V, on discharge and on charge', () => {
    for (const cutoff of [3.9, 3.5]) {
      const run = performanceOfCase(withSteps(s2(), [{ ...discharge, until: { voltage: cutoff } }]));
      expect(Math.abs(endVoltage(run) - cutoff)).toBeLessThan(1e-5);
    }
    const up: ProtocolStep = { kind: 'charge', rate: 'each', until: { voltage: 4.1 } };
    const charge = performanceOfCase(withSteps(s2('protocol.initialStoichiometry=0.8'), [up]));
    expect(Math.abs(endVoltage(charge) - 4.1)).toBeLessThan(1e-5);
  });

  it.each([['s2', 'coarse'], ['s2', 'default'], ['s3', 'coarse'], ['s3', 'default']])(
    'goes on to 2.5 V while the particles near the membrane fill up: %s on `%s`',
    (name, mesh) => {
      const run = performanceOfCase(
        loadShippedCase(`reference/${name}`, [`mesh=${mesh}`, 'protocol.lowerCutoffVoltage=2.5 V']),
      );
      const last = run.recording.points - 1;
      expect(endOf(run)).toBe('voltage-cutoff');
      expect(Math.abs(endVoltage(run) - 2.5)).toBeLessThan(1e-5);
      expect(run.profiles.meanStoichiometry.get(last, 0)).toBeGreaterThan(0.995);
      expect(run.profiles.meanStoichiometry.get(last, 0)).toBeLessThan(1.005);
    },
  );

  it('relaxes after a discharge to the potential of its mean stoichiometry: 20 h of rest, 0.1 mV', () => {
    const run = performanceOfCase(withSteps(s2(), [discharge, rest]));
    const last = run.recording.points - 1;
    const endOfDischarge = run.recording.segments[0].last;
    expect(run.equilibriumVoltage[endOfDischarge] - run.voltage[endOfDischarge]).toBeGreaterThan(0.1);
    expect(Math.abs(run.voltage[last] - run.equilibriumVoltage[last])).toBeLessThan(1e-4);
    expect(run.equilibriumVoltage[last]).toBeCloseTo(run.equilibriumVoltage[endOfDischarge], 12);
  });

  it('comes back to where it was after as much charge as discharge, and has paid for it', () => {
    const until = { arealCapacity: 100 * 3600 };
    const run = performanceOfCase(withSteps(s2(), [
      { kind: 'discharge', rate: 'each', until },
      { kind: 'charge', rate: 'each', until },
      rest,
    ]));
    const last = run.recording.points - 1;
    const { charge, energy } = run;
    expect(Math.abs(charge[last]) / until.arealCapacity).toBeLessThan(1e-9);
    expect(Math.abs(run.equilibriumVoltage[last] - run.equilibriumVoltage[0])).toBeLessThan(1e-9);
    expect(Math.abs(endVoltage(run) - run.equilibriumVoltage[0])).toBeLessThan(1e-4);
    // the loop of the energy: negative, as more is put in than was taken out
    expect(energy[last] / until.arealCapacity).toBeLessThan(-0.05);
  });
});
