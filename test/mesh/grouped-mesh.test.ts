import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MeshFile } from '../../src/config/case.js';
import { parseMsh } from '../../src/config/files/msh/parse-msh.js';
import type { CellMesh } from '../../src/mesh/cell-mesh.js';
import { groupedMesh, type GroupOfLayer } from '../../src/mesh/grouped/grouped-mesh.js';
import { solve } from './conduct.js';

const folder = new URL('msh/', import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));

function fileOf(name: string): MeshFile {
  const found = parseMsh(bytesOf(name));
  if ('problem' in found) throw new Error(found.problem.received);
  return { ...found.mesh, name };
}

const [membrane, cathode, width] = [20e-6, 80e-6, 40e-6];
const layers: readonly GroupOfLayer[] = [
  { group: 'membrane', name: 'membrane', kind: 'membrane', layer: 0, thickness: membrane },
  { group: 'cathode', name: 'cathode', kind: 'cathode', layer: 0, thickness: cathode },
];
const um = 1e-6;

function meshOf(file: MeshFile): CellMesh {
  const found = groupedMesh(file, um, layers);
  if (!found.ok) throw new Error(found.problem.received);
  return found.mesh;
}

const problemOf = (file: MeshFile, own = layers, unit = um) => {
  const found = groupedMesh(file, unit, own);
  return found.ok ? undefined : found.problem;
};

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('a mesh of Gmsh', () => {
  it('is the same in both formats, as text and binary', () => {
    const first = fileOf('quads-2.2-ascii.msh');
    expect(first.groups).toEqual({ cells: ['membrane', 'cathode'], sides: ['anode', 'collector'] });
    for (const name of ['quads-2.2-binary.msh', 'quads-4.1-ascii.msh', 'quads-4.1-binary.msh']) {
      const { points, ...rest } = fileOf(name);
      expect({ ...rest, name: '', points: points.length }).toEqual({ ...first, name: '', points: first.points.length });
      points.forEach((x, i) => expect(x).toBeCloseTo(first.points[i], 10));
    }
  });

  it.each([
    ['quads-4.1-binary.msh', 56, 2],
    ['triangles-1.msh', 0, 2],
    ['hexahedra.msh', 112, 3],
    ['prisms.msh', 0, 3],
    ['tetrahedra.msh', 0, 3],
  ])('keeps the volume of both layers and the area of both ends: %s', (name, cells, dimensions) => {
    const mesh = meshOf(fileOf(name));
    if (cells > 0) expect(mesh.cells).toBe(cells);
    expect(mesh.shape?.dimensions).toBe(dimensions);
    const { first, last } = mesh.regions[1];
    expect(sum(mesh.volume.subarray(0, first))).toBeCloseTo(membrane, 14);
    expect(sum(mesh.volume.subarray(first, last + 1))).toBeCloseTo(cathode, 14);
    expect(sum(mesh.boundaries.anode.area)).toBeCloseTo(1, 12);
    expect(sum(mesh.boundaries.collector.area)).toBeCloseTo(1, 12);
  });

  it.each([
    ['quads-2.2-ascii.msh', 1e-9],
    ['triangles-2.msh', 1e-9],
    ['hexahedra.msh', 1e-9],
    ['prisms.msh', 1e-9],
    // halves of rectangles stand at one point, a ten-thousandth of a face apart
    ['halved-quads.msh', 5e-4],
    // of some the equidistant point lies beyond a face at a layer
    ['tetrahedra.msh', 4e-3],
  ])('conducts an even current as a slab does: %s', (name, error) => {
    const mesh = meshOf(fileOf(name));
    const { current } = solve(mesh, new Float64Array(mesh.cells), [1, 0]);
    expect(Math.abs(current * (membrane + cathode) - 1)).toBeLessThan(error);
  });

  it('has fluxes of second order on triangles', () => {
    const length = membrane + cathode;
    const [kx, ky] = [Math.PI / length, Math.PI / width];
    // u = sin(kx x) (1 + cos(ky y)), -div grad u = f; the work of f on u is the integral of f u over the width
    const exact = (length / 2) * (1.5 * kx ** 2 + 0.5 * ky ** 2);
    const errors = [1, 2, 3].map((k) => {
      const mesh = meshOf(fileOf(`triangles-${k}.msh`));
      const { points, corners, offsets } = mesh.shape ?? { points: [], corners: [], offsets: [] };
      const source = mesh.volume.map((volume, c) => {
        const y = sum(Array.from(corners.slice(offsets[c], offsets[c + 1]), (p) => points[3 * p + 1])) / 3;
        const x = mesh.centre[c];
        return volume * Math.sin(kx * x) * (kx ** 2 * (1 + Math.cos(ky * y)) + ky ** 2 * Math.cos(ky * y));
      });
      const { u } = solve(mesh, source, [0, 0]);
      return Math.abs(u.reduce((total, value, c) => total + value * source[c], 0) / exact - 1);
    });
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(1.7);
    expect(Math.log2(errors[1] / errors[2])).toBeGreaterThan(1.7);
  });
});

