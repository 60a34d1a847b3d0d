import type { BlockMatrix, Faces } from './block-matrix.js';
import { type ComplexArray, complexArray } from './complex-array.js';
import type { ComplexBlockMatrix } from './complex-block-matrix.js';
import { ComplexBlockTridiagonal } from './complex-block-tridiagonal.js';
import { blockMatrix, isInterval } from './matrix-on-faces.js';

/** An empty complex matrix on the faces of a mesh. */
export const complexBlockMatrix = (size: number, blocks: number, faces: Faces): ComplexBlockMatrix =>
  isInterval(blocks, faces) ? new ComplexBlockTridiagonal(size, blocks) : new EmbeddedMatrix(size, blocks, faces);

/** As real blocks of twice the size, a + ib = [[a, -b], [b, a]]. */
class EmbeddedMatrix implements ComplexBlockMatrix {
  readonly diagonal: ComplexArray;
  readonly lower: ComplexArray;
  readonly upper: ComplexArray;
  private readonly real: BlockMatrix;
  /** Real and imaginary part of every unknown, one after the other. */
  private readonly x: Float64Array;

  constructor(readonly size: number, readonly blocks: number, faces: Faces) {
    const entries = size * size;
    this.diagonal = complexArray(entries * blocks);
    this.lower = complexArray(entries * faces.count);
    this.upper = complexArray(entries * faces.count);
    this.real = blockMatrix(2 * size, blocks, faces);
    this.x = new Float64Array(2 * size * blocks);
  }

  factor(): boolean {
    const { real, size } = this;
    embed(this.diagonal, size, real.diagonal);
    embed(this.lower, size, real.lower);
    embed(this.upper, size, real.upper);
    return real.factor();
  }

  solve({ re, im }: ComplexArray): void {
    const { x } = this;
    for (let i = 0; i < re.length; i++) {
      x[2 * i] = re[i];
      x[2 * i + 1] = im[i];
    }
    this.real.solve(x);
    for (let i = 0; i < re.length; i++) {
      re[i] = x[2 * i];
      im[i] = x[2 * i + 1];
    }
  }
}

/** Every entry a + ib as two rows of two. */
function embed({ re, im }: ComplexArray, size: number, out: Float64Array): void {
  for (let entry = 0; entry < re.length; entry++) {
    const row = Math.floor(entry / size);
    const at = 4 * size * row + 2 * (entry - size * row);
    out[at] = re[entry];
    out[at + 1] = -im[entry];
    out[at + 2 * size] = im[entry];
    out[at + 2 * size + 1] = re[entry];
  }
}
