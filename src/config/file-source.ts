import type { CaseIssue } from './case.js';
import type { Position } from './files/yaml-source.js';
import { dotted, type Path, type PlainRecord } from './plain-data.js';
import type { Wording } from './wording.js';

/** A case with what other files say in place of their names. */
export interface FileSource {
  readonly data: PlainRecord;
  /** Problems inside the files. */
  readonly issues: readonly CaseIssue[];
  /** Problems of the case: files that are not there. */
  readonly problems: readonly (Wording & { readonly path: Path })[];
  /** Where a file has the value at a path; undefined where the case itself has it. */
  position(path: Path, of: 'key' | 'value'): Position | undefined;
  /** Whether a file could not be read, so that what the schema says below this path is an echo. */
  broken(path: Path): boolean;
}

/** `textOf` gives the text of a file by its name in the case; `folder` is where the case stands. */
export interface FileContext {
  readonly folder: string;
  readonly textOf: (name: string) => string | undefined;
  /** Hears of what takes its time before it is begun: a packing that is made. */
  readonly onMake?: (words: string) => void;
}

/** The part of a case that came from a file. */
export interface FromFile {
  readonly path: Path;
  /** Of a path below it; undefined where the file could not be read. */
  readonly position?: (rest: Path, of: 'key' | 'value') => Position | undefined;
}

/** What is found while the files of a case are read. */
export interface Gathered {
  readonly issues: CaseIssue[];
  readonly problems: (Wording & { readonly path: Path })[];
  readonly found: FromFile[];
}

export const nothingGathered = (): Gathered => ({ issues: [], problems: [], found: [] });

/** The case with what was found in place of the names of files. */
export const sourceFrom = ({ issues, problems, found }: Gathered, data: PlainRecord): FileSource => ({ data, issues,
  problems, ...placesIn(found) });

/** What a reader made of a file that is no text (an image, a mesh); undefined where there is no file, or its bytes alone. */
export function fromText<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text) as T;
  } catch {
    // a reader of texts alone gives the bytes
    return undefined;
  }
}

/** Where the files have what stands below their paths. The innermost file counts. */
const placesIn = (found: readonly FromFile[]): Pick<FileSource, 'position' | 'broken'> => {
  const around = (path: Path): FromFile[] => found.filter((one) => isBelow(path, one.path));
  return {
    position: (path, of) => {
      for (const { path: at, position } of around(path).sort((a, b) => b.path.length - a.path.length)) {
        const place = position?.(path.slice(at.length), of);
        if (place !== undefined) return place;
      }
      return undefined;
    },
    broken: (path) => around(path).some(({ position }) => position === undefined),
  };
};

const isBelow = (path: Path, above: Path): boolean => dotted(path.slice(0, above.length)) === dotted(above);
