import * as kernels from '../../solver/kernel-memory.js';
import * as blockKernels from './block-kernels.js';
import { compiledKernels } from './compiled-kernels.js';
import * as graphKernels from './graph-kernels.js';
import * as voxelKernels from './voxel-kernels.js';

const plainKernels = { ...blockKernels, ...voxelKernels, ...graphKernels };

/** Arrays, zero at first, and the kernels that may work on them. */
export interface KernelMemory extends kernels.KernelMemory<typeof plainKernels> {
  /** Names who still reads the arrays when the memory is wanted for others. */
  readonly heldBy: (holder: Holder) => void;
}

export interface Holder {
  /** Takes what is still asked for to arrays of its own. */
  moveOut(): void;
}

/** Arrays of the engine, and the kernels as they stand. */
export const plainMemory: KernelMemory = { ...kernels.plainMemory(plainKernels), heldBy: () => {} };

/** The one memory of the compiled kernels, and who may still read from it. */
let room: kernels.KernelRoom<typeof plainKernels> | undefined;
let holder: WeakRef<Holder> | undefined;
const heldBy = (next: Holder): void => void (holder = new WeakRef(next));

/**
 * The memory of the kernels in WebAssembly, up to 4 GiB, emptied for a new solution: there is one in a process, as engines do not see how much
 * hangs on such a memory and leave many of them behind. What asks for more than there is fails with a RangeError. Plain arrays where
 * WebAssembly is not to be had: an old engine, or a page that forbids it.
 */
export function kernelMemory(): KernelMemory {
  holder?.deref()?.moveOut();
  holder = undefined;
  try {
    room ??= kernels.kernelRoom(compiledKernels);
  } catch {
    return plainMemory;
  }
  room.empty();
  return { ...room.memory, heldBy };
}
