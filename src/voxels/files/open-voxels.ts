import { misfit } from '../../units/result.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { openTiff } from './tiff.js';
import { type Labels, labelsFrom, type OpenedFile, truncated } from './voxel-file.js';

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

const magic = '\x93NUMPY';
const largestLabel = 65535;

/** An array of NumPy (format 1.0 to 3.0: numpy.lib.format) with the axes z, y, x, its integers labels from 0 to 65535. */
function openNpy(bytes: Uint8Array): OpenedFile {
  const head = String.fromCharCode(...bytes.subarray(0, 6));
  if (head !== magic || bytes.length < 12)
    return misfit('an array of NumPy', 'other content', 'save it with numpy.save');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wideLength = bytes[6] >= 2;
  const start = wideLength ? 12 : 10;
  const length = wideLength ? view.getUint32(8, true) : view.getUint16(8, true);
  const header = String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 4096)));
  const type = /'descr':\s*'([<>|=])([a-z])(\d)'/.exec(header);
  const shape = /'shape':\s*\(([\d,\s]+)\)/.exec(header)?.[1].split(',').filter((text) => text.trim() !== '').map(
    Number,
  );
  const wholeNumbersOnly = (received: string) =>
    misfit('an array of whole numbers', received, 'save the labels with .astype("uint8") or "uint16"');
  if (!type) return wholeNumbersOnly('an array of another kind');
  if (!'iub'.includes(type[2])) return wholeNumbersOnly(`type ${type[1]}${type[2]}${type[3]}`);
  if (shape?.length !== 3 || shape.some((count) => count < 1))
    return misfit('three axes: z, y, x', `${shape?.length ?? 0}`, 'save the labels as an array of three axes');
  const fortran = /'fortran_order':\s*True/.test(header);
  const size: GridSize = fortran ? [shape[0], shape[1], shape[2]] : [shape[2], shape[1], shape[0]];
  const each = Number(type[3]);
  const needed = start + length + each * voxelCount(size);
  if (needed > bytes.length) return truncated(needed, bytes.length);
  const data = bytes.subarray(start + length);
  const little = type[1] !== '>';
  return {
    ok: true,
    file: { size: fortran ? [size[2], size[1], size[0]] : size, bytesPerLabel: each === 1 ? 1 : 2, labels: () => {
      const labels = each <= 2 && type[2] !== 'i'
        ? labelsFrom(data, voxelCount(size), each === 2, little)
        : wholeNumbers(data, voxelCount(size), each, little);
      if (labels === undefined)
        return misfit(`labels from 0 to ${largestLabel}`, 'others', 'number the phases from 0');
      return { ok: true, labels: fortran ? turned(labels, size) : labels };
    } },
  };
}

/** Signed or long integers; undefined where one is no label. */
function wholeNumbers(data: Uint8Array, count: number, each: number, little: boolean): Uint16Array | undefined {
  const labels = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    let value = 0;
    for (let k = each - 1; k >= 0; k--) value = 256 * value + data[each * i + (little ? k : each - 1 - k)];
    if (value > largestLabel || (each === 1 && value > 127) || (each === 2 && value > 32767)) return undefined;
    labels[i] = value;
  }
  return labels;
}

/** Fortran's order runs through the first axis fastest, which is z. */
function turned<T extends Labels>(labels: T, [nz, ny, nx]: GridSize): T {
  const out = labels.slice() as T;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) out[x + nx * (y + ny * z)] = labels[z + nz * (y + ny * x)];
    }
  }
  return out;
}
