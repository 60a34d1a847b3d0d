import { closeSync, openSync, readSync } from 'node:fs';

const newLine = 10;
const pieceSize = 1 << 20;

/**
 * Every complete line of a file and where it starts; false ends the reading. In pieces, so that a long journal needs no more memory than
 * its longest line. `line` is overwritten by the next one.
 */
export function forEachLine(descriptor: number, found: (start: number, line: Buffer) => boolean | void): void {
  const piece = Buffer.alloc(pieceSize);
  let open: Buffer[] = [];
  let start = 0;
  for (let offset = 0, size = 0; (size = readSync(descriptor, piece, 0, pieceSize, offset)) > 0; offset += size) {
    for (let from = 0; from < size;) {
      const end = piece.subarray(0, size).indexOf(newLine, from);
      if (end < 0) {
        open.push(Buffer.from(piece.subarray(from, size)));
        break;
      }
      const line = open.length === 0 ? piece.subarray(from, end) : Buffer.concat([...open, piece.subarray(from, end)]);
      if (found(start, line) === false) return;
      open = [];
      start = offset + end + 1;
      from = end + 1;
    }
  }
}

/** Undefined where not even one line is complete. */
export function firstLine(descriptor: number): Buffer | undefined {
  let first: Buffer | undefined;
  forEachLine(descriptor, (_, line) => {
    first = Buffer.from(line);
    return false;
  });
  return first;
}

/**
 * Bytes of a file that are asked for in about the order in which they stand: read in pieces, the file open only as long as a piece is
 * read, so that a thousand files need neither a thousand descriptors nor a call of the system for every line.
 */
export class Pieces {
  readonly #file: string;
  readonly #size: number;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);
  /** Bytes that were read from the file. */
  read = 0;

  /** `size` of a piece in bytes. */
  constructor(file: string, size: number) {
    this.#file = file;
    this.#size = size;
  }

  at(start: number, length: number): Buffer {
    if (start < this.#start || start + length > this.#start + this.#bytes.length) {
      const descriptor = openSync(this.#file, 'r');
      try {
        this.#bytes = bytesAt(descriptor, start, Math.max(length, this.#size));
      } finally {
        closeSync(descriptor);
      }
      this.#start = start;
      this.read += this.#bytes.length;
    }
    return this.#bytes.subarray(start - this.#start, start - this.#start + length);
  }
}

export function bytesAt(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (let size = 1; read < length && size > 0; read += size) {
    size = readSync(descriptor, bytes, read, length - read, start + read);
  }
  return bytes.subarray(0, read);
}
