import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseMsh } from '../../src/config/files/msh/parse-msh.js';
import { buildMesh } from '../../src/mesh/build-mesh.js';
import type { CellMesh } from '../../src/mesh/cell-mesh.js';
import { groupedMesh, type GroupOfLayer } from '../../src/mesh/grouped/grouped-mesh.js';
import { faceWays } from '../../src/results/face-ways.js';
import { solve } from '../mesh/conduct.js';

function ofFile(name: string): CellMesh {
  const read = parseMsh(readFileSync(new URL(`../mesh/msh/${name}`, import.meta.url)));
  if ('problem' in read) throw new Error(read.problem.received);
  const layer = (name: 'membrane' | 'cathode', thickness: number): GroupOfLayer => (
    { group: name, name, kind: name, layer: 0, thickness }
  );
  const found = groupedMesh({ ...read.mesh, name }, 1e-6, [layer('membrane', 20e-6), layer('cathode', 80e-6)]);
  if (!found.ok) throw new Error(found.problem.received);
  return found.mesh;
}

const leaning = (): CellMesh =>
  buildMesh({ name: 'test', membraneCells: 4, cathodeCells: 10, grading: 2, shells: 4, shellGrading: 1,
    unitCell: { kind: 'channels', cells: 10 } }, [20e-6], [{ name: 'leaning', thickness: 60e-6,
    channels: { kind: 'alignedChannels', fraction: 0.2, spacing: 50e-6, shape: 'lamellae', misalignment: Math.PI / 6,
      wallTortuosityFactor: 4 } }, { name: 'plain', thickness: 20e-6 }]);

it.each([
  ['lamellae by 30 degrees', leaning, 1e-9],
  ['triangles', () => ofFile('triangles-2.msh'), 1e-9],
  ['rectangles', () => ofFile('quads-2.2-ascii.msh'), 1e-9],
  ['prisms', () => ofFile('prisms.msh'), 1e-6],
  // fluxes through tetrahedra are even to some per cent only
  ['tetrahedra', () => ofFile('tetrahedra.msh'), 0.3],
])('give an even current in every cell, along the thickness and with nothing across it: %s', (_, make, error) => {
  const mesh = make();
  const { faces, boundaries: { anode, collector } } = mesh;
  const { u } = solve(mesh, new Float64Array(mesh.cells), [1, 0]);
  const ways = faceWays(mesh);
  const current = new Float64Array(3 * mesh.cells);
  const add = (cell: number, through: number, way: Float64Array, face: number): void => {
    for (let k = 0; k < 3; k++) current[3 * cell + k] += (through * way[3 * face + k]) / mesh.volume[cell];
  };
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    const through = (faces.area[f] * (u[o] - u[n])) / (faces.ownerDistance[f] + faces.neighbourDistance[f]);
    add(o, through, ways.fromOwner, f);
    add(n, -through, ways.fromNeighbour, f);
  }
  anode.cell.forEach((c, k) => add(c, -(anode.area[k] / anode.distance[k]) * (1 - u[c]), ways.atAnode, k));
  collector.cell.forEach((c, k) => add(c, (collector.area[k] / collector.distance[k]) * u[c], ways.atCollector, k));
  const even = 1 / 100e-6;
  for (let c = 0; c < mesh.cells; c++) {
    expect(Math.abs(current[3 * c] / even - 1)).toBeLessThan(error);
    expect(Math.abs(current[3 * c + 1] / even)).toBeLessThan(error);
  }
});
