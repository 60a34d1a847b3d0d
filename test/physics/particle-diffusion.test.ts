import { describe, expect, it } from 'vitest';
import type { ScalarFunction } from '../../src/materials/material.js';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { ParticleShells } from '../../src/mesh/shell-row.js';
import { ParticleDiffusion } from '../../src/physics/particle-diffusion.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';

const [radius, D0, perReaction] = [2e-6, 1e-14, 2e-10];
const scaled = (factor: number): ScalarFunction => ({
  evaluate: (s, out) => {
    out[0] = factor * D0 * (1 + s);
    out[1] = factor * D0;
  },
});
const varying = scaled(1);
const constant = (value = D0): ScalarFunction => ({ constant: value, evaluate: (_s, out) => out.set([value, 0]) });
const laws: readonly [string, ScalarFunction][] = [['constant', constant()], ['varying', varying]];

/** Means over the shells of rho^power, whose faces lie where the volumes add up. */
function meansOf({ count, volumeShare }: ParticleShells, power: number): Float64Array {
  let inner = 0;
  return Float64Array.from({ length: count }, (_, i) => {
    const outer = Math.cbrt(inner ** 3 + volumeShare[i]);
    const mean = ((3 / (power + 3)) * (outer ** (power + 3) - inner ** (power + 3))) / volumeShare[i];
    inner = outer;
    return mean;
  });
}

/** Three particles whose shells begin at 2, their currents behind one more unknown. */
const [count, offset] = [3, 2];
function particles(shells: ParticleShells, diffusivity: ScalarFunction, R = radius) {
  const reaction = offset + count * shells.count + 1;
  const size = reaction + count + 1;
  const random = randomNumbers(11);
  return { reaction, diffusion: new ParticleDiffusion(shells, count, offset, R, diffusivity, perReaction),
    y: Float64Array.from({ length: size }, (_, i) => (i < reaction ? 0.3 + 0.4 * random() : 3 * random() - 1)),
    yp: Float64Array.from({ length: size }, () => 1e-3 * (random() - 0.5)),
    any: () => Float64Array.from({ length: size }, () => random() - 0.5) };
}

