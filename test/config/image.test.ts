import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { loadImage } from '../../src/config/read-image.js';
import { formatIssue } from '../../src/config/wording.js';
import { example } from './example.js';

const folder = mkdtempSync(join(tmpdir(), 'catholith-image-'));
afterAll(() => rmSync(folder, { recursive: true }));

const edge = 8;
/** Columns: x < 3 electrolyte, x < 7 active material, the rest void. */
const columns = Uint8Array.from({ length: edge ** 3 }, (_, i) => (i % edge < 3 ? 2 : i % edge < 7 ? 1 : 0));
const description =
  'source: made up\nvoxelSize: 100 nm\nlabels: {0: void, 1: activeMaterial, 2: electrolyte}\nsize: [8, 8, 8]\ntype: uint8\n';

function write(name: string, bytes: Uint8Array, text?: string): string {
  const path = join(folder, `${name}.raw`);
  writeFileSync(path, bytes);
  if (text !== undefined) writeFileSync(join(folder, `${name}.yaml`), text);
  return path;
}

function linesOf(path: string): string[] {
  const loaded = loadImage(path);
  const read = loaded.ok ? loaded.file.image() : loaded;
  return read.ok ? [] : read.issues.map((issue) => formatIssue(issue).replaceAll(`${folder}/`, ''));
}

describe('an image and its description', () => {
  it('are read as they stand', () => {
    const loaded = loadImage(write('good', columns, description));
    if (!loaded.ok) throw new Error(formatIssue(loaded.issues[0]));
    expect(loaded.file.description).toMatchObject({ voxelSize: [1e-7, 1e-7, 1e-7], through: 'z', ends: 'walls' });
    expect(loaded.file.image()).toMatchObject({ ok: true,
      image: { phases: ['void', 'activeMaterial', 'electrolyte'] } });
  });

  it.each([
    ['no description', undefined,
      'x.raw: expected the description of the image, "x.yaml", found no such file; write it'],
    ['no source', description.replace('source: made up\n', ''),
      'x.yaml:1:1 source: expected where the image comes from, found nothing; add'],
    ['a length without unit', description.replace('100 nm', '100'), 'x.yaml:2:12 voxelSize: expected a length'],
    ['two lengths', description.replace('100 nm', '[1 um, 1 um]'),
      'x.yaml:2:12 voxelSize: expected one length, or three along x, y, z'],
    ['an unknown key', `${description}lables: {}\n`,
      'x.yaml:6:1 lables: expected a known key, found "lables"; did you mean "labels"?'],
    ['a label that has no name', description.replace(', 2: electrolyte', ''),
      'x.yaml:3:9 labels: expected a phase for every label of the image, found none for 2 (38 %); add e.g. "2: void"'],
    ['a carrier of no phase', `${description}carriers: {ions: {electrolite: 1 mS/cm}}\n`,
      'x.yaml:6:32 carriers.ions.electrolite: expected a phase of the labels: void, activeMaterial, electrolyte, found "electrolite"; '
      + 'did you mean "electrolyte"?'],
    ['a size without type', description.replace('type: uint8\n', ''),
      'type: expected type beside size, found nothing; add "type: uint8"'],
    ['another size', description.replace('[8, 8, 8]', '[8, 8, 9]'),
      'x.raw:1:1: expected at least 576 bytes, found 512: the file is cut off; '],
  ])('with %s are refused in one line', (_, text, line) => {
    rmSync(join(folder, 'x.yaml'), { force: true });
    const found = linesOf(write('x', columns, text));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(line);
  });

  it('of grey values is told to be segmented first, and its 200 labels are not listed', () => {
    const grey = Uint8Array.from({ length: edge ** 3 }, (_, i) => i % 200);
    const [line] = linesOf(write('grey', grey, description));
    expect(line).toContain(
      'and 192 more, as many as an image of grey values has; segment it first, one label per phase',
    );
    expect(line.length).toBeLessThan(300);
  });

  it('with phases of other names are refused for a case, all of them where the labels stand', () => {
    write('named', columns, description.replace('activeMaterial', 'NMC').replace('electrolyte', 'SE'));
    const path = join(folder, 'named-case.yaml');
    writeFileSync(path, example.replace(/ {2}massFractions[^]*?%\n/, '  structure: {image: named.raw}\n'));
    const read = loadCase(path);
    expect(read.ok ? [] : read.issues.map((issue) => formatIssue(issue).replaceAll(`${folder}/`, ''))).toContainEqual(
      expect.stringMatching(
        /^named\.yaml:3:9 labels: expected phases of an electrode: .*, found "NMC", "SE"; rename them/,
      ),
    );
  });

  it('for a case are refused where the voxels have no solution: a channel of one voxel, wound through all of it', () => {
    const wide = 61;
    const winds = (x: number, y: number, z: number): boolean => {
      if (z % 2 === 1) return x === 0 && y === (z % 4 === 1 ? wide - 1 : 0);
      return y % 2 === 0 || x === (y % 4 === 1 ? wide - 1 : 0);
    };
    const voxels = Uint8Array.from({ length: wide ** 3 },
      (_, i) => (winds(i % wide, Math.floor(i / wide) % wide, Math.floor(i / wide ** 2)) ? 2 : 1));
    write('wound', voxels, description.replace('[8, 8, 8]', '[61, 61, 61]'));
    const path = join(folder, 'case.yaml');
    writeFileSync(path, example.replace(/ {2}massFractions[^]*?%\n/, '  structure: {image: wound.raw}\n'));
    const read = loadCase(path);
    expect(read.ok ? [] : read.issues.map(formatIssue)).toContainEqual(
      expect.stringMatching(
        /structure.image: expected voxels whose equations can be solved to 1 %, found a solution known to/,
      ),
    );
  });

  it('for which the memory does not suffice are refused before a voxel is read', () => {
    const loaded = loadImage(write('large', columns, description), undefined, 1e4);
    expect(loaded.ok ? '' : formatIssue(loaded.issues[0])).toContain(
      'of free memory for 8 x 8 x 8 voxels, found 0.0000100 GB; crop',
    );
  });

  it('of more bytes than can be read at once are refused by their size', () => {
    const huge = write('huge', columns, description);
    truncateSync(huge, 3e9);
    expect(linesOf(huge)).toEqual([
      expect.stringContaining('expected an image file of at most 2.15 GB, found 3.00 GB'),
    ]);
    rmSync(huge);
  });

  it('name the images that are there where one is not', () => {
    expect(linesOf(join(folder, 'none.tif'))[0]).toContain(
      'expected an image, found no such file; images there: good.raw',
    );
  });
});

