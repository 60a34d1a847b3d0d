import { expect, it } from 'vitest';
import { fittedName, keyWords } from '../../src/results/parameter-name.js';

it('reads a key as words, names of materials as they are written', () => {
  expect(keyWords('cathode.layers.0.massLoading')).toBe('cathode layers mass loading');
  expect(keyWords('Li3InCl6.lithiumResistance')).toBe('Li3InCl6 lithium resistance');
  expect(keyWords('LiNbO3.ionicConductivity')).toBe('LiNbO3 ionic conductivity');
});

it('names a property of a material as the tables of parameters do', () => {
  const names = ['cathode.activeMaterial.diffusivity', 'materials.lab-Li5.5PS4.5Cl1.5.ionicConductivity',
    'cathode.electrolyte.density', 'cathode.thickness', 'cathode.activeMaterial'].map((key) => fittedName({ key }));
  expect(names).toEqual(['lithium diffusivity in the particles [cathode]',
    'ionic conductivity, bulk [lab-Li5.5PS4.5Cl1.5]', 'density [cathode electrolyte]', 'cathode thickness',
    'cathode active material']);
  expect(fittedName({ key: 'cathode.activeMaterial.particleRadius', cell: 'A' })).toBe(
    'particle radius [cathode active material] of A',
  );
});
