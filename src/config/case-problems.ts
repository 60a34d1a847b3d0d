import type * as z from 'zod';
import { knownKeys, tableNode } from './fields/schema-walk.js';
import { nearest } from './nearest.js';
import { dataAt, dotted, type Path } from './plain-data.js';
import { type Wording, wording, wrongStructure } from './wording.js';

/** A problem at a path of the file, before it has a line. */
export interface PathProblem extends Wording {
  readonly path: Path;
  readonly of: 'key' | 'value';
}

/** The problems behind one issue of zod; `writtenPath` leads from the expanded data to the file, whose keys `table` knows. */
export function problemsOf(issue: z.core.$ZodIssue, data: unknown, writtenPath: (path: Path) => Path,
  table: z.core.$ZodType): PathProblem[]
{
  const inData = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = writtenPath(inData);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const at = writtenPath([...inData, key]);
      const known = knownKeys(table, at.slice(0, -1));
      return { ...wording.unknownKey(key, known, meantElsewhere(at, known, table)), path: at, of: 'key' };
    });
  }
  if (issue.code === 'custom') {
    const words = completed(issue.params?.problem as Wording, path);
    return [{ ...words, path, of: words.code === 'unknown-key' ? 'key' : 'value' }];
  }
  if (issue.code === 'too_small') return [{ ...wording.emptyList(String(path[path.length - 1])), path, of: 'value' }];
  const input = dataAt(data, inData);
  const expected = issue.code === 'invalid_type' ? issue.expected : 'object';
  const section = path[path.length - 1];
  if (input === undefined)
    return [{ ...wording.missing(`the section "${section}"`, `${section}:`), path, of: 'value' }];
  return [{ ...wrongStructure(expected, input), path, of: 'value' }];
}

/** Without what is missing only because its key is misspelt beside it. */
export const withoutMisspelt = <P extends Wording & { readonly path: Path }>(problems: readonly P[]): P[] =>
  problems.filter(({ code, path }) => {
    const [key, section] = [path[path.length - 1], dotted(path.slice(0, -1))];
    return code !== 'missing-key'
      || !problems.some((other) =>
        other.code === 'unknown-key' && dotted(other.path.slice(0, -1)) === section
        && nearest(String(other.path[other.path.length - 1]), [String(key)]) !== undefined
      );
  });

/** A field knows an example of its value, its place knows the key: `add "thickness: 30 um"`. */
function completed(problem: Wording, path: Path): Wording {
  const match = problem.code === 'missing-key' ? /^add "(\{.*\}|\[.*\]|[^:]*)"$/.exec(problem.remedy) : null;
  return match === null ? problem : { ...problem, remedy: `add "${path[path.length - 1]}: ${match[1]}"` };
}

/** Words that others write for a section of the case, in lower case. */
const sections: Readonly<Record<string, string>> = {
  separator: 'membrane',
  solidelectrolyte: 'membrane',
  negativeelectrode: 'anode',
  positiveelectrode: 'cathode',
};

/** Words that others write for a key, in lower case, and where it stands below the same section. */
const keys: Readonly<Record<string, string>> = {
  tortuosity: 'ionicTransport.tortuosityFactor',
  cutoff: 'lowerCutoffVoltage',
  cutoffvoltage: 'lowerCutoffVoltage',
  minimumvoltage: 'lowerCutoffVoltage',
  maximumvoltage: 'upperCutoffVoltage',
  capacity: 'cathodeSheets',
};

/**
 * The key that was meant by a word that is no misspelling of it: "membrane" by separator, "ionicTransport.tortuosityFactor"
 * by cathode.tortuosity, "cell.pressure" by cathode.pressure. `known` are the keys of the section that the word stands in.
 */
function meantElsewhere(path: Path, known: readonly string[], table: z.core.$ZodType): string | undefined {
  const written = String(path[path.length - 1]);
  const word = written.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (path.length === 1 && Object.hasOwn(sections, word)) return sections[word];
  const meant = path.length > 1 && Object.hasOwn(keys, word) ? keys[word] : undefined;
  if (meant !== undefined && known.includes(meant.split('.')[0])) return meant;
  if (nearest(written, known) !== undefined) return undefined;
  const places = placesOf(written, table);
  return places.length === 1 ? dotted(places[0]) : undefined;
}

/** Where a word is a key at the top of a file or in a section of it. */
function placesOf(word: string, table: z.core.$ZodType): Path[] {
  const top = tableNode(table);
  if (top.kind !== 'section') return [];
  if (Object.hasOwn(top.shape, word)) return [[word]];
  return Object.entries(top.shape).flatMap(([section, below]): Path[] => {
    const node = tableNode(below);
    return node.kind === 'section' && Object.hasOwn(node.shape, word) ? [[section, word]] : [];
  });
}
