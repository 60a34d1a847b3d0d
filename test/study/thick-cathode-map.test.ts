import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import type { RateRun } from '../../src/pipeline/rate-run.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';

/**
 * The map of thick cathodes as users ask for it, and far beyond its borders, with the tolerance that every case has: each point
 * ends at its cut-off, capacity falls with the tortuosity factor and with the rate, and balances close.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const mesh = readFileSync(`${root}meshes/coarse.yaml`, 'utf8');

function caseOf(thickness: number, tau: number, rates: readonly number[], more = ''): Case {
  const text = `
title: map
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 %, electrolyte: 20 %}
  porosity: 10 %
  thickness: ${thickness} um
  ionicTransport: {tortuosityFactor: ${tau}}
  ${more}
protocol: {rates: [${rates.map((rate) => `${rate}C`).join(', ')}], lowerCutoffVoltage: 2.5 V, upperCutoffVoltage: 4.3 V}
mesh: coarse
`;
  const loaded = parseCase(text, { file: 'map.yaml', meshes: { coarse: mesh } });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.case;
}

function runs(given: Case): RateRun[] {
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return [...rateCapability(given, ready.prepared.model)];
}

const utilisation = ({ performance }: RateRun): number =>
  performance.main.arealCapacity / performance.theoreticalArealCapacity;

function expectSound(all: readonly RateRun[]): void {
  for (const { performance } of all) {
    const { recording, balances } = performance;
    expect(recording.segments[0].outcome.reason).toBe('event');
    expect(recording.states.data.subarray(0, recording.points * recording.states.shape[1]).every(Number.isFinite)).toBe(
      true,
    );
    expect(balances.lithium).toBeLessThan(1e-9);
    expect(balances.charge).toBeLessThan(1e-6);
  }
}

describe('the thick-cathode map', () => {
  const rates = [0.1, 0.3, 1, 2];
  const taus = [1, 2, 3.5, 5];

  it.each([50, 100, 200, 400])('at %d um ends at its cut-off everywhere; capacity falls with tortuosity and rate',
    (thickness) => {
      const rows = taus.map((tau) => runs(caseOf(thickness, tau, rates)));
      rows.forEach(expectSound);
      const capacity = rows.map((row) => row.map(utilisation));
      for (let t = 0; t < taus.length; t++) {
        for (let r = 0; r < rates.length; r++) {
          if (t > 0) expect(capacity[t][r]).toBeLessThanOrEqual(capacity[t - 1][r] + 1e-4);
          if (r > 0) expect(capacity[t][r]).toBeLessThanOrEqual(capacity[t][r - 1] + 1e-4);
        }
      }
    });

  it('falls with thickness at the same C-rate', () => {
    const at1C = [50, 100, 200, 400].map((thickness) => utilisation(runs(caseOf(thickness, 3.5, [1]))[0]));
    for (let i = 1; i < at1C.length; i++) expect(at1C[i]).toBeLessThan(at1C[i - 1]);
  });

  it.each([
    ['1 mm, tau 20, up to 5C', 1000, 20, [0.05, 1, 5], ''],
    ['electrons at 1e-6 S/m', 200, 3, [0.05, 1, 5], 'electronicTransport: {effectiveConductivity: 1e-6 S/m}'],
    ['electrons at 1e-6 S/m in 1 mm, tau 20', 1000, 20, [0.1, 5],
      'electronicTransport: {effectiveConductivity: 1e-6 S/m}'],
    ['a film of 0.1 ohm m2', 400, 5, [0.1, 2], 'filmResistance: 0.1 ohm*m^2'],
  ] as const)('goes on beyond its borders: %s', (_, thickness, tau, beyond, more) => {
    expectSound(runs(caseOf(thickness, tau, beyond, more)));
  });
});
