import { readSync } from 'node:fs';

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

export function bytesAt(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (let size = 1; read < length && size > 0; read += size) {
    size = readSync(descriptor, bytes, read, length - read, start + read);
  }
  return bytes.subarray(0, read);
}
