import { expect, it } from 'vitest';
import { keyWords } from '../../src/results/parameter-name.js';

it('reads a key as words, names of materials as they are written', () => {
  expect(keyWords('cathode.layers.0.massLoading')).toBe('cathode layers mass loading');
  expect(keyWords('Li3InCl6.lithiumResistance')).toBe('Li3InCl6 lithium resistance');
  expect(keyWords('LiNbO3.ionicConductivity')).toBe('LiNbO3 ionic conductivity');
});
