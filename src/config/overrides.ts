import { notReplaced, shortForName } from './alternatives.js';
import type { CaseIssue } from './case-issue.js';
import { stepsOf } from './dotted-keys.js';
import { type Position, readYaml, type YamlSource } from './files/yaml-source.js';
import { copied, dataAt, define, isRecord, own, type Path, type PlainRecord } from './plain-data.js';
import { wording } from './wording.js';

export interface Overridden {
  readonly data: PlainRecord;
  readonly issues: readonly CaseIssue[];
  /** Where a path was set on the command line; undefined where it was not. */
  position(path: Path): Position | undefined;
}

/**
 * Applies `--set key=value` in order: dotted keys, list indices, YAML values; an empty or null value removes the key, and a key takes
 * away the others that say the same (`thickness`, `massLoading`) unless they are set as well. An empty text is passed over.
 */
export function applyOverrides(data: PlainRecord, texts: readonly string[]): Overridden {
  const changed = copied(data);
  const issues: CaseIssue[] = [];
  const paths: string[][] = [];
  const keys = new Set(texts.map(overrideKey));
  texts.forEach((text, i) => {
    paths.push([]);
    if (text === '') return;
    const at: Position = { file: '--set', line: i + 1, column: 1 };
    const equals = text.indexOf('=');
    const source = readYaml(text.slice(equals + 1), '--set');
    const key = overrideKey(text);
    const steps = stepsOf(changed, key);
    const received = (equals < 0 ? 'no "="' : wrongValue(source)) ?? setKey(changed, key, source.data, keys);
    if (received === undefined) paths[i] = steps;
    else issues.push({ ...at, key, ...wording.badOverride(text, received) });
  });
  return {
    data: changed,
    issues,
    position: (path) => {
      // a mapping that only the command line made stands there, too
      const made = dataAt(data, path) === undefined;
      const line = paths.findLastIndex((set) =>
        set.length > 0
        && (set.every((step, i) => step === String(path[i]))
          || (made && path.length > 0 && path.every((step, i) => String(step) === set[i])))
      );
      return line < 0 ? undefined : { file: '--set', line: line + 1, column: 1 };
    },
  };
}

/** `cathode.thickness` of `cathode.thickness=30 um`; empty where there is no "=". */
export const overrideKey = (text: string): string => text.slice(0, Math.max(0, text.indexOf('='))).trim();

function wrongValue({ readable, issues: [first] }: YamlSource): string | undefined {
  if (first !== undefined) return first.code === 'broken-yaml' ? 'a value that is no YAML' : first.received;
  return readable ? undefined : 'a value that is no YAML';
}

/** Sets one dotted key in place; answers what is wrong, if anything. Of the alternatives to it, those in `keys` stay. */
export function setKey(data: PlainRecord, key: string, value: unknown, keys: ReadonlySet<string>): string | undefined {
  if (key.split('.').includes('')) return 'no key';
  const path = stepsOf(data, key);
  let parent: unknown = data;
  for (const [i, step] of path.slice(0, -1).entries()) {
    const next = child(parent, step, path.slice(0, i + 1).join('.'), path[i + 1]);
    if (typeof next === 'string') return next;
    parent = next;
  }
  const above = path.slice(0, -1).join('.');
  const last = path[path.length - 1];
  if (isRecord(parent) && value !== null) {
    const left = notReplaced(parent, { [last]: value });
    for (const other of Object.keys(parent)) {
      if (!Object.hasOwn(left, other) && !keys.has(`${above}.${other}`)) delete parent[other];
    }
  }
  return put(parent, last, value ?? undefined, above);
}

/** The mapping or list at a step, made where it is absent or short for one; a text says why there is none. */
function child(parent: unknown, step: string, key: string, below: string): object | string {
  if (Array.isArray(parent)) {
    const item: unknown = parent[Number(step)];
    return typeof item === 'object' && item !== null ? item : `no list entry ${key}`;
  }
  const record = parent as PlainRecord;
  const present = own(record, step);
  if (typeof present === 'object' && present !== null) return present;
  if (present === undefined && /^\d+$/.test(below)) return `no list at ${key}`;
  // a part of a blend may be its share alone
  const short = key.split('.').at(-2) === 'blend'
    ? { share: present }
    : typeof present === 'string' && shortForName.includes(step)
    ? { name: present }
    : undefined;
  if (present !== undefined && present !== null && !short) return `a value instead of a mapping at ${key}`;
  const made: PlainRecord = short ?? {};
  define(record, step, made);
  return made;
}

function put(parent: unknown, step: string, value: unknown, key: string): string | undefined {
  if (Array.isArray(parent)) {
    if (!/^\d+$/.test(step) || Number(step) >= parent.length) return `no list entry ${step} of ${key}`;
    parent[Number(step)] = value;
  } else if (isRecord(parent)) {
    if (value === undefined) delete parent[step];
    else define(parent, step, value);
  }
  return undefined;
}
