import { closeSync, ftruncateSync } from 'node:fs';
import { arch, version } from 'node:process';
import type { SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import type { Shard } from '../../study/sweep/run-sweep.js';
import { writeAll } from '../files/whole-file.js';
import { bytesAt, forEachLine } from './journal-lines.js';
import { beginningOf, isIntact, piecesOf, sealed } from './sealed-line.js';

/** Sweep and part that a journal belongs to. */
export interface Head {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
}

/** Machine, which decides the last digits of a row. */
export const machine = `Node ${version.replace(/^v(\d+).*/, '$1')}, ${arch}`;

/**
 * The memory of a sweep: one line per finished design, appended as it finishes, below a line that says what the sweep is. Every line
 * has a checksum: a kill costs at most the line that was being written, damage costs the designs of the damaged lines, and what is
 * missing runs again. Of a line only its place is kept in memory: 12 bytes per design.
 */
export class Journal {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
  readonly #descriptor: number;
  /** Place where the line of a design begins; -1 where it is not finished. */
  readonly #start: Float64Array;
  readonly #length: Uint32Array;
  readonly #machines: string[] = [];
  /** Behind the last complete line. */
  #end = 0;
  #finished = 0;
  #damaged = 0;

  /** `descriptor` is of a file whose first line is `head`. */
  constructor(descriptor: number, { sweep, shard }: Head) {
    this.sweep = sweep;
    this.shard = shard;
    this.#descriptor = descriptor;
    this.#start = new Float64Array(sweep.designs).fill(-1);
    this.#length = new Uint32Array(sweep.designs);
    forEachLine(descriptor, (start, line) => this.#scan(start, line));
  }

  get finished(): number {
    return this.#finished;
  }

  /** Lines that are not as they were written. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Versions of Node and processors that the rows come from, in the order of their first row. */
  get machines(): readonly string[] {
    return this.#machines;
  }

  has(design: number): boolean {
    return this.#start[design] >= 0;
  }

  append(design: number, rows: readonly SweepRow[]): void {
    if (this.#machines[this.#machines.length - 1] !== machine) {
      this.#write({ machine });
      this.#machines.push(machine);
    }
    const length = this.#write({ design, rows });
    this.#place(design, this.#end - length, length - 1);
  }

  /** Rows of a finished design. */
  read(design: number): readonly SweepRow[] {
    const line = bytesAt(this.#descriptor, this.#start[design], this.#length[design]);
    return (JSON.parse(line.toString('utf8')) as { rows: SweepRow[] }).rows;
  }

  /** Cuts off half a line: the program was killed while it wrote, or the disk was full. */
  mend(): void {
    ftruncateSync(this.#descriptor, this.#end);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Writes a line and returns its length; where only a part finds room, none of it stays. */
  #write(content: Readonly<Record<string, unknown>>): number {
    const line = Buffer.from(`${sealed(content, this.sweep.sweepHash)}\n`);
    try {
      writeAll(this.#descriptor, line);
    } catch (error) {
      this.mend();
      throw error;
    }
    this.#end += line.length;
    return line.length;
  }

  #place(design: number, start: number, length: number): void {
    if (this.#start[design] < 0) this.#finished++;
    this.#start[design] = start;
    this.#length[design] = length;
  }

  #scan(start: number, line: Buffer): void {
    this.#end = start + line.length + 1;
    if (start === 0) return;
    for (const { offset, bytes } of piecesOf(line)) {
      if (isIntact(bytes, this.sweep.sweepHash)) this.#take(start + offset, bytes);
      else this.#damaged++;
    }
  }

  #take(start: number, line: Buffer): void {
    const [, design, of] = /^"design":(\d+),|^"machine":"([^"]*)"/.exec(beginningOf(line)) ?? [];
    if (of !== undefined) this.#machines.push(of);
    else if (Number(design) < this.sweep.designs) this.#place(Number(design), start, line.length);
  }
}
