import { lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { FolderProblem } from './folder-problem.js';
import { type Lock, takeLock, usualPatience } from './lock.js';
import { makeFolder, writeBytes, writeWhole } from './whole-file.js';

/** List of what a folder holds of this program: by the page of each report its title and its files. */
const listSchema = z.strictObject({
  schema: z.literal('catholith-files-1'),
  reports: z.array(z.strictObject({ page: z.string(), title: z.string(), files: z.array(z.string()) })),
});
type Report = z.output<typeof listSchema>['reports'][number];

const listName = 'catholith-files.json';
const lockName = 'catholith-files.lock';

/** Receiver of sentences that a reader should know of the folder. */
export type Note = (sentence: string) => void;

/** Others write a report within a second; a process that is killed leaves a lock that is known as dead. [ms] */
const patience = { ...usualPatience, wait: 20_000 };

/**
 * A folder while a report is written to it: nobody else writes there, files of other hands are set aside and not overwritten, figures
 * that an earlier report of the same page had and this one has not are removed.
 */
export class ReportFolder {
  readonly #written: string[] = [];
  readonly #setAside: string[] = [];

  private constructor(private readonly dir: string, private readonly page: string,
    private readonly earlier: readonly Report[], private readonly lock: Lock, readonly note: Note)
  {}

  /** `page` is the report's name: a report replaces the one of the same page. */
  static async open(dir: string, page: string, note: Note = () => undefined): Promise<ReportFolder> {
    makeFolder(dir);
    const taken = await takeLock(join(dir, lockName), patience);
    if (!taken.ok) throw new FolderProblem(`${taken.holder} writing to it`);
    return new ReportFolder(dir, page, readList(dir), taken.lock, note);
  }

  /** Writes one file by its name below the folder, whole or not at all. */
  async put(name: string, content: string | Uint8Array | ((part: string) => void | Promise<void>)): Promise<void> {
    const path = join(this.dir, name);
    const folder = dirname(path);
    makeFolder(folder);
    if (dirname(name) !== '.' && lstatSync(folder).isSymbolicLink()) {
      throw new FolderProblem(`${dirname(name)} in it as a link to elsewhere`);
    }
    if (!this.#isOurs(name)) {
      this.#keep(name);
      // listed before it is there: a kill in between must not make a stranger of it
      await this.#list(this.#before?.title ?? '', [...this.#before?.files ?? [], ...this.#written, name]);
    }
    await writeWhole(path, typeof content === 'function' ? content : (part) => writeBytes(part, content));
    this.#written.push(name);
  }

  /** Ends the report; returns the paths of its files. */
  async finish(title: string): Promise<string[]> {
    const before = this.#before;
    const wanted = new Set([...this.#written, ...this.#others.flatMap(({ files }) => files)]);
    for (const name of before?.files ?? []) if (!wanted.has(name)) rmSync(join(this.dir, name), { force: true });
    if (before && before.title !== title && before.title !== '')
      this.note(`it replaces the report of "${before.title}" that lay there`);
    const [first] = this.#setAside;
    const count = this.#setAside.length;
    if (first)
      this.note(
        `${count} ${count === 1 ? 'file' : 'files'} lay there that no report of this program lists; kept, the first `
          + `as ${first}`,
      );
    await this.#list(title, this.#written);
    return this.#written.map((name) => join(this.dir, name));
  }

  close(): void {
    this.lock.release();
  }

  get #before(): Report | undefined {
    return this.earlier.find(({ page }) => page === this.page);
  }

  get #others(): readonly Report[] {
    return this.earlier.filter(({ page }) => page !== this.page);
  }

  async #list(title: string, files: readonly string[]): Promise<void> {
    const list = { schema: 'catholith-files-1',
      reports: [...this.#others, { page: this.page, title, files: [...new Set(files)] }] };
    await writeWhole(join(this.dir, listName), (part) => writeBytes(part, `${JSON.stringify(list, null, 1)}\n`));
  }

  #isOurs(name: string): boolean {
    return this.#written.includes(name) || this.earlier.some(({ files }) => files.includes(name));
  }

  /** Gives a file of other hands another name. */
  #keep(name: string): void {
    const path = join(this.dir, name);
    if (!exists(path)) return;
    let kept = `${name}.kept`;
    for (let i = 2; exists(join(this.dir, kept)); i++) kept = `${name}.kept-${i}`;
    renameSync(path, join(this.dir, kept));
    this.#setAside.push(kept);
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function readList(dir: string): readonly Report[] {
  try {
    const list = listSchema.safeParse(JSON.parse(readFileSync(join(dir, listName), 'utf8')));
    return list.success ? list.data.reports.map(safe) : [];
  } catch {
    // no list, or none of ours: nothing here is known to be ours
    return [];
  }
}

/** A list that somebody changed must not lead out of its folder. */
const safe = (report: Report): Report => ({ ...report,
  files: report.files.filter((name) => /^((figures|rows|fields)\/)?[\w.-]+$/.test(name)) });
