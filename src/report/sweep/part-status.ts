import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { type Shard, shardSize } from '../../results/shard.js';
import type { SweepDocument } from '../../results/sweep-schema.js';
import { usualPatience } from '../files/lock.js';
import { bytesAt } from './journal-lines.js';
import type { Tally } from './journal.js';
import { shardOf } from './open-journal.js';
import { isIntact } from './sealed-line.js';

/** How far one part of a sweep is. */
export interface PartStatus {
  readonly shard: Shard;
  readonly designs: number;
  readonly finished: number;
  /** Finished designs without a row that completed. */
  readonly failed: number;
  readonly isRunning: boolean;
  /** Designs per second of the process that wrote last; undefined before the first has been counted. */
  readonly pace: number | undefined;
}

/** Bytes at the end of a journal among which its last tally is looked for. */
const tailSize = 1 << 18;
const opening = ',"tally":{';

/** Reads the end of a journal; undefined for a file that has no such name. A part says how far it is some seconds after it is so far. */
export function partStatus(file: string, { designs, sweepHash }: SweepDocument): PartStatus | undefined {
  const shard = shardOf(file);
  if (!shard) return undefined;
  const { finished = 0, failed = 0, ran = 0, seconds = 0 } = lastTally(file, sweepHash) ?? {};
  return { shard, designs: shardSize(designs, shard), finished, failed, isRunning: isHeld(`${file}.lock`),
    pace: ran > 0 && seconds > 0 ? ran / seconds : undefined };
}

/** Whether somebody keeps a lock alive, on whatever machine. */
const isHeld = (lock: string): boolean =>
  Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < usualPatience.watch;

function lastTally(file: string, sweepHash: string): Tally | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    for (let length = Math.min(size, tailSize);; length = Math.min(size, 8 * length)) {
      const found = tallyIn(bytesAt(descriptor, size - length, length), sweepHash);
      if (found !== undefined || length === size) return found;
    }
  } finally {
    closeSync(descriptor);
  }
}

function tallyIn(tail: Buffer, sweepHash: string): Tally | undefined {
  for (let at = tail.lastIndexOf(opening); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(opening, at - 1)) {
    const end = tail.indexOf(10, at);
    const line = tail.subarray(tail.lastIndexOf(10, at) + 1, end);
    if (end >= 0 && isIntact(line, sweepHash)) return (JSON.parse(line.toString('utf8')) as { tally: Tally }).tally;
  }
  return undefined;
}
