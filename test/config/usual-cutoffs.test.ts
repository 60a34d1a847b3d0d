import { describe, expect, it } from 'vitest';
import { anodePotentials, materialNames } from '../../src/config/material-names.js';
import { farAboveLithium } from '../../src/config/sections/usual-cutoffs.js';
import { anodePotentialOf } from '../../src/materials/highest-potential.js';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { example, loadedFrom } from './example.js';

/** Where the discharge and the charge before it end [V]. */
function cutoffsWith(...set: string[]): readonly [lower: number | undefined, upper: number] {
  const { charge, steps: [step] } = loadedFrom(example, set).case.protocol;
  return [step.until.voltage, charge.kind === 'charge' ? charge.voltage : NaN];
}

const composite = (name: string): string =>
  `anode={activeMaterial: ${name}, electrolyte: Li3InCl6, massFractions: {activeMaterial: 0.7, electrolyte: 0.3}, porosity: 0.1, nToP: 1.2}`;

describe('cut-offs that a case does not write', () => {
  it('are those of lithium, less the potential of an anode far above it', () => {
    expect(cutoffsWith()).toEqual([2.5, 4.3]);
    expect(cutoffsWith('anode.material=lithium-magnesium')).toEqual([2.5, 4.3]);
    expect(cutoffsWith('anode.material=lithium-indium')).toEqual([1.88, 3.68]);
    expect(cutoffsWith('anode.material={name: lithium-indium, equilibriumPotential: 600 mV}')).toEqual([1.9, 3.7]);
    expect(cutoffsWith('materials={mine: {like: lithium-indium}}', 'anode.material=mine')).toEqual([1.88, 3.68]);
    expect(cutoffsWith('materials={mine: {like: lithium-metal, equilibriumPotential: 0.4 V}}', 'anode.material=mine'))
      .toEqual([2.1, 3.9]);
    expect(cutoffsWith(composite('graphite'))).toEqual([2.5, 4.3]);
    expect(cutoffsWith(composite('LTO'))).toEqual([0.95, 2.75]);
  });

  it('are written ones where they are written, each by itself', () => {
    const indium = 'anode.material=lithium-indium';
    expect(cutoffsWith(indium, 'protocol.upperCutoffVoltage=3.6 V')).toEqual([1.88, 3.6]);
    expect(cutoffsWith(indium, 'protocol={lowerCutoffVoltage: 2.5 V, rates: [1C]}')).toEqual([2.5, 3.68]);
  });

  it('stand in the ledger with what they follow from', () => {
    const record = loadedFrom(example, ['anode.material=lithium-indium']).ledger
      .find(({ path }) => path === 'protocol.upperCutoffVoltage');
    expect(record).toMatchObject({ value: '3.68', status: 'assumed',
      note: 'default; 4.3 V against lithium less the 0.62 V of lithium-indium' });
  });

  it('know every anode of the library that lies far above lithium', () => {
    for (const name of [...materialNames.planarAnode, 'graphite', 'silicon', 'indium', 'LTO']) {
      const plane = materialNames.planarAnode.includes(name);
      const resolved = resolveMaterials(loadedFrom(example, [plane ? `anode.material=${name}` : composite(name)]).case);
      if (!resolved.ok) throw new Error(name);
      const potential = anodePotentialOf(resolved.materials.anode);
      const known = (anodePotentials as Readonly<Record<string, number>>)[name];
      if (potential > farAboveLithium) expect(Math.abs(potential - known), name).toBeLessThan(0.02);
      else expect(known, name).toBeUndefined();
    }
  });
});
