import { describe, expect, it } from 'vitest';
import { dfnFunctions } from '../support/dfn-functions.js';

const out = new Float64Array(2);
const at = (name: string, x: number): number => {
  dfnFunctions[name].evaluate(x, out);
  return out[0];
};

describe('the property functions of the published cells', () => {
  it.each(Object.keys(dfnFunctions))('%s has the slope of its value', (name) => {
    const ofSalt = name.startsWith('conductivity') || name.startsWith('diffusivity');
    const places = ofSalt ? [200, 1000, 1800] : [0.05, 0.3, 0.55, 0.8, 0.95];
    for (const x of places) {
      const h = 1e-5 * x;
      const difference = (at(name, x + h) - at(name, x - h)) / (2 * h);
      dfnFunctions[name].evaluate(x, out);
      expect(Math.abs(out[1] - difference), `${name}(${x})`).toBeLessThan(
        1e-5 * (Math.abs(difference) + Math.abs(out[0] / x)),
      );
    }
  });

  it('have the values that PyBaMM 26.8 gives', () => {
    // open-circuit voltages of the rested cells, and the salt properties at 1300 mol m^-3
    expect(at('nmc811Chen2020', 17038 / 63104) - at('graphiteChen2020', 29866 / 33133)).toBeCloseTo(4.180941425, 8);
    expect(at('lcoMarquis2019', 0.6) - at('graphiteMarquis2019', 0.8)).toBeCloseTo(3.851820663, 8);
    expect(at('lcoNorthrop2011', 0.4955) - at('graphiteNorthrop2011', 0.8551)).toBeCloseTo(4.171514034, 8);
    expect(at('conductivityNyman2008', 1300)).toBeCloseTo(0.8922584879, 9);
    expect(at('conductivityCapiglia1999', 1300)).toBeCloseTo(1.1377638, 7);
    expect(at('conductivityValoen2005', 1300)).toBeCloseTo(1.14631198, 8);
    expect(1e10 * at('diffusivityNyman2008', 1300)).toBeCloseTo(1.184586, 9);
    expect(1e10 * at('diffusivityCapiglia1999', 1300)).toBeCloseTo(2.293836293, 9);
  });
});
