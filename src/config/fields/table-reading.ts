import type * as z from 'zod';
import type { CaseIssue, Loaded } from '../case-issue.js';
import { problemsOf, withoutMisspelt } from '../case-problems.js';
import { readYaml, type YamlSource } from '../files/yaml-source.js';
import { define, dotted, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { wrongStructure } from '../wording.js';
import type { FieldProblem, Reading } from './reading.js';
import { tableNode } from './schema-walk.js';

/** Reads plain data by a table of fields: the value, or every problem at once. */
export function readTable<T>(table: z.ZodType<T>, input: unknown): Reading<T> {
  if (!isRecord(input)) return { ok: false, problems: [{ ...wrongStructure('object', input), path: [] }] };
  const data = withoutNullKeys(table, input);
  const result = table.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, data, (path) => path, table));
  return { ok: false, problems: withoutMisspelt(problems).map(({ of: _, ...problem }) => problem) };
}

/** What a file of one table says, with its places. */
export type WholeFile<T> = Loaded<{ value: T; yaml: YamlSource }>;

/** Reads a file that is one table: its value, or every problem with its place. */
export function readWhole<T>(table: z.ZodType<T>, text: string, file: string): WholeFile<T> {
  const yaml = readYaml(text, file);
  if (!yaml.readable) return { ok: false, issues: yaml.issues };
  const reading = readTable(table, yaml.data);
  const issues = [...yaml.issues, ...(reading.ok ? [] : reading.problems.map(issueIn(yaml, [])))];
  return reading.ok && issues.length === 0 ? { ok: true, value: reading.value, yaml } : { ok: false, issues };
}

/** Null takes a key of the table away; what a field makes of null in its own value is its matter. */
function withoutNullKeys(table: z.core.$ZodType, input: unknown): unknown {
  const node = tableNode(table);
  if (node.kind === 'list' && Array.isArray(input)) return input.map((one) => withoutNullKeys(node.element, one));
  if (node.kind !== 'section' || !isRecord(input)) return input;
  const kept: PlainRecord = {};
  for (const [key, value] of Object.entries(input)) {
    const below = Object.hasOwn(node.shape, key) ? node.shape[key] : undefined;
    if (value !== null) define(kept, key, below ? withoutNullKeys(below, value) : value);
  }
  return kept;
}

/** A problem of what stands at `place` of a file. */
export function issueIn(written: YamlSource, place: Path) {
  return ({ path, ...words }: FieldProblem): CaseIssue => {
    const at = [...place, ...path];
    return { ...written.position(at, words.code === 'unknown-key' ? 'key' : 'value'), key: dotted(at), ...words };
  };
}
