import { describe, expect, it } from 'vitest';
import { basisNames, energyDensity, type CellInventory } from '../../src/cell/energy-density.js';
import { cathodeOf, unitCell } from '../../src/cell/unit-cell.js';
import { exampleDesign, exampleMaterials, lithiumPlane, withFormat } from './example-cell.js';

const inventory: CellInventory = {
  electrode: { arealMass: 0.3, arealVolume: 1e-4, text: 'a' },
  unitCell: { arealMass: 0.5, arealVolume: 2e-4, text: 'b' },
  pouch: { arealMass: 0.6, arealVolume: 3e-4, text: 'c' },
};

describe('energyDensity', () => {
  it('divides the areal energy by mass and volume on each basis and carries the words', () => {
    const densities = energyDensity(inventory, 6);
    expect(densities.unitCell).toEqual({ gravimetric: 12, volumetric: 6 / 2e-4, basis: 'b' });
    expect(densities.pouch.gravimetric).toBeCloseTo(10, 12);
    expect(basisNames.map((name) => densities[name].basis)).toEqual(['a', 'b', 'c']);
  });

  it('is proportional to the energy delivered and 0 for nothing', () => {
    expect(energyDensity(inventory, 3).electrode.volumetric).toBe(energyDensity(inventory, 6).electrode.volumetric / 2);
    expect(energyDensity(inventory, 0).pouch.gravimetric).toBe(0);
  });
});

/*
 * Li | LGPS | NMC811 of Yang, Doyle-Davis, Gao, Sun, "Recent progress and perspectives on designing high-performance thick
 * electrodes for all-solid-state lithium batteries" (Elsevier, December 2021), Fig. 1A. Printed: 210 mAh/g, 3.8 V, 85 wt%
 * active, 20 um LGPS, 16 um Al, 8 um Cu, lithium twice the cathode capacity. Not printed and assumed: densities 2.04, 2.70,
 * 8.96 g/cm^3; 3860 mAh/g for lithium. 1.022 is the mass overhead that would reproduce the printed integers. The review counts
 * whole foils per unit cell, hence the doubled thickness.
 *
 *   E = q V L / ( L/w + rho t of LGPS, Al, Cu + 2 q L / qLi )
 */
describe('Fig. 1A of the thick-electrode review', () => {
  const hour = 3600;
  const specificCapacity = 210 * hour; // C/kg
  const lithium = { name: 'Li', density: 534, specificCapacity: 3860 * hour };

  function replay(loading: number) {
    const arealCapacity = specificCapacity * loading;
    const foils = withFormat({
      cathodeCollector: { material: 'Al', thickness: 2 * 16e-6 },
      anodeCollector: { material: 'Cu', thickness: 2 * 8e-6 },
    });
    const cell = unitCell(
      {
        ...foils,
        anode: { ...lithiumPlane, thickness: (2 * arealCapacity) / lithium.specificCapacity / lithium.density },
        membrane: { ...exampleDesign.membrane, thickness: 20e-6, porosity: 0, electrolyteFraction: 1 },
      },
      { ...exampleMaterials, anode: { kind: 'planar', material: lithium }, membrane: { name: 'LGPS', density: 2040 } },
      [{ massLoading: loading / 0.85, thickness: 100e-6 }],
    );
    const basis = { arealMass: cell.arealMass, arealVolume: cell.thickness, text: 'unit cell, whole foils' };
    const energy = energyDensity({ electrode: basis, unitCell: basis, pouch: basis }, arealCapacity * 3.8);
    return { energy: energy.unitCell.gravimetric / hour, cathodeShare: cathodeOf(cell).arealMass / cell.arealMass };
  }

  it.each([
    { loading: 0.05, recomputed: 181.4, share: 26.7, printed: 178 },
    { loading: 0.1, recomputed: 280.8, share: 41.4, printed: 275 },
    { loading: 0.2, recomputed: 386.7, share: 57.0, printed: 378 },
  ])('gives $recomputed Wh/kg at $loading kg/m^2 of NMC811, within 2.5 % of the printed $printed', (row) => {
    const { energy, cathodeShare } = replay(row.loading);
    expect(Math.abs(energy - row.recomputed)).toBeLessThan(0.06);
    expect(Math.abs(100 * cathodeShare - row.share)).toBeLessThan(0.06);
    expect(Math.abs(energy / row.printed - 1)).toBeLessThan(0.025);
    expect(Math.abs(energy / 1.022 / row.printed - 1)).toBeLessThan(0.004);
  });
});
