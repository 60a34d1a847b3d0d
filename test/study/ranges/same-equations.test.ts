import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCase } from '../../../src/config/read-one-case.js';
import { CellProblem } from '../../../src/physics/cell-problem.js';
import type { PreparedCase } from '../../../src/pipeline/prepared-case.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { deliver, type Work } from '../../../src/study/ranges/deliver.js';
import { haveSameEquations } from '../../../src/study/ranges/same-equations.js';
import { withProperty } from '../../../src/study/ranges/vary-materials.js';

const file = 'configs/cells/nmc811-li6ps5cl.yaml';

function prepared(...set: string[]): PreparedCase {
  const loaded = loadCase(file, { set: ['mesh=coarse', 'protocol.rates=[1C]', ...set] });
  if (!loaded.ok) throw new Error(loaded.issues[0].expected);
  return ready(loaded.case);
}

function ready(given: PreparedCase['case']): PreparedCase {
  const made = prepareCase(given);
  if (!made.ok) throw new Error(made.problems[0].expected);
  return made.prepared;
}

describe('two cells have the same equations', () => {
  let cell: PreparedCase;
  beforeAll(() => (cell = prepared()));

  it('where they differ in what surrounds the layers, in a price, or in a foil', () => {
    expect(haveSameEquations(cell, prepared())).toBe(true);
    expect(haveSameEquations(cell, prepared('cell.tabWidth=21 mm'))).toBe(true);
    for (const path of ['Li6PS5Cl.price', 'aluminium.density', 'copper.electronicConductivity']) {
      expect(haveSameEquations(cell, ready(withProperty(cell.case, path, { factor: 2 })))).toBe(true);
    }
  });

  it.each(['temperature=26 degC', 'cathode.connectedFraction=0.999', 'cathode.activeMaterial.particleRadius=1.9 um',
    'membrane.thickness=31 um', 'anode.thickness=41 um', 'cell.firstCycleEfficiency.cathode=0.9',
    'protocol.upperCutoffVoltage=4.29 V', 'numerics.tolerance=2e-4'])('not with %s', (set) => {
      expect(haveSameEquations(cell, prepared(set))).toBe(false);
    });

  it.each(['NMC811.diffusivity', 'NMC811.specificCapacity', 'NMC811.electronicConductivity',
    'NMC811.referenceExchangeCurrentDensity', 'lithium-metal.density', 'lithium-metal.exchangeCurrentDensity'])(
      'not with another %s',
      (path) => {
        expect(haveSameEquations(cell, ready(withProperty(cell.case, path, { factor: 1.001 })))).toBe(false);
      },
    );

  it('and are solved once: the second delivers what it would, per its own mass', () => {
    const heavier = prepared('cell.tabLength=60 mm');
    const [shared, alone]: Work[] = [{ solves: 0, milliseconds: 0 }, { solves: 0, milliseconds: 0 }];
    const { rates } = cell.case.protocol;
    const [first] = deliver(cell, rates, shared);
    const [second] = deliver(heavier, rates, shared);
    expect(shared.solves).toBe(1);
    expect(second).toEqual(deliver(heavier, rates, alone)[0]);
    expect(second!.capacity).toBe(first!.capacity);
    expect(second!.energy).toBeLessThan(first!.energy);
  });
});

it('a cell is charged once, whatever rates it is asked for, and delivers what one does that is charged for them', () => {
  const cell = prepared();
  const work = (): Work => ({ solves: 0, milliseconds: 0 });
  const [half, one] = [{ kind: 'cRate', value: 0.5 }, { kind: 'cRate', value: 1 }] as const;
  const factored = vi.spyOn(CellProblem.prototype, 'linearise');
  const counted = (solve: () => unknown): number => {
    factored.mockClear();
    solve();
    return factored.mock.calls.length;
  };
  const [together, again] = [counted(() => deliver(cell, [one], work())), counted(() => deliver(cell, [one], work()))];
  expect(again).toBeLessThan(0.6 * together);
  expect(deliver(cell, [half], work())).toEqual(deliver(prepared(), [half], work()));
  factored.mockRestore();
});
