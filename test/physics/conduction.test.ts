import { expect, it } from 'vitest';
import { faceConductance } from '../../src/physics/laws/conduction.js';

const [area, dOwner, kOwner, dNeighbour, kNeighbour, contact] = [2, 3e-6, 0.04, 5e-6, 2, 1e-4];

it('carries the exact current through two slabs and a contact', () => {
  // 1 A through the face: the drops in series
  const drop = dOwner / (area * kOwner) + contact / area + dNeighbour / (area * kNeighbour);
  expect(faceConductance(area, dOwner, kOwner, dNeighbour, kNeighbour, contact) * drop).toBeCloseTo(1, 14);
});

it('is the plain k A / d where nothing changes, and the smaller side rules where much does', () => {
  expect(faceConductance(1, 1e-6, 0.5, 3e-6, 0.5, 0)).toBeCloseTo(0.5 / 4e-6, 8);
  expect(faceConductance(1, 1e-6, 1e-9, 1e-6, 1, 0)).toBeCloseTo(1e-3, 9);
});
