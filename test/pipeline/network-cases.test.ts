import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { loadShippedCase, runShippedCase } from '../support/reference-case.js';

const name = 'tis2-network';
const rate = ['protocol.rates=[C/20]'];
const withElectrolyte = 'cathode.massFractions={activeMaterial: 90 %, electrolyte: 10 %}';

describe('an active network in a case', () => {
  it('takes several sizes, without electrolyte and beside it, with a contact law and a number of contacts', async () => {
    const sizes = 'cathode.particles={deviation: 0.5, medianRadius: 4 um, classes: 3}';
    const contact = ['cathode.contact={pressure: 50 MPa}', 'cathode.activeMaterial.relativeVolume=1'];
    for (const set of [[sizes], [sizes, withElectrolyte, ...contact], [sizes, withElectrolyte, 'cathode.coverage=50 %',
      'cathode.contactsPerParticle=12']])
    {
      const doc = await runShippedCase(name, [...rate, ...set]);
      expect(resultSchema.parse(doc)).toEqual(doc);
      const [{ outcome, particles = [], balances }] = doc.rates;
      expect(outcome.kind).toBe('completed');
      expect(particles).toHaveLength(3);
      expect(balances.lithium_relative).toBeLessThan(1e-9);
      expect(particles[0].utilisation).toBeGreaterThanOrEqual(particles[2].utilisation);
    }
  });

  it('of fine particles delivers what the body without them does', async () => {
    const [body, fine] = await Promise.all([[], ['cathode.particles={sizes: [{radius: 50 nm, volumeShare: 100 %}]}']]
      .map((set) => runShippedCase(name, [...rate, ...set])));
    expect(fine.rates[0].arealCapacity_mAh_cm2 / body.rates[0].arealCapacity_mAh_cm2).toBeCloseTo(1, 4);
  });

  it.each([
    [['cathode.contactsPerParticle=12'], 'cathode.layers.0.contactsPerParticle'],
    [['cathode.contact={pressure: 50 MPa}', 'cathode.activeMaterial.relativeVolume=1'], 'cathode.layers.0.contact'],
    [['cathode.activeMaterial=sulfur'], 'cathode.layers.0.activeNetwork'],
    [['cathode.activeNetwork=null'], 'cathode.layers.0.activeNetwork'],
  ])('%s without electrolyte is refused at %s', (set, key) => {
    const ready = prepareCase(loadShippedCase(name, set));
    expect(ready.ok ? [] : ready.problems.map((problem) => problem.key)).toContain(key);
  });
});
