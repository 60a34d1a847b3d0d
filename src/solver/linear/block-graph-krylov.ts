import { BlockGraphLu } from './block-graph-lu.js';
import { type BlockLevel, blockLevel, multiplyLevel } from './block-level.js';
import type { BlockMatrix, Faces } from './block-matrix.js';
import { flexibleGmres, type LinearOperator } from './flexible-gmres.js';

/** Of a right-hand side: no residual is asked to be smaller. */
const roundOffShare = 1e-10;
/** Directions kept at a time, and how often they are begun anew. */
const directions = 25;
const restarts = 3;
/** An iteration that leaves more than this share of a residual has come to round-off. */
const slowest = 0.9;

/** What a system is iterated with: something that solves it about. */
export interface Preconditioner {
  /** Takes over the blocks of the system; false where they are singular. */
  renew(): boolean;
  /** out, about A^-1 b. */
  cycle(b: Float64Array, out: Float64Array): void;
  /** Iterations that cost as much as `renew`, where it is dear and that of other blocks serves for a while. */
  readonly dear?: number;
}

/**
 * A block matrix on any graph, by flexible GMRES: with a multigrid of aggregated cells for graphs whose factors would fill up, so that the cost
 * grows with the cells, or with factors of an earlier matrix (`kept-lu`). `factor` takes over the entries, `solve` iterates on those; each row is
 * scaled as in `block-graph-lu`, by the diagonal alone. However early the iteration stops, the sum of all rows of a field holds to round-off: a
 * shift of the whole field takes what is left of it, so that a conserved quantity has an exact balance.
 */
export class BlockGraphKrylov implements BlockMatrix {
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Iterations of the last solution. */
  iterations = 0;
  /** How often the preconditioner was made. */
  renewals = 0;
  /** Of the present one: what it has cost, in iterations, its making included; the matrices that it served, and the iterations for the last. */
  private spent = 0;
  private served = 0;
  private latest = 0;
  private readonly scaled: BlockLevel;
  readonly preconditioner: Preconditioner;
  /** 1 / sqrt(diagonal), of rows and columns alike. */
  private readonly scale: Float64Array;
  private readonly system: LinearOperator;
  private readonly right: Float64Array;
  private readonly change: Float64Array;
  private readonly product: Float64Array;
  private readonly storage: Float64Array[] = [];
  /** 1 for the unknowns that a face couples to their like, and the one block of what their shift adds to the sums of their rows. */
  private readonly coupled: Uint8Array;
  private readonly whole: BlockGraphLu;

  /** `reduction` of a residual by a solution. */
  constructor(readonly size: number, readonly blocks: number, faces: Faces, private readonly reduction: number,
    make: (system: BlockLevel) => Preconditioner)
  {
    const entries = size * size;
    this.scaled = blockLevel(size, blocks, faces);
    this.entries = new Float64Array(this.scaled.entries.length);
    this.diagonal = this.entries.subarray(0, entries * blocks);
    this.lower = this.entries.subarray(entries * blocks, entries * (blocks + faces.count));
    this.upper = this.entries.subarray(entries * (blocks + faces.count));
    this.preconditioner = make(this.scaled);
    this.scale = new Float64Array(size * blocks);
    this.right = new Float64Array(size * blocks);
    this.change = new Float64Array(size * blocks);
    this.product = new Float64Array(size * blocks);
    this.coupled = new Uint8Array(size * blocks);
    this.whole = new BlockGraphLu(size, 1, { count: 0, owner: [], neighbour: [] }, Float32Array);
    this.system = { size: size * blocks, apply: (x, out) => multiplyLevel(this.scaled, x, out),
      precondition: (r, out) => this.preconditioner.cycle(r, out) };
  }

  clear(): void {
    this.entries.fill(0);
  }

  factor(): boolean {
    const { size: m, entries, scale, scaled, scaled: { faces: { count, owner, neighbour } }, blocks } = this;
    const worn = this.isWorn();
    if (worn) this.equilibrate();
    const take = (block: number, row: number, column: number): void => {
      for (let i = 0, at = m * m * block; i < m; i++) {
        const own = scale[m * row + i];
        for (let j = 0; j < m; j++, at++) scaled.entries[at] = own * entries[at] * scale[m * column + j];
      }
    };
    for (let c = 0; c < blocks; c++) take(c, c, c);
    for (let f = 0; f < count; f++) {
      take(blocks + f, neighbour[f], owner[f]);
      take(blocks + count + f, owner[f], neighbour[f]);
    }
    if (worn && !this.renew()) return false;
    this.served++;
    this.latest = 0;
    return this.sumRows();
  }

