import { BlockTridiagonal, roundOff } from './block-matrix.js';

/**
 * The same elimination as `block-tridiagonal`, unrolled for 3x3 blocks. Where their first two balances are `opposite`, as what one gains the other
 * loses, with the sum of the first two entries of a right-hand side, as there; where only one has to do with what reacts, that would lose its digits.
 */
export class BlockTridiagonal3 extends BlockTridiagonal {
  private readonly share: 0 | 1;
  /** 1 where the third unknown of a block is what the first right-hand side gives and their sum, 0 where the second is. */
  private readonly firsts: Uint8Array;

  constructor(blocks: number, opposite: boolean) {
    super(3, blocks);
    this.share = opposite ? 1 : 0;
    this.firsts = new Uint8Array(blocks);
  }

  override factor(excess = this.rowSums()): boolean {
    const { diagonal: d, lower: l, upper: u, inverse: v, reduced: r, blocks, share, firsts } = this;
    // D^-1 e of the block before
    let y0 = 0;
    let y1 = 0;
    let y2 = 0;
    for (let i = 0; i < blocks; i++) {
      const k = 9 * i;
      let d01 = d[k + 1];
      let d02 = d[k + 2];
      let d10 = d[k + 3];
      let d12 = d[k + 5];
      let d20 = d[k + 6];
      let d22 = d[k + 8];
      let e0 = excess[3 * i];
      let e1 = excess[3 * i + 1];
      let e2 = excess[3 * i + 2];
      if (i > 0) {
        const p = k - 9;
        d01 -= l[p] * r[p + 1] + l[p + 1] * r[p + 4] + l[p + 2] * r[p + 7];
        d02 -= l[p] * r[p + 2] + l[p + 1] * r[p + 5] + l[p + 2] * r[p + 8];
        d10 -= l[p + 3] * r[p] + l[p + 4] * r[p + 3] + l[p + 5] * r[p + 6];
        d12 -= l[p + 3] * r[p + 2] + l[p + 4] * r[p + 5] + l[p + 5] * r[p + 8];
        d20 -= l[p + 6] * r[p] + l[p + 7] * r[p + 3] + l[p + 8] * r[p + 6];
        d22 -= l[p + 6] * r[p + 2] + l[p + 7] * r[p + 5] + l[p + 8] * r[p + 8];
        e0 -= l[p] * y0 + l[p + 1] * y1 + l[p + 2] * y2;
        e1 -= l[p + 3] * y0 + l[p + 4] * y1 + l[p + 5] * y2;
        e2 -= l[p + 6] * y0 + l[p + 7] * y1 + l[p + 8] * y2;
      }
      const both0 = e0 - u[k] - u[k + 1];
      const both1 = e1 - u[k + 3] - u[k + 4];
      const both2 = e2 - u[k + 6] - u[k + 7];
      const d00 = both0 - d01;
      const d11 = both1 - d10;
      const d21 = both2 - d20;
      const c10 = d12 * d20 - d10 * d22;
      const c20 = d10 * d21 - d11 * d20;
      const c11 = d00 * d22 - d02 * d20;
      const c21 = d02 * d10 - d00 * d12;
      const c22 = d00 * both1 - both0 * d10;
      const determinant = both0 * c10 + both1 * c11 + both2 * c21;
      const noise = roundOff * (Math.abs(both0 * c10) + Math.abs(both1 * c11) + Math.abs(both2 * c21));
      if (!(Math.abs(determinant) > noise && noise < Infinity)) return false;
      const scale = 1 / determinant;
      // columns 0 and 1 of D, added up where balances are opposite; what D^-1 has in column 0 less column 1 follows from them
      const sum0 = share === 1 ? both0 + (d10 - d01) : d00;
      const sum1 = share === 1 ? both1 + (d01 - d10) : d11;
      const v00 = scale * (sum1 * d22 - (d12 + share * d02) * d21);
      const v01 = scale * (d02 * d21 - d01 * d22);
      const v02 = scale * (d01 * d12 - d02 * d11);
      const v10 = scale * c10;
      const v11 = scale * (sum0 * d22 - (d02 + share * d12) * d20);
      const v12 = scale * c21;
      // of the third unknown, column 0 may be a thousand million times column 1: the smaller one goes with the sum
      const full21 = d01 * d20 - d00 * d21;
      const first = share === 1 && Math.abs(full21) < Math.abs(c20);
      firsts[i] = first ? 1 : 0;
      const v20 = scale * (first ? full21 : c20);
      const v21 = scale * (share === 0 ? full21 : first ? sum0 * d21 - sum1 * d20 : sum1 * d20 - sum0 * d21);
      const v22 = scale * c22;
      v[k] = v00;
      v[k + 1] = v01;
      v[k + 2] = v02;
      v[k + 3] = v10;
      v[k + 4] = v11;
      v[k + 5] = v12;
      v[k + 6] = v20;
      v[k + 7] = v21;
      v[k + 8] = v22;
      y0 = v00 * e0 + v01 * (e1 + share * e0) + v02 * e2;
      y1 = v10 * (e0 + share * e1) + v11 * e1 + v12 * e2;
      y2 = v20 * (e0 + share * e1) + v21 * (first ? e0 : e1) + v22 * e2;
      for (let q = k; q < k + 3; q++) {
        const u0 = u[q];
        const u1 = u[q + 3];
        const u2 = u[q + 6];
        r[q] = v00 * u0 + v01 * (u1 + share * u0) + v02 * u2;
        r[q + 3] = v10 * (u0 + share * u1) + v11 * u1 + v12 * u2;
        r[q + 6] = v20 * (u0 + share * u1) + v21 * (first ? u0 : u1) + v22 * u2;
      }
    }
    return true;
  }

  override solve(x: Float64Array): void {
    const { lower: l, inverse: v, reduced: r, blocks, share, firsts } = this;
    let x0 = 0;
    let x1 = 0;
    let x2 = 0;
    for (let i = 0; i < blocks; i++) {
      const k = 9 * i;
      const at = 3 * i;
      let b0 = x[at];
      let b1 = x[at + 1];
      let b2 = x[at + 2];
      if (i > 0) {
        const p = k - 9;
        b0 -= l[p] * x0 + l[p + 1] * x1 + l[p + 2] * x2;
        b1 -= l[p + 3] * x0 + l[p + 4] * x1 + l[p + 5] * x2;
        b2 -= l[p + 6] * x0 + l[p + 7] * x1 + l[p + 8] * x2;
      }
      const both = b0 + share * b1;
      x0 = v[k] * b0 + v[k + 1] * (b1 + share * b0) + v[k + 2] * b2;
      x1 = v[k + 3] * both + v[k + 4] * b1 + v[k + 5] * b2;
      x2 = v[k + 6] * both + v[k + 7] * (firsts[i] === 1 ? b0 : b1) + v[k + 8] * b2;
      x[at] = x0;
      x[at + 1] = x1;
      x[at + 2] = x2;
    }
    for (let i = blocks - 2; i >= 0; i--) {
      const k = 9 * i;
      const at = 3 * i;
      const y0 = x[at + 3];
      const y1 = x[at + 4];
      const y2 = x[at + 5];
      x[at] -= r[k] * y0 + r[k + 1] * y1 + r[k + 2] * y2;
      x[at + 1] -= r[k + 3] * y0 + r[k + 4] * y1 + r[k + 5] * y2;
      x[at + 2] -= r[k + 6] * y0 + r[k + 7] * y1 + r[k + 8] * y2;
    }
  }
}
