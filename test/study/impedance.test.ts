import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { restedAt } from '../../src/pipeline/rested-cell.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { documentJsonSchema } from '../../src/results/document-schemas.js';
import { type ImpedanceDocument, impedanceSchema } from '../../src/results/impedance-schema.js';
import { assumedDoubleLayer, usualSweep } from '../../src/study/impedance-defaults.js';
import { frequencyList, impedance, type ImpedanceOptions } from '../../src/study/impedance.js';
import { activeMaterial, cellModel, linearPotential } from '../support/cell-model.js';
import { shippedPath } from '../support/shipped-path.js';

function preparedOf(name: string, set: readonly string[] = []) {
  const loaded = loadCase(shippedPath(name), { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return { ...loaded, prepared: ready.prepared };
}

function impedanceOf(name: string, options: Partial<ImpedanceOptions> = {},
  set: readonly string[] = []): Promise<ImpedanceDocument>
{
  const { case: given, ledger, prepared } = preparedOf(name, set);
  return impedance(given, ledger, prepared, { ...usualSweep, ...options });
}

describe('the list of frequencies', () => {
  it('runs from high to low, evenly per decade, with both ends exact', () => {
    const list = frequencyList(usualSweep);
    expect(list).toHaveLength(91);
    expect([list[0], list[90]]).toEqual([1e6, 1e-3]);
    for (let k = 0; k < 81; k++) expect(list[k] / list[k + 10]).toBeCloseTo(10, 9);
  });

  it('may be a single one, and need not span whole decades', () => {
    expect(frequencyList({ from: 5, to: 5, perDecade: 10 })).toEqual([5]);
    expect(frequencyList({ from: 2, to: 30, perDecade: 4 })).toHaveLength(6);
  });
});

describe('the impedance of a shipped case', () => {
  it('warns of no current, because none flows at rest', async () => {
    const { warnings } = await impedanceOf('nmc811-li6ps5cl', { from: 1, to: 1 });
    expect(warnings.filter((text) => text.includes('critical current density'))).toEqual([]);
    expect(warnings.some((text) => text.includes('oxidised'))).toBe(true);
  });

  it('is a valid document; one complex factorisation per frequency is all it takes', async () => {
    const doc = await impedanceOf('nmc811-li6ps5cl');
    expect(() => impedanceSchema.parse(doc)).not.toThrow();
    expect(doc.outcome.kind).toBe('completed');
    expect(doc.counters.frequencies).toBe(91);
    expect(doc.counters.factorisations).toBe(91);
    expect(doc.frequency_Hz).toHaveLength(doc.impedance.total.real_ohm_cm2.length);
  });

  it('rests half charged by default, at the stoichiometry of the case where there is one, or where it is asked to', async () => {
    const sweep = { from: 1, to: 10, perDecade: 1 };
    const states = [
      await impedanceOf('nmc811-li6ps5cl', sweep),
      await impedanceOf('nmc811-li6ps5cl', sweep, ['protocol.initialStoichiometry=0.4']),
      await impedanceOf('nmc811-li6ps5cl', { ...sweep, stateOfCharge: 1 }, ['protocol.initialStoichiometry=0.4']),
    ].map(({ state }) => state);
    expect(states[0].stateOfCharge).toBe(0.5);
    expect(states[1].stoichiometry[0].value).toBeCloseTo(0.4, 12);
    expect(states[2].stateOfCharge).toBe(1);
    expect(states[0].voltage_V!).toBeLessThan(states[1].voltage_V!);
    expect(states[1].voltage_V!).toBeLessThan(states[2].voltage_V!);
  });

  it('says that its double layer is assumed, unless it is given', async () => {
    const sweep = { from: 1, to: 1, perDecade: 1 };
    const path = 'impedance.doubleLayerCapacitance';
    const assumed = await impedanceOf('nmc811-li6ps5cl', sweep);
    expect(assumed.provenance.assumed).toContain(path);
    expect(assumed.state.doubleLayerCapacitance_F_m2).toBe(assumedDoubleLayer.value);
    const given = await impedanceOf('nmc811-li6ps5cl', { ...sweep, doubleLayerCapacitance: 0.4 });
    expect(given.provenance.assumed).not.toContain(path);
    expect(given.elements.doubleLayerCapacitance_mF_cm2).toBeCloseTo(4 * assumed.elements.doubleLayerCapacitance_mF_cm2,
      6);
  });

  it('shows its ohmic elements: membrane and anode at 1 MHz without a double layer', async () => {
    const doc = await impedanceOf('nmc811-li6ps5cl', { from: 1e6, to: 1e6, doubleLayerCapacitance: 0 });
    expect(doc.impedance.membrane.real_ohm_cm2[0] / doc.elements.membraneResistance_ohm_cm2!).toBeCloseTo(1, 8);
    expect(doc.impedance.anode.real_ohm_cm2[0] / doc.elements.anodeResistance_ohm_cm2!).toBeCloseTo(1, 9);
    expect(doc.impedance.cathode.real_ohm_cm2[0]).toBeLessThan(doc.elements.ionicResistance_ohm_cm2!);
  });

  it('has no resistance of half a cell at high frequency: on four times as many cells it is the same within 2 %', async () => {
    const slow = ['cathode.ionicTransport={effectiveConductivity: 0.003 mS/cm}'];
    const cells = '{membraneCells: 2, cathodeCells: 240, grading: 1000, shells: 20, shellGrading: 0}';
    const [chosen, fine] = [await impedanceOf('nmc811-li6ps5cl', {}, slow),
      await impedanceOf('nmc811-li6ps5cl', {}, [...slow, `mesh=${cells}`])].map(({ impedance: { cathode } }) =>
        cathode
      );
    for (const [k, real] of fine.real_ohm_cm2.entries()) {
      const [re, im] = [chosen.real_ohm_cm2[k] - real, chosen.imaginary_ohm_cm2[k] - fine.imaginary_ohm_cm2[k]];
      expect(Math.hypot(re, im)).toBeLessThan(0.02 * Math.hypot(real, fine.imaginary_ohm_cm2[k]));
    }
  });

  it('ends in a named outcome where no rested state exists', async () => {
    const { case: given, ledger, prepared } = preparedOf('nmc811-li6ps5cl', ['mesh=fine']);
    const unknown = { evaluate: (_: number, out: Float64Array) => out.fill(NaN, 0, 2) };
    const particles = prepared.model.particles.map((one) => ({ ...one,
      material: { ...one.material, openCircuitPotential: unknown } })
    );
    const doc = await impedance(given, ledger, { ...prepared, model: { ...prepared.model, particles } }, usualSweep);
    expect(doc.outcome).toMatchObject({ kind: 'failed', reason: 'no-consistent-start' });
    expect(doc.frequency_Hz).toEqual([]);
    expect(doc.state.voltage_V).toBeNull();
  });

  it.each([0, 1])('exists even where the lattice ends and the site limit holds the potential: stoichiometry %d',
    async (s) => {
      const doc = await impedanceOf('nmc811-li6ps5cl', { doubleLayerCapacitance: 0 }, [
        `protocol.initialStoichiometry=${s}`,
      ]);
      expect(() => impedanceSchema.parse(doc)).not.toThrow();
      expect(doc.counters.frequencies).toBe(91);
    });

  it('is described by a JSON Schema', () =>
    expect(documentJsonSchema('impedance')).toMatchObject({ title: 'catholith impedance', type: 'object' }));
});

describe('rest of a cathode with two active materials', () => {
  const layer = { thickness: 30e-6, cells: 3, kappa: 0.1, sigma: 1 };
  const higher = activeMaterial({ name: 'higher', openCircuitPotential: linearPotential(4.5, -0.8) });
  const layers = [activeMaterial(), higher].map((material) => ({ ...layer, material }));
  const problem = new CellProblem(cellModel({ layers }));

  it('is one potential, with the lithium that the state of charge puts in', () => {
    const { stoichiometries } = restedAt(problem, undefined, 0.5);
    const potentials = problem.reactions.map((reaction, p) =>
      reaction.reaction.equilibriumPotential(stoichiometries[p])
    );
    expect(potentials[1]).toBeCloseTo(potentials[0], 9);
    // both hold as many sites; half charged is 0.55
    expect(stoichiometries[0] + stoichiometries[1]).toBeCloseTo(1.1, 9);
    expect(stoichiometries[1] - stoichiometries[0]).toBeCloseTo(0.1 / 0.8, 9);
  });
});
