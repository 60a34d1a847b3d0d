import { BlockGraphLu } from './block-graph-lu.js';
import { type BlockLevel, blockLevel, multiplyLevel } from './block-level.js';
import { type BlockMatrix, type Border, type Faces, placesOf } from './block-matrix.js';
import { dot, flexibleGmres, type LinearOperator, norm, subtract } from './flexible-gmres.js';

/** Of a right-hand side: no residual is asked to be smaller. */
const roundOffShare = 1e-10;
/** Directions kept at a time, and how often they are begun anew. */
const directions = 25;
const restarts = 3;
/** An iteration that leaves more than this share of a residual has come to round-off. */
const slowest = 0.9;

/** What the response to a border may leave of its column: it is part of a preconditioner. */
const responseShare = 0.002;

/** What a system is iterated with: something that solves it about. */
export interface Preconditioner {
  /** Takes over the blocks of the system, from now on `finer` than before where that is asked for; false where they are singular. */
  renew(finer?: boolean): boolean;
  /** Whether it can be had finer. */
  readonly isRough?: boolean;
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
  /** Whether the last making led to its end. */
  private isWhole = false;
  private readonly scaled: BlockLevel;
  /** Of each entry. */
  private readonly rows: Int32Array;
  private readonly columns: Int32Array;
  readonly preconditioner: Preconditioner;
  /** 1 / sqrt(diagonal), of rows and columns alike. */
  private readonly scale: Float64Array;
  /** Of the unknowns and, behind them, of a border. */
  private readonly system: LinearOperator;
  /** Column, row and response of the border, scaled; what v moves its equation by, 0 where there is none; and v. */
  private readonly column: Float64Array;
  private readonly row: Float64Array;
  private readonly response: Float64Array;
  private bySlope = 0;
  private beside = 0;
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
    const unknowns = size * blocks;
    this.scaled = blockLevel(size, blocks, faces);
    [this.rows, this.columns] = placesOf(size, blocks, faces);
    this.entries = new Float64Array(this.scaled.entries.length);
    this.diagonal = this.entries.subarray(0, entries * blocks);
    this.lower = this.entries.subarray(entries * blocks, entries * (blocks + faces.count));
    this.upper = this.entries.subarray(entries * (blocks + faces.count));
    this.preconditioner = make(this.scaled);
    this.scale = new Float64Array(unknowns);
    this.right = new Float64Array(unknowns + 1);
    this.change = new Float64Array(unknowns + 1);
    this.product = new Float64Array(unknowns + 1);
    this.column = new Float64Array(unknowns);
    this.row = new Float64Array(unknowns);
    this.response = new Float64Array(unknowns);
    this.coupled = new Uint8Array(unknowns);
    this.whole = new BlockGraphLu(size, 1, { count: 0, owner: [], neighbour: [] });
    this.system = { size: unknowns + 1, apply: (x, out) => {
      multiplyLevel(this.scaled, x, out);
      subtract(out, x[unknowns], this.column);
      out[unknowns] = 0;
    }, precondition: (r, out) => {
      const z = out.subarray(0, unknowns);
      this.preconditioner.cycle(r.subarray(0, unknowns), z);
      out[unknowns] = this.bySlope === 0 ? 0 : -dot(this.row, z) / this.bySlope;
      subtract(z, -out[unknowns], this.response);
    } };
  }

  clear(): void {
    this.entries.fill(0);
  }

  factor(): boolean {
    const { entries, scale, scaled, rows, columns } = this;
    const worn = this.isWorn();
    if (worn) this.equilibrate();
    scaleEntries(entries, scale, rows, columns, scaled.entries);
    if (worn) {
      if (!this.renew()) return false;
    } else {
      this.served++;
      this.latest = 0;
    }
    return this.sumRows();
  }

  /** Whether the last matrix took more than the mean of all that shared the preconditioner, its making included: the mean is least there. */
  private isWorn(): boolean {
    return this.preconditioner.dear === undefined || !this.isWhole || this.latest * this.served >= this.spent;
  }

  /** Makes the preconditioner of the present matrix; one that failed half-way is not used. */
  private renew(finer = false): boolean {
    const { preconditioner } = this;
    this.renewals++;
    this.latest = 0;
    this.served = 1;
    this.isWhole = preconditioner.renew(finer);
    if (!this.isWhole) return false;
    this.spent = preconditioner.dear ?? 0;
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
    const { size: m, blocks, entries, coupled, whole, rows, columns, scaled: { faces: { count, owner, neighbour } } } =
      this;
    coupled.fill(0);
    for (let f = 0, at = m * m * (blocks + count); f < count; f++, at += m * m) {
      for (let i = 0; i < m; i++) {
        if (entries[at + i * (m + 1)] !== 0) coupled[m * owner[f] + i] = coupled[m * neighbour[f] + i] = 1;
      }
    }
    whole.clear();
    for (let e = 0; e < entries.length;) {
      for (let own = 0; own < m * m; own++, e++) {
        if (coupled[rows[e]] && coupled[columns[e]]) whole.entries[own] += entries[e];
      }
    }
    for (let i = 0; i < m; i++) if (whole.entries[i * (m + 1)] === 0) whole.entries[i * (m + 1)] = 1;
    return whole.factor();
  }

  /** Sums over all cells of what is coupled. */
  private sumsOf(x: Float64Array, scale: Float64Array): Float64Array {
    const sums = new Float64Array(this.size);
    for (let i = 0; i < x.length; i++) if (this.coupled[i]) sums[i % this.size] += x[i] / scale[i];
    return sums;
  }

  norm(x: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += (this.scale[i] * x[i]) ** 2;
    return Math.sqrt(sum);
  }

  solve(x: Float64Array, left = Infinity): void {
    const size = this.begin(x);
    this.iterate(x, Math.max(roundOffShare * size, Math.min(this.reduction * size, left)));
  }

  improve(x: Float64Array, rhs: Float64Array): void {
    divide(x, this.scale, this.change);
    this.change[x.length] = 0;
    x.set(rhs);
    const size = this.begin(x);
    this.system.apply(this.change, this.product);
    this.step(x);
    if (!(norm(this.right) < size)) {
      // no nearer than 0
      x.set(rhs);
      this.begin(x);
    }
    this.iterate(x, responseShare * size);
  }

  solveBeside(x: Float64Array, left: number, { column, row, response, pivot, goal }: Border): number {
    const { scale, change, product, system } = this;
    const size = this.begin(x);
    multiply(scale, column, this.column);
    multiply(scale, row, this.row);
    divide(response, scale, this.response);
    this.bySlope = dot(this.row, this.response) + pivot;
    // from a start that fulfils the last equation in directions that change nothing in it
    const start = goal / this.bySlope;
    for (let i = 0; i < x.length; i++) change[i] = start * this.response[i];
    change[x.length] = start;
    system.apply(change, product);
    this.step(x);
    this.iterate(x, Math.max(roundOffShare * size, Math.min(this.reduction * size, left)));
    return this.beside;
  }

  /** The right-hand side, scaled, x = 0 and no border; returns its norm. */
  private begin(x: Float64Array): number {
    multiply(this.scale, x, this.right);
    this.right[x.length] = this.beside = this.bySlope = 0;
    x.fill(0);
    return norm(this.right);
  }

  private iterate(x: Float64Array, wanted: number): void {
    const { size: m, scale, right, change, product, system, coupled, storage } = this;
    this.iterations = 0;
    for (let again = 0; this.isWhole && again <= restarts; again++) {
      const missing = norm(right);
      if (missing <= wanted) break;
      this.iterations += flexibleGmres(system, right, change, wanted / missing, directions, storage).iterations;
      system.apply(change, product);
      this.step(x);
      const now = norm(right);
      const [isOld, stalls] = [this.preconditioner.dear !== undefined && this.served > 1, now > slowest * missing];
      // that of too different a matrix, or of too few digits
      if (now > wanted && (isOld || (stalls && this.preconditioner.isRough))) this.renew(!isOld);
      else if (stalls) break;
    }
    if (!this.isWhole) return void x.fill(NaN);
    this.spent += this.iterations;
    this.latest += this.iterations;
    const rest = this.sumsOf(right, scale);
    this.whole.solve(rest);
    for (let i = 0; i < x.length; i++) if (coupled[i]) x[i] += rest[i % m];
  }

  /** Adds `change` to x and v, and takes its product from the right-hand side. */
  private step(x: Float64Array): void {
    const { scale, right, change, product } = this;
    for (let i = 0; i < x.length; i++) {
      x[i] += scale[i] * change[i];
      right[i] -= product[i];
    }
    this.beside += change[x.length];
  }
}

function scaleEntries(entries: Float64Array, scale: Float64Array, rows: Int32Array, columns: Int32Array,
  out: Float64Array): void
{
  for (let e = 0; e < entries.length; e++) out[e] = scale[rows[e]] * entries[e] * scale[columns[e]];
}

/** out = a / b, one by one. */
function divide(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < a.length; i++) out[i] = a[i] / b[i];
}

/** out = a b, one by one. */
function multiply(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < a.length; i++) out[i] = a[i] * b[i];
}
