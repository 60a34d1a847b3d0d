import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { startOfSteps } from '../../src/pipeline/charge-before.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { resultCard, runReport } from '../../src/report/run-report.js';
import { type ResultDocument, resultSchema } from '../../src/results/result-schema.js';
import { lithiumOf, meanStoichiometry, sitesOf } from '../../src/results/sites.js';
import { pageOf } from '../report/pages.js';
import { loadShippedCase, runShippedCase } from '../support/reference-case.js';

const name = 'nmc811-lco-blend';
const card = (doc: ResultDocument): string => resultCard(doc, { colour: false, width: 100 });
const blendOf = (text: string): string => `cathode.activeMaterial={blend: ${text}}`;
const discharge = (rates: string): string[] => ['protocol.charge=ideal', `protocol.rates=[${rates}]`];
const capacities = (doc: ResultDocument): number[] => doc.rates.map(({ arealCapacity_mAh_cm2: q }) => q);

describe(`configs/cells/${name}`, async () => {
  const doc = await runShippedCase(name, ['protocol.rates=[C/20, 1C]']);
  const [slow, fast] = doc.rates;

  it('is a valid document with a row per material, whose charges add up to that of the layer', () => {
    expect(resultSchema.parse(doc)).toEqual(doc);
    for (const { materials = [], arealCapacity_mAh_cm2: delivered } of doc.rates) {
      expect(materials.map(({ material }) => material)).toEqual(['NMC811', 'LCO']);
      expect(materials.reduce((sum, one) => sum + one.arealCapacity_mAh_cm2, 0)).toBeCloseTo(delivered, 9);
      expect(materials.reduce((sum, one) => sum + one.capacityShare, 0)).toBeCloseTo(1, 12);
    }
  });

  it('closes its balances', () => {
    for (const { balances } of doc.rates) {
      expect(balances.lithium_relative).toBeLessThan(1e-9);
      expect(balances.charge_relative).toBeLessThan(1e-9);
      expect(balances.polarisation_mV).toBeLessThan(1e-6);
    }
  });

  it('has shares of mass as given and of volume by the densities', () => {
    const [nmc, lco] = doc.case.layers[0].blend ?? [];
    expect(nmc.massShare).toBe(0.55);
    expect(nmc.volumeShare + lco.volumeShare).toBeCloseTo(1, 12);
    // LCO is the denser one
    expect(lco.volumeShare).toBeLessThan(0.45);
    expect(nmc.theoreticalArealCapacity_mAh_cm2 + lco.theoreticalArealCapacity_mAh_cm2).toBeCloseTo(
      doc.case.theoreticalArealCapacity_mAh_cm2,
      9,
    );
  });

  it('leaves NMC811 behind at 1C, whose particles take longer', () => {
    const used = [slow, fast].map(({ materials = [] }) => materials.map(({ utilisation }) => utilisation));
    expect(used[1][0]).toBeLessThan(0.6 * used[0][0]);
    expect(used[1][1]).toBeGreaterThan(0.9);
  });

  it('weighs both, and shows both on the card and in the report', () => {
    const masses = doc.energy.bill.filter(({ material }) => ['NMC811', 'LCO'].includes(material));
    expect(masses[0].mass_g / masses[1].mass_g).toBeCloseTo(55 / 45, 9);
    expect(card(doc)).toMatch(/material {3}NMC811: \d+ % of the capacity; utilisation C\/20 \d+ %/);
    expect(card(doc)).toContain('of the active mass NMC811 55 %, LCO');
    expect(pageOf(runReport, doc)).toContain('Utilisation of the active materials of the cathode');
  });
});

