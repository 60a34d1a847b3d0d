import { misfit } from '../../units/result.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { openNpy } from './npy.js';
import { openTiff } from './tiff.js';
import { labelsFrom, type OpenedFile, truncated } from './voxel-file.js';

/** How a file without a head is laid out. */
export interface RawLayout {
  readonly size: GridSize;
  readonly type: 'uint8' | 'uint16' | 'uint16-big-endian';
}

/** Opens an image by the end of its name; everything that is no TIFF and no array of NumPy is read as plain bytes, x fastest. */
export function openVoxels(name: string, bytes: Uint8Array, raw?: RawLayout): OpenedFile {
  if (/\.tiff?$/i.test(name)) return openTiff(bytes);
  if (/\.npy$/i.test(name)) return openNpy(bytes);
  if (!raw && !/\.raw$/i.test(name)) {
    return misfit('a stack in one TIFF, an array of NumPy (.npy) or plain bytes (.raw)', name.replace(/^.*[/\\]/, ''),
      'save the labels of all slices as one TIFF of 8 or 16 bits, e.g. in Fiji by File, Import, Image Sequence and File, Save As, Tiff');
  }
  if (!raw) {
    return misfit('size and type of a file of plain bytes', 'neither',
      'add to its description e.g. "size: [100, 100, 80]" (x, y, z) and "type: uint8"');
  }
  const { size, type } = raw;
  const wide = type !== 'uint8';
  const needed = voxelCount(size) * (wide ? 2 : 1);
  if (bytes.length < needed) return truncated(needed, bytes.length);
  if (bytes.length > needed) {
    return misfit(`${needed} bytes, ${size.join(' x ')} voxels of ${type}`, String(bytes.length),
      'correct size or type in its description');
  }
  return {
    ok: true,
    file: { size, bytesPerLabel: wide ? 2 : 1,
      labels: () => ({ ok: true, labels: labelsFrom(bytes, voxelCount(size), wide, type !== 'uint16-big-endian') }) },
  };
}
