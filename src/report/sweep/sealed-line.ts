import { crc32 } from 'node:zlib';
import type { SweepRow } from '../../results/sweep-schema.js';

/**
 * A line of a journal is JSON that begins with the CRC-32 of what follows, `{"crc":"1a2b3c4d","design":17,"rows":[...]}`. The sum starts
 * from the key of its sweep, so that a line of another sweep is as wrong as a damaged one.
 */
const opening = '{"crc":"';
/** Up to and with the comma behind the sum. */
const sealLength = opening.length + 10;

const sumOf = (rest: string | Uint8Array, key: string): string => crc32(rest, crc32(key)).toString(16).padStart(8, '0');

/** The line without its end. */
export function sealed(content: Readonly<Record<string, unknown>>, key: string): string {
  const rest = JSON.stringify(content).slice(1);
  return `${opening}${sumOf(rest, key)}",${rest}`;
}

/** A finished design as its line. */
export interface SealedDesign {
  readonly design: number;
  readonly line: string;
}

export const sealedDesign = (design: number, rows: readonly SweepRow[], key: string): SealedDesign => ({ design,
  line: sealed({ design, rows }, key) });

export const isIntact = (line: Buffer, key: string): boolean =>
  line.length > sealLength
  && line.toString('latin1', 0, sealLength) === `${opening}${sumOf(line.subarray(sealLength), key)}",`;

/** The first letters behind the seal, which say what kind of line it is. */
export const beginningOf = (line: Buffer): string => line.toString('latin1', sealLength, sealLength + 80);

/** A line, or the lines that lost the line end between them, each from its own opening. */
export function piecesOf(line: Buffer): { readonly offset: number; readonly bytes: Buffer }[] {
  const starts = [0];
  for (let at = line.indexOf(opening, 1); at >= 0; at = line.indexOf(opening, at + 1)) starts.push(at);
  return starts.map((offset, i) => ({ offset, bytes: line.subarray(offset, starts[i + 1]) }));
}

/** Whether a text may be the beginning of a sealed line. */
export const looksSealed = (text: string): boolean => text.startsWith(opening) || opening.startsWith(text);
