import { BlockTridiagonal, roundOff } from './block-matrix.js';

/**
 * Blocks of 2x2, without pivoting between them: the diagonal blocks of a conduction problem dominate. What one balance of a cell gains the other
 * may lose, so that D^-1 b is taken as  v00 b0 + v01 (b0 + b1),  v10 (b0 + b1) + v11 b1  with the differences of the inverse in v00 and v11:
 * of two right-hand sides that are opposite nothing is lost.
 */
export class BlockTridiagonal2 extends BlockTridiagonal {
  constructor(blocks: number) {
    super(2, blocks);
  }

  override factor(excess = this.rowSums()): boolean {
    const { diagonal: d, lower: l, upper: u, inverse: v, reduced: r, blocks } = this;
    // D^-1 e of the block before
    let y0 = 0;
    let y1 = 0;
    for (let i = 0; i < blocks; i++) {
      const k = 4 * i;
      let d01 = d[k + 1];
      let d10 = d[k + 2];
      let e0 = excess[2 * i];
      let e1 = excess[2 * i + 1];
      if (i > 0) {
        const p = k - 4;
        d01 -= l[p] * r[p + 1] + l[p + 1] * r[p + 3];
        d10 -= l[p + 2] * r[p] + l[p + 3] * r[p + 2];
        e0 -= l[p] * y0 + l[p + 1] * y1;
        e1 -= l[p + 2] * y0 + l[p + 3] * y1;
      }
      const both0 = e0 - u[k] - u[k + 1];
      const both1 = e1 - u[k + 2] - u[k + 3];
      const d00 = both0 - d01;
      const determinant = d00 * both1 - both0 * d10;
      const noise = roundOff * (Math.abs(d00 * both1) + Math.abs(both0 * d10));
      if (!(Math.abs(determinant) > noise && noise < Infinity)) return false;
      const scale = 1 / determinant;
      const v00 = scale * (both1 + (d01 - d10));
      const v01 = -scale * d01;
      const v10 = -scale * d10;
      const v11 = scale * (both0 + (d10 - d01));
      v[k] = v00;
      v[k + 1] = v01;
      v[k + 2] = v10;
      v[k + 3] = v11;
      const sum = e0 + e1;
      const sum0 = u[k] + u[k + 2];
      const sum1 = u[k + 1] + u[k + 3];
      y0 = v00 * e0 + v01 * sum;
      y1 = v10 * sum + v11 * e1;
      r[k] = v00 * u[k] + v01 * sum0;
      r[k + 1] = v00 * u[k + 1] + v01 * sum1;
      r[k + 2] = v10 * sum0 + v11 * u[k + 2];
      r[k + 3] = v10 * sum1 + v11 * u[k + 3];
    }
    return true;
  }

  override solve(x: Float64Array): void {
    const { lower: l, inverse: v, reduced: r, blocks } = this;
    let x0 = 0;
    let x1 = 0;
    for (let i = 0; i < blocks; i++) {
      const k = 4 * i;
      const at = 2 * i;
      let b0 = x[at];
      let b1 = x[at + 1];
      if (i > 0) {
        b0 -= l[k - 4] * x0 + l[k - 3] * x1;
        b1 -= l[k - 2] * x0 + l[k - 1] * x1;
      }
      const sum = b0 + b1;
      x0 = v[k] * b0 + v[k + 1] * sum;
      x1 = v[k + 2] * sum + v[k + 3] * b1;
      x[at] = x0;
      x[at + 1] = x1;
    }
    for (let i = blocks - 2; i >= 0; i--) {
      const k = 4 * i;
      const at = 2 * i;
      const y0 = x[at + 2];
      const y1 = x[at + 3];
      x[at] -= r[k] * y0 + r[k + 1] * y1;
      x[at + 1] -= r[k + 2] * y0 + r[k + 3] * y1;
    }
  }
}
