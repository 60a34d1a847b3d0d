/**
 * Views on typed arrays as `ndarray` makes them, for the page: that package writes its code as text, which a strict content policy refuses. The
 * bundle of the page takes this in its place; `test/live/strided.test.ts` holds one against the other.
 */
class Strided {
  constructor(readonly data: Float64Array, readonly shape: number[], readonly stride: number[],
    readonly offset: number)
  {}

  get size(): number {
    return this.shape.reduce((product, n) => product * n, 1);
  }

  index(...at: number[]): number {
    let place = this.offset;
    for (let d = 0; d < at.length; d++) place += at[d] * this.stride[d];
    return place;
  }

  get(i = 0, j = 0, k = 0): number {
    const { data, offset, stride } = this;
    return data[
      offset + i * stride[0] + (stride.length > 1 ? j * stride[1] : 0) + (stride.length > 2 ? k * stride[2] : 0)
    ];
  }

  /** Fixes the dimensions with a number that is not negative. */
  pick(...at: number[]): Strided {
    const open = this.shape.map((_, d) => d).filter((d) => !(at[d] >= 0));
    const offset = at.reduce((sum, i, d) => (i >= 0 ? sum + i * this.stride[d] : sum), this.offset);
    return new Strided(this.data, open.map((d) => this.shape[d]), open.map((d) => this.stride[d]), offset);
  }

  lo(...from: number[]): Strided {
    const offset = from.reduce((sum, i, d) => (i >= 0 ? sum + i * this.stride[d] : sum), this.offset);
    return new Strided(this.data, this.shape.map((n, d) => (from[d] >= 0 ? n - from[d] : n)), this.stride, offset);
  }

  hi(...to: number[]): Strided {
    return new Strided(this.data, this.shape.map((n, d) => (to[d] >= 0 ? to[d] : n)), this.stride, this.offset);
  }

  step(...by: number[]): Strided {
    const of = (d: number): number => by[d] ?? 1;
    return new Strided(this.data, this.shape.map((n, d) => Math.ceil(n / of(d))), this.stride.map((s, d) => s * of(d)),
      this.offset);
  }
}

/** Row after row unless `stride` says otherwise. */
export function strided(data: Float64Array, shape: readonly number[], stride?: readonly number[], offset = 0): Strided {
  const rows = shape.map((_, d) => shape.slice(d + 1).reduce((product, n) => product * n, 1));
  return new Strided(data, [...shape], [...stride ?? rows], offset);
}

/** Every element of `out` with those of the others at its place. */
function each(out: Strided, a: Strided, b: Strided, of: (out: number, a: number, b: number) => number): void {
  const rest = out.shape.length > 1 ? out.shape[0] : 1;
  const [last] = out.shape.slice(-1);
  const outer = out.shape.length > 1 ? 0 : -1;
  const inner = out.shape.length - 1;
  const start = (view: Strided, i: number): number => view.offset + (outer < 0 ? 0 : i * view.stride[outer]);
  for (let i = 0; i < rest; i++) {
    let [o, p, q] = [start(out, i), start(a, i), start(b, i)];
    for (let j = 0; j < last; j++, o += out.stride[inner], p += a.stride[inner], q += b.stride[inner]) {
      out.data[o] = of(out.data[o], a.data[p], b.data[q]);
    }
  }
}

/** The operations of `ndarray-ops` that the results use, for one and two dimensions. */
export const operations = {
  muls: (out: Strided, a: Strided, factor: number): void => each(out, a, a, (_, x) => x * factor),
  mulseq: (out: Strided, factor: number): void => each(out, out, out, (o) => o * factor),
  addeq: (out: Strided, a: Strided): void => each(out, a, a, (o, x) => o + x),
  sub: (out: Strided, a: Strided, b: Strided): void => each(out, a, b, (_, x, y) => x - y),
  divseq: (out: Strided, divisor: number): void => each(out, out, out, (o) => o / divisor),
};
