import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMsh } from '../../src/config/files/msh/parse-msh.js';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { runCase } from '../../src/pipeline/run-case.js';

const text = (mesh: string): string => `
title: a sheet from a file
anode: {material: lithium-metal, thickness: 40 um}
membrane: {electrolyte: Li6PS5Cl, thickness: 20 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 2.75 um}
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 %, electrolyte: 20 %}
  porosity: 12 %
  thickness: 80 um
protocol: {rates: [C/2]}
mesh: ${mesh}
`;

const meshes = new URL('../mesh/msh/', import.meta.url);
const textOf = (name: string): string | undefined => {
  try {
    return JSON.stringify(parseMsh(readFileSync(new URL(name, meshes))));
  } catch {
    return undefined;
  }
};
const loaded = (mesh: string) => parseCase(text(mesh), { file: 'case.yaml', textOf });

describe('a case with a mesh of a file', () => {
  it.each([
    ['{file: quads-4.1-ascii.msh}', 'mesh.unit: expected unit, in which the mesh is written'],
    ['{file: none.msh, unit: um}', 'mesh.file: expected a mesh of Gmsh (.msh), found no such file; put it at none.msh'],
    ['{file: mesh.vtk, unit: um}',
      'mesh.file: expected a mesh of Gmsh, with a name that ends in .msh, found "mesh.vtk"'],
    ['{file: 3, unit: um}', 'mesh.file: expected the name of a .msh file, found 3'],
    ['{unit: um}', 'mesh.file: expected the .msh file whose unit it is'],
    ['{file: quads-4.1-ascii.msh, unit: inch}', 'mesh.unit: expected nm or um or mm or cm or m, found "inch"'],
    ['{file: quads-4.1-ascii.msh, unit: um, unitCell: {rectangle: {width: 1 mm}}}',
      'mesh.file: expected only one of file, unitCell'],
    ['{file: make-meshes.py.msh, unit: um}', 'no such file'],
  ])('says what is wrong with %s', (mesh, message) => {
    const found = loaded(mesh);
    const issues = found.ok ? [] : found.issues;
    expect(issues.map(formatIssue)).toEqual([expect.stringContaining(message)]);
    // the line of the case, and not of the mesh that it starts from
    expect([issues[0].file, issues[0].line]).toEqual(['case.yaml', 12]);
  });

  it('gives the same cell as the same cells of a rectangle', async () => {
    const cells = 'name: coarse, membraneCells: 4, cathodeCells: 10, grading: 1';
    const results = await Promise.all([
      '{name: coarse, file: quads-4.1-binary.msh, unit: um}',
      `{${cells}, unitCell: {rectangle: {width: 40 um, cells: 4}}}`,
    ].map(async (mesh) => {
      const found = loaded(mesh);
      if (!found.ok) throw new Error(formatIssue(found.issues[0]));
      const run = await runCase(found.case, found.ledger);
      if (!run.ok) throw new Error(run.problems[0].received);
      return run.document.rates[0];
    }));
    const [own, other] = results;
    expect(own.outcome.kind).toBe('completed');
    expect(own.utilisation).toBeCloseTo(other.utilisation ?? NaN, 6);
    expect(own.meanVoltage_V).toBeCloseTo(other.meanVoltage_V ?? NaN, 6);
    expect(own.profiles.x_um.length).toBe(14);
  });
});