describe('a blend in a cell', () => {
  it('does not depend on the order of its materials', async () => {
    const [one, other] = await Promise.all(['{NMC811: 60 %, LCO: 40 %}', '{LCO: 40 %, NMC811: 60 %}']
      .map((text) => runShippedCase(name, [blendOf(text), ...discharge('C/5, 1C')])));
    capacities(one).forEach((q, i) => expect(capacities(other)[i] / q).toBeCloseTo(1, 9));
    expect(other.energy.gravimetric_Wh_kg).toBeCloseTo(one.energy.gravimetric_Wh_kg, 9);
    expect(other.case.layers[0].effectiveElectronicConductivity_mS_cm).toBeCloseTo(
      one.case.layers[0].effectiveElectronicConductivity_mS_cm,
      9,
    );
  });

  it('of a material with itself is the material alone, to 1e-9', async () => {
    const twice = '{a: {material: NMC811, share: 30 %}, b: {material: NMC811, share: 70 %}}';
    const [alone, both] = await Promise.all(['cathode.activeMaterial=NMC811', blendOf(twice)]
      .map((active) => runShippedCase(name, [active, ...discharge('C/5, 1C')])));
    capacities(alone).forEach((q, i) => {
      expect(capacities(both)[i] / q).toBeCloseTo(1, 9);
      expect((both.rates[i].meanVoltage_V ?? NaN) / (alone.rates[i].meanVoltage_V ?? NaN)).toBeCloseTo(1, 9);
      const [first, second] = both.rates[i].materials ?? [];
      expect(first.utilisation / second.utilisation).toBeCloseTo(1, 9);
    });
    expect(both.energy.gravimetric_Wh_kg / alone.energy.gravimetric_Wh_kg).toBeCloseTo(1, 9);
  });

  it('delivers slowly what both deliver alone between the same potentials, by their masses', async () => {
    const fast = 'diffusivity: 1e-12 m^2/s';
    const perMass = async (active: string): Promise<number> => {
      const doc = await runShippedCase(name, [active, 'protocol.charge={rate: C/100, hold: C/5000}',
        'protocol.rates=[C/1000]', 'protocol.lowerCutoffVoltage=3.6 V', 'protocol.upperCutoffVoltage=4.2 V']);
      return doc.rates[0].specificCapacity_mAh_g;
    };
    const share = 0.35;
    const [nmc, lco, both] = await Promise.all([
      `cathode.activeMaterial={name: NMC811, ${fast}}`,
      `cathode.activeMaterial={name: LCO, ${fast}}`,
      blendOf(`{NMC811: {share: ${share}, ${fast}}, LCO: {share: rest, ${fast}}}`),
    ].map(perMass));
    expect(both / (share * nmc + (1 - share) * lco)).toBeCloseTo(1, 3);
  });

  it('of a share that is swept gives either material alone at its ends', async () => {
    const [alone, end] = await Promise.all(['cathode.activeMaterial=LCO', 'cathode.activeMaterial.blend.NMC811.share=0']
      .map((active) => runShippedCase(name, [active, ...discharge('1C')])));
    expect(capacities(end)[0] / capacities(alone)[0]).toBeCloseTo(1, 9);
  });

  it('rests at one potential with all of its lithium before an ideal discharge', () => {
    const given = loadShippedCase(name, discharge('C/5'));
    const ready = prepareCase(given);
    if (!ready.ok) throw new Error('the case is shipped');
    const { model } = ready.prepared;
    const problem = new CellProblem(model);
    const { state } = startOfSteps(given, model, 30, undefined);
    const sites = sitesOf(problem, 'cathode');
    const rested = problem.reactions.map((reaction, p) =>
      reaction.reaction.equilibriumPotential(meanStoichiometry(problem, p, state))
    );
    expect(rested[0]).toBeCloseTo(rested[1], 6);
    const charged = sites.classes.reduce(
      (sum, p, i) => sum + sites.perClass[i] * model.particles[p].material.chargedStoichiometry,
      0,
    );
    expect(lithiumOf(problem, sites, state) / charged).toBeCloseTo(1, 12);
  });
});

describe('configs/cells/fes2-sulfur-li6ps5cl', () => {
  it('converts both, each on its own plateau, and grows by both', async () => {
    const doc = await runShippedCase('fes2-sulfur-li6ps5cl', ['protocol.rates=[0.0835 mA/cm^2]']);
    const [{ materials = [], specificCapacity_mAh_g: delivered }] = doc.rates;
    expect(doc.case.theoreticalSpecificCapacity_mAh_g).toBeCloseTo(0.5 * (894 + 1672), -1);
    expect(delivered).toBeGreaterThan(1100);
    expect(materials.every(({ utilisation }) => utilisation > 0.85)).toBe(true);
    expect(doc.warnings.join('\n')).toMatch(/FeS2 \+ sulfur grows by/);
  });
});
