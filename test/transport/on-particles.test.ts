import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { valueAt } from '../../src/materials/scalar-functions.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { discrepancyAt } from '../../src/study/ranges/calibrated-band.js';
import { effectiveMedium } from '../../src/transport/tortuosity/effective-medium.js';
import type { ConductingPhase } from '../../src/transport/tortuosity/tortuosity-model.js';
import { shippedPath } from '../support/shipped-path.js';

const shell = { kind: 'effectiveMedium', binderExponent: 20, electrolyte: 'on-particles' } as const;

/** kEff/k0 of a shell of a share of the solids: as computed, and both ends of its interval. */
function shellOf(share: number, porosity: number): { low: number; value: number; high: number } {
  const phase: ConductingPhase = { bulkConductivity: () => 1, volumeFraction: share * (1 - porosity),
    mixture: { carrier: 'ions', share, porosity, activeDiameter: 7e-6, electrolyteDiameter: 5e-7 } };
  const value = phase.volumeFraction / effectiveMedium.tortuosityFactor(shell, phase);
  const spread = effectiveMedium.spread?.(shell, phase);
  return { low: value * (spread?.low ?? NaN), value, high: value * (spread?.high ?? NaN) };
}

function prepared(...set: string[]) {
  const loaded = loadCase(shippedPath('nmc811-li6ps5cl'), {
    set: ['mesh=coarse', 'cathode.ionicTransport.effectiveConductivity=null', ...set],
  });
  if (!loaded.ok) throw new Error(loaded.issues[0].expected);
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems[0].expected);
  return ready.prepared;
}

const onParticles = 'cathode.ionicTransport.effectiveMedium.electrolyte=on-particles';

describe('electrolyte brought onto the particles', () => {
  it.each([
    // 75 wt% without fibres at 60 degC over 5.0 mS/cm at 25 degC and 0.35 eV (10.1002/sstr.70530); 42 vol% of the solids, 8 % of pores
    ['shells of 233 to 628 nm', 0.43, 0.08, [0.758, 1.72, 1.01, 0.654].map((one) => one / 20.9)],
    // 68 wt% with carbon (10.1002/bte2.20250027) over 1.6 mS/cm, which is assumed
    ['shells with carbon', 0.53, 0.15, [0.13, 0.09, 0.16].map((one) => one / 1.6)],
  ])('has an interval that holds what was measured of %s', (_, share, porosity, measured) => {
    const { low, high } = shellOf(share, porosity);
    for (const one of measured) {
      expect(one).toBeGreaterThan(low);
      expect(one).toBeLessThan(high);
    }
  });

  it('conducts at most what shells that fill space do, and all of it where nothing else is there', () => {
    expect(shellOf(0.3, 0).high).toBeCloseTo((2 * 0.3) / (3 - 0.3), 12);
    expect(shellOf(0.3, 0.2).high).toBeCloseTo((2 * 0.24) / (3 - 0.24), 12);
    expect(shellOf(1, 0).value).toBeCloseTo(1, 12);
  });

  it('conducts more than the same powder mixed in, touches the particles all around, and was never compared', () => {
    const coarse = 'cathode.electrolyte.particleRadius=2 um';
    const [mixed, brought] = [prepared(coarse), prepared(coarse, onParticles)];
    const conducts = ({ effective: [{ effectiveIonicConductivity }] }: typeof mixed) => effectiveIonicConductivity;
    expect(conducts(brought)).toBeGreaterThan(1.5 * conducts(mixed));
    // contacts narrow the way into the particles of a powder alone
    const fills = ({ model: { particles: [{ material }] } }: typeof mixed) => valueAt(material.diffusivity, 0.5);
    expect(fills(brought)).toBeGreaterThan(1.1 * fills(mixed));
    expect(discrepancyAt(mixed, 0.1).outside).toEqual([]);
    expect(discrepancyAt(brought, 0.1).outside).toEqual([
      'cathode: electrolyte brought onto the particles (measured cells for comparison: mixed powders)',
    ]);
    expect(brought.warnings.join()).toMatch(/brought onto the particles conducts 0\.\d+ to \d+ times/);
  });

  it('has no size of its own', () => {
    const read = loadCase(shippedPath('nmc811-li6ps5cl'), {
      set: ['cathode.ionicTransport.effectiveConductivity=null', onParticles,
        'cathode.ionicTransport.effectiveMedium.sizeRatio=3'],
    });
    expect(read.ok ? [] : read.issues.map(({ expected }) => expected)).toEqual([expect.stringMatching(/one of/)]);
  });
});
