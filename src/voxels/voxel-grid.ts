/** Voxels along x, y, z; x runs fastest in every array, z slowest. */
export type GridSize = readonly [number, number, number];

/** Direction of a current through an image. */
export type Axis = 'x' | 'y' | 'z';

export const axes: readonly Axis[] = ['x', 'y', 'z'];

export const voxelCount = ([nx, ny, nz]: GridSize): number => nx * ny * nz;

/** Visits the voxels on both sides of every face within a grid, the earlier one first. */
export function eachFace([nx, ny, nz]: GridSize, visit: (i: number, j: number) => void): void {
  const layer = nx * ny;
  for (let i = 0; i < layer * nz; i++) {
    if (i % nx < nx - 1) visit(i, i + 1);
    if (i % layer < layer - nx) visit(i, i + nx);
    if (i < layer * (nz - 1)) visit(i, i + layer);
  }
}

/** The axes of a grid turned so that `axis` is the slowest one: x stays with y and z, x and z change places, y and z change places. */
export function turnedSize([nx, ny, nz]: GridSize, axis: Axis): GridSize {
  if (axis === 'z') return [nx, ny, nz];
  return axis === 'x' ? [nz, ny, nx] : [nx, nz, ny];
}

/** Steps in the array of the grid that belong to one step along x, y and z of the turned grid. */
export function turnedStrides([nx, ny]: GridSize, axis: Axis): readonly [number, number, number] {
  if (axis === 'z') return [1, nx, nx * ny];
  return axis === 'x' ? [nx * ny, nx, 1] : [1, nx * ny, nx];
}

/** Copies the labels of voxels, or what a table has for them, into the grid turned so that `axis` is the slowest. */
export function turnedCopy<T extends Uint8Array | Uint16Array>(labels: ArrayLike<number>, size: GridSize, axis: Axis,
  out: T, table?: Uint8Array): T
{
  const [nx, ny, nz] = turnedSize(size, axis);
  const [sx, sy, sz] = turnedStrides(size, axis);
  let i = 0;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0, from = z * sz + y * sy; x < nx; x++, from += sx) {
        out[i++] = table ? table[labels[from]] : labels[from];
      }
    }
  }
  return out;
}

/** Marks the voxels that `holds` says 1 of, on the turned grid; the table is indexed by label. */
export const turnedMask = (labels: ArrayLike<number>, size: GridSize, axis: Axis, holds: Uint8Array): Uint8Array =>
  turnedCopy(labels, size, axis, new Uint8Array(voxelCount(size)), holds);
