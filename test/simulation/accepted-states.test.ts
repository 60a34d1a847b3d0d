import { expect, it } from 'vitest';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { loadShippedCase } from '../support/reference-case.js';

/** NMC811, whose diffusivity falls by two decades to its end of discharge, and contact that goes with its volume: the hardest surfaces. */
const run = (tolerance: string) => {
  const given = loadShippedCase('nmc811-contact', ['protocol.rates=[1C]', 'protocol.charge=ideal', 'mesh=coarse',
    `numerics.tolerance=${tolerance}`]);
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const [{ performance }] = rateCapability(ready.prepared.case, ready.prepared.model);
  return performance;
};

it('every reaction of every accepted state has the voltage that it needs, to a millivolt', () => {
  for (const tolerance of ['1e-3', '1e-4']) {
    const { problem, recording: { points, states } } = run(tolerance);
    const [rates, residual] = [new Float64Array(problem.size), new Float64Array(problem.size)];
    let worst = 0;
    for (let point = 0; point < points; point++) {
      problem.residual(0, states.data.subarray(point * problem.size, (point + 1) * problem.size), rates, residual);
      for (const { at } of problem.reactions) {
        for (let k = 0; k < at.count; k++) worst = Math.max(worst, Math.abs(residual[at.reaction + k]));
      }
    }
    expect(worst).toBeLessThan(1.001e-3);
  }
});
