import { endConductance } from './block-kernels.js';
import { damping } from './graph-kernels.js';

/**
 * Loops over voxels, where most of the time is spent, as in those over blocks and over graphs in the files beside it. They are plain enough to be compiled to
 * WebAssembly as they stand (`tools/kernels.mjs` says what they may use); where that is not to be had they run themselves.
 *
 * d is the degree of a voxel of the padded grid (0: not in the problem), r the residual divided by d, u the potential; planes are counted without the border.
 */

/** A whole number below 2^31. */
type Whole = number;

/** A potential that falls evenly, and its residual: a step of it flows in and out wherever a voxel has a neighbour or an end. */
export function beginEvenly(u: Float32Array, r: Float32Array, d: Uint8Array, step: number, ny: Whole, nz: Whole,
  rowStride: Whole, planeStride: Whole): void
{
  for (let z = 0; z < nz; z++) {
    const guess = 1 - (z + 0.5) * step;
    const fromEnd = z === 0 ? step : 0;
    const toEnd = z === nz - 1 ? step : 0;
    const at = planeStride * (z + 1);
    for (let i = at; i < at + ny * rowStride; i++) {
      const inward = d[i - planeStride] > 0 ? step : fromEnd;
      const outward = d[i + planeStride] > 0 ? step : toEnd;
      u[i] = d[i] > 0 ? guess : 0;
      r[i] = d[i] > 0 ? (inward - outward) / d[i] : 0;
    }
  }
}

/** Sum of (drop)^2 on a plane: of the faces within it and to the ends, and of those to the plane behind. */
export function dissipate(z: Whole, u: Float32Array, d: Uint8Array, ny: Whole, nz: Whole, rowStride: Whole,
  planeStride: Whole, power: Float64Array): void
{
  let inside = 0;
  let across = 0;
  let ends = 0;
  const at = planeStride * (z + 1);
  for (let i = at; i < at + ny * rowStride; i++) {
    const alongX = d[i] > 0 ? (d[i + 1] > 0 ? u[i] - u[i + 1] : 0) : 0;
    const alongY = d[i] > 0 ? (d[i + rowStride] > 0 ? u[i] - u[i + rowStride] : 0) : 0;
    const alongZ = d[i] > 0 ? (d[i + planeStride] > 0 ? u[i] - u[i + planeStride] : 0) : 0;
    inside += alongX * alongX;
    inside += alongY * alongY;
    across += alongZ * alongZ;
  }
  if (z === 0) {
    for (let i = at; i < at + ny * rowStride; i++) {
      const toEnd = d[i] > 0 ? 1 - u[i] : 0;
      ends += toEnd * toEnd;
    }
  }
  if (z === nz - 1) {
    for (let i = at; i < at + ny * rowStride; i++) ends += u[i] * u[i];
  }
  power[0] = inside + endConductance * ends;
  power[1] = across;
}

/**
 * What is left behind the first sweep, (1 - damping) d r + damping (sum of r of the neighbours), summed over the parts of the blocks.
 * `rows` holds the rows of a block.
 */
export function restrictVoxels(r: Float32Array, d: Uint8Array, b: Float32Array, pattern: Uint8Array, first: Int32Array,
  partCount: Uint8Array, partOfVoxel: Uint8Array, rows: Float32Array, bx: Whole, by: Whole, bz: Whole, rowStride: Whole,
  planeStride: Whole): void
{
  for (let z = 0; z < bz; z++) {
    for (let y = 0; y < by; y++) {
      const lower = planeStride * (2 * z + 1) + rowStride * 2 * y;
      const upper = lower + planeStride;
      // rows behind an odd end are empty ones of the border
      for (let k = 0, i = lower; k < 2 * rowStride; k++, i++) {
        rows[k] = d[i] > 0
          ? (1 - damping) * d[i] * r[i] + damping * (r[i - 1] + r[i + 1] + (r[i - rowStride] + r[i + rowStride])
                + (r[i - planeStride] + r[i + planeStride]))
          : 0;
      }
      for (let k = 2 * rowStride, i = upper; k < 4 * rowStride; k++, i++) {
        rows[k] = d[i] > 0
          ? (1 - damping) * d[i] * r[i] + damping * (r[i - 1] + r[i + 1] + (r[i - rowStride] + r[i + rowStride])
                + (r[i - planeStride] + r[i + planeStride]))
          : 0;
      }
      const block = bx * (y + by * z);
      for (let x = 0; x < bx; x++) {
        const bits = pattern[block + x];
        if (bits === 0) continue;
        const node = first[block + x];
        const k = 2 * x;
        const l = k + rowStride;
        const m = l + rowStride;
        const n = m + rowStride;
        if (partCount[bits] === 1)
          b[node] = rows[k] + rows[k + 1] + (rows[l] + rows[l + 1]) + (rows[m] + rows[m + 1] + (rows[n] + rows[n + 1]));
        else {
          for (let part = node; part < node + partCount[bits]; part++) b[part] = 0;
          const table = 8 * bits;
          b[node + partOfVoxel[table]] += rows[k];
          b[node + partOfVoxel[table + 1]] += rows[k + 1];
          b[node + partOfVoxel[table + 2]] += rows[l];
          b[node + partOfVoxel[table + 3]] += rows[l + 1];
          b[node + partOfVoxel[table + 4]] += rows[m];
          b[node + partOfVoxel[table + 5]] += rows[m + 1];
          b[node + partOfVoxel[table + 6]] += rows[n];
          b[node + partOfVoxel[table + 7]] += rows[n + 1];
        }
      }
    }
  }
}

