import { describe, expect, it } from 'vitest';
import type { MaterialReference, OwnMaterial } from '../../src/config/case.js';
import { materialNames } from '../../src/config/material-names.js';
import { describeOwn } from '../../src/materials/describe-material.js';
import { library } from '../../src/materials/library/index.js';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeIn, activeMaterialOf, at, caseOf, materialsOf } from './support.js';

const mAhPerGram = 3600;

const ownOf = (like: string, properties: OwnMaterial['properties'] = {}): MaterialReference => ({ name: 'mine',
  overrides: {}, own: { kind: 'activeMaterial', like, title: 'a powder', properties } });

const activeOf = (reference: MaterialReference) => materialsOf(caseOf({ activeMaterial: reference }));

it('the names of the library stand in the table of names, by kind', () => {
  for (const [kind, names] of Object.entries(materialNames)) {
    expect(library.filter((material) => material.kind === kind).map(({ name }) => name).sort()).toEqual(
      [...names].sort(),
    );
  }
});

describe('a material that is like another', () => {
  it('is that one under its own name, without its price', () => {
    const mine = activeIn(activeOf(ownOf('NMC811')).materials.layers[0]);
    const other = activeMaterialOf('NMC811');
    expect(mine).toMatchObject({ name: 'mine', density: other.density, maximumConcentration: other.maximumConcentration,
      chargedStoichiometry: other.chargedStoichiometry, dischargedStoichiometry: other.dischargedStoichiometry });
    expect([other.price, mine.price]).toEqual([22, undefined]);
  });

  it('is marked as assumed in the ledger, with where it comes from', () => {
    const { ledger } = activeOf(ownOf('NMC811')).materials;
    const carried = ledger.filter(({ path }) =>
      path.startsWith('mine.') && !['derived'].includes(
        ledger.find((one) => one.path === path)?.status ?? '',
      )
    );
    expect(carried.length).toBeGreaterThan(5);
    for (const { status } of carried) expect(status).toBe('assumed');
    expect(ledger.find(({ path }) => path === 'mine.density')?.note).toContain('that of NMC811, literature there');
  });

  it('says nothing that was said of the other one', () => {
    const sulfide = (electrolyte: MaterialReference) =>
      materialsOf(caseOf({ electrolyte }, { membrane: { ...caseOf().membrane, electrolyte } }));
    const mine: MaterialReference = { name: 'mine', overrides: {},
      own: { kind: 'electrolyte', like: 'LGPS', title: '', properties: {} } };
    expect(sulfide({ name: 'LGPS', overrides: {} }).warnings.join()).toContain('LGPS touches lithium');
    expect(sulfide(mine).warnings.join()).not.toContain('touches lithium');
  });
});

describe('a measured potential', () => {
  const rows = [[0, 4.25], [40, 4.05], [100, 3.85], [170, 3.62]].map(([q, u]) => [q * mAhPerGram, u] as const);
  const overCapacity = { openCircuitPotential: { x: 'capacity' as const, points: rows } };

  it('over capacity stands on the axis of the crystal, and its extent is the capacity', () => {
    const mine = activeIn(activeOf(ownOf('NMC811', overCapacity)).materials.layers[0]);
    const perUnit = (FARADAY * mine.maximumConcentration) / mine.density / mAhPerGram;
    expect(mine.dischargedStoichiometry - mine.chargedStoichiometry).toBeCloseTo(170 / perUnit, 12);
    expect(mine.potentialRange).toEqual([mine.chargedStoichiometry, mine.dischargedStoichiometry]);
    rows.forEach(([q, u]) =>
      expect(at(mine.openCircuitPotential, mine.chargedStoichiometry + q / mAhPerGram / perUnit)[0]).toBeCloseTo(u, 9)
    );
  });

  it('of a charge is the same curve', () => {
    const charge = rows.map(([q, u]) => [170 * mAhPerGram - q, u] as const).reverse();
    const [down, up] = [overCapacity, { openCircuitPotential: { x: 'capacity' as const, points: charge } }].map((
      properties,
    ) => activeIn(activeOf(ownOf('NMC811', properties)).materials.layers[0]));
    for (const s of [0.2, 0.4, 0.6]) {
      expect(at(up.openCircuitPotential, s)[0]).toBeCloseTo(at(down.openCircuitPotential, s)[0], 9);
    }
  });

  it('with a capacity of one\'s own ends where the data end', () => {
    const { materials, warnings } = activeOf(ownOf('NMC811', { ...overCapacity, specificCapacity: 190 * mAhPerGram }));
    const mine = activeIn(materials.layers[0]);
    expect(mine.potentialRange?.[1]).toBeLessThan(mine.dischargedStoichiometry);
    expect(warnings.join()).toContain('the open-circuit potential of mine is given from');
  });

  it('that ends by the potential of indium too low, and names no reference, is asked for one', () => {
    const low = rows.map(([q, u]) => [q, u - 0.6] as const);
    const read = (points: readonly (readonly [number, number])[], against?: number | string) =>
      resolveMaterials(
        caseOf({
          activeMaterial: ownOf('NMC811', {
            openCircuitPotential: { x: 'capacity', points, ...(against !== undefined && { against }) },
          }),
        }),
      );
    const asked = read(low);
    expect(asked.ok ? [] : asked.problems.map(({ received, remedy }) => `${received}; ${remedy}`)).toEqual([
      '3.65 V; write "against: In/InLi" if it was measured so, or "against: Li" if it is right',
    ]);
    for (const named of [read(low, 'lithium-indium'), read(low, 0), read(rows)]) expect(named.ok).toBe(true);
  });

  it('against indium is higher by the potential of indium, over state of charge it falls from charged to discharged', () => {
    const properties = {
      openCircuitPotential: { x: 'soc' as const, points: [[0, 3], [1, 3.7]] as const, against: 'lithium-indium' },
    };
    const mine = activeIn(activeOf(ownOf('NMC811', properties)).materials.layers[0]);
    expect(at(mine.openCircuitPotential, mine.chargedStoichiometry)[0]).toBeCloseTo(4.32, 9);
    expect(at(mine.openCircuitPotential, mine.dischargedStoichiometry)[0]).toBeCloseTo(3.62, 9);
  });

  it('of a material with a fitted axis spans its window', () => {
    const mine = activeIn(activeOf(ownOf('LCO', overCapacity)).materials.layers[0]);
    expect(mine.potentialRange?.[0]).toBeCloseTo(Math.min(mine.chargedStoichiometry, mine.dischargedStoichiometry), 9);
    expect(mine.potentialRange?.[1]).toBeCloseTo(Math.max(mine.chargedStoichiometry, mine.dischargedStoichiometry), 9);
  });
});

