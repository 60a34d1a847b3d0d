import { expect, it } from 'vitest';
import type { CellProblem } from '../../src/physics/cell-problem.js';
import { exponentialFunction } from '../support/cell-model.js';
import { type DfnCell, singleIonCase } from '../support/dfn-cells.js';
import { stateAt } from '../support/dfn-discharge.js';

const gamma = 30;

/** What reactions lack after a step of Newton from a state that waves by `size`, and whether the problem says that they hold. */
function afterStep(problem: CellProblem, settled: Float64Array, size: number): { holds: boolean; lacking: number } {
  const { size: n, differential, reactions } = problem;
  const [y, yp, out, delta] = [settled.slice(), ...[0, 0, 0].map(() => new Float64Array(n))];
  problem.residual(0, y, yp, out);
  for (let i = 0; i < n; i++) if (differential[i]) yp[i] = -out[i];
  for (const { at: { shells, shellCount, count, reaction } } of reactions) {
    for (let i = 0; i < shellCount * count; i++) y[shells + i] += size * Math.sin(7 * i + 1);
    for (let i = 0; i < shellCount * count; i++) yp[shells + i] += (size * Math.sin(7 * i + 1)) / gamma;
    for (let k = 0; k < count; k++) y[reaction + k] *= 1 + 30 * size * Math.cos(5 * k);
  }
  problem.linearise(0, y, yp, gamma, out);
  problem.solve(out, delta);
  for (let i = 0; i < n; i++) y[i] += delta[i];
  const holds = problem.holds(y, delta);
  problem.residual(0, y, yp, out);
  const lacking = reactions.map(({ at: { reaction, count } }) =>
    Math.max(...out.subarray(reaction, reaction + count).map(Math.abs))
  );
  return { holds, lacking: Math.max(...lacking) };
}

/** S2 with particles that let lithium in with more and more effort. */
function hesitant(): DfnCell {
  const cell = singleIonCase('S2', { cells: [0, 1, 12], shells: 5, grading: 2 });
  const particles = cell.model.particles.map((one) => ({ ...one,
    material: { ...one.material, diffusivity: exponentialFunction(1e-14, -10) } })
  );
  return { ...cell, model: { ...cell.model, particles } };
}

it.each([
  ['as given', () => singleIonCase('S2', { cells: [0, 1, 12], shells: 5, grading: 2 })],
  ['with a diffusivity that falls by four powers of ten', hesitant],
])('S2 %s: reactions that are said to hold lack less than 1 mV, those that are not more', (_, made) => {
  const seen = { held: 0, not: 0 };
  for (const share of [0.1, 0.5, 0.9]) {
    const cell = made();
    const { problem, y } = stateAt(cell, share * 3000, 1e-4);
    problem.control = { kind: 'current', target: cell.current };
    for (let size = 1e-5; size < 3e-2; size *= 1.3) {
      const { holds, lacking } = afterStep(problem, y, size);
      if (holds) expect(lacking, `${share}, ${size}`).toBeLessThan(1e-3);
      else expect(lacking, `${share}, ${size}`).toBeGreaterThan(1e-3);
      seen[holds ? 'held' : 'not']++;
    }
  }
  expect(seen.held).toBeGreaterThan(10);
  expect(seen.not).toBeGreaterThan(3);
});
