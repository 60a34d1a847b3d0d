import { describe, expect, it } from 'vitest';
import { exchangeCurrentDensity } from '../../src/physics/exchange-current.js';
import { InsertionReaction } from '../../src/physics/insertion-reaction.js';
import { insertion } from '../../src/physics/laws/derived.js';
import { addSiteLimit } from '../../src/physics/site-limit.js';
import { activeMaterial, linearPotential, thermalVoltage } from '../support/cell-model.js';
import { relativeDifference, slopeOf } from '../support/differences.js';

const out = new Float64Array(5);

describe('exchange current density', () => {
  const reference = 3.4;
  const i0 = (s: number): number => {
    exchangeCurrentDensity(s, reference, out);
    return out[0];
  };

  it('is 2 iRef sqrt(s (1 - s)) where there are sites: 1e-6 from 1 to 99 %', () => {
    for (let s = 0.01; s < 0.995; s += 0.01) {
      expect(relativeDifference(i0(s), 2 * reference * Math.sqrt(s * (1 - s))), `s = ${s}`).toBeLessThan(1e-6);
    }
    expect(i0(0.5)).toBeCloseTo(reference, 8);
  });

  it('stays positive, small and finite where there are none', () => {
    for (const s of [-0.2, -1e-3, 0, 1, 1 + 1e-3, 1.2]) {
      expect(i0(s), `s = ${s}`).toBeGreaterThan(0);
      expect(i0(s), `s = ${s}`).toBeLessThan(0.03 * reference);
    }
  });

  it('has the slope that differences see, at the ends as well: 1e-6 of the steepest around', () => {
    for (const s of [0.02, 0.3, 0.5, 0.77, 0.999]) {
      exchangeCurrentDensity(s, reference, out);
      expect(Math.abs(out[1] - slopeOf(i0, s, 1e-5)), `s = ${s}`).toBeLessThan(1e-6 * Math.max(1, Math.abs(out[1])));
    }
    for (const s of [0, 1, 1 + 2e-6, -2e-6]) {
      exchangeCurrentDensity(s, reference, out);
      expect(relativeDifference(out[1], slopeOf(i0, s, 1e-10)), `s = ${s}`).toBeLessThan(1e-4);
    }
  });
});

describe('a potential that follows the temperature', () => {
  const [slope, entropy, entropySlope] = [-0.8, 2e-4, -5e-4];
  const reaction = new InsertionReaction(
    activeMaterial({ openCircuitPotential: linearPotential(4.4, slope),
      entropicCoefficient: { evaluate: (s, at) => at.set([entropy + entropySlope * s * s, 2 * entropySlope * s]) } }),
    thermalVoltage,
  );
  const u = (s: number): number => reaction.equilibriumPotential(s);

  it('moves by dU/dT, and keeps its enthalpy U - T dU/dT', () => {
    for (const temperature of [268.15, 298.15, 348.15]) {
      reaction.setTemperature(temperature, thermalVoltage * (temperature / 298.15));
      for (const s of [0.05, 0.3, 0.5, 0.9]) {
        const coefficient = entropy + entropySlope * s * s;
        expect(u(s), `s = ${s}`).toBeCloseTo(4.4 + slope * s + (temperature - 298.15) * coefficient, 12);
        reaction.enthalpyPotential(s, out);
        expect(out[0]).toBeCloseTo(4.4 + slope * s - 298.15 * coefficient, 12);
        expect(out[1]).toBeCloseTo(slope - 298.15 * 2 * entropySlope * s, 12);
      }
    }
  });

  it('goes on by its tangent where no lattice is left, beside what holds lithium back there', () => {
    reaction.setTemperature(348.15, (thermalVoltage * 348.15) / 298.15);
    for (const [end, s] of [[-0.02, -0.5], [1.02, 1.4]]) {
      const [coefficient, tangent] = [entropy + entropySlope * end * end, 2 * entropySlope * end];
      out.fill(0);
      addSiteLimit(s, out);
      const expected = 4.4 + slope * s + 50 * (coefficient + tangent * (s - end)) + out[0];
      expect(u(s) / expected).toBeCloseTo(1, 12);
      reaction.potential.evaluate(s, out);
      expect(out[1]).toBeCloseTo(slopeOf(u, s, 1e-4), 6);
    }
  });
});

