import { zlibSync } from 'fflate';
import type { GridSize } from '../voxel-grid.js';
import { tag } from './tiff-tags.js';

/** Longest value of a tag here: two bytes, or four. */
const [short, long] = [3, 4];
const headBytes = 8;

/** A stack of slices as TIFF 6.0, little-endian: a page per slice, one strip each, deflate; 8 bits per label. */
export function writeTiff([nx, ny, nz]: GridSize, labels: Uint8Array): Uint8Array {
  const strips = Array.from({ length: nz }, (_, z) => zlibSync(labels.subarray(z * nx * ny, (z + 1) * nx * ny)));
  const entries = (offset: number, bytes: number): [number, number, number][] => [
    [tag.width, long, nx],
    [tag.height, long, ny],
    [tag.bits, short, 8],
    [tag.compression, short, 8],
    [tag.photometric, short, 1],
    [tag.stripOffsets, long, offset],
    [tag.samples, short, 1],
    [tag.rowsPerStrip, long, ny],
    [tag.stripBytes, long, bytes],
  ];
  const pageBytes = 2 + 12 * entries(0, 0).length + 4;
  // a directory begins at an even byte
  const even = (at: number): number => at + (at & 1);
  const sizes = strips.map(({ length }) => even(length) + pageBytes);
  const out = new Uint8Array(headBytes + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(out.buffer);
  out.set([0x49, 0x49, 42, 0]);
  let link = 4;
  let at = headBytes;
  for (const strip of strips) {
    out.set(strip, at);
    const page = at + even(strip.length);
    view.setUint32(link, page, true);
    const tags = entries(at, strip.length);
    view.setUint16(page, tags.length, true);
    for (const [k, [id, type, value]] of tags.entries()) {
      const entry = page + 2 + 12 * k;
      view.setUint16(entry, id, true);
      view.setUint16(entry + 2, type, true);
      view.setUint32(entry + 4, 1, true);
      view.setUint32(entry + 8, value, true);
    }
    link = page + 2 + 12 * tags.length;
    at = page + pageBytes;
  }
  return out;
}
