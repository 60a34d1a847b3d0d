import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { loadCase } from '../../src/config/read-case.js';
import { parseDrawn } from '../../src/config/sections/drawn-schema.js';
import { formatIssue } from '../../src/config/wording.js';
import { example } from './example.js';

const drawn = `voxelSize: 1 um
voxels: [24, 24, 24]
realisations: 2
activeMaterial: {volumeFraction: 50 %, diameter: 6 um}
electrolyte: {volumeFraction: 40 %, diameter: 5 um}
`;
const linesOf = (text: string): string[] => {
  const read = parseDrawn(text, { file: 'x.yaml' });
  return read.ok ? [] : read.issues.map(formatIssue);
};

describe('a structure to be made', () => {
  it('is read with its defaults, lengths in metres', () => {
    const read = parseDrawn(`${drawn}pattern: {shape: channels, share: 10 %, period: 12 um}\n`, { file: 'x.yaml' });
    expect(read).toMatchObject({ ok: true,
      drawn: { realisations: 2,
        plan: { voxels: [24, 24, 24], voxelSize: 1e-6, seed: 1, overlap: 0.05,
          activeMaterial: { share: 0.5, diameter: 6e-6, deviation: 0.2 },
          pattern: { shape: 'channels', phase: 'electrolyte', share: 0.1, period: 12e-6 } } } });
  });

  it.each([
    ['too full', drawn.replace('40 %', '60 %'), 'expected'],
    ['particles of a voxel', drawn.replace('diameter: 6 um', 'diameter: 1 um'),
      'x.yaml:4:50 activeMaterial.diameter: expected a diameter from 2 voxels to half of the box, found "1 voxels"'],
    ['particles larger than the box', drawn.replace('diameter: 6 um', 'diameter: 20 um'),
      'expected a diameter from 2 voxels to half of the box, found "20 voxels"'],
    ['nothing that has particles', drawn.replaceAll(/, diameter: \d um/g, ''),
      'activeMaterial.diameter: expected the diameter of the particles of one of both phases, found nothing'],
    ['voids that would be filled', drawn.replace(', diameter: 5 um', ''),
      'voids: expected the diameter of the voids, which electrolyte would fill, found nothing; add "voids: {diameter: 1 um}"'],
    ['a pattern of more than there is', `${drawn}pattern: {shape: lamellae, share: 45 %, period: 8 um}\n`,
      'pattern.share: expected a pattern of electrolyte of at most its share, 40 %, found "45 %"'],
    ['a leaning gyroid', `${drawn}pattern: {shape: gyroid, share: 20 %, period: 8 um, tilt: 10 deg}\n`,
      'pattern.tilt: expected a tilt of 0: only lamellae and channels lean, found "gyroid"'],
    ['both a share and a profile', drawn.replace('50 %,', '50 %, profile: [40 %, 60 %],'),
      'activeMaterial: expected only one of volumeFraction, profile'],
    ['a crack thinner than a voxel', `${drawn}cracks: {share: 50 %, width: 0.5 um}\n`,
      'cracks.width: expected a gap of at least one voxel, found "0.5 voxels"'],
    ['an unknown key', `${drawn}carbn: {volumeFraction: 2 %}\n`, 'found "carbn"; did you mean "carbon"?'],
    ['an unknown shape', `${drawn}pattern: {shape: spiral, share: 20 %, period: 8 um}\n`,
      'expected lamellae or channels or gyroid or lattice or textile or freezeCast, found "spiral"'],
  ])('with %s is refused in one line', (_, text, line) => {
    const lines = linesOf(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });
});

describe('structure: {packing} of a case', () => {
  const composed = example.replace(/ {2}massFractions:.*\n(?: {4}.*\n)*/, '').replace(/ {2}porosity:.*\n/, '');
  const inline = `  structure:\n    packing: {voxelSize: 1 um, voxels: [24, 24, 24], realisations: 2, `
    + 'activeMaterial: {volumeFraction: 50 %, diameter: 6 um}, electrolyte: {volumeFraction: 40 %, diameter: 5 um}}\n';

  it('gives shares, transport, coverage and radius, each with the packing as its source', () => {
    const made: string[] = [];
    const read = parseCase(composed + inline, { onMake: (words) => made.push(words) });
    expect(made).toEqual(['a packing of 24 x 24 x 24 voxels, mean of 2']);
    if (!read.ok) throw new Error(formatIssue(read.issues[0]));
    const [layer] = read.case.cathode.layers;
    expect(layer.volumeFractions?.activeMaterial).toBeCloseTo(0.5, 4);
    expect(layer.volumeFractions?.electrolyte).toBeCloseTo(0.4, 4);
    expect(layer.ionicTransport).toMatchObject({ kind: 'tortuosityFactor' });
    expect(layer.coverage).toBeGreaterThan(0.1);
    expect(layer.coverage).toBeLessThan(1);
    expect(read.ledger.find(({ path }) => path === 'cathode.coverage')?.source).toContain(
      'computed from a packing of 24 x 24 x 24 voxels, mean of 2',
    );
  });

  it('gives the way into the particles, with a range, unless the layer says itself what that costs', () => {
    const recordOf = (text: string) => {
      const read = parseCase(text);
      if (!read.ok) throw new Error(formatIssue(read.issues[0]));
      return { layer: read.case.cathode.layers[0],
        record: read.ledger.find(({ path }) => path === 'cathode.fillingRadius') };
    };
    const { layer: { fillingRadius = 0 }, record } = recordOf(composed + inline);
    expect(fillingRadius).toBeGreaterThan(3e-6);
    expect(record?.source).toContain('computed from a packing');
    // down to the spheres themselves; up by what two realisations know
    expect(record?.spread?.low).toBeCloseTo(3e-6, 6);
    expect(record?.spread?.high).toBeGreaterThan(fillingRadius);
    const own = `${composed}  fillingRadius: 9 um\n${inline}`;
    expect(recordOf(own).layer.fillingRadius).toBeCloseTo(9e-6, 12);
    for (const stated of [`${composed}  contactsPerParticle: 12\n${inline}`,
      (composed + inline).replace('activeMaterial: NMC811', 'activeMaterial: {name: NMC811, particleRadius: 2 um}'),
      (composed + inline).replace(/(cathode:[^]*?\n {2}electrolyte: )(\w+)/, '$1{name: $2, contactConstriction: 0.3}')])
    {
      expect(recordOf(stated).layer.fillingRadius).toBeUndefined();
    }
  });

  it('is refused with two ways into the particles', () => {
    const read = parseCase(`${composed}  contactsPerParticle: 12\n  fillingRadius: 9 um\n${inline}`);
    expect(read.ok ? [] : read.issues.map(formatIssue)).toEqual([
      expect.stringContaining('expected only one of contactsPerParticle, fillingRadius'),
    ]);
  });

  const folder = mkdtempSync(join(tmpdir(), 'catholith-drawn-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be a file; what is wrong there is told there, what is not there at the name', () => {
    writeFileSync(join(folder, 'powder.yaml'), drawn.replace('50 %', '500 %'));
    const path = join(folder, 'case.yaml');
    const lines = (name: string): string[] => {
      writeFileSync(path, `${composed}  structure: {packing: ${name}}\n`);
      const read = loadCase(path);
      return read.ok ? [] : read.issues.map((issue) => formatIssue(issue).replaceAll(`${folder}/`, ''));
    };
    expect(lines('powder.yaml')).toEqual([
      expect.stringContaining('powder.yaml:4:34 cathode.structure.packing.activeMaterial'),
    ]);
    expect(lines('nowhere.yaml')).toEqual([expect.stringContaining('expected a structure to be made')]);
    writeFileSync(join(folder, 'powder.yaml'), drawn);
    expect(lines('powder.yaml')).toEqual([]);
  });

  it('that leads nowhere is refused with the phase', () => {
    const read = parseCase(
      composed + inline.replace('electrolyte: {volumeFraction: 40 %', 'electrolyte: {volumeFraction: 3 %'),
    );
    expect(read.ok ? [] : read.issues.map(({ expected }) => expected)).toEqual([
      expect.stringContaining('electrolyte that leads through the packing'),
    ]);
  });
});
