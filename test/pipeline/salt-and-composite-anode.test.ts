import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fullUtilisation } from '../../src/cell/full-utilisation.js';
import { parseCase } from '../../src/config/parse-case.js';
import { prepareCase, rateCapability, runCase } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { loadShippedCase, performanceOfCase, runShippedCase } from '../support/reference-case.js';

const fine = 'mesh={membraneCells: 30, cathodeCells: 60, grading: 3, shells: 40, shellGrading: 1.1}';
const oneC = ['protocol.rates=[1C]', 'numerics.tolerance=1e-6', fine];

/** Voltage at a time, linear between the recorded points. */
function voltageAt({ recording, voltage }: Performance, time: number): number {
  const i = recording.time.findIndex((t) => t >= time);
  const share = (time - recording.time[i - 1]) / (recording.time[i] - recording.time[i - 1]);
  return voltage[i - 1] + share * (voltage[i] - voltage[i - 1]);
}

describe('lg-m50-chen2020, from its case file', () => {
  it('is the discharge of the published set', () => {
    const performance = performanceOfCase(loadShippedCase('reference/lg-m50-chen2020', oneC));
    // the limit of the direct construction on fine meshes
    expect(Math.abs(voltageAt(performance, 600) - 3.81465)).toBeLessThan(2e-4);
    expect(Math.abs(performance.recording.time[performance.recording.points - 1] - 3555.2)).toBeLessThan(0.2);
  });

  it('becomes a document with its anode and with the capacity of the smaller electrode', async () => {
    const document = await runShippedCase('reference/lg-m50-chen2020', ['protocol.rates=[1C]', 'mesh=coarse']);
    expect(() => resultSchema.parse(document)).not.toThrow();
    expect(document.case.anode).toMatchObject({ name: 'anode', porosity: 0, ionicTortuosityFactor: 2 });
    expect(document.case.anode?.thickness_um).toBeCloseTo(85.2, 9);
    expect(document.energy.nToP).toBeCloseTo(0.913, 3);
    expect(document.energy.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['anode composite', 'membrane (LiPF6-EC-EMC)']),
    );
    expect(document.balances.lithium_relative).toBeLessThan(1e-12);
    expect(document.warnings).toEqual([]);
  });

  it('ends its full utilisation within the window of the smaller anode', () => {
    const ready = prepareCase(loadShippedCase('reference/lg-m50-chen2020'));
    if (!ready.ok) throw new Error('the case is valid');
    const { case: given, materials, compositions, anode } = ready.prepared;
    const full = fullUtilisation(given, materials, compositions, anode?.composition);
    expect(full.limitingArealCapacity / full.theoreticalArealCapacity).toBeCloseTo(0.913, 3);
    expect(full.meanEquilibriumVoltage).toBeGreaterThan(3.6);
    expect(full.meanEquilibriumVoltage).toBeLessThan(3.8);
  });
});

describe('the rested start of a cell with two composites', () => {
  const startOf = (set: readonly string[]): number[] => {
    const given = loadShippedCase('reference/lg-m50-chen2020', ['mesh=coarse', 'protocol.rates=[2C]', ...set]);
    const ready = prepareCase(given);
    if (!ready.ok) throw new Error('the case is valid');
    const [{ performance: { problem, recording } }] = rateCapability(given, ready.prepared.model);
    return problem.unknowns.classes.map(({ shells }) => recording.states.get(0, shells));
  };

  it('is charged for a discharge; the stoichiometry of the protocol is that of the cathode', () => {
    const [anode, cathode] = startOf(['protocol.initialStoichiometry=0.4']);
    expect(anode).toBeCloseTo(0.9014, 4);
    expect(cathode).toBeCloseTo(0.4, 9);
  });

  it('is discharged for a charge', () => {
    const [anode, cathode] = startOf(['protocol.initialStoichiometry=',
      'protocol.steps=[{charge: each, until: {time: 10 s}}]']);
    expect(anode).toBeCloseTo(0.0279, 9);
    expect(cathode).toBeCloseTo(0.9084, 9);
  });
});

describe('lfp-peo', () => {
  it('runs out of salt where a single-ion polymer does not', async () => {
    const [salt, singleIon] = await Promise.all(['', 'membrane'].map((one) =>
      runShippedCase('lfp-peo', [
        'protocol.rates=[C/10, 1C]',
        'mesh=coarse',
        ...(one === ''
          ? []
          : ['membrane.electrolyte.transferenceNumber=1', 'cathode.electrolyte.transferenceNumber=1']),
      ])
    ));
    expect(salt.rates[0].utilisation).toBeGreaterThan(0.98);
    expect(salt.rates[1].utilisation).toBeLessThan(0.6);
    expect(singleIon.rates[1].utilisation).toBeGreaterThan(0.9);
    expect(salt.provenance.assumed).toContain('LiTFSI-PEO.ionicConductivity');
  });
});

describe('salt that piles up', () => {
  it('beyond what is assumed of its properties is told, once, with both concentrations', async () => {
    const text = readFileSync(new URL('extreme/rest-of-piled-up-salt.yaml', import.meta.url), 'utf8');
    const loaded = parseCase(text);
    if (!loaded.ok) throw new Error('The case is read.');
    const run = await runCase(loaded.case, loaded.ledger);
    if (!run.ok) throw new Error('The case runs.');
    const { rates, warnings } = run.document;
    const [told, ...more] = warnings.filter((warning) => warning.includes('piles up'));
    const most = Math.max(...rates[0].profiles.snapshots.flatMap((one) => one.saltConcentration_mol_m3 ?? []));
    expect(more).toEqual([]);
    const [reached, limit] = [...told.matchAll(/([\d.]+) mol\/L/g)].map(([, value]) => 1000 * Number(value));
    expect(reached / most).toBeCloseTo(1, 2);
    expect(limit).toBe(9900);
    expect(most).toBeGreaterThan(limit);
  });
});
