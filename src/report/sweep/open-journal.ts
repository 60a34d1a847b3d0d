import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { namesIn } from '../../config/files/read-text.js';
import type { Shard } from '../../results/shard.js';
import type { Result } from '../../units/result.js';
import { type LockReading, takeLock } from '../files/lock.js';
import { makeFolder, openOwn, writeAll } from '../files/whole-file.js';
import { bytesAt, firstLine, forEachLine } from './journal-lines.js';
import { type Head, Journal } from './journal.js';
import { isIntact, looksSealed, piecesOf, sealed } from './sealed-line.js';

/** A journal, or what lies at its place: another sweep, or something that is no journal. */
export type JournalReading = Result<{ journal: Journal }, { file: string; found: string }>;

const mark = 'catholith-journal-2';
/** The sum of a head starts from nothing: it is read before its sweep is known. */
const headKey = '';

const nameOf = ({ index, of }: Shard): string => `journal-${index}-of-${of}.ndjson`;
const isSame = (one: Shard, other: Shard): boolean => one.index === other.index && one.of === other.of;
const partWords = ({ index, of }: Shard): string => `part ${index} of ${of}`;

/** The part that a file is a journal of by its name; undefined for a file of another name. */
export function shardOf(file: string): Shard | undefined {
  const [, index, of] = /^journal-(\d+)-of-(\d+)\.ndjson$/.exec(basename(file)) ?? [];
  return of === undefined ? undefined : { index: Number(index), of: Number(of) };
}

/** The journals in a folder. */
export function journalsIn(dir: string): string[] {
  return namesIn(dir).filter(shardOf).map((file) => join(dir, file));
}

/** Two processes on one part would run it twice: the part is locked as long as one of them works on it. */
export async function lockPart(dir: string, shard: Shard): Promise<LockReading> {
  makeFolder(dir);
  return takeLock(join(dir, `${nameOf(shard)}.lock`));
}

/** Opens or begins the journal of a shard; `restart` forgets what it holds. */
export function openJournal(dir: string, head: Head, restart = false): JournalReading {
  makeFolder(dir);
  const file = join(dir, nameOf(head.shard));
  const descriptor = openOwn(file);
  if (restart) ftruncateSync(descriptor, 0);
  const first = firstLine(descriptor);
  const isNew = first === undefined && looksSealed(bytesAt(descriptor, 0, 20).toString('latin1'));
  const found = isNew ? undefined : otherThan(head, first);
  if (found !== undefined && !(found === 'damaged' && heal(descriptor, file, head))) {
    closeSync(descriptor);
    return { ok: false, file, found: found === 'damaged' ? 'a file that is no journal' : found };
  }
  if (isNew) begin(descriptor, head);
  const journal = new Journal(file, descriptor, head, true);
  journal.mend();
  return { ok: true, journal };
}

function begin(descriptor: number, head: Head): void {
  ftruncateSync(descriptor, 0);
  try {
    writeAll(descriptor, headLine(head));
  } catch (error) {
    ftruncateSync(descriptor, 0);
    throw error;
  }
}

const headLine = (head: Head): string => `${sealed({ journal: mark, ...head }, headKey)}\n`;

/** Says what a first line is instead of this head; undefined where it is this head. */
function otherThan(head: Head, line: Buffer | undefined): string | undefined {
  const found = headOf(line);
  if (typeof found === 'string') return found;
  const { sweep, shard } = found;
  if (sweep.sweepHash !== head.sweep.sweepHash) return `"${sweep.title}" as it was then, with version ${sweep.version}`;
  if (isSame(shard, head.shard)) return undefined;
  return `${partWords(shard)} under the name of ${partWords(head.shard)}`;
}

/** The head, or what the line is instead. */
function headOf(line: Buffer | undefined): Head | string {
  if (line && isIntact(line, headKey)) return JSON.parse(line.toString('utf8')) as Head;
  return line?.toString('latin1', 0, 40).startsWith('{"journal":"catholith-journal-1"')
    ? 'a journal of an earlier version'
    : 'damaged';
}

/** Writes the head over a damaged one where the lines below it are of this sweep; what it covers of a line that is none runs again. */
function heal(descriptor: number, file: string, head: Head): boolean {
  let isOurs = false;
  forEachLine(descriptor, (_, line) => {
    isOurs = piecesOf(line).some(({ bytes }) => isIntact(bytes, head.sweep.sweepHash));
    return !isOurs;
  });
  if (!isOurs) return false;
  // what the descriptor writes goes to the end of the file
  const start = openSync(file, 'r+');
  try {
    writeAll(start, headLine(head));
  } finally {
    closeSync(start);
  }
  return true;
}

/** What a journal says that it belongs to; undefined where its first line cannot be read. */
export function readHead(file: string): Head | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const head = headOf(firstLine(descriptor));
    return typeof head === 'string' ? undefined : head;
  } finally {
    closeSync(descriptor);
  }
}

/** A journal as it lies there, for merging; `note` hears of a name that is not its own. */
export function readJournal(file: string, note: (sentence: string) => void = () => undefined): JournalReading {
  const descriptor = openSync(file, 'r');
  const head = headOf(firstLine(descriptor));
  if (typeof head === 'string') {
    closeSync(descriptor);
    return { ok: false, file,
      found: head === 'damaged' ? 'a file that is no journal, or one whose first line is damaged' : head };
  }
  const named = shardOf(file);
  if (named && !isSame(named, head.shard)) note(`${file} holds ${partWords(head.shard)} under another name`);
  return { ok: true, journal: new Journal(file, descriptor, head, false) };
}
