import { describe, expect, it } from 'vitest';
import type { Electrolyte } from '../../src/materials/material.js';
import { constriction, constrictionBySizes } from '../../src/transport/constriction.js';
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

  it('is the constant of the electrolyte times its size over that of the active material', () => {
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6, particleRadius: 2e-6 }), 5e-6)).toBeCloseTo(0.24,
      14);
  });

  it('counts sizes that are not known as equal, and an electrolyte without the constant as one that wets', () => {
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6 }), 5e-6)).toBeCloseTo(0.6, 14);
    expect(constrictionBySizes(electrolyte({ particleRadius: 2e-6 }), 5e-6)).toBe(0);
    expect(constrictionBySizes(electrolyte({ contactConstriction: 0.6, particleRadius: 2e-6 }), 0)).toBe(0);
  });
});
