import type * as z from 'zod';
import { nearest } from './nearest.js';
import { meantElsewhere } from './other-words.js';
import { dataAt, dotted, type Path } from './plain-data.js';
import { knownKeys } from './schema-walk.js';
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