describe('the end of the lattice', () => {
  const added = (s: number): number => {
    out.fill(0);
    addSiteLimit(s, out);
    return out[0];
  };

  it('adds less than 1 uV from 0.6 to 99.4 % and nothing in the middle', () => {
    for (let s = 0.006; s <= 0.994; s += 0.001) expect(Math.abs(added(s)), `s = ${s}`).toBeLessThan(1e-6);
    expect(added(0.5)).toBe(0);
  });

  it('falls by 200 V per stoichiometry beyond full and rises by as much below empty', () => {
    expect(added(1.02) - added(1.01)).toBeCloseTo(-2, 6);
    expect(added(-0.02) - added(-0.01)).toBeCloseTo(2, 6);
    for (const beyond of [-0.01, 0, 1e-4, 5e-3, 0.02]) expect(added(1 + beyond)).toBeCloseTo(-added(-beyond), 12);
  });

  it('falls everywhere, with the slope that differences see: 1e-6', () => {
    for (const s of [-0.01, -1e-3, 0, 3e-4, 2e-3, 0.998, 1, 1.0005, 1.01]) {
      out.fill(0);
      addSiteLimit(s, out);
      expect(out[1], `s = ${s}`).toBeLessThan(0);
      expect(relativeDifference(out[1], slopeOf(added, s, 1e-5)), `s = ${s}`).toBeLessThan(1e-6);
    }
  });
});

describe('phiS - phiE = U + eta + j Rf', () => {
  const material = activeMaterial({
    openCircuitPotential: linearPotential(4.2, -0.6),
    anodicTransferCoefficient: 0.4,
    cathodicTransferCoefficient: 0.6,
  });
  const { potential, exchangeCurrent, kinetics } = new InsertionReaction(material, thermalVoltage);
  const column = (value: number) => ({ data: Float64Array.of(value), at: Int32Array.of(0) });
  const evaluate = (s: number, j: number, salt: number, film = 2e-3, halfCells = 1e-3): void => {
    const [u, i0] = [new Float64Array(2), new Float64Array(2)];
    potential.evaluate(s, u);
    exchangeCurrent.evaluate(s, i0);
    const of = { j: column(j), potential: column(u[0]), potentialByS: column(u[1]), exchangeCurrent: column(i0[0]),
      exchangeCurrentByS: column(i0[1]), theta: column(1), thetaByMean: column(0), c: column(salt), cByX: column(1),
      halfCells: column(halfCells), steepness: column(kinetics.cathodic), film: column(film), path: column(0),
      kinetics };
    insertion.run(0, 1, out, of, out);
  };
  const voltage = (s: number, j: number, salt = 1, film?: number): number => {
    evaluate(s, j, salt, film);
    return out[0];
  };

  it('is U at rest and more by the film alone at twice the film', () => {
    expect(voltage(0.4, 0)).toBeCloseTo(4.2 - 0.6 * 0.4, 14);
    expect(voltage(0.4, -5, 1, 4e-3) - voltage(0.4, -5)).toBeCloseTo(-5 * 2e-3, 14);
  });

  it('has the slopes by s, by j and by the salt that differences see: 1e-7', () => {
    for (const [s, j, salt] of [[0.2, -3, 1], [0.5, 0.1, 1], [0.8, 4, 0.3], [0.95, -0.5, 1.7]]) {
      evaluate(s, j, salt);
      const [, byReaction, bySurface, , bySalt] = out;
      const at = `at ${s}, ${j}, ${salt}`;
      const slopes = [
        [bySurface, slopeOf((x) => voltage(x, j, salt), s, 1e-3), 's'],
        [byReaction, slopeOf((x) => voltage(s, x, salt), j, 1e-2), 'j'],
        [bySalt, slopeOf((x) => voltage(s, j, x), salt, 1e-2), 'x'],
      ] as const;
      for (const [own, seen, name] of slopes) {
        expect(relativeDifference(own, seen), `d/d${name} ${at}`).toBeLessThan(1e-7);
      }
    }
  });
});
