import { type Misfit, misfit, type Result } from '../../units/result.js';
import type { GridSize } from '../voxel-grid.js';

/** Labels of an image, x fastest. */
export type Labels = Uint8Array | Uint16Array;

/** An image whose size is known before its voxels are read. */
export interface VoxelFile {
  readonly size: GridSize;
  readonly bytesPerLabel: 1 | 2;
  readonly labels: () => Result<{ labels: Labels }, { problem: Misfit }>;
}

/** An image that is open, or what keeps it from being read. */
export type OpenedFile = Result<{ file: VoxelFile }, { problem: Misfit }>;

/** The remedy of a file that ends too soon. */
export const copyAgain = 'copy or export it again';

export const truncated = (needed: number, found: number) =>
  misfit(`at least ${needed} bytes`, `${found}: the file is cut off`, copyAgain);

/** Labels from the bytes of a plain array. */
export function labelsFrom(bytes: Uint8Array, count: number, wide: boolean, littleEndian: boolean): Labels {
  if (!wide) return bytes.slice(0, count);
  const labels = new Uint16Array(count);
  const [low, high] = littleEndian ? [0, 1] : [1, 0];
  for (let i = 0; i < count; i++) labels[i] = bytes[2 * i + low] | (bytes[2 * i + high] << 8);
  return labels;
}
