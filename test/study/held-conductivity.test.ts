import { expect, it } from 'vitest';
import { heldConductivity } from '../../src/results/held-conductivity.js';

const measured = 'cathode.ionicTransport.effectiveConductivity';

it.each([
  ['a porosity', [measured], ['cathode.porosity'], /cathode porosity: changed, while the conductivity of the ions/],
  ['an electrolyte', [measured], ['membrane.electrolyte + cathode.electrolyte'], /cathode electrolyte: changed/],
  ['a layer', ['cathode.layers.1.electronicTransport.effectiveConductivity'], [
    'cathode.layers.1.massFractions.activeMaterial',
  ], /of the electrons .* cathode.electronicTransport: null/],
])('a study that varies %s is told of a conductivity that does not follow', (_, parameters, varied, told) => {
  expect(heldConductivity(parameters, varied)).toMatch(told);
});

it.each([
  ['a thickness', [measured], ['cathode.thickness']],
  ['the conductivity too', [measured], ['cathode.porosity', measured]],
  ['its law too', [measured], ['cathode.electrolyte', 'cathode.ionicTransport']],
  ['what a law knows', ['cathode.ionicTransport.tortuosityFactor'], ['cathode.porosity']],
])('one that varies %s is not', (_, parameters, varied) => {
  expect(heldConductivity(parameters, varied)).toBeUndefined();
});
