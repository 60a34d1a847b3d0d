import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import type { RateRun } from '../../src/pipeline/rate-run.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';

/**
 * Random admissible cells, far beyond what anyone builds: every run ends in a result or in a named outcome, none returns NaN,
 * lithium and charge balance, and more tortuosity never gives more capacity. CATHOLITH_RANDOM_CELLS=100000 draws more of them;
 * `npm run stress` draws wider ones.
 */

const cells = Number(process.env.CATHOLITH_RANDOM_CELLS ?? 1500);

const text = `
title: random cell
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 75 %, electrolyte: 25 %}
  porosity: 10 %
  thickness: 100 um
protocol: {charge: ideal}
mesh: {membraneCells: 3, cathodeCells: 10, grading: 2, shells: 6, shellGrading: 1.3}
`;

function baseCase(): Case {
  const loaded = parseCase(text, { file: 'random.yaml' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.case;
}

const base = baseCase();
const decades = (low: number, high: number) =>
  fc.double({ min: Math.log10(low), max: Math.log10(high), noNaN: true }).map((x) => 10 ** x);

const drawn = fc.record({
  material: fc.constantFrom('NMC811', 'NMC532', 'LCO', 'LFP'),
  // two of them with salt, which runs dry in thick electrodes
  electrolyte: fc.constantFrom('Li6PS5Cl', 'Li6PS5Cl', 'LiTFSI-PEO', 'LiPF6-EC-EMC'),
  thickness: decades(20e-6, 1e-3),
  active: fc.double({ min: 0.5, max: 0.92, noNaN: true }),
  porosity: fc.double({ min: 0, max: 0.4, noNaN: true }),
  tau: decades(1, 20),
  sigma: decades(1e-6, 1e2),
  kappa: decades(1e-3, 3),
  rate: decades(0.05, 5),
  radius: decades(5e-8, 2e-5),
  diffusivity: decades(1e-17, 1e-13),
  exchange: decades(1e-2, 30),
  film: fc.constantFrom(0, 1e-3, 1e-1),
  direction: fc.constantFrom<'discharge' | 'charge'>('discharge', 'charge'),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function caseOf(cell: Drawn, tau = cell.tau): Case {
  const [layer] = base.cathode.layers;
  const until = { voltage: cell.direction === 'discharge' ? 2.5 : 4.5 };
  const singleIon = cell.electrolyte === 'Li6PS5Cl';
  const electrolyte = { name: cell.electrolyte, overrides: {} };
  return {
    ...base,
    temperature: cell.electrolyte === 'LiTFSI-PEO' ? 353.15 : 298.15,
    membrane: { ...base.membrane, electrolyte },
    cathode: {
      ...base.cathode,
      layers: [{
        ...layer,
        activeMaterial: {
          name: cell.material,
          overrides: { particleRadius: cell.radius, diffusivity: cell.diffusivity,
            referenceExchangeCurrentDensity: cell.exchange },
        },
        electrolyte: singleIon ? { ...electrolyte, overrides: { ionicConductivity: cell.kappa } } : electrolyte,
        massFractions: { activeMaterial: cell.active, electrolyte: 1 - cell.active, carbon: 0, binder: 0 },
        porosity: cell.porosity,
        thickness: cell.thickness,
        filmResistance: cell.film,
        ionicTransport: { kind: 'tortuosityFactor', value: tau },
        electronicTransport: { kind: 'effectiveConductivity', value: cell.sigma },
      }],
    },
    protocol: { ...base.protocol, rates: [{ kind: 'cRate', value: cell.rate }],
      steps: [{ kind: cell.direction, rate: 'each', until }] },
  };
}

function run(given: Case): RateRun {
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const [first] = rateCapability(given, ready.prepared.model);
  return first;
}

const names = ['event', 'end-of-interval', 'step-too-small', 'too-many-steps', 'no-consistent-start'];

describe(`${cells} random cells`, () => {
  it('end in a result or in a named outcome, without NaN, with their balances', () => {
    const open: string[] = [];
    fc.assert(fc.property(drawn, (cell) => {
      const { performance } = run(caseOf(cell));
      const { outcome } = performance.recording.segments[0];
      expect(names).toContain(outcome.reason);
      if (outcome.reason !== 'event') {
        expect(outcome.sentence.length).toBeGreaterThan(20);
        open.push(`${outcome.reason} ${outcome.evidence?.worstUnknown ?? ''}`);
      }
      for (const value of performance.recording.states.data) if (!Number.isFinite(value)) throw new Error('not finite');
      expect(performance.balances.lithium).toBeLessThan(1e-9);
      expect(performance.balances.charge).toBeLessThan(1e-6);
    }), { numRuns: cells, seed: 20261120 });
    // 99 of 100 reach their cut-off
    expect(open.length, open.join('; ')).toBeLessThanOrEqual(0.01 * cells);
  }, 6_000_000);

  it('never give more capacity for more tortuosity', () => {
    fc.assert(fc.property(drawn, fc.double({ min: 1.05, max: 4, noNaN: true }), (cell, more) => {
      const [less, worse] = [cell.tau, cell.tau * more].map((tau) =>
        run(caseOf({ ...cell, direction: 'discharge' }, tau)).performance
      );
      const full = less.theoreticalArealCapacity;
      expect(worse.main.arealCapacity).toBeLessThanOrEqual(less.main.arealCapacity + 2e-3 * full);
    }), { numRuns: Math.ceil(cells / 10), seed: 4 });
  }, 6_000_000);
});
