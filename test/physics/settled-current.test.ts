import { describe, expect, it } from 'vitest';
import type { InterfaceLaw } from '../../src/physics/bound-law.js';
import { settledCurrent } from '../../src/physics/law-pass.js';

/** An interface whose equation is i - root, but no more than 1 A m^-2 of it: beside that it is level, and Newton has nowhere to go. */
function levelBeside(root: number): InterfaceLaw {
  const out = new Float64Array(2);
  const law: Partial<InterfaceLaw> = { current: Int32Array.of(0), stride: 2, values: 1, out, run(_first, _last, [i]) {
    out[0] = Math.max(-1, Math.min(1, i - root));
    out[1] = Math.abs(i - root) < 1 ? 1 : 0;
  } };
  return law as InterfaceLaw;
}

describe('the current of an interface at the potentials of a step', () => {
  it.each([5000, -5000, 0.5])('of %d A m^-2 is found from where its equation is level', (root) => {
    for (const begin of [0, 3 * root, -root]) {
      expect(settledCurrent(levelBeside(root), 0, Float64Array.of(begin))).toBeCloseTo(root, 9);
    }
  });
});
