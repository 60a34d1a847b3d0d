import type { CaseIssue } from './case-issue.js';
import type { Position } from './files/yaml-source.js';
import { dotted, type Path } from './plain-data.js';
import type { Wording } from './wording.js';

/** Where a case stands, how its files are read, and what is found there. Each reader puts what a file says in place of its name. */
export interface FileContext {
  readonly folder: string;
  /** Text of a file by its name in the case. */
  readonly textOf: (name: string) => string | undefined;
  readonly findings: FileFindings;
  /** Hears of what takes its time before it is begun: a packing that is made. */
  readonly onMake?: (words: string) => void;
}

/** Finds the place in a file of what stands at a path below that of the file, or of as much of the path as the file has. */
export type PositionInFile = (rest: Path, of: 'key' | 'value') => Position | undefined;

/** What is found while the files of a case are read. */
export class FileFindings {
  /** Problems inside the files. */
  readonly issues: CaseIssue[] = [];
  /** Problems of the case: files that are not there. */
  readonly problems: (Wording & { readonly path: Path })[] = [];
  private readonly files: { readonly path: Path; readonly position?: PositionInFile }[] = [];

  /** Notes that what stands at a path is of a file; without a position it could not be read. */
  add(path: Path, position?: PositionInFile): void {
    this.files.push({ path, ...(position && { position }) });
  }

  /** Where a file has the value at a path, the innermost one; undefined where the case itself has it. */
  position(path: Path, of: 'key' | 'value'): Position | undefined {
    for (const { path: at, position } of this.around(path).sort((a, b) => b.path.length - a.path.length)) {
      const place = position?.(path.slice(at.length), of);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Whether a file could not be read, so that what the schema says below this path is an echo. */
  broken(path: Path): boolean {
    return this.around(path).some(({ position }) => position === undefined);
  }

  private around(path: Path) {
    return this.files.filter((one) => dotted(path.slice(0, one.path.length)) === dotted(one.path));
  }
}

/** What a reader made of a file that is no text (an image, a mesh); undefined where there is no file, or its bytes alone. */
export function fromText<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text) as T;
  } catch {
    // a reader of texts alone gives the bytes
    return undefined;
  }
}
