import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GroupedMesh } from '../../src/config/case.js';
import { parseMsh } from '../../src/config/files/msh/parse-msh.js';
import { meshCard, meshPicture } from '../../src/report/mesh-card.js';
import { summariseMesh } from '../../src/study/mesh-summary.js';

function meshOf(name: string): GroupedMesh {
  const found = parseMsh(readFileSync(new URL(`../mesh/msh/${name}`, import.meta.url)));
  if ('problem' in found) throw new Error(found.problem.received);
  return found.mesh;
}

const summaryOf = (name: string) => summariseMesh(meshOf(name), name, 1e-6);
const card = (name: string, mesh = meshOf(name)): string =>
  meshCard(summariseMesh(mesh, name, 1e-6), { width: 100, ascii: true });

describe('what a mesh of a file holds', () => {
  it.each(['quads-2.2-binary.msh', 'triangles-1.msh', 'hexahedra.msh', 'tetrahedra.msh'])(
    'is its layers with their thickness: %s',
    (name) => {
      const { layers, problem } = summaryOf(name);
      expect(problem).toBeUndefined();
      expect(layers.map((layer) => [layer.name, Number(layer.thickness_um.toFixed(6))]))
        .toEqual([['membrane', 20], ['cathode', 80]]);
    },
  );

  it('is the angle of its faces: none of right-angled cells, that of the shear', () => {
    expect(summaryOf('hexahedra.msh').quality?.largestAngle_deg).toBeLessThan(1e-6);
    expect(summaryOf('sheared.msh').quality?.largestAngle_deg).toBeCloseTo((Math.atan2(15, 40) * 180) / Math.PI, 6);
  });

  it('is said in lines, with what a case would lack', () => {
    expect(card('quads-2.2-ascii.msh')).toContain('A case with these layers can be solved on it.');
    expect(card('sheared.msh')).toContain('No cell can be solved on it: expected cells joined by lines');
    const mesh = meshOf('quads-2.2-ascii.msh');
    const groups = { ...mesh.groups, sides: ['anode', 'end'] };
    expect(card('quads-2.2-ascii.msh', { ...mesh, groups })).toContain('and collector (or tab), found anode, end');
    const alone = { ...mesh, groups: { ...mesh.groups, cells: ['separator', 'cathode'] } };
    expect(card('quads-2.2-ascii.msh', alone)).toContain('named membrane, cathode, found separator, cathode');
  });

  it('is drawn cell by cell; in three dimensions as it is seen along z', () => {
    const polygons = (name: string): number => meshPicture(summaryOf(name)).split('<polygon').length - 1;
    expect(polygons('quads-2.2-ascii.msh')).toBe(14 * 4);
    expect(polygons('hexahedra.msh')).toBe(14 * 4);
  });
});
