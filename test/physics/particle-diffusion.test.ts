import { describe, expect, it } from 'vitest';
import type { ScalarFunction } from '../../src/materials/material.js';
import { particleShells } from '../../src/mesh/particle-shells.js';
import { ParticleDiffusion } from '../../src/physics/particle-diffusion.js';

/** The lithium of a particle is what has reacted, however level the particle is. */

const shells = particleShells(12, 1.3);
const radius = 1e-9;
const varying: ScalarFunction = {
  evaluate: (s, out) => {
    out[0] = 1e-14 * (1 + s);
    out[1] = 1e-14;
  },
};
const constant: ScalarFunction = { constant: 1e-14, evaluate: (_s, out) => out.set([1e-14, 0]) };

describe.each([['constant', constant], ['varying', varying]])('a particle with a %s diffusivity', (_, diffusivity) => {
  // gamma D / R^2 from 1 to 1e14
  it.each([1e-4, 1, 1e4, 1e10])('gains what reacts in a step of %d s', (gamma) => {
    const diffusion = new ParticleDiffusion(shells, 1, 0, radius, diffusivity, 1e-8);
    const y = Float64Array.from({ length: shells.count + 1 }, (_, i) => 0.5 + 1e-3 * i);
    diffusion.evaluateSurface(y, shells.count);
    diffusion.factor(y, gamma);
    const residual = new Float64Array(shells.count + 1);
    diffusion.forward(residual, gamma);
    const delta = new Float64Array(shells.count + 1);
    delta[shells.count] = 1e-3;
    diffusion.back(delta, shells.count, gamma);
    const gained = gamma * diffusion.meanGain * delta[shells.count];
    expect(Math.abs(diffusion.average(delta, 0) / gained - 1)).toBeLessThan(1e-13);
  });
});
