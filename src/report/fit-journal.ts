import { closeSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, openOwn, writeAll } from './files/whole-file.js';
import { forEachLine } from './sweep/journal-lines.js';
import { isIntact, piecesOf, sealed } from './sweep/sealed-line.js';

/**
 * The memory of a fit that is interrupted, beside its report: a line per finished part with a checksum, as in the journal of a sweep. Lines
 * of another fit, which have another key, stay and count as none.
 */
export class FitJournal {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #parts = new Map<string, unknown>();

  /** `key`: hash of what is fitted. */
  constructor(dir: string, private readonly key: string) {
    makeFolder(dir);
    this.#file = join(dir, 'fit-journal.ndjson');
    this.#descriptor = openOwn(this.#file);
    forEachLine(this.#descriptor, (_, line) => {
      for (const { bytes } of piecesOf(line)) {
        if (!isIntact(bytes, key)) continue;
        const { part, value } = JSON.parse(bytes.toString('utf8')) as { part: string; value: unknown };
        this.#parts.set(part, value);
      }
    });
  }

  /** Parts that were finished before. */
  get finished(): number {
    return this.#parts.size;
  }

  /** A part as it was kept, else computed and kept; plain data without null. */
  readonly keep = <T>(part: string, compute: () => T): T => {
    if (this.#parts.has(part)) return this.#parts.get(part) as T;
    const value = compute();
    writeAll(this.#descriptor, `${sealed({ part, value }, this.key)}\n`);
    return value;
  };

  /** Forgets everything: the report is there. */
  remove(): void {
    closeSync(this.#descriptor);
    rmSync(this.#file, { force: true });
  }
}
