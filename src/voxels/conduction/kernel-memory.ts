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
  /** Names who still reads the arrays when the memory is wanted for others. */
  readonly heldBy: (holder: Holder) => void;
}

export interface Holder {
  /** Takes what is still asked for to arrays of its own. */
  moveOut(): void;
}

/** Arrays of the engine, and the kernels as they stand. */
export const plainMemory: KernelMemory = {
  kernels: plainKernels,
  float32: (length) => new Float32Array(length),
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint8: (length) => new Uint8Array(length),
  heldBy: () => {},
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

/** The one memory of the compiled kernels, and who may still read from it. */
let room: ReturnType<typeof newRoom> | undefined;
let holder: WeakRef<Holder> | undefined;

/**
 * The memory of the kernels in WebAssembly, up to 4 GiB, emptied for a new solution: there is one in a process, as engines do not see how much
 * hangs on such a memory and leave many of them behind. What asks for more than there is fails with a RangeError. Plain arrays where
 * WebAssembly is not to be had: an old engine, or a page that forbids it.
 */
export function kernelMemory(): KernelMemory {
  holder?.deref()?.moveOut();
  holder = undefined;
  try {
    room ??= newRoom();
  } catch {
    return plainMemory;
  }
  room.empty();
  return room.memory;
}

function newRoom() {
  const bytes = Uint8Array.from(atob(compiledKernels), (letter) => letter.charCodeAt(0));
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
  const heldBy = (next: Holder): void => void (holder = new WeakRef(next));
  return { empty,
    memory: { kernels: onAddresses(exports), float32: arrays(Float32Array), float64: arrays(Float64Array),
      int32: arrays(Int32Array), uint8: arrays(Uint8Array), heldBy } };
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