describe('a formula', () => {
  const formula = { formula: '4.4 - 0.9*s + 0.02*tanh(12*(0.4 - s))', unit: 'V', factor: 1,
    between: [0.2, 0.9] as const };

  it('is the potential where it holds, with its exact slope, and ends there', () => {
    const mine = activeIn(activeOf(ownOf('NMC811', { openCircuitPotential: formula })).materials.layers[0]);
    expect(mine.potentialRange).toEqual([0.2, 0.9]);
    const [value, slope] = at(mine.openCircuitPotential, 0.5);
    expect(value).toBeCloseTo(4.4 - 0.45 + 0.02 * Math.tanh(-1.2), 12);
    expect(slope).toBeCloseTo(-0.9 - 0.24 / Math.cosh(-1.2) ** 2, 12);
  });

  it('of a diffusivity stays positive beyond where it holds', () => {
    const steep = { formula: '1e-15 - 1.2e-15*s', unit: 'm^2/s', factor: 1, between: [0.2, 0.8] as const };
    const mine = activeIn(activeOf(ownOf('NMC811', { diffusivity: steep })).materials.layers[0]);
    expect(at(mine.diffusivity, 0.99)).toEqual([1e-15 - 1.2e-15 * 0.8, 0]);
  });
});

describe('a description', () => {
  it('has everything of a material that is like no other, and its curves', () => {
    const properties = { density: 4700, chargedStoichiometry: 0.2, dischargedStoichiometry: 0.9,
      specificCapacity: 180 * mAhPerGram, particleRadius: 2e-6,
      openCircuitPotential: [[0.1, 4.4], [0.95, 3.4]] as const, diffusivity: 1e-15, electronicConductivity: 1,
      referenceExchangeCurrentDensity: 1 };
    const described = describeOwn('mine', { kind: 'activeMaterial', title: 'powder', properties }, []);
    expect(described.ok && described.curves).toMatchObject({ known: [0.1, 0.95], window: [0.2, 0.9] });
    const curves = described.ok && described.curves?.kind === 'activeMaterial' ? described.curves : undefined;
    expect(Math.max(...curves?.exchangeCurrentDensity ?? [])).toBeCloseTo(1, 4);
  });

  it('of an electrolyte has its conductivity over temperature, through the rows that were measured', () => {
    const rows = [[298.15, 0.31], [333.15, 1.2], [363.15, 2.9]] as const;
    const described = describeOwn('mine', { kind: 'electrolyte', title: 'pellet', like: 'Li6PS5Cl',
      properties: { ionicConductivity: { x: 'temperature', points: rows } } }, []);
    const curves = described.ok && described.curves?.kind === 'electrolyte' ? described.curves : undefined;
    expect(curves?.reported.map(({ temperature, conductivity }) => [temperature, conductivity])).toEqual(rows);
    expect([curves?.temperature.at(-1), curves?.conductivity.at(-1)]).toEqual([363.15, expect.closeTo(2.9, 6)]);
  });
});
