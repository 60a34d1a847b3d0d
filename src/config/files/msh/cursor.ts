import type { Misfit } from '../../../units/result.js';

/** Why a file is no mesh; caught where reading it began. */
export class MshError extends Error {
  constructor(readonly problem: Misfit) {
    super(problem.received);
  }
}

export const broken = (received: string): MshError =>
  new MshError({ expected: 'a whole .msh file', received, remedy: 'write the file anew with Gmsh' });

const newline = 10;
const decoder = new TextDecoder();

/** A place in a file of Gmsh, whose numbers are text or binary. */
export class Cursor {
  private at = 0;
  private readonly view: DataView;
  /** Whether numbers are binary. */
  isBinary = false;
  private little = true;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get ended(): boolean {
    while (this.at < this.bytes.length && this.bytes[this.at] <= 32) this.at++;
    return this.at >= this.bytes.length;
  }

  /** The rest of the line that is not empty, without its end. */
  line(): string {
    if (this.ended) throw broken('an end in the middle');
    const end = this.bytes.indexOf(newline, this.at);
    const text = decoder.decode(this.bytes.subarray(this.at, end < 0 ? undefined : end)).trim();
    this.at = end < 0 ? this.bytes.length : end + 1;
    return text;
  }

  /** Numbers are binary from here on; the integer 1 that follows says in which order of bytes. */
  startBinary(): void {
    this.isBinary = true;
    if (this.need(4) && this.view.getInt32(this.at, true) !== 1) this.little = false;
    if (this.integer() !== 1) throw broken('no order of bytes');
  }

  integer(): number {
    if (!this.isBinary) return this.token();
    this.need(4);
    this.at += 4;
    return this.view.getInt32(this.at - 4, this.little);
  }

  /** A count or a tag of format 4.1, of 8 bytes. */
  size(): number {
    if (!this.isBinary) return this.token();
    this.need(8);
    this.at += 8;
    return Number(this.view.getBigUint64(this.at - 8, this.little));
  }

  real(): number {
    if (!this.isBinary) return this.token();
    this.need(8);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, this.little);
  }

  /** Goes behind a line of text, wherever it stands. */
  skipTo(text: string): void {
    const bytes = new TextEncoder().encode(text);
    for (let from = this.at; from >= 0;) {
      const found = this.bytes.indexOf(bytes[0], from);
      if (found < 0) break;
      if (bytes.every((byte, k) => this.bytes[found + k] === byte)) {
        this.at = found + bytes.length;
        return;
      }
      from = found + 1;
    }
    throw broken(`no ${text}`);
  }

  private token(): number {
    if (this.ended) throw broken('an end in the middle');
    const start = this.at;
    while (this.at < this.bytes.length && this.bytes[this.at] > 32) this.at++;
    const text = decoder.decode(this.bytes.subarray(start, Math.min(this.at, start + 40)));
    const value = Number(text);
    if (!Number.isFinite(value)) throw broken(`"${text}" in the place of a number`);
    return value;
  }

  private need(bytes: number): true {
    if (this.at + bytes > this.bytes.length) throw broken('an end in the middle');
    return true;
  }
}
