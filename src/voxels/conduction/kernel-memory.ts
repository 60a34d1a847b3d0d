import * as blockKernels from './block-kernels.js';
import { compiledKernels } from './compiled-kernels.js';
import * as graphKernels from './graph-kernels.js';
import * as voxelKernels from './voxel-kernels.js';

const plainKernels = { ...blockKernels, ...voxelKernels, ...graphKernels };

type Kernels = typeof plainKernels;

/** Arrays, zero at first, and the kernels that may work on them. */
export interface KernelMemory {
  readonly kernels: Kernels;
  readonly float32: (length: number) => Float32Array;
  readonly float64: (length: number) => Float64Array;
  readonly int32: (length: number) => Int32Array;
  readonly uint8: (length: number) => Uint8Array;
}

/** Arrays of the engine, and the kernels as they stand. */
export const plainMemory: KernelMemory = {
  kernels: plainKernels,
  float32: (length) => new Float32Array(length),
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint8: (length) => new Uint8Array(length),
};

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

/** The kernels, once they are compiled. */
let compiled: object | undefined;

/**
 * A memory of its own for the kernels in WebAssembly, up to 4 GiB, shared because only such a memory stays where it is while it grows. What
 * asks for more than there is fails with a RangeError. Plain arrays where WebAssembly is not to be had: an old engine, or a page that forbids it.
 */
export function kernelMemory(): KernelMemory {
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(compiledKernels), (letter) => letter.charCodeAt(0)));
    return memoryOf(compiled);
  } catch {
    return plainMemory;
  }
}

function memoryOf(module: object): KernelMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  const { exports } = new WebAssembly.Instance(module, { of: { memory } });
  let used = 0;
  /** Arrays behind each other, each from a multiple of 64 bytes on. */
  const arrays = <A>(Type: ArrayType<A>) => (length: number): A => {
    const place = used;
    used += 64 * Math.ceil((length * Type.BYTES_PER_ELEMENT) / 64);
    const missing = Math.ceil((used - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) memory.grow(missing);
    return new Type(memory.buffer, place, length);
  };
  return { kernels: onAddresses(exports), float32: arrays(Float32Array), float64: arrays(Float64Array),
    int32: arrays(Int32Array), uint8: arrays(Uint8Array) };
}

interface ArrayType<A> {
  readonly BYTES_PER_ELEMENT: number;
  new(buffer: ArrayBufferLike, place: number, length: number): A;
}

/** Kernels that take arrays, from those that take their addresses. */
function onAddresses(exports: object): Kernels {
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
