import type * as z from 'zod';
import { knownKeys } from './fields/schema-walk.js';
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
      return { ...wording.unknownKey(key, knownKeys(table, at.slice(0, -1)), remedyFor(at, table)), path: at,
        of: 'key' };
    });
  }
  if (issue.code === 'custom') {
    const words = completed(issue.params?.problem as Wording, path);
    if (words.code !== 'unknown-key') return [{ ...words, path, of: 'value' }];
    const isProperty = words.expected === 'a known key' && knownKeys(table, path.slice(0, -1)).length > 0;
    const remedy = isProperty && !words.remedy.startsWith('write') ? remedyFor(path, table) : undefined;
    return [{ ...words, remedy: remedy ?? words.remedy, path, of: 'key' }];
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
const sections: Readonly<Record<string, string | undefined>> = {
  separator: 'membrane',
  solidelectrolyte: 'membrane',
  negativeelectrode: 'anode',
  positiveelectrode: 'cathode',
};

/** Words that others write for a key, in lower case, and where it stands below the same section. */
const keys: Readonly<Record<string, string | undefined>> = {
  tortuosity: 'ionicTransport.tortuosityFactor',
  cutoff: 'lowerCutoffVoltage',
  cutoffvoltage: 'lowerCutoffVoltage',
  minimumvoltage: 'lowerCutoffVoltage',
  maximumvoltage: 'upperCutoffVoltage',
  capacity: 'cathodeSheets',
  // of the sizes of particles no table is read
  file: 'd50',
};

/**
 * What to do about a key that is unknown where it stands and no misspelling of a key there: "membrane" is meant by separator,
 * "ionicTransport.tortuosityFactor" by cathode.tortuosity, and cathode.nToP belongs under "anode".
 */
function remedyFor(path: Path, table: z.core.$ZodType): string | undefined {
  const word = String(path[path.length - 1]);
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const words = path.length === 1 ? sections : keys;
  const meant = Object.hasOwn(words, plain) ? words[plain] : undefined;
  if (meant && knownKeys(table, path.slice(0, -1)).includes(meant.split('.')[0])) return `did you mean "${meant}"?`;
  const places = placesOf(word, path, table);
  if (places.length === 0 || places.length > mostPlaces) return undefined;
  return places[0] === ''
    ? 'move it to the top of the file'
    : `move it to ${places.map((place) => `"${place}"`).join(' or ')}`;
}

/** A key that stands in more places than a reader tries is looked for by its spelling. */
const mostPlaces = 3;

/** The section around a key that holds one of this name, or else all sections below that one and those around it which do. */
function placesOf(word: string, path: Path, table: z.core.$ZodType): string[] {
  const around = path.map((_, k) => path.slice(0, path.length - 1 - k));
  const holds = (at: Path) => knownKeys(table, at).includes(word);
  const above = around.find(holds);
  if (above) return [dotted(above)];
  return around.flatMap((at) => knownKeys(table, at).map((key) => [...at, key]).filter(holds).map(dotted));
}
