import { describe, expect, it } from 'vitest';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import { caseFrom, example, linesOf, loadedFrom } from '../config/example.js';

const withProperty = (property: string): string =>
  example.replace('thickness: 77 um', 'thickness: 40 um\n  ionicTransport: {tortuosityFactor: 2}').replace(
    'activeMaterial: NMC811',
    `activeMaterial: {name: NMC811, ${property}}`,
  )
  + 'mesh: {membraneCells: 2, cathodeCells: 8, grading: 1, shells: 8, shellGrading: 1.2}\n'
  + 'protocol: {rates: [C/3], charge: ideal}\n';

async function run(property: string) {
  const { case: given, ledger } = loadedFrom(withProperty(property));
  const prepared = prepareCase(given);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  return { result: await runCase(given, ledger), prepared: prepared.prepared };
}

describe('an exchange current density over stoichiometry', () => {
  it('that follows 2 i0 sqrt(s (1 - s)) is that law', async () => {
    const law = await run('referenceExchangeCurrentDensity: 0.1 mA/cm^2');
    const written = await run(
      'exchangeCurrentDensity: {formula: 0.2*sqrt(s*(1-s)), unit: mA/cm^2, between: [0.001, 0.999]}',
    );
    if (!law.result.ok || !written.result.ok) throw new Error('not run');
    const [a, b] = [law.result.document.rates[0], written.result.document.rates[0]];
    // the two differ in the last half per cent of a full particle, where a written law is held at its end
    expect(b.arealCapacity_mAh_cm2 / a.arealCapacity_mAh_cm2).toBeCloseTo(1, 3);
    expect((b.meanVoltage_V ?? NaN) / (a.meanVoltage_V ?? NaN)).toBeCloseTo(1, 3);
    expect(b.polarisation_mV.chargeTransfer).toBeCloseTo(a.polarisation_mV.chargeTransfer ?? NaN, 1);
  });
});

describe('kinetics of a material', () => {
  it('say one of the two', () => {
    expect(linesOf(withProperty('referenceExchangeCurrentDensity: 0.1 mA/cm^2, exchangeCurrentDensity: 0.1 mA/cm^2'))
      .join('\n')).toContain('expected only one of referenceExchangeCurrentDensity, exchangeCurrentDensity');
  });

  it('replace each other over a material of one\'s own', () => {
    const own = `${example.replace('activeMaterial: NMC811', 'activeMaterial: mine')}materials:
  mine: {like: NMC811, exchangeCurrentDensity: [[0.3, 0.1 mA/cm^2], [0.9, 0.02 mA/cm^2]]}
`;
    const i0 = (set: string[]): number => {
      const ready = prepareCase(caseFrom(own, set));
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      const [{ activeMaterial }] = ready.prepared.materials.layers;
      return 'referenceExchangeCurrentDensity' in activeMaterial ? activeMaterial.referenceExchangeCurrentDensity : NaN;
    };
    expect(i0([])).toBeGreaterThan(0.2);
    expect(i0([])).toBeLessThan(1);
    expect(i0(['cathode.activeMaterial.referenceExchangeCurrentDensity=3 mA/cm^2'])).toBeCloseTo(30, 9);
  });
});
