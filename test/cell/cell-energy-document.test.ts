import { describe, expect, it } from 'vitest';
import { cellEnergyDocument, energyDensitiesDocument } from '../../src/cell/cell-energy-document.js';
import { cellEnergy } from '../../src/cell/cell-energy.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { exampleCoating, exampleDesign, exampleMaterials } from './example-cell.js';

const cell = cellEnergy(exampleDesign, exampleMaterials, [exampleCoating], {
  theoreticalArealCapacity: 108_000,
  limitingArealCapacity: 108_000,
  meanEquilibriumVoltage: 4,
});
const document = cellEnergyDocument(cell);

describe('cellEnergyDocument', () => {
  it('is the energy part of the result schema', () => {
    expect(resultSchema.shape.energy.safeParse(document).error).toBeUndefined();
  });

  it('shows the worked example of cell-energy.test.ts in its units', () => {
    expect(document.gravimetric_Wh_kg).toBeCloseTo(2.4 / 12.14656e-3, 9);
    expect(document.volumetric_Wh_L).toBeCloseTo(2.4 / 6.005e-3, 9);
    expect(document.mass_g).toBeCloseTo(12.14656, 10);
    expect(document.volume_cm3).toBeCloseTo(6.005, 10);
    expect(document.capacity_Ah).toBeCloseTo(0.6, 12);
    expect(document.meanVoltage_V).toBe(4);
    expect(document.electrode).toEqual({
      gravimetric_Wh_kg: 400,
      volumetric_Wh_L: 1200,
      volumetricCharged_Wh_L: 1200,
      power_W_kg: null,
      cost_USD_kWh: null,
    });
    expect(document.basis).toMatch(/^full utilisation at the mean equilibrium voltage; pouch: /);
  });

  it('gives layers per unit cell, so that mass over thickness is the density, and packaging neither', () => {
    const anode = document.items.find((item) => item.name === 'anode (Li)');
    expect(anode?.thickness_um).toBeCloseTo(40, 10);
    expect(anode?.arealMass_mg_cm2).toBeCloseTo(2.136, 10);
    const rim = document.items.find((item) => item.name === 'laminate, seal rim');
    expect([rim?.thickness_um, rim?.arealMass_mg_cm2]).toEqual([null, null]);
  });
});

describe('energyDensitiesDocument', () => {
  it('shows what the whole document shows at full utilisation', () => {
    const { electrode, unitCell, stack, pouch } = document;
    expect(energyDensitiesDocument(cell.fullUtilisation)).toEqual({ electrode, unitCell, stack, pouch });
  });
});