describe('a mesh that is refused', () => {
  const file = fileOf('quads-2.2-ascii.msh');

  it('says the angle of skewed cells and where it is', () => {
    const problem = problemOf(fileOf('sheared.msh'));
    // 15 um over 40 um
    expect(problem?.received).toContain(`${((Math.atan2(15, 40) * 180) / Math.PI).toFixed(1)} degrees at (`);
  });

  it('says which groups it has and which it needs', () => {
    const groups = (cells: readonly string[], sides: readonly string[]) =>
      problemOf({ ...file, groups: { cells, sides } });
    expect(groups(['membrane', 'kathode'], ['anode', 'collector'])).toMatchObject({ received: 'membrane, kathode',
      expected: 'physical groups of surfaces named membrane, cathode' });
    expect(groups(['membrane', 'cathode'], ['anode', '7'])?.received).toBe('anode, 7');
    expect(groups(['membrane', 'cathode'], ['anode', 'tab'])).toBeUndefined();
  });

  it('says the thickness that its unit would give', () => {
    expect(problemOf(file, layers, 1e-3)?.received).toBe('20000 um per area of the cathode');
  });

  it('says that layers do not hang together', () => {
    const own = new Set(file.cells.filter(({ group }) => group === 1).flatMap(({ corners }) => corners));
    const shift = file.points.length / 3;
    const torn: MeshFile = { ...file, points: [...file.points, ...file.points],
      cells: file.cells.map(({ group, corners }) => ({ group,
        corners: group === 1 ? corners.map((p) => p + shift) : corners })
      ),
      sides: file.sides.map(({ group, corners }) => ({ group,
        corners: corners.every((p) => own.has(p)) ? corners.map((p) => p + shift) : corners })
      ) };
    expect(problemOf(torn)?.received).toContain('16 of 56 reached from the anode');
  });
});

describe('a file that is no mesh', () => {
  const text = new TextDecoder().decode(bytesOf('quads-4.1-ascii.msh'));
  const problemIn = (bytes: Uint8Array | string): string => {
    const found = parseMsh(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    return 'problem' in found ? found.problem.received : 'nothing';
  };

  it.each([
    ['', 'a file that does not begin with $MeshFormat'],
    ['solid cube', 'a file that does not begin with $MeshFormat'],
    [text.replace('4.1 0 8', '1.0 0 8'), '1.0'],
    [text.slice(0, 2000), 'an end in the middle'],
    [text.replace('20 0 0', '20 x 0'), '"x" in the place of a number'],
    [text.replace('$EndNodes', ''), 'no $EndNodes'],
    [text.replace(/\n2 1 3 16\n/, '\n2 1 16 16\n'), 'elements of type 16'],
  ])('is told: case %#', (given, received) => expect(problemIn(given)).toBe(received));

  it('is told where a binary file ends early, wherever that is', () => {
    for (const name of ['quads-2.2-binary.msh', 'quads-4.1-binary.msh']) {
      const bytes = bytesOf(name);
      for (let end = 0; end < bytes.length - 20; end += 97) {
        expect(problemIn(bytes.subarray(0, end))).not.toBe('nothing');
      }
    }
  });
});
