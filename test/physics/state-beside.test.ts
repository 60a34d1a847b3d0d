import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { StateBeside } from '../../src/physics/state-beside.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { resolvedChannels } from '../support/resolved-channels.js';
import { shippedPath } from '../support/shipped-path.js';

const inTwoDimensions = 'channels in two dimensions';

/** A cell beside another one takes from it what both compute alike: its residual is that which it computes alone. */

function problemOf(name: string, set: readonly string[]): CellProblem {
  if (name === inTwoDimensions)
    return new CellProblem(resolvedChannels(...set));
  const loaded = loadCase(shippedPath(name), { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return new CellProblem(ready.prepared.model);
}

/** A state that no symmetry is left in: every unknown a little off its rest. */
function stateOf(problem: CellProblem) {
  const random = randomNumbers(7);
  const rest = restedState(problem, problem.reactions.map(({ side }) => (side === 'anode' ? 0.6 : 0.4)));
  const y = rest.map((value) => value + 1e-3 * (random() - 0.5) * Math.max(1, Math.abs(value)));
  // a reaction that hardly runs says nothing of its exchange current
  for (const { at: { reaction, count } } of problem.reactions) {
    for (let k = reaction; k < reaction + count; k++) y[k] = 4 * (random() - 0.5);
  }
  y[problem.unknowns.current] = 20;
  return { y, yp: y.map(() => 1e-4 * (random() - 0.5)) };
}

const step = 1e-6;

describe.each([
  ['nmc811-li6ps5cl', 'cathode.activeMaterial.particleRadius', 2.75, 'um'],
  ['nmc811-li6ps5cl', 'cathode.activeMaterial.referenceExchangeCurrentDensity', 0.5, 'mA/cm^2'],
  ['nmc811-li6ps5cl', 'cathode.ionicTransport.effectiveConductivity', 0.06, 'mS/cm'],
  ['nmc811-li6ps5cl', 'membrane.thickness', 30, 'um'],
  ['nmc811-li6ps5cl', 'cathode.filmResistance', 10, 'ohm cm^2'],
  ['nmc811-li6ps5cl', 'cathode.collectorResistance', 5, 'ohm cm^2'],
  ['nmc811-lco-blend', 'cathode.porosity', 12, '%'],
  ['nmc811-contact', 'cathode.activeMaterial.particleRadius', 2.75, 'um'],
  ['tis2-network', 'cathode.thickness', 100, 'um'],
  ['graphite-network', 'membrane.thickness', 30, 'um'],
  ['reference/lg-m50-chen2020', 'cathode.activeMaterial.diffusivity', 4e-15, 'm^2/s'],
  ['reference/lg-m50-chen2020', 'cathode.ionicTransport.bruggemanExponent', 1.5, ''],
  ['reference/lg-m50-chen2020', 'anode.thickness', 85.2, 'um'],
  ['nmc811-li6ps5cl', 'temperature', 298.15, 'K'],
  ['nmc811-li6ps5cl', 'cathode.activeMaterial.anodicTransferCoefficient', 0.45, ''],
  ['nmc811-li6ps5cl', 'cathode.connectedFraction', 90, '%'],
  ['lfp-peo', 'temperature', 350, 'K'],
  ['lfp-peo', 'membrane.thickness', 30, 'um'],
  ['lfp-peo', 'cathode.activeMaterial.particleRadius', 0.3, 'um'],
  ['sulfur-li3incl6', 'cathode.thickness', 50, 'um'],
  [inTwoDimensions, 'cathode.collectorResistance', 20, 'ohm cm^2'],
  [inTwoDimensions, 'cathode.activeMaterial.referenceExchangeCurrentDensity', 0.5, 'mA/cm^2'],
  [inTwoDimensions, 'membrane.thickness', 30, 'um'],
])('%s beside itself with another %s', (name, key, value, unit) => {
  const at = (factor: number) => problemOf(name, [`${key}=${value * factor} ${unit}`.trim()]);
  const [base, own, alone] = [at(1), at(1 + step), at(1 + step)];
  const { y, yp } = stateOf(base);
  const [here, beside, exact] = [0, 1, 2].map(() => new Float64Array(base.size));

  it('has the residual that it computes alone', () => {
    const [state] = StateBeside.of([own], base);
    if (state === undefined) throw new Error('not beside');
    base.residual(0, y, yp, here);
    state.residualOver(0, y, yp, here, beside);
    alone.residual(0, y, yp, exact);
    for (let i = 0; i < exact.length; i++) exact[i] -= here[i];
    const largest = (a: Float64Array, b: Float64Array) =>
      a.reduce((most, one, i) => Math.max(most, Math.abs(one - b[i])), 0);
    const none = new Float64Array(base.size);
    const changed = largest(exact, none);
    // residuals of thousands leave no more digits in their difference
    const roundOff = 4 * Number.EPSILON * largest(here, none);
    expect(changed).toBeGreaterThan(10 * roundOff);
    expect(largest(beside, exact)).toBeLessThan(1e-4 * changed + roundOff);
  });
});

it('is none where a temperature moves all properties', () => {
  const warm = problemOf('nmc811-li3incl6-lumped', []);
  expect(StateBeside.of([warm], problemOf('nmc811-li3incl6-lumped', []))).toEqual([undefined]);
});
