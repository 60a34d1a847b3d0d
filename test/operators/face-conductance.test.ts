import { expect, it } from 'vitest';
import { faceConductance, faceConductanceSlope } from '../../src/operators/face-conductance.js';
import { relativeDifference, slopeOf } from '../support/differences.js';

const [area, dOwner, kOwner, dNeighbour, kNeighbour, contact] = [2, 3e-6, 0.04, 5e-6, 2, 1e-4];
const conductance = faceConductance(area, dOwner, kOwner, dNeighbour, kNeighbour, contact);

it('carries the exact current through two slabs and a contact', () => {
  // 1 A through the face: the drops in series
  const drop = dOwner / (area * kOwner) + contact / area + dNeighbour / (area * kNeighbour);
  expect(conductance * drop).toBeCloseTo(1, 14);
});

it('is the plain k A / d where nothing changes, and the smaller side rules where much does', () => {
  expect(faceConductance(1, 1e-6, 0.5, 3e-6, 0.5, 0)).toBeCloseTo(0.5 / 4e-6, 8);
  expect(faceConductance(1, 1e-6, 1e-9, 1e-6, 1, 0)).toBeCloseTo(1e-3, 9);
});

it('has the slopes of its two conductivities: 1e-9 of central differences', () => {
  const withOwner = (k: number): number => faceConductance(area, dOwner, k, dNeighbour, kNeighbour, contact);
  const withNeighbour = (k: number): number => faceConductance(area, dOwner, kOwner, dNeighbour, k, contact);
  const byOwner = slopeOf(withOwner, kOwner, 1e-3 * kOwner);
  const byNeighbour = slopeOf(withNeighbour, kNeighbour, 1e-3 * kNeighbour);
  expect(relativeDifference(faceConductanceSlope(conductance, area, dOwner, kOwner), byOwner)).toBeLessThan(1e-9);
  expect(relativeDifference(faceConductanceSlope(conductance, area, dNeighbour, kNeighbour), byNeighbour)).toBeLessThan(
    1e-9,
  );
});
