import { describe, expect, it } from 'vitest';
import { buildMesh } from '../../src/mesh/build-mesh.js';

const specification = { name: 'test', membraneCells: 3, cathodeCells: 12, grading: 2, shells: 4, shellGrading: 1 };
const layers = [{ name: 'dense', thickness: 20e-6 }, { name: 'open', thickness: 40e-6 }];
const cellsOf = (mesh: ReturnType<typeof buildMesh>) =>
  mesh.regions.map(({ name, kind, first, last }) => [name, kind, last - first + 1]);

describe('the mesh of a cell', () => {
  it('starts at the membrane where the anode is a plane; the cathode shares its cells out by thickness', () => {
    expect(cellsOf(buildMesh(specification, [10e-6], layers)))
      .toEqual([['membrane', 'membrane', 3], ['dense', 'cathode', 4], ['open', 'cathode', 8]]);
  });

  it('starts with a composite anode, as fine as the cathode or as it says', () => {
    expect(cellsOf(buildMesh(specification, [10e-6], layers, 50e-6))[0]).toEqual(['anode', 'anode', 12]);
    const mesh = buildMesh({ ...specification, anodeCells: 7 }, [10e-6], layers, 50e-6);
    expect(cellsOf(mesh)[0]).toEqual(['anode', 'anode', 7]);
    expect(mesh.regions[1].start).toBeCloseTo(50e-6, 18);
  });
});
