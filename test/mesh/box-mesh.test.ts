import { describe, expect, it } from 'vitest';
import { boxMesh } from '../../src/mesh/box-mesh.js';
import { intervalMesh } from '../../src/mesh/interval-mesh.js';

const line = intervalMesh([
  { name: 'membrane', kind: 'membrane', thickness: 30e-6, cells: 3, grading: 1 },
  { name: 'cathode', kind: 'cathode', thickness: 50e-6, cells: 4, grading: 3 },
]);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe.each([
  ['two dimensions', [{ cells: 5, width: 40e-6 }]],
  ['three dimensions', [{ cells: 5, width: 40e-6 }, { cells: 3, width: 10e-6 }]],
] as const)('a box in %s', (_, spans) => {
  const mesh = boxMesh(line, spans);
  const columns = spans.reduce((product: number, { cells }) => product * cells, 1);

  it('fills the line that it is made of, per unit of cell area', () => {
    expect(mesh.cells).toBe(7 * columns);
    expect(sum(mesh.volume)).toBeCloseTo(80e-6, 18);
    for (const { first, last, thickness } of mesh.regions) {
      expect(sum(mesh.volume.subarray(first, last + 1))).toBeCloseTo(thickness, 18);
    }
    for (const { count, area } of Object.values(mesh.boundaries)) {
      expect(count).toBe(columns);
      expect(sum(area)).toBeCloseTo(1, 14);
    }
  });

  it('has as much area along a direction as the depth over the width, between every two columns', () => {
    const { faces } = mesh;
    const along = Array.from({ length: faces.count }, (_, f) => f).filter((f) =>
      mesh.centre[faces.owner[f]] === mesh.centre[faces.neighbour[f]]
    );
    expect(faces.count - along.length).toBe(6 * columns);
    for (const { width, cells } of spans) {
      const half = width / cells / 2;
      const own = along.filter((f) => Math.abs(faces.ownerDistance[f] / half - 1) < 1e-12);
      // through each of the cells - 1 planes between its cells
      expect(sum(own.map((f) => faces.area[f]))).toBeCloseTo(((cells - 1) * 80e-6) / width, 12);
    }
  });

  it('joins a cell to its neighbours only, each once', () => {
    const { owner, neighbour, count } = mesh.faces;
    const pairs = new Set(Array.from({ length: count }, (_, f) => `${owner[f]} ${neighbour[f]}`));
    expect(pairs.size).toBe(count);
    for (let f = 0; f < count; f++) expect(neighbour[f]).toBeGreaterThan(owner[f]);
  });
});