describe('a case with the structure of an image', () => {
  const casePath = join(folder, 'case.yaml');
  const text = example.replace(/  massFractions:.*\n  porosity:.*\n/, '  structure: {image: good.raw}\n');
  const load = (changed = text) => {
    writeFileSync(casePath, changed);
    return loadCase(casePath);
  };

  it('takes composition, tau of both carriers, contact and radius from it', () => {
    const loaded = load();
    if (!loaded.ok) throw new Error(formatIssue(loaded.issues[0]));
    const [layer] = loaded.case.cathode.layers;
    expect(layer).toMatchObject({
      volumeFractions: { activeMaterial: 0.5, electrolyte: 0.375, carbon: 0, binder: 0 },
      porosity: 0.125,
      ionicTransport: { kind: 'tortuosityFactor' },
      electronicTransport: { kind: 'tortuosityFactor' },
      connectedFraction: 1,
    });
    // straight columns
    expect(layer.ionicTransport).toMatchObject({ value: expect.closeTo(1, 4) as number });
    expect(layer.coverage).toBeCloseTo(0.5, 2);
    expect(loaded.ledger.find(({ path }) => path === 'cathode.coverage')).toMatchObject({ status: 'derived',
      source: 'computed from the image good.raw' });
  });

  it('gives a layer the radius of its own structure where the material is said above it', () => {
    const layered = load(
      text.replace('  structure: {image: good.raw}\n', '  layers:\n    - {structure: {image: good.raw}}\n'),
    );
    if (!layered.ok) throw new Error(formatIssue(layered.issues[0]));
    const whole = load();
    const radiusOf = (found: ReturnType<typeof load>): unknown =>
      found.ok && found.case.cathode.layers[0].activeMaterial.overrides.particleRadius;
    expect(radiusOf(layered)).toBe(radiusOf(whole));
    expect(layered.case.cathode.layers[0].fillingRadius).toBeGreaterThan(0);
  });

  it('believes what the layer says itself', () => {
    const loaded = load(
      text.replace('activeMaterial: NMC811', 'activeMaterial: {name: NMC811, particleRadius: 3 um}\n  coverage: 0.9'),
    );
    if (!loaded.ok) throw new Error(formatIssue(loaded.issues[0]));
    const [layer] = loaded.case.cathode.layers;
    expect(layer.coverage).toBe(0.9);
    expect(layer.activeMaterial.overrides.particleRadius).toBe(3e-6);
  });

  it.each([
    ['that is not there', 'good.raw', 'missing.tif', 'expected an image with a name that ends in .tif'],
    ['whose electrolyte leads nowhere', 'good.raw', 'blocked.raw', 'expected electrolyte that leads through the image'],
    ['with phases of its own', 'good.raw', 'foreign.raw', 'labels: expected phases of an electrode: activeMaterial'],
  ])('%s is one problem at its name', (_, from, to, line) => {
    write('blocked', columns.map((label, i) => (Math.floor(i / edge ** 2) === 3 && label === 2 ? 0 : label)),
      description);
    write('foreign', columns, description.replace('void', 'air'));
    const loaded = load(text.replace(from, to));
    const lines = loaded.ok ? [] : loaded.issues.map(formatIssue);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });
});
