import { describe, expect, it, vi } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { parseDrawn } from '../../src/config/sections/drawn-schema.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { makeDocument } from '../../src/study/made-structure.js';
import { StructureStudy } from '../../src/study/structure.js';
import type { SegmentedImage } from '../../src/voxels/segmented-image.js';
import { networkCase } from '../support/network-case.js';

/** What the search over voxels says of its error, whatever it found. */
const search = vi.hoisted(() => ({ error: 0 }));
vi.mock(import('../../src/voxels/conduction/finest-grid.js'), async (original) => {
  const finest = await original();
  return { ...finest, descend: (...given) => ({ ...finest.descend(...given), relativeError: search.error }) };
});

function imageWarnings(): readonly string[] {
  const image: SegmentedImage = { size: [8, 8, 8], width: [1e-6, 1e-6, 1e-6], labels: new Uint8Array(512).fill(0),
    phases: ['electrolyte'], phaseOf: new Uint8Array(256), through: 'z' };
  const description = { source: 'made up', voxelSize: image.width, labels: new Map([[0, 'electrolyte']]),
    through: 'z' as const, ends: 'walls' as const, carriers: { ions: { electrolyte: 0.1 } }, contacts: [] };
  return new StructureStudy('x.tif', description, image, { axes: ['z'], octants: true }).run().document.warnings;
}

function madeWarnings(): readonly string[] {
  const read = parseDrawn(
    `voxelSize: 1 um
voxels: [16, 16, 16]
realisations: 1
activeMaterial: {volumeFraction: 40 %, diameter: 5 um}
electrolyte: {volumeFraction: 50 %, diameter: 4 um}
`,
    { file: 'x.yaml' },
  );
  if (!read.ok) throw new Error('the example is valid');
  return makeDocument('x.yaml', read.drawn).document.warnings;
}

function networkWarnings(): readonly string[] {
  const network = `network: {electrolyteDiameter: ${1 + search.error} um, voxels: 24, realisations: 1, resolution: 1}`;
  const loaded = parseCase(networkCase(network), { file: 'x.yaml' });
  const ready = loaded.ok ? prepareCase(loaded.case) : undefined;
  if (!ready?.ok) throw new Error('the example is valid');
  return ready.prepared.warnings;
}

describe('what was solved over voxels', () => {
  const users: readonly (readonly [string, () => readonly string[]])[] = [
    ['electrolyte along z', imageWarnings],
    ['octants of electrolyte along z', imageWarnings],
    ['ions along z', imageWarnings],
    ['transport and filling', madeWarnings],
    ['cathode, its network', networkWarnings],
  ];

  it.each(users)('says in one wording how well, or that it was not: %s', (what, warnings) => {
    search.error = 0.0023;
    expect(warnings()).toContain(`${what}: the equations of the voxels are solved to 0.23 % only`);
    search.error = 1.2;
    expect(warnings()).toContainEqual(
      expect.stringContaining(`${what}: no solution was found, the number means nothing`),
    );
  });

  it.each(users)('says nothing where a thousandth is not missed: %s', (_, warnings) => {
    search.error = 0.001;
    expect(warnings().filter((line) => /solved|solution/.test(line))).toEqual([]);
  });
});