  /** Whether the last matrix took more than the mean of all that shared the preconditioner, its making included: the mean is least there. */
  private isWorn(): boolean {
    return this.preconditioner.dear === undefined || this.latest * this.served >= this.spent;
  }

  private renew(): boolean {
    this.renewals++;
    this.spent = this.served = this.latest = 0;
    if (!this.preconditioner.renew()) return false;
    this.spent = this.preconditioner.dear ?? 0;
    return true;
  }

  private equilibrate(): void {
    const { size: m, entries, scale } = this;
    for (let i = 0; i < scale.length; i++) {
      const own = Math.abs(entries[m * i + (i % m)]);
      scale[i] = own > 0 ? 1 / Math.sqrt(own) : 1;
    }
  }

  /** The block of the sums: of rows and columns of the unknowns that are coupled. */
  private sumRows(): boolean {
    const { size: m, blocks, entries, coupled, whole, scale, change, product,
      scaled: { faces: { count, owner, neighbour } } } = this;
    coupled.fill(0);
    for (let f = 0, at = m * m * (blocks + count); f < count; f++, at += m * m) {
      for (let i = 0; i < m; i++) {
        if (entries[at + i * (m + 1)] !== 0) coupled[m * owner[f] + i] = coupled[m * neighbour[f] + i] = 1;
      }
    }
    whole.clear();
    for (let column = 0; column < m; column++) {
      for (let i = 0; i < change.length; i++) change[i] = coupled[i] && i % m === column ? 1 / scale[i] : 0;
      this.system.apply(change, product);
      for (let i = 0; i < change.length; i++) {
        if (coupled[i]) whole.entries[m * (i % m) + column] += product[i] / scale[i];
      }
    }
    for (let i = 0; i < m; i++) if (whole.entries[i * (m + 1)] === 0) whole.entries[i * (m + 1)] = 1;
    return whole.factor();
  }

  norm(x: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += (this.scale[i] * x[i]) ** 2;
    return Math.sqrt(sum);
  }

  solve(x: Float64Array, guess?: Float64Array, left = Infinity): void {
    const { size: m, scale, right, change, product, system, coupled, storage } = this;
    for (let i = 0; i < x.length; i++) right[i] = scale[i] * x[i];
    const size = norm(right);
    const wanted = Math.max(roundOffShare * size, Math.min(this.reduction * size, left));
    x.fill(0);
    if (guess && this.helps(guess)) this.step(x);
    this.iterations = 0;
    for (let again = 0; again <= restarts; again++) {
      const missing = norm(right);
      if (missing <= wanted) break;
      this.iterations += flexibleGmres(system, right, change, wanted / missing, directions, storage).iterations;
      system.apply(change, product);
      this.step(x);
      const now = norm(right);
      // those of too different a matrix
      if (now > wanted && this.preconditioner.dear !== undefined && this.served > 1 && this.renew()) this.served = 1;
      else if (now > slowest * missing) break;
    }
    this.spent += this.iterations;
    this.latest += this.iterations;
    const rest = new Float64Array(m);
    for (let i = 0; i < x.length; i++) if (coupled[i]) rest[i % m] += right[i] / scale[i];
    const { entries } = this.whole;
    // a second time, as the first is in single precision
    for (let again = 0; again < 2; again++) {
      const shift = rest.slice();
      this.whole.solve(shift);
      for (let i = 0; i < x.length; i++) if (coupled[i]) x[i] += shift[i % m];
      for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) rest[i] -= entries[m * i + j] * shift[j];
    }
  }

  /** Makes `change` of a guess; whether it leaves less than nothing would, and is finite. */
  private helps(guess: Float64Array): boolean {
    const { scale, right, change, product, system } = this;
    for (let i = 0; i < guess.length; i++) change[i] = guess[i] / scale[i];
    system.apply(change, product);
    let left = 0;
    for (let i = 0; i < right.length; i++) left += (right[i] - product[i]) ** 2;
    return Math.sqrt(left) < norm(right);
  }

  /** Adds `change` to x and takes its product from the right-hand side. */
  private step(x: Float64Array): void {
    const { scale, right, change, product } = this;
    for (let i = 0; i < x.length; i++) {
      x[i] += scale[i] * change[i];
      right[i] -= product[i];
    }
  }
}

function norm(a: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * a[i];
  return Math.sqrt(sum);
}
