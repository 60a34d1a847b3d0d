import type { CellMesh } from '../mesh/cell-mesh.js';
import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { blockMatrix } from '../solver/linear/matrix-on-faces.js';
import type { BlockLayout } from './block-layout.js';
import type { Slopes } from './law-pass.js';

/** Slopes J of the balances, and the matrix of the blocks that they become. A cell beside another one, of which F alone is asked, has none. */
export class Jacobian implements Slopes {
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly slopes: Float64Array;
  readonly excess: Float64Array;
  readonly matrix: BlockMatrix;

  constructor({ size, columns, salt }: BlockLayout, mesh: CellMesh) {
    this.matrix = blockMatrix(size, mesh.cells, mesh.faces, salt >= 0);
    const [cells, faces] = [size * columns * mesh.cells, size * columns * mesh.faces.count];
    // without dependents the matrix is J itself, completed by `condense`
    const own = size === columns ? this.matrix : undefined;
    this.slopes = own?.entries ?? new Float64Array(cells + 2 * faces);
    this.diagonal = own?.diagonal ?? this.slopes.subarray(0, cells);
    this.lower = own?.lower ?? this.slopes.subarray(cells, cells + faces);
    this.upper = own?.upper ?? this.slopes.subarray(cells + faces);
    this.excess = new Float64Array(size * mesh.cells);
  }
}
