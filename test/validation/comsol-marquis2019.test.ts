import { describe, expect, it } from 'vitest';
import { type DfnMesh, fullCell } from '../support/dfn-cells.js';
import { stateAt, voltagesAt } from '../support/dfn-discharge.js';
import { largestDifference } from '../support/observed-order.js';
import { read } from './reference.js';

interface Curve {
  readonly rate: number;
  readonly time_s: readonly number[];
  readonly voltage_V: readonly number[];
}

interface Curves {
  readonly rates: Readonly<Record<string, Curve>>;
  readonly profiles: {
    readonly rate: number;
    readonly time_s: number;
    readonly salt: Readonly<Record<'anodeCollector' | 'middleOfMembrane' | 'cathodeCollector', number>>;
    readonly surface: Readonly<
      Record<'anodeCollector' | 'anodeMembrane' | 'cathodeMembrane' | 'cathodeCollector', number>
    >;
  };
}

const curves = read<Curves>('comsol-marquis2019');
const mesh: DfnMesh = { cells: [30, 11, 30], shells: 30, shellGrading: 1.05 };
const tolerance = 1e-6;
/** COMSOL itself is good to about 1 mV [V]. */
const trusted = 1.5e-3;

describe('the Marquis2019 cell against COMSOL', () => {
  for (const [label, { rate, time_s, voltage_V }] of Object.entries(curves.rates)) {
    it(`has its voltage within 1.5 mV at ${label}, up to the last 2 % of the discharge`, () => {
      const last = time_s[time_s.length - 1];
      // a single value at the end of the list is compared where it is
      const kept = time_s.map((_, i) => i).filter((i) => time_s.length === 1 || time_s[i] <= 0.98 * last);
      const volts = voltagesAt(fullCell('marquis2019', mesh, rate), kept.map((i) => time_s[i]), tolerance);
      expect(largestDifference(volts, kept.map((i) => voltage_V[i]))).toBeLessThan(trusted);
    });
  }

  it('has its salt and surface concentrations in the middle of 1C, to 0.2 %', () => {
    const { rate, time_s, salt, surface } = curves.profiles;
    const { problem, y } = stateAt(fullCell('marquis2019', mesh, rate), time_s, tolerance);
    const { unknowns, reactions, model } = problem;
    const ratios = [
      [0, salt.anodeCollector],
      [mesh.cells[0] + (mesh.cells[1] >> 1), salt.middleOfMembrane],
      [model.mesh.cells - 1, salt.cathodeCollector],
    ].map(([cell, value]) => (1000 * y[unknowns.salt + cell]) / value);
    // the residual leaves the surface values behind
    problem.residual(time_s, y, new Float64Array(problem.size), new Float64Array(problem.size));
    const [anode, cathode] = reactions.map(({ diffusion, particle }) =>
      Array.from(diffusion.surface, (s) => s * particle.material.maximumConcentration)
    );
    ratios.push(
      atEnd(anode) / surface.anodeCollector,
      atEnd(anode.toReversed()) / surface.anodeMembrane,
      atEnd(cathode) / surface.cathodeMembrane,
      atEnd(cathode.toReversed()) / surface.cathodeCollector,
    );
    expect(largestDifference(ratios, ratios.map(() => 1))).toBeLessThan(2e-3);
  });
});

/** From the centres of the first two of equal cells to the outer face, linearly. */
const atEnd = ([first, second]: readonly number[]): number => first + 0.5 * (first - second);
