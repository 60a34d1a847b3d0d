import { type KernelRoom, kernelRoom } from '../kernel-memory.js';
import type { FrontMemory } from './block-graph-lu.js';
import { compiledKernels } from './compiled-kernels.js';
import type * as frontKernels from './front-kernels.js';

type Room = KernelRoom<typeof frontKernels>;

/** A digit of single precision. */
const roundOff = 2 ** -23;

/** Rooms whose owners are gone: engines do not see how much hangs on such a memory, and would leave many of them behind. */
const left: Room[] = [];
const owners = new FinalizationRegistry<Room>((room) => left.push(room));

/**
 * Memory for the fronts of `owner` alone, in single precision, with compiled kernels; undefined where WebAssembly is not to be had.
 */
export function singleMemory(owner: object): FrontMemory | undefined {
  try {
    const room = left.pop() ?? kernelRoom<typeof frontKernels>(compiledKernels);
    owners.register(owner, room);
    room.empty();
    const { memory: { kernels, float32, int32 } } = room;
    return { kernels, int32, numbers: float32, roundOff };
  } catch {
    return undefined;
  }
}
