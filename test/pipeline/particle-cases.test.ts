import { describe, expect, it } from 'vitest';
import { resultCard, runReport } from '../../src/report/run-report.js';
import { type ResultDocument, resultSchema } from '../../src/results/result-schema.js';
import { pageOf } from '../report/pages.js';
import { runShippedCase } from '../support/reference-case.js';

const card = (doc: ResultDocument): string => resultCard(doc, { colour: false, width: 100 });

describe('configs/cells/nmc811-particle-sizes', async () => {
  const doc = await runShippedCase('nmc811-particle-sizes', ['protocol.rates=[C/5, C/2]']);

  it('runs at every rate and is a valid document', () => {
    expect(resultSchema.parse(doc)).toEqual(doc);
    expect(doc.rates.map(({ outcome }) => outcome.kind)).toEqual(['completed', 'completed']);
    expect(doc.rates[1].particles?.length).toBe(6);
  });

  it('leaves more of the larger particles unused, and more at the higher rate', () => {
    const [slow, fast] = doc.rates.map(({ particles = [] }) => particles.map(({ utilisation }) => utilisation));
    for (let i = 1; i < 6; i++) expect(fast[i]).toBeLessThan(fast[i - 1]);
    expect(fast[5]).toBeLessThan(slow[5]);
  });

  it('shows them on the card and in the report', () => {
    expect(card(doc)).toMatch(
      /particles {2}radius 1.26 to 5.69 µm; utilisation of the smallest and of the largest: C\/5 \d+ % and/,
    );
    expect(pageOf(runReport, doc)).toContain('Utilisation of the particles of the cathode');
  });
});

describe('configs/cells/nmc811-contact', async () => {
  // particles that are filled within the hour, so that their volume is what changes
  const quick = ['protocol.rates=[1C]', 'cathode.activeMaterial.diffusivity=4e-15 m^2/s'];
  const doc = await runShippedCase('nmc811-contact', quick);

  it('finds more contact at the end of the discharge than at its start, on the card and in the report', () => {
    expect(resultSchema.parse(doc)).toEqual(doc);
    const [{ contact }] = doc.rates[0].particles ?? [];
    expect(contact?.end).toBeGreaterThan(2 * (contact?.start ?? Infinity));
    expect(card(doc)).toMatch(/contact {4}share of the particle surface, start to end of the step: 1C 1\d % to 3\d %/);
    expect(pageOf(runReport, doc)).toContain('Share of their surface in contact');
  });

  it('loses less to charge transfer under more pressure', async () => {
    const pressed = await runShippedCase('nmc811-contact', [...quick, 'cathode.contact.pressure=200 MPa']);
    const lost = [doc, pressed].map(({ rates }) => rates[0].polarisation_mV.chargeTransfer ?? NaN);
    expect(lost[1]).toBeLessThan(0.7 * lost[0]);
  });
});

describe('configs/cells/nmc532-polycrystal', () => {
  it('delivers less than sound particles, and those less than single crystals, at 1.3 mA/cm2', async () => {
    const capacity = async (set: readonly string[]): Promise<number> => {
      const doc = await runShippedCase('nmc532-polycrystal', ['protocol.rates=[1.3 mA/cm^2]', ...set]);
      expect(doc.rates[0].outcome.kind).toBe('completed');
      return doc.rates[0].utilisation;
    };
    const cracked = await capacity([]);
    const sound = await capacity(['cathode.particles.crystals.crackedShare=0']);
    const single = await capacity(['cathode.particles=null', 'cathode.activeMaterial=NMC532-single-crystal']);
    expect(cracked).toBeLessThan(sound - 0.03);
    expect(sound).toBeLessThan(single - 0.1);
  });
});
