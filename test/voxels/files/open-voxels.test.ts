import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openVoxels } from '../../../src/voxels/files/open-voxels.js';
import type { GridSize } from '../../../src/voxels/voxel-grid.js';

/** Written by tifffile 2026 and numpy: 36 x 20 x 4 labels by a formula, in the ways that programs write them. */
const images = JSON.parse(readFileSync(new URL('images.json', import.meta.url), 'utf8')) as Record<string, string>;
const bytesOf = (name: string): Uint8Array => new Uint8Array(Buffer.from(images[name], 'base64'));

const size: GridSize = [36, 20, 4];
const label = (x: number, y: number, z: number): number =>
  Number((Math.floor(x / 3) + 2 * Math.floor(y / 2) + 5 * z) % 7 === 0) + 2 * Number((x * y * (z + 1)) % 11 === 0);
const labels = ([nx, ny, nz]: GridSize, scale = 1): number[] =>
  Array.from({ length: nx * ny * nz }, (_, i) =>
    scale * label(i % nx, Math.floor(i / nx) % ny, Math.floor(i / nx / ny)));

function read(name: string, bytes: Uint8Array, raw?: Parameters<typeof openVoxels>[2]) {
  const opened = openVoxels(name, bytes, raw);
  if (!opened.ok) return opened;
  const found = opened.file.labels();
  return found.ok ? { ok: true as const, size: opened.file.size, labels: Array.from(found.labels) } : found;
}

describe('a TIFF stack', () => {
  it.each([['plain', 1], ['ImageJ', 1], ['zlib', 1], ['lzw', 1], ['packbits', 1], ['zlib, predictor', 1], [
    'lzw, predictor, 16 bits',
    300,
  ], ['16 bits, big-endian', 300], ['BigTIFF', 1], ['tiles', 1], ['strips', 1]])('written as %s is read as it was',
    (name, scale) => {
      expect(read('image.tif', bytesOf(name))).toEqual({ ok: true, size, labels: labels(size, scale) });
    });

  it.each([
    ['RGB', { received: '3 colours per pixel in slice 1', remedy: expect.stringContaining('8-bit grey') }],
    ['float', { received: 'floating-point numbers in slice 1' }],
  ])('of %s is refused with what to do', (name, problem) => {
    expect(read('image.tiff', bytesOf(name))).toMatchObject({ ok: false, problem });
  });

  it('that is cut off anywhere is refused, never read in part', () => {
    for (const name of ['plain', 'zlib', 'lzw', 'packbits', 'BigTIFF']) {
      const whole = bytesOf(name);
      for (const share of [0, 0.001, 0.2, 0.5, 0.9]) {
        const cut = read('image.tif', whole.subarray(0, Math.floor(share * whole.length)));
        expect(cut.ok, `${name} at ${share}`).toBe(false);
      }
    }
  });

  it('that points at itself ends with a sentence', () => {
    const bytes = bytesOf('zlib').slice();
    const view = new DataView(bytes.buffer);
    const first = view.getUint32(4, true);
    view.setUint32(first + 2 + 12 * view.getUint16(first, true), first, true);
    expect(read('image.tif', bytes)).toMatchObject({ ok: false });
  });
});

describe('an array of NumPy', () => {
  it('has the axes z, y, x in either order of memory', () => {
    expect(read('a.npy', bytesOf('npy'))).toEqual({ ok: true, size, labels: labels(size) });
    expect(read('a.npy', bytesOf('npy, Fortran, big-endian 4 bytes'))).toEqual({ ok: true, size: [8, 6, 2],
      labels: labels([8, 6, 2]) });
  });

  it('that is none, or cut off, is refused', () => {
    expect(read('a.npy', bytesOf('plain'))).toMatchObject({ ok: false, problem: { received: 'other content' } });
    expect(read('a.npy', bytesOf('npy').subarray(0, 2000))).toMatchObject({ ok: false });
  });
});

describe('plain bytes', () => {
  it('need a size, and as many bytes as it says', () => {
    const bytes = Uint8Array.from(labels(size));
    expect(read('a.raw', bytes, { size, type: 'uint8' })).toEqual({ ok: true, size, labels: labels(size) });
    expect(read('a.raw', bytes)).toMatchObject({ ok: false, problem: { remedy: expect.stringContaining('size: [') } });
    expect(read('a.raw', bytes.subarray(1), { size, type: 'uint8' })).toMatchObject({ ok: false });
    expect(read('a.raw', bytes, { size: [36, 20, 3], type: 'uint8' })).toMatchObject({ ok: false });
  });

  it('of two bytes come in either order', () => {
    expect(read('a.raw', Uint8Array.of(1, 2, 3, 4), { size: [2, 1, 1], type: 'uint16' })).toMatchObject({
      labels: [0x201, 0x403],
    });
    expect(read('a.raw', Uint8Array.of(1, 2, 3, 4), { size: [2, 1, 1], type: 'uint16-big-endian' })).toMatchObject({
      labels: [0x102, 0x304],
    });
  });
});
