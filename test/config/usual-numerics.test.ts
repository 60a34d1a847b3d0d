import { expect, it } from 'vitest';
import { loadShippedCase } from '../support/reference-case.js';

it('one that names no tolerance gets that of its kind: discharges at rates may step further', () => {
  const tolerance = (name: string, ...set: string[]) => loadShippedCase(name, set).numerics.tolerance;
  expect(tolerance('reference/lg-m50-chen2020')).toBe(2e-3);
  expect(tolerance('reference/lg-m50-chen2020', 'protocol.steps=[{discharge: each}]')).toBe(1e-4);
  expect(tolerance('nmc811-li6ps5cl')).toBe(1e-3);
  expect(tolerance('nmc811-li6ps5cl', 'protocol.steps=[{discharge: each}]')).toBe(1e-4);
  expect(tolerance('graphite-network')).toBe(1e-4);
  expect(tolerance('protocols/gitt', 'numerics.tolerance=1e-5')).toBe(1e-5);
});
