import { describe, expect, it } from 'vitest';
import { finiteDiffusion } from '../../src/physics/finite-diffusion.js';
import { complex, hyperbolic, over, relativeError, root } from '../support/complex.js';

const valueAt = (re: number, im: number) => {
  return finiteDiffusion(complex(re, im));
};

describe('tanh(q)/q, q = sqrt(z)', () => {
  it.each([[1, 0], [0, 1], [0, 1e-3], [0.3, -2], [0, 1e4], [0, -50]])('at z = %d + %d i: 1e-12', (re, im) => {
    const q = root(complex(re, im));
    expect(relativeError(valueAt(re, im), over(hyperbolic(q).tanh, q))).toBeLessThan(1e-12);
  });

  it('is 1 at rest and 1/q far from it, without overflow', () => {
    expect(valueAt(0, 0)).toEqual(complex(1, -0));
    expect(relativeError(valueAt(0, 1e12), over(complex(1), root(complex(0, 1e12))))).toBeLessThan(1e-12);
  });

  it('goes over into its series without a step', () => {
    expect(relativeError(valueAt(0, 0.999e-6), valueAt(0, 1.001e-6))).toBeLessThan(1e-8);
  });
});
