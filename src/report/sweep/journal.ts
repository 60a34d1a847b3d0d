import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import type { Shard } from '../../study/sweep/run-sweep.js';

/**
 * The memory of a sweep: one line per finished design, appended as it finishes, below a line that says what the sweep is. A kill
 * costs at most the line that was being written; the next start cuts it off and goes on. Of a line only its place is kept in memory:
 * 12 bytes per design.
 */
export class Journal {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
  readonly #descriptor: number;
  /** Where the line of a design begins; -1 where it is not finished. */
  readonly #start: Float64Array;
  readonly #length: Uint32Array;
  /** Behind the last complete line. */
  #end = 0;
  #finished = 0;

  /** `descriptor` is of a file whose first line is `head`. */
  constructor(descriptor: number, { sweep, shard }: Head) {
    this.sweep = sweep;
    this.shard = shard;
    this.#descriptor = descriptor;
    this.#start = new Float64Array(sweep.designs).fill(-1);
    this.#length = new Uint32Array(sweep.designs);
    this.#scan();
  }

  get finished(): number {
    return this.#finished;
  }

  has(design: number): boolean {
    return this.#start[design] >= 0;
  }

  append(design: number, rows: readonly SweepRow[]): void {
    const line = Buffer.from(`${JSON.stringify({ design, rows })}\n`);
    writeSync(this.#descriptor, line);
    this.#place(design, this.#end, line.length - 1);
    this.#end += line.length;
  }

  /** Rows of a finished design. */
  read(design: number): readonly SweepRow[] {
    const text = textAt(this.#descriptor, this.#start[design], this.#length[design]);
    return (JSON.parse(text) as { rows: SweepRow[] }).rows;
  }

  /** Cuts off half a line: the program was killed while it wrote. */
  mend(): void {
    ftruncateSync(this.#descriptor, this.#end);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #place(design: number, start: number, length: number): void {
    if (this.#start[design] < 0) this.#finished++;
    this.#start[design] = start;
    this.#length[design] = length;
  }

  /** Every complete line begins `{"design":17,`; only that much of it is read here. */
  #scan(): void {
    forEachLine(this.#descriptor, (start, length, beginning) => {
      const design = /^\{"design":(\d+),/.exec(beginning);
      if (design && Number(design[1]) < this.sweep.designs) this.#place(Number(design[1]), start, length);
      this.#end = start + length + 1;
    });
  }
}

interface Head {
  readonly sweep: SweepDocument;
  readonly shard: Shard;
}

export type JournalReading =
  | { readonly ok: true; readonly journal: Journal }
  /** Another sweep lies there, or something that is no journal. */
  | { readonly ok: false; readonly file: string; readonly found: string };

const mark = 'catholith-journal-1';
const journalFile = /^journal-\d+-of-\d+\.ndjson$/;

/** The journals in a folder. */
export function journalsIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((file) => journalFile.test(file)).sort().map((file) => join(dir, file));
}

/** Opens or begins the journal of a shard; `restart` forgets what it holds. */
export function openJournal(dir: string, head: Head, restart = false): JournalReading {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `journal-${head.shard.index}-of-${head.shard.of}.ndjson`);
  const descriptor = openSync(file, 'a+');
  if (restart) ftruncateSync(descriptor, 0);
  const first = firstLine(descriptor);
  if (first === undefined) {
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, `${JSON.stringify({ journal: mark, ...head })}\n`);
    return { ok: true, journal: new Journal(descriptor, head) };
  }
  const found = headOf(first);
  if (found?.sweep.sweepHash === head.sweep.sweepHash) {
    const journal = new Journal(descriptor, head);
    journal.mend();
    return { ok: true, journal };
  }
  closeSync(descriptor);
  return { ok: false, file, found: found ? `"${found.sweep.title}" as it was then` : 'a file that is no journal' };
}

/** A journal as it lies there, for merging. */
export function readJournal(file: string): JournalReading {
  const descriptor = openSync(file, 'r');
  const head = headOf(firstLine(descriptor) ?? '');
  if (head) return { ok: true, journal: new Journal(descriptor, head) };
  closeSync(descriptor);
  return { ok: false, file, found: 'a file that is no journal' };
}

const newLine = 10;
const pieceSize = 1 << 20;

/** In pieces, so that a long journal needs no more memory than a short one; a last line without its end is not found. */
function forEachLine(descriptor: number, found: (start: number, length: number, beginning: string) => boolean | void): void {
  const piece = Buffer.alloc(pieceSize);
  let start = 0;
  let beginning = '';
  for (let offset = 0, size = 0; (size = readSync(descriptor, piece, 0, pieceSize, offset)) > 0; offset += size) {
    for (let from = 0; from < size;) {
      const end = piece.subarray(0, size).indexOf(newLine, from);
      const stop = end < 0 ? size : end;
      if (beginning.length < 32) beginning += piece.toString('latin1', from, Math.min(stop, from + 32));
      if (end < 0) break;
      if (found(start, offset + end - start, beginning) === false) return;
      start = offset + end + 1;
      beginning = '';
      from = end + 1;
    }
  }
}

/** Undefined where not even one line is complete. */
function firstLine(descriptor: number): string | undefined {
  let text: string | undefined;
  forEachLine(descriptor, (start, length) => {
    text = textAt(descriptor, start, length);
    return false;
  });
  return text;
}

function headOf(line: string): Head | undefined {
  try {
    const data = JSON.parse(line) as Head & { readonly journal?: string };
    return data.journal === mark ? data : undefined;
  } catch {
    // the first line is no JSON: whatever this is, it is not ours
    return undefined;
  }
}

function textAt(descriptor: number, start: number, length: number): string {
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, start);
  return bytes.toString('utf8');
}