describe.each(laws)('particles with a %s diffusivity', (_, diffusivity) => {
  it.each([1, 2, 6])('of %d shells lose nothing between them: lithium changes by what reacts', (n) => {
    const { diffusion, reaction, y, yp } = particles(particleShells(n, 1.4), diffusivity);
    const out = new Float64Array(y.length).fill(7);
    diffusion.residual(y, yp, reaction, out);
    for (let k = 0; k < count; k++) {
      const gained = diffusion.average(yp, k) - diffusion.meanGain * y[reaction + k];
      expect(Math.abs(diffusion.average(out, k) / gained - 1)).toBeLessThan(1e-12);
    }
    expect([...out.subarray(0, offset), ...out.subarray(reaction - 1)].every((value) => value === 7)).toBe(true);
  });

  it('stay as they are where they are level and nothing reacts', () => {
    const { diffusion, reaction, y, yp } = particles(particleShells(6, 1.4), diffusivity);
    for (let i = offset; i < y.length; i++) y[i] = i < reaction ? 0.3 + 0.1 * ((i - offset) % count) : 0;
    const out = new Float64Array(y.length);
    diffusion.residual(y, yp, reaction, out);
    for (let i = offset; i < reaction - 1; i++) expect(out[i]).toBeCloseTo(yp[i], 15);
    diffusion.evaluateSurface(y, reaction);
    [0.3, 0.4, 0.5].forEach((s, k) => expect(diffusion.surface[k]).toBeCloseTo(s, 14));
  });

  it.each([[1, 200], [2, 1], [2, 300], [6, 1e-3], [6, 50], [6, 1e5]])(
    'of %d shells answer a residual in a step of %d s by the change that takes it away',
    (n, gamma) => {
      const { diffusion, reaction, y, yp, any } = particles(particleShells(n, 1.4), diffusivity);
      // a second state at the same gamma: what was factored for the first is no answer to it
      for (const shift of [0, 0.2]) {
        for (let i = offset; i < reaction - 1; i++) y[i] += shift * Math.sin(i);
        const [scratch, residual, delta] = [any(), any().map((value) => value / gamma), any()];
        diffusion.residual(y, yp, reaction, scratch);
        diffusion.evaluateSurface(y, reaction);
        diffusion.factor(y, gamma);
        diffusion.forward(residual, gamma);
        const told = Array.from({ length: count }, (_, k) =>
          diffusion.surfaceResponse(k) + diffusion.surfacePerReaction(k, gamma) * delta[reaction + k]);
        diffusion.back(delta, reaction, gamma);
        const changes = Array.from({ length: count }, (_, k) => diffusion.surfaceChange(delta, reaction, k));
        const step = 1e-4;
        const moved = [step, -step].map((h) => {
          const at = y.map((value, i) => value + h * delta[i]);
          const out = new Float64Array(y.length);
          diffusion.residual(at, yp.map((value, i) => value + (h * delta[i]) / gamma), reaction, out);
          diffusion.evaluateSurface(at, reaction);
          return { out, surface: diffusion.surface.slice() };
        });
        const largest = Math.max(...delta.map(Math.abs)) * (1 / gamma + 1);
        for (let i = offset; i < reaction - 1; i++) {
          const change = (moved[0].out[i] - moved[1].out[i]) / (2 * step);
          expect(Math.abs(change + residual[i]) / largest, `row ${i}`).toBeLessThan(1e-7);
        }
        for (let k = 0; k < count; k++) {
          expect(changes[k]).toBeCloseTo((moved[0].surface[k] - moved[1].surface[k]) / (2 * step), 6);
          expect(told[k]).toBeCloseTo(changes[k], 9);
        }
      }
    },
  );

  it('of two sizes whose surfaces differ by less than the last digit tell this difference', () => {
    const [own, other] = [1, 2].map((times) => particles(particleShells(6, 1.4), diffusivity, times * radius));
    for (const [j, { diffusion, y, reaction }] of [[1e-15, own], [3e-15, other]] as const) {
      for (let i = offset; i < y.length; i++) y[i] = i < reaction ? 0.5 : j;
      diffusion.evaluateSurface(y, reaction);
    }
    expect(own.diffusion.surface).toEqual(other.diffusion.surface);
    const rise = ({ diffusion, y, reaction }: typeof own): number => diffusion.surfaceByReaction[1] * y[reaction + 1];
    expect(own.diffusion.surfaceOver(other.diffusion, 1) / (rise(own) - rise(other))).toBeCloseTo(1, 12);
  });

  it('that are held answer nothing, and their surfaces the current alone', () => {
    const { diffusion, reaction, y, yp, any } = particles(particleShells(6, 1.4), diffusivity);
    const delta = new Float64Array(y.length).fill(7);
    diffusion.residual(y, yp, reaction, any());
    diffusion.evaluateSurface(y, reaction);
    diffusion.factor(y, 50);
    diffusion.forward(any(), 50);
    diffusion.factor(y, 0);
    diffusion.forward(any(), 0);
    for (let k = 0; k < count; k++) {
      expect(diffusion.surfaceResponse(k)).toBe(0);
      expect(diffusion.surfacePerReaction(k, 0)).toBe(diffusion.surfaceByReaction[k]);
    }
    diffusion.back(delta, reaction, 0);
    expect(Array.from(delta, (value) => value === 0)).toEqual(Array.from(delta, (_, i) => i >= 2 && i < reaction - 1));
  });

  // gamma D / R^2 from 1 to 1e14
  it.each([1e-4, 1, 1e4, 1e10])('of a nanometre gain what reacts in a step of %d s, however level they are',
    (gamma) => {
      const shells = particleShells(12, 1.3);
      const diffusion = new ParticleDiffusion(shells, 1, 0, 1e-9, diffusivity, 1e-8);
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

  it.each([[1, 1.7, 2.5], [2, 1.7, 2.5], [6, 1.7, 2.5], [6, 1, 1]])(
    'of %d shells differ from others of %d times the radius and %d times the D by what their rows do',
    (n, wider, ratio) => {
      const shells = particleShells(n, 1.4);
      const { diffusion: base, reaction, y, yp } = particles(shells, diffusivity);
      const higher = diffusivity.constant === undefined ? scaled(ratio) : constant(ratio * D0);
      const [beside, alone] = [0, 1].map(() => particles(shells, higher, wider * radius).diffusion);
      const [ofBase, told, own] = [0, 1, 2].map(() => new Float64Array(y.length));
      base.residual(y, yp, reaction, ofBase);
      base.evaluateSurface(y, reaction);
      beside.difference(base, ratio, y, yp, reaction, ofBase, told);
      alone.residual(y, yp, reaction, own);
      alone.evaluateSurface(y, reaction);
      own.forEach((value, i) => expect(Math.abs(told[i] - (value - ofBase[i]))).toBeLessThan(1e-15));
      for (let k = 0; k < count; k++) {
        expect(beside.surface[k]).toBeCloseTo(alone.surface[k], 13);
        expect(beside.surfaceByReaction[k] / alone.surfaceByReaction[k]).toBeCloseTo(1, 12);
      }
    },
  );
});

describe('profiles in closed form', () => {
  it('a parabola 1 - rho^2 falls by 6 D / R^2 everywhere but at the surface, and so where its integral of D does', () => {
    const shells = particleShells(200, 1);
    const square = meansOf(shells, 2);
    // D = D0 (1 + s): s + s^2 / 2 = 0.2 + 0.3 (1 - rho^2)
    const bent = (rho2: number): number => Math.sqrt(1 + 2 * (0.2 + 0.3 * (1 - rho2))) - 1;
    for (const [diffusivity, profile] of [[constant(), (rho2: number) => 0.2 + 0.3 * (1 - rho2)], [varying,
      bent]] as const)
    {
      const { diffusion, reaction, y } = particles(shells, diffusivity);
      for (let i = offset; i < reaction - 1; i++) y[i] = profile(square[Math.floor((i - offset) / count)]);
      const out = new Float64Array(y.length);
      diffusion.residual(y, new Float64Array(y.length), reaction, out);
      for (let i = offset + 50 * count; i < offset + 199 * count; i++) {
        expect(Math.abs((out[i] * radius ** 2) / (6 * 0.3 * D0) - 1)).toBeLessThan(2e-3);
      }
    }
  });

  it.each([[1, 0], [2, 0.1], [6, 0.1]])('of %d shells, of slope and curvature %d: the surface is exact',
    (n, curvature) => {
      const shells = particleShells(n, 1.4);
      const { diffusion, reaction, y } = particles(shells, constant());
      const [first, second] = [meansOf(shells, 1), meansOf(shells, 2)];
      for (let k = 0; k < count; k++) {
        // ds/drho = -j R perReaction / D at the surface
        const slope = (-y[reaction + k] * radius * perReaction) / D0;
        for (let i = 0; i < n; i++) {
          y[offset + i * count + k] = 0.4 + slope * (first[i] - 1) + curvature * (second[i] - 2 * first[i] + 1);
        }
      }
      diffusion.evaluateSurface(y, reaction);
      for (let k = 0; k < count; k++) expect(diffusion.surface[k]).toBeCloseTo(0.4, 13);
    });
});
