import { expect, it } from 'vitest';
import { PropertiesOverTemperature } from '../../../src/transport/on-cells/properties-over-temperature.js';
import { activeMaterial, cellModel } from '../../support/cell-model.js';

it('conductivities follow the temperature that is set, not those before it, and those of the case stay', () => {
  const model = cellModel({
    layers: [{ thickness: 60e-6, cells: 3, kappa: 0.05, sigma: 1, material: activeMaterial() }],
  });
  const own = model.ions.kind === 'singleIon' ? model.ions.conductivity.slice() : [];
  // linear in T, ten times as steep in the cathode
  const regions = [1, 10].map((steepness) => ({ ionicFactor: (T: number) => 1 + steepness * (T - 300) / 300 }));
  const over = new PropertiesOverTemperature({ ...model, thermal: { regions } as never });
  const shares = (): number[] => {
    const { ions } = over.model;
    return ions.kind === 'singleIon' ? Array.from(ions.conductivity, (value, c) => value / own[c]) : [];
  };
  for (const [temperature, membrane, cathode] of [[330, 1.1, 2], [315, 1.05, 1.5], [300, 1, 1]]) {
    over.setTemperature(temperature);
    const expected = [membrane, membrane, cathode, cathode, cathode];
    shares().forEach((share, c) => expect(share).toBeCloseTo(expected[c], 12));
  }
  over.setTemperature(400);
  expect(model.ions).toMatchObject({ conductivity: own });
});
