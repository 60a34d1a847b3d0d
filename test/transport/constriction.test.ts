import { describe, expect, it } from 'vitest';
import type { Electrolyte } from '../../src/materials/material.js';
import { constriction, constrictionByFilling, constrictionBySizes } from '../../src/transport/constriction.js';
import type { LayerComposition } from '../../src/transport/layer-composition.js';
import { evenDirections, resolvedConstriction } from '../support/sphere-contacts.js';

/** Modes that resolve a spot of half-angle 2 sqrt(theta/N) some ten times. */
const modesFor = (theta: number, contacts: number): number => 2 * Math.ceil(100 + 15 / Math.sqrt(theta / contacts));

describe('the resolved solution', () => {
  it('is that of one spot on a half-space for small spots: 5 pi/(2 sqrt(N theta)), to 3.5 %, the curvature of the surface', () => {
    const theta = 1e-3;
    for (const contacts of [1, 2] as const) {
      const disc = (5 * Math.PI) / 2 / Math.sqrt(contacts * theta);
      expect(Math.abs(resolvedConstriction(theta, evenDirections[contacts], 3000) / disc - 1)).toBeLessThan(0.035);
    }
  });

  it('does not change with the number of modes and of functions: 1e-3', () => {
    const coarse = resolvedConstriction(0.1, evenDirections[2], 300, 5);
    expect(Math.abs(resolvedConstriction(0.1, evenDirections[2], 1200, 9) / coarse - 1)).toBeLessThan(1e-3);
  });

  it('vanishes as one contact covers everything', () => {
    expect(resolvedConstriction(0.97, evenDirections[1], 400)).toBeLessThan(0.03);
  });
});

it('is none of the spheres themselves, which fill as spheres do, however much of their surface is covered', () => {
  const radius = 2e-6;
  for (const coverage of [1, 0.4]) {
    const layer = { coverage, volumeFractions: { activeMaterial: 0.6 },
      specificInterfacialArea: coverage * 3 * 0.6 / radius };
    expect(constrictionByFilling(radius, layer as LayerComposition)).toBeCloseTo(0, 12);
    // a way twice as long takes four times as long
    expect(constrictionByFilling(2 * radius, layer as LayerComposition)).toBeCloseTo(3, 12);
  }
});

describe('the closed form', () => {
  it.each([
    [12, 0.042],
    [6, 0.037],
    [4, 0.028],
    [2, 0.063],
    [1, 0.25],
  ] as const)('%i contacts: the drop from the mean of the volume to the contacts, 1 + k, within %f of the resolved one',
    (contacts, bound) => {
      for (const theta of [0.01, 0.03, 0.1, 0.3, 0.5]) {
        const resolved = resolvedConstriction(theta, evenDirections[contacts], modesFor(theta, contacts));
        const error = (1 + constriction(theta, contacts)) / (1 + resolved) - 1;
        expect(Math.abs(error), `theta ${theta}`).toBeLessThan(bound);
      }
    });

  it('is 7.85/sqrt(N theta) for few small spots and nothing where they cover the surface, falling in between', () => {
    expect(constriction(1e-8, 10) * Math.sqrt(1e-7)).toBeCloseTo(7.854, 2);
    const values = [0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 0.99, 1].map((theta) => constriction(theta, 6));
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThan(values[i - 1]);
    expect(values[7]).toBe(0);
  });

  it('falls with the number of contacts of the same area', () => {
    expect(constriction(0.1, 24)).toBeLessThan(constriction(0.1, 6));
  });
});

describe('the form by sizes', () => {
  const electrolyte = (given: Partial<Electrolyte>) => given as Electrolyte;
  /** A layer with a fifth of pores, and this share of electrolyte in its solids. */
  const mixture = (share: number) => ({ porosity: 0.2,
    volumeFractions: { activeMaterial: 0.8 * (1 - share), electrolyte: 0.8 * share, carbon: 0, binder: 0 } });

  it('is the constant of the electrolyte times its size over that of the active material', () => {
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6, particleRadius: 2e-6 }), 5e-6, mixture(0.3)))
      .toBeCloseTo(0.24, 14);
  });

  it('counts sizes that are not known as equal, and an electrolyte without the constant as one that wets', () => {
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6 }), 5e-6, mixture(0.3))).toBeCloseTo(0.6, 14);
    expect(constrictionBySizes(electrolyte({ particleRadius: 2e-6 }), 5e-6, mixture(0.3))).toBe(0);
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6, particleRadius: 2e-6 }), 0, mixture(0.3))).toBe(
      0,
    );
  });

  it('is, with an exponent of 1, that of spots of one size which cover the share of the electrolyte in the solids', () => {
    const [ratio, beta] = [0.4, 0.5];
    const powder = electrolyte({ particleRadius: ratio, contactDilution: 1,
      contactConstriction: 2.5 * Math.PI * beta * (1 - Math.sqrt(0.5)) ** 1.5 });
    for (const share of [0.1, 0.2, 0.5, 0.8]) {
      const contacts = (4 * share) / (beta * ratio) ** 2;
      // without the curvature of the surface, the last factor of the closed form
      const curvature = 1 + (Math.sqrt(share / contacts) * Math.log(1 / share)) / Math.PI;
      expect(constrictionBySizes(powder, 1, mixture(share)) * curvature).toBeCloseTo(constriction(share, contacts), 12);
    }
  });

  it('takes the exponent of little electrolyte for what it is: nothing at half of the solids, the more the less there is', () => {
    const narrowed = (share: number, contactDilution: number): number =>
      constrictionBySizes(electrolyte({ contactConstriction: 0.5, contactDilution }), 1, mixture(share));
    for (const exponent of [0, 1, 2]) expect(narrowed(0.5, exponent)).toBeCloseTo(0.5, 14);
    expect(narrowed(0.18, 1) / narrowed(0.18, 0)).toBeCloseTo(narrowed(0.18, 2) / narrowed(0.18, 1), 12);
    expect(narrowed(0.18, 1)).toBeGreaterThan(5 * narrowed(0.18, 0));
    expect(narrowed(0.8, 1)).toBeLessThan(narrowed(0.8, 0));
  });
});
