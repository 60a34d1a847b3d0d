import { closeSync, ftruncateSync } from 'node:fs';
import { arch, version } from 'node:process';
import { type Shard, shardSize } from '../../results/shard.js';
import type { SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import { writeAll } from '../files/whole-file.js';
import { forEachLine, Pieces } from './journal-lines.js';
import { beginningOf, isIntact, piecesOf, sealed, type SealedDesign } from './sealed-line.js';

/** Sweep and part that a journal belongs to. */
export interface Head {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
}

/** Bytes of a journal that are read at once: of all parts together, and at least of one. */
const allPieces = 1 << 23;
const smallestPiece = 1 << 14;

/** Pace of the process that works on a part: designs that it ran in so many seconds. */
export interface Pace {
  readonly ran: number;
  readonly seconds: number;
}

/** How far a part is, as its journal says from time to time. */
export interface Tally extends Pace {
  readonly finished: number;
  readonly failed: number;
}

/** Outcome of a row as it stands in a line. */
const completed = '"completed"';

/** Machine, which decides the last digits of a row. */
export const machine = `Node ${version.replace(/^v(\d+).*/, '$1')}, ${arch}`;

/**
 * The memory of a sweep: one line per finished design, appended as it finishes, below a line that says what the sweep is. Every line
 * has a checksum: a kill costs at most the line that was being written, damage costs the designs of the damaged lines, and what is
 * missing runs again. Of a line only its place is kept in memory: 12 bytes per design of the shard.
 */
export class Journal {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
  /** Of the file that lines are added to; undefined for one that is read only. */
  readonly #descriptor: number | undefined;
  readonly #pieces: Pieces;
  /** Place where the line of a design of the shard begins, in their order; -1 where it is not finished. */
  readonly #start: Float64Array;
  readonly #length: Uint32Array;
  readonly #machines: string[] = [];
  /** Behind the last complete line. */
  #end = 0;
  #finished = 0;
  /** Finished designs without a row that completed. */
  #failed = 0;
  #damaged = 0;

  /** `descriptor` is of a file whose first line is `head`; it stays open where lines are added. */
  constructor(file: string, descriptor: number, { sweep, shard }: Head, adds: boolean) {
    this.sweep = sweep;
    this.shard = shard;
    this.#descriptor = adds ? descriptor : undefined;
    const size = shardSize(sweep.designs, shard);
    this.#start = new Float64Array(size).fill(-1);
    this.#length = new Uint32Array(size);
    // of all parts together, which are read in turn, no more than one large piece
    this.#pieces = new Pieces(file, Math.max(smallestPiece, Math.floor(allPieces / shard.of)));
    forEachLine(descriptor, (start, line) => this.#scan(start, line));
    if (!adds) closeSync(descriptor);
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

  /** Bytes that reading designs took from the file. */
  get bytesRead(): number {
    return this.#pieces.read;
  }

  /** Bytes of all complete lines. */
  get size(): number {
    return this.#end;
  }

  has(design: number): boolean {
    return this.#start[this.#slot(design)] >= 0;
  }

  /** Adds lines of finished designs, all of them or none. */
  add(designs: readonly SealedDesign[]): void {
    if (this.#machines[this.#machines.length - 1] !== machine) {
      this.#write(`${sealed({ machine }, this.sweep.sweepHash)}\n`);
      this.#machines.push(machine);
    }
    let start = this.#end;
    this.#write(designs.map(({ line }) => `${line}\n`).join(''));
    for (const { design, line } of designs) {
      const length = Buffer.byteLength(line);
      this.#place(design, start, length, !line.includes(completed));
      start += length + 1;
    }
  }

  /** Says how far the part is, for those who read the end of the journal alone. */
  tell(pace: Pace): void {
    const tally: Tally = { finished: this.#finished, failed: this.#failed, ...pace };
    this.#write(`${sealed({ tally }, this.sweep.sweepHash)}\n`);
  }

  /** Rows of a finished design. */
  read(design: number): readonly SweepRow[] {
    const slot = this.#slot(design);
    const line = this.#pieces.at(this.#start[slot], this.#length[slot]);
    return (JSON.parse(line.toString('utf8')) as { rows: SweepRow[] }).rows;
  }

  /** Cuts off half a line: the program was killed while it wrote, or the disk was full. */
  mend(): void {
    if (this.#descriptor !== undefined) ftruncateSync(this.#descriptor, this.#end);
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }

  /** Writes lines; where only a part finds room, none of it stays. */
  #write(lines: string): void {
    if (this.#descriptor === undefined) throw new Error('a journal that is only read takes no line');
    const bytes = Buffer.from(lines);
    try {
      writeAll(this.#descriptor, bytes);
    } catch (error) {
      this.mend();
      throw error;
    }
    this.#end += bytes.length;
  }

  /** Place of a design among those of the shard; none for one of another shard. */
  #slot(design: number): number {
    return (design - this.shard.index + 1) / this.shard.of;
  }

  #place(design: number, start: number, length: number, failed: boolean): void {
    const slot = this.#slot(design);
    if (this.#start[slot] < 0) {
      this.#finished++;
      if (failed) this.#failed++;
    }
    this.#start[slot] = start;
    this.#length[slot] = length;
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
    else if (Number.isInteger(this.#slot(Number(design))) && Number(design) < this.sweep.designs)
      this.#place(Number(design), start, line.length, !line.includes(completed));
  }
}
