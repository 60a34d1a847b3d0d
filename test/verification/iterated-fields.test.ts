import { describe, expect, it } from 'vitest';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { BlockGraphKrylov } from '../../src/solver/linear/block-graph-krylov.js';
import { KeptLu } from '../../src/solver/linear/kept-lu.js';
import { blockMatrix } from '../../src/solver/linear/matrix-on-faces.js';
import { loadShippedCase } from '../support/reference-case.js';

/** A short discharge on a box that is solved with kept factors, where nothing varies along the layers, or on the line that it then is. */
const run = (name: string, steps: string, ...set: readonly string[]) => {
  const given = loadShippedCase(name, ['protocol.rates=[1C]', 'protocol.charge=ideal', `protocol.steps=[${steps}]`,
    'mesh.name=coarse', 'mesh.shells=4', ...set]);
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(ready.problems.map(({ expected }) => expected).join());
  const { model, model: { mesh } } = ready.prepared;
  const [{ performance }] = rateCapability(given, model);
  const matrix = blockMatrix(2, mesh.cells, mesh.faces);
  const { recording: { segments, counters }, voltage, charge } = performance;
  return { performance, counters,
    iterates: matrix instanceof BlockGraphKrylov && matrix.preconditioner instanceof KeptLu,
    reasons: segments.map(({ outcome }) => outcome.reason), voltage: voltage.at(-1) ?? NaN,
    charge: charge.at(-1) ?? NaN };
};

describe.each([
  ['salt', 'lfp-peo', '{discharge: each, until: {time: 60 s}}'],
  ['a blend', 'nmc811-lco-blend', '{discharge: each, until: {time: 60 s}}'],
  ['a network', 'tis2-network', '{discharge: each, until: {time: 60 s}}'],
  ['a voltage that is held', 'nmc811-li6ps5cl',
    '{discharge: each, until: {time: 20 s}}, {hold: 3.9 V, until: {time: 60 s}}'],
  ['a power that is given', 'nmc811-li6ps5cl',
    '{discharge: each, until: {time: 20 s}}, {discharge: {power: 10 mW/cm^2}, until: {time: 60 s}}'],
])('with %s, a box whose factors are kept', (_, name, steps) => {
  const box = run(name, steps, 'mesh.unitCell={rectangle: {width: 60 um, cells: 6, depth: 60 um, depthCells: 6}}');
  const line = run(name, steps);

  it('is the cell of one dimension, by true Newton', () => {
    expect([box.iterates, line.iterates]).toEqual([true, false]);
    expect(box.reasons).toEqual(line.reasons);
    expect(Math.abs(box.voltage - line.voltage)).toBeLessThan(2e-5);
    expect(Math.abs(box.charge / line.charge - 1)).toBeLessThan(1e-5);
    expect(Math.abs(box.counters.newtonIterations / line.counters.newtonIterations - 1)).toBeLessThan(0.2);
  });

  it('closes its balances, and the parts of its loss add up', () => {
    expect(box.performance.balances.charge).toBeLessThan(1e-9);
    expect(box.performance.balances.lithium).toBeLessThan(1e-9);
    expect(box.performance.balances.salt).toBeLessThan(1e-9);
    expect(box.performance.polarisationMismatch).toBeLessThan(1e-7);
  });
});
