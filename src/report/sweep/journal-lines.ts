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
 * Bytes of a file that are asked for in about the order in which they stand: read in pieces, of which the last two are kept, so that each is read
 * once; the file is open only while a piece is read, so that a thousand files need no thousand descriptors.
 */
export class Pieces {
  readonly #file: string;
  readonly #size: number;
  /** By their number in the file, the one read last behind. */
  readonly #kept = new Map<number, Buffer>();
  /** Bytes that were read from the file. */
  read = 0;

  /** `size` of a piece in bytes. */
  constructor(file: string, size: number) {
    this.#file = file;
    this.#size = size;
  }

  at(start: number, length: number): Buffer {
    const first = Math.floor(start / this.#size);
    const last = Math.floor((start + length - 1) / this.#size);
    const pieces = Array.from({ length: last - first + 1 }, (_, i) => this.#piece(first + i, start + length));
    const offset = start - first * this.#size;
    return (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)).subarray(offset, offset + length);
  }

  /** A piece that reaches to `end`, or is whole: the file may have grown since it was read. */
  #piece(number: number, end: number): Buffer {
    const start = number * this.#size;
    const known = this.#kept.get(number);
    if (known && known.length >= Math.min(this.#size, end - start)) return known;
    const descriptor = openSync(this.#file, 'r');
    try {
      const bytes = bytesAt(descriptor, start, this.#size);
      this.read += bytes.length;
      this.#kept.delete(number);
      this.#kept.set(number, bytes);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > 2) this.#kept.delete(oldest);
      return bytes;
    } finally {
      closeSync(descriptor);
    }
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