/** damping r + correction of the coarse level on a plane, from `to` on in the ring, with an empty row before and behind. */
function correctedPlane(z: Whole, to: Whole, ring: Float32Array, r: Float32Array, d: Uint8Array,
  correction: Float32Array, pattern: Uint8Array, first: Int32Array, partOfVoxel: Uint8Array, bx: Whole, by: Whole,
  ny: Whole, nz: Whole, rowStride: Whole, planeStride: Whole): void
{
  const from = to + rowStride;
  if (z < 0 || z >= nz) {
    for (let k = from; k < from + planeStride; k++) ring[k] = 0;
    return;
  }
  for (let y = 0; y < ny; y++) {
    const shift = 4 * (z & 1) + 2 * (y & 1);
    const block = bx * ((y >> 1) + by * (z >> 1));
    const row = from + rowStride * y;
    for (let x = 0; x < bx; x++) {
      const bits = pattern[block + x];
      if (bits === 0) continue;
      const node = first[block + x];
      const table = 8 * bits + shift;
      ring[row + 2 * x] = correction[node + partOfVoxel[table]];
      ring[row + 2 * x + 1] = correction[node + partOfVoxel[table + 1]];
    }
    for (let k = row, i = planeStride * (z + 1) + rowStride * y; k < row + rowStride; k++, i++) {
      ring[k] = d[i] > 0 ? damping * r[i] + ring[k] : 0;
    }
  }
}

/** First sweep, correction and second sweep, plane by plane in a ring of three; z takes the place of q. Gives z . q. */
export function smoothVoxels(r: Float32Array, d: Uint8Array, q: Float32Array, ring: Float32Array,
  correction: Float32Array, pattern: Uint8Array, first: Int32Array, partOfVoxel: Uint8Array, bx: Whole, by: Whole,
  ny: Whole, nz: Whole, rowStride: Whole, planeStride: Whole): number
{
  const ringStride = planeStride + 2 * rowStride;
  let zq = 0;
  correctedPlane(-1, 0, ring, r, d, correction, pattern, first, partOfVoxel, bx, by, ny, nz, rowStride, planeStride);
  correctedPlane(0, ringStride, ring, r, d, correction, pattern, first, partOfVoxel, bx, by, ny, nz, rowStride,
    planeStride);
  for (let z = 0; z < nz; z++) {
    const below = ringStride * (z % 3) + rowStride;
    const here = ringStride * ((z + 1) % 3) + rowStride;
    const above = ringStride * ((z + 2) % 3) + rowStride;
    correctedPlane(z + 1, above - rowStride, ring, r, d, correction, pattern, first, partOfVoxel, bx, by, ny, nz,
      rowStride, planeStride);
    const at = planeStride * (z + 1);
    for (let k = 0, i = at; k < ny * rowStride; k++, i++) {
      const value = d[i] > 0
        ? (1 - damping) * ring[here + k] + damping * (r[i] + (ring[here + k - 1] + ring[here + k + 1]
                  + (ring[here + k - rowStride] + ring[here + k + rowStride]) + (ring[below + k] + ring[above + k]))
                / d[i])
        : 0;
      zq += value * q[i];
      q[i] = value;
    }
  }
  return zq;
}

/** p = z + beta p. */
export function directVector(p: Float32Array, z: Float32Array, beta: number, length: Whole): void {
  for (let i = 0; i < length; i++) p[i] = z[i] + beta * p[i];
}

/** q = A p = d p - sum of p of the neighbours; products: p . q, and p . (d r). */
export function applyVoxels(p: Float32Array, q: Float32Array, d: Uint8Array, r: Float32Array, from: Whole, to: Whole,
  rowStride: Whole, planeStride: Whole, products: Float64Array): void
{
  let curvature = 0;
  let descent = 0;
  for (let i = from; i < to; i++) {
    const value = d[i] > 0
      ? d[i] * p[i]
        - (p[i - 1] + p[i + 1] + (p[i - rowStride] + p[i + rowStride]) + (p[i - planeStride] + p[i + planeStride]))
      : 0;
    q[i] = value;
    curvature += p[i] * value;
    descent += p[i] * d[i] * r[i];
  }
  products[0] = curvature;
  products[1] = descent;
}

/** u += alpha p, r -= alpha q / d. */
export function advanceVoxels(u: Float32Array, r: Float32Array, p: Float32Array, q: Float32Array, d: Uint8Array,
  alpha: number, length: Whole): void
{
  for (let i = 0; i < length; i++) {
    u[i] += alpha * p[i];
    r[i] = d[i] > 0 ? r[i] - alpha * q[i] / d[i] : 0;
  }
}
