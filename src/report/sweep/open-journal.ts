import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { namesIn } from '../../config/files/read-text.js';
import type { Shard } from '../../results/shard.js';
import type { Result } from '../../units/result.js';
import { type LockReading, takeLock } from '../files/lock.js';
import { makeFolder, openOwn, writeAll, writeWhole } from '../files/whole-file.js';
import { bytesAt, firstLine, forEachLine } from './journal-lines.js';
import { type Head, Journal } from './journal.js';
import { isIntact, looksSealed, piecesOf, sealed } from './sealed-line.js';

/** A journal, or what lies at its place: another sweep, or something that is no journal. */
export type JournalReading = Result<{ journal: Journal }, { file: string; found: string }>;

const mark = 'catholith-journal-2';
/** The sum of a head starts from nothing: it is read before its sweep is known. */
const headKey = '';
const journalFile = /^journal-(\d+)-of-(\d+)\.ndjson$/;

const nameOf = ({ index, of }: Shard): string => `journal-${index}-of-${of}.ndjson`;
const partWords = ({ index, of }: Shard): string => `part ${index} of ${of}`;

/** The journals in a folder. */
export function journalsIn(dir: string): string[] {
  return namesIn(dir).filter((file) => journalFile.test(file)).map((file) => join(dir, file));
}

/** Two processes on one part would run it twice: the part is locked as long as one of them works on it. */
export async function lockPart(dir: string, shard: Shard): Promise<LockReading> {
  makeFolder(dir);
  return takeLock(join(dir, `${nameOf(shard)}.lock`));
}

/** Opens or begins the journal of a shard; `restart` forgets what it holds. */
export async function openJournal(dir: string, head: Head, restart = false): Promise<JournalReading> {
  makeFolder(dir);
  const file = join(dir, nameOf(head.shard));
  let descriptor = openOwn(file);
  if (restart) ftruncateSync(descriptor, 0);
  const first = firstLine(descriptor);
  const isNew = first === undefined && looksSealed(bytesAt(descriptor, 0, 20).toString('latin1'));
  const found = isNew ? undefined : otherThan(head, first);
  if (found === 'damaged' && await heal(descriptor, file, head)) {
    closeSync(descriptor);
    descriptor = openOwn(file);
  } else if (found !== undefined) {
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
  const found = line && headOf(line);
  if (typeof found !== 'object') return found ?? 'a file that is no journal';
  const { sweep, shard } = found;
  if (sweep.sweepHash !== head.sweep.sweepHash) return `"${sweep.title}" as it was then, with version ${sweep.version}`;
  if (shard.index === head.shard.index && shard.of === head.shard.of) return undefined;
  return `${partWords(shard)} under the name of ${partWords(head.shard)}`;
}

/** The head, or what the line is instead. */
function headOf(line: Buffer): Head | string {
  if (isIntact(line, headKey)) return JSON.parse(line.toString('utf8')) as Head;
  return line.toString('latin1', 0, 40).startsWith('{"journal":"catholith-journal-1"')
    ? 'a journal of an earlier version'
    : 'damaged';
}

/** Writes the head anew where the lines below a damaged one are of this sweep. */
async function heal(descriptor: number, file: string, head: Head): Promise<boolean> {
  const isOurs = (bytes: Buffer): boolean => isIntact(bytes, head.sweep.sweepHash);
  let lines = 0;
  forEachLine(descriptor, (_, line) => void (lines += piecesOf(line).filter(({ bytes }) => isOurs(bytes)).length));
  if (lines === 0) return false;
  await writeWhole(file, (part) => {
    const copy = openSync(part, 'wx');
    try {
      writeAll(copy, headLine(head));
      forEachLine(descriptor, (_, line) => {
        for (const { bytes } of piecesOf(line)) {
          if (isOurs(bytes)) writeAll(copy, Buffer.concat([bytes, Buffer.from('\n')]));
        }
      });
    } finally {
      closeSync(copy);
    }
  });
  return true;
}

/** What a journal says that it belongs to; undefined where its first line cannot be read. */
export function readHead(file: string): Head | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const line = firstLine(descriptor);
    const head = line === undefined ? 'damaged' : headOf(line);
    return typeof head === 'string' ? undefined : head;
  } finally {
    closeSync(descriptor);
  }
}

/** A journal as it lies there, for merging; `note` hears of a name that is not its own. */
export function readJournal(file: string, note: (sentence: string) => void = () => undefined): JournalReading {
  const descriptor = openSync(file, 'r');
  const line = firstLine(descriptor);
  const head = line === undefined ? 'damaged' : headOf(line);
  if (typeof head === 'string') {
    closeSync(descriptor);
    return { ok: false, file,
      found: head === 'damaged' ? 'a file that is no journal, or one whose first line is damaged' : head };
  }
  const [, index, of] = journalFile.exec(basename(file)) ?? [];
  if (index !== undefined && (Number(index) !== head.shard.index || Number(of) !== head.shard.of))
    note(`${file} holds ${partWords(head.shard)} under another name`);
  return { ok: true, journal: new Journal(file, descriptor, head, false) };
}
