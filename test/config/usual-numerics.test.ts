import { expect, it } from 'vitest';
import { loadShippedCase } from '../support/reference-case.js';

const without = ['mesh=null'];

it('a case that names no mesh gets the one of its kind: even cells where a separator holds liquid between two electrodes', () => {
  expect(loadShippedCase('reference/lg-m50-chen2020', without).mesh.name).toBe('liquid');
  expect(loadShippedCase('nmc811-li6ps5cl', without).mesh.name).toBe('default');
  expect(loadShippedCase('graphite-network', without).mesh.name).toBe('default');
  expect(loadShippedCase('reference/lg-m50-chen2020', ['mesh=fine']).mesh.name).toBe('fine');
});

it('one that names no tolerance gets that of its kind: discharges at rates may step further', () => {
  const tolerance = (name: string, ...set: string[]) => loadShippedCase(name, set).numerics.tolerance;
  expect(tolerance('reference/lg-m50-chen2020')).toBe(2e-3);
  expect(tolerance('reference/lg-m50-chen2020', 'protocol.steps=[{discharge: each}]')).toBe(1e-4);
  expect(tolerance('nmc811-li6ps5cl')).toBe(1e-3);
  expect(tolerance('nmc811-li6ps5cl', 'protocol.steps=[{discharge: each}]')).toBe(1e-4);
  expect(tolerance('graphite-network')).toBe(1e-4);
  expect(tolerance('protocols/gitt', 'numerics.tolerance=1e-5')).toBe(1e-5);
});
