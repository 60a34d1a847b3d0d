import { describe, expect, it } from 'vitest';
import { buildMesh } from '../../src/mesh/build-mesh.js';
import { symmetricWidths } from '../../src/mesh/grading.js';
import { intervalMesh } from '../../src/mesh/interval-mesh.js';

const mesh = intervalMesh([
  { name: 'membrane', kind: 'membrane', thickness: 30e-6, cells: 5, grading: 1 },
  { name: 'near', kind: 'cathode', thickness: 50e-6, cells: 9, grading: 4 },
  { name: 'far', kind: 'cathode', thickness: 20e-6, cells: 4, grading: 2 },
]);

describe('an interval mesh', () => {
  it('fills its regions without a gap', () => {
    expect(mesh.cells).toBe(18);
    for (const { first, last, start, thickness } of mesh.regions) {
      const widths = Array.from(mesh.volume.subarray(first, last + 1));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(thickness, 18);
      expect(mesh.centre[first] - mesh.volume[first] / 2).toBeCloseTo(start, 18);
      expect(mesh.centre[last] + mesh.volume[last] / 2).toBeCloseTo(start + thickness, 18);
    }
    expect(mesh.regions.map(({ first, last }) => [first, last])).toEqual([[0, 4], [5, 13], [14, 17]]);
    expect(Array.from(mesh.region)).toEqual([...Array(5).fill(0), ...Array(9).fill(1), ...Array(4).fill(2)]);
  });

  it('has a face between neighbours whose distances reach from centre to centre', () => {
    const { faces } = mesh;
    expect(faces.count).toBe(mesh.cells - 1);
    for (let f = 0; f < faces.count; f++) {
      expect([faces.owner[f], faces.neighbour[f], faces.area[f]]).toEqual([f, f + 1, 1]);
      expect(faces.ownerDistance[f] + faces.neighbourDistance[f]).toBeCloseTo(mesh.centre[f + 1] - mesh.centre[f], 18);
    }
    const face = (cell: number, distance: number) => ({ count: 1, cell: Int32Array.of(cell), area: Float64Array.of(1),
      distance: Float64Array.of(distance) });
    expect(mesh.boundaries.anode).toEqual(face(0, mesh.volume[0] / 2));
    expect(mesh.boundaries.collector).toEqual(face(17, mesh.volume[17] / 2));
  });

  it('grows from both ends of a region to its middle by the ratio asked for', () => {
    const { volume } = mesh;
    expect(volume[9] / volume[5]).toBeCloseTo(4, 12);
    for (let i = 0; i < 9; i++) expect(volume[5 + i]).toBeCloseTo(volume[13 - i], 18);
    for (let i = 1; i < 4; i++) expect(volume[5 + i] / volume[4 + i]).toBeCloseTo(volume[6] / volume[5], 12);
  });
});

describe('widths', () => {
  it('are equal at ratio 1, for one cell and for many', () => {
    expect(Array.from(symmetricWidths(2, 1, 7))).toEqual([2]);
    for (const width of symmetricWidths(1, 8, 1)) expect(width).toBeCloseTo(1 / 8, 15);
  });
});

describe('the mesh of a case', () => {
  const specification = { name: 'test', membraneCells: 3, cathodeCells: 30, grading: 1, shells: 5, shellGrading: 1 };

  it('shares out its cells by thickness', () => {
    const { regions } = buildMesh(specification, [20e-6], [{ name: 'a', thickness: 20e-6 }, { name: 'b',
      thickness: 40e-6 }]);
    expect(regions.map(({ name, first, last }) => [name, last - first + 1])).toEqual([['membrane', 3], ['a', 10], ['b',
      20]]);
  });

  it('leaves no layer with fewer than four cells', () => {
    const { regions } = buildMesh(specification, [20e-6], [{ name: 'film', thickness: 1e-6 }, { name: 'bulk',
      thickness: 200e-6 }]);
    expect(regions.map(({ first, last }) => last - first + 1)).toEqual([3, 4, 30]);
  });
});
