/** Arrays, zero at first, and the kernels that may work on them. */
export interface KernelMemory<Kernels> {
  readonly kernels: Kernels;
  readonly float32: (length: number) => Float32Array;
  readonly float64: (length: number) => Float64Array;
  readonly int32: (length: number) => Int32Array;
  readonly uint8: (length: number) => Uint8Array;
}

/** Arrays of the engine, and kernels as they stand. */
export const plainMemory = <Kernels>(kernels: Kernels): KernelMemory<Kernels> => ({
  kernels,
  float32: (length) => new Float32Array(length),
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint8: (length) => new Uint8Array(length),
});

/** What is used of WebAssembly, which the types of the language leave to those of browsers. */
declare const WebAssembly: {
  readonly Module: new(bytes: Uint8Array) => object;
  readonly Memory: new(limits: { initial: number; maximum: number; shared: boolean }) => {
    readonly buffer: ArrayBufferLike;
    grow(pages: number): number;
  };
  readonly Instance: new(module: object, imports: object) => { readonly exports: object };
};

const pageBytes = 65536;
const mostPages = 65536;

/** A memory of compiled kernels, up to 4 GiB; `empty` takes back what was handed out. */
export interface KernelRoom<Kernels> {
  readonly memory: KernelMemory<Kernels>;
  empty(): void;
}

/**
 * A room for kernels that `npm run kernels` has compiled, in base64. Throws where WebAssembly is not to be had: in an old engine, or on a page that
 * forbids it; what asks for more than there is fails with a RangeError.
 */
export function kernelRoom<Kernels>(compiled: string): KernelRoom<Kernels> {
  const bytes = Uint8Array.from(atob(compiled), (letter) => letter.charCodeAt(0));
  // a shared memory stays where it is while it grows
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { of: { memory } });
  let used = 0;
  /** Place up to which solutions before have left something. */
  let written = 0;
  /** Arrays behind each other, each from a multiple of 64 bytes on. */
  const arrays = <A extends { fill(value: number): A }>(Type: ArrayType<A>) => (length: number): A => {
    const place = used;
    used += 64 * Math.ceil((length * Type.BYTES_PER_ELEMENT) / 64);
    const missing = Math.ceil((used - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) memory.grow(missing);
    const array = new Type(memory.buffer, place, length);
    return place < written ? array.fill(0) : array;
  };
  const empty = (): void => {
    written = Math.max(written, used);
    used = 0;
  };
  return { empty,
    memory: { kernels: onAddresses<Kernels>(exports), float32: arrays(Float32Array), float64: arrays(Float64Array),
      int32: arrays(Int32Array), uint8: arrays(Uint8Array) } };
}

interface ArrayType<A> {
  readonly BYTES_PER_ELEMENT: number;
  new(buffer: ArrayBufferLike, place: number, length: number): A;
}

/** Kernels that take arrays, from those that take their addresses. */
function onAddresses<Kernels>(exports: object): Kernels {
  const kernels = Object.entries(exports).map(([name, run]: [string, (...numbers: number[]) => number]) => [
    name,
    (...given: (number | ArrayBufferView)[]) => run(...given.map(addressOf)),
  ]);
  return Object.fromEntries(kernels) as Kernels;
}

function addressOf(given: number | ArrayBufferView): number {
  if (typeof given === 'number') return given;
  if (given.buffer instanceof ArrayBuffer) throw new Error('an array of a kernel lies outside its memory');
  return given.byteOffset;
}
