import { describe, expect, it } from 'vitest';
import type { AlignedChannels } from '../../src/config/case.js';
import { buildMesh } from '../../src/mesh/build-mesh.js';
import type { CellMesh } from '../../src/mesh/cell-mesh.js';
import { leaningStrips } from '../../src/mesh/unit-cells/leaning-lamellae.js';
import { solve } from './conduct.js';

const specification = { name: 'test', membraneCells: 4, cathodeCells: 10, grading: 2, shells: 4, shellGrading: 1 };
const degrees = Math.PI / 180;
const lamellae = (angle: number, more: Partial<AlignedChannels> = {}): AlignedChannels => ({ kind: 'alignedChannels',
  fraction: 0.2, spacing: 50e-6, shape: 'lamellae', misalignment: angle * degrees, wallTortuosityFactor: 4, ...more });

/** Lamellae in 80 um between 20 um of membrane and 20 um of a layer without them. */
const [membrane, leaning, plain] = [20e-6, 80e-6, 20e-6];
const meshOf = (channels: AlignedChannels, cells: number): CellMesh => {
  const fine = cells / 10;
  return buildMesh({ ...specification, membraneCells: 4 * fine, cathodeCells: 20 * fine,
    unitCell: { kind: 'channels', cells } }, [membrane], [{ name: 'leaning', thickness: leaning, channels }, {
    name: 'plain',
    thickness: plain,
  }]);
};
const length = membrane + leaning + plain;

/** Middle of every cell along the layers [m]. */
const along = ({ cells, shape }: CellMesh): number[] => {
  const { points, corners, offsets } = shape ?? { points: [], corners: [], offsets: [] };
  return Array.from({ length: cells }, (_, c) => {
    const own = Array.from(corners.slice(offsets[c], offsets[c + 1]), (p) => points[3 * p + 1]);
    return own.reduce((total, y) => total + y, 0) / own.length;
  });
};

describe('lamellae that lean', () => {
  it.each([1, 10, 30, 45, 60, 70])('by %d degrees let an even current pass as a slab does', (angle) => {
    const mesh = meshOf(lamellae(angle), 10);
    const { current } = solve(mesh, new Float64Array(mesh.cells), [1, 0]);
    expect(Math.abs(current * length - 1)).toBeLessThan(1e-9);
    expect(mesh.faces.ownerDistance.every((distance) => distance > 0)).toBe(true);
    expect(mesh.faces.neighbourDistance.every((distance) => distance > 0)).toBe(true);
  });

  it('have fluxes of second order', () => {
    const errors = [10, 20, 40].map((cells) => {
      const mesh = meshOf(lamellae(30), cells);
      const [kx, ky] = [Math.PI / length, (2 * Math.PI) / (mesh.shape?.period ?? NaN)];
      // u = sin(kx x) (1 + cos(ky y)), -div grad u = f; the work of f on u is the integral of f u over the section
      const exact = (length / 2) * (1.5 * kx ** 2 + 0.5 * ky ** 2);
      const y = along(mesh);
      const source = mesh.volume.map((volume, c) =>
        volume * Math.sin(kx * mesh.centre[c]) * (kx ** 2 * (1 + Math.cos(ky * y[c])) + ky ** 2 * Math.cos(ky * y[c]))
      );
      const { u } = solve(mesh, source, [0, 0]);
      return Math.abs(u.reduce((total, value, c) => total + value * source[c], 0) / exact - 1);
    });
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(1.7);
    expect(Math.log2(errors[1] / errors[2])).toBeGreaterThan(1.7);
  });

  it('conduct twenty times better than their walls alike on coarse and on fine meshes', () => {
    const currents = [10, 20, 40].map((cells) => {
      const mesh = meshOf(lamellae(30), cells);
      const sigma = Float64Array.from(mesh.region, (r) => (mesh.regions[r].part === 'walls' ? 0.05 : 1));
      return solve(mesh, new Float64Array(mesh.cells), [1, 0], sigma).current * length;
    });
    // where walls meet the membrane a corner of both costs half an order
    expect(Math.log2((currents[1] - currents[0]) / (currents[2] - currents[1]))).toBeGreaterThan(1.2);
    expect(Math.abs(currents[0] / currents[2] - 1)).toBeLessThan(0.015);
    expect(Math.abs(currents[1] / currents[2] - 1)).toBeLessThan(0.005);
  });

  it('have strips of their share, and none where every triangle would be obtuse', () => {
    const strips = leaningStrips(lamellae(45, { fraction: 0.15 }), [leaning], 10);
    const channel = strips?.widths.subarray(0, strips.channelCount).reduce((sum, width) => sum + width, 0);
    expect(channel).toBeCloseTo((0.15 * 50e-6) / Math.cos(45 * degrees), 15);
    expect(leaningStrips(lamellae(80, { fraction: 0.123 }), [leaning], 8)).toBeUndefined();
    expect(leaningStrips(lamellae(30, { spacing: 20e-3 }), [leaning], 8)).toBeUndefined();
  });
});
