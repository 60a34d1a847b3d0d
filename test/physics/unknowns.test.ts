import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../../src/physics/unknowns.js';
import { activeMaterial, cellModel, type LayerNumbers } from '../support/cell-model.js';

const layer: LayerNumbers = { thickness: 50e-6, cells: 3, kappa: 0.05, sigma: 1, material: activeMaterial() };
const problem = new CellProblem(
  cellModel({ layers: [layer, { ...layer, cells: 4 }], membrane: { cells: 2 }, shells: [5, 1] }),
);
const { unknowns, size } = problem;

describe('the state of a membrane of 2 cells and layers of 3 and 4 with 5 shells', () => {
  it('has its place for everything once', () => {
    // two potentials a cell, the anode's current, a reaction and five shells a particle, and I, Q, W
    expect(size).toBe(2 * 9 + 1 + 7 * (1 + 5) + 3);
    const names = Array.from({ length: size }, (_, i) => problem.nameOf(i));
    expect(new Set(names).size).toBe(size);
    expect(names.filter((name) => name.startsWith('unknown'))).toEqual([]);
  });

  it('is named as evidence shows it', () => {
    const [, second] = unknowns.classes;
    expect(problem.nameOf(electrolytePotentialOf(0))).toMatch(/^electrolyte potential in cell 0 \(membrane/);
    expect(problem.nameOf(electrodePotentialOf(8))).toMatch(
      // behind 10 um of membrane and 50 um of the first layer, three and a half cells of 12.5 um on
      /^electrode potential in cell 8 \(layer 2, x = 104 um\)$/,
    );
    expect(problem.nameOf(second.reaction)).toMatch(/^interfacial current density in cell 5 \(layer 2/);
    expect(problem.nameOf(second.shells + 2 * second.count + 3)).toMatch(
      /^stoichiometry of shell 2 in cell 8 \(layer 2/,
    );
    expect(problem.nameOf(unknowns.charge)).toBe('charge');
  });

  it('is made of fields that a table describes, each once, in SI', () => {
    const keys = unknowns.spans.filter(({ particleClass }) => particleClass <= 0).map(({ field }) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { field: { name, unit, scale, evolves } } of unknowns.spans) {
      expect(name).not.toBe('');
      expect(unit).toMatch(/^(1|[A-Z]( [a-z]+\^-\d)?)$/);
      // what is integrated without being watched may only follow from the rest
      if (evolves && scale === undefined) expect(name).toBe('charge');
    }
  });

  it('moves in time where there is something to store: shells, charge, energy', () => {
    const moving = Array.from(problem.differential).filter((flag) => flag === 1).length;
    expect(moving).toBe(7 * 5 + 2);
    expect(problem.differential[unknowns.classes[0].reaction]).toBe(0);
  });
});
