import type { CaseIssue, Wording } from '../../config/case.js';
import { readYaml } from '../../config/files/yaml-source.js';
import { isRecord, own, type PlainRecord, quotedData } from '../../config/plain-data.js';
import { missingKey, wrongType } from '../../config/wording/fields.js';

/** A BPX file as it is asked for, key by key: what is missing or of the wrong type, and what nobody asked for. */

/** x and y of a table of a file. */
export interface BpxTable {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** What BPX allows for a property: a number, an expression of x, or a table. */
export type BpxFunction = number | string | BpxTable;

/** A value of the file with the name of its key, `Positive electrode: Thickness [m]`. */
export interface Named<T> {
  readonly value: T;
  readonly key: string;
}

export type SectionPath = readonly string[];

export class BpxSource {
  readonly issues: CaseIssue[] = [];
  private readonly asked = new Set<string>();
  private readonly position: ReturnType<typeof readYaml>['position'];

  constructor(readonly data: PlainRecord, text: string, file: string) {
    this.position = readYaml(text, file).position;
  }

  /** Whether a section or a key is there. */
  has(path: SectionPath): boolean {
    return this.at(path) !== undefined;
  }

  /** The keys of a section; none where there is no such section. */
  keys(path: SectionPath): string[] {
    const section = this.at(path);
    return isRecord(section) ? Object.keys(section) : [];
  }

  refuse(path: SectionPath, words: Wording): undefined {
    this.issues.push({ ...this.position(path, 'value'), key: keyOf(path), ...words });
    return undefined;
  }

  /** A section that has to be there. */
  section(path: SectionPath, remedy: string): boolean {
    if (isRecord(this.at(path))) return true;
    this.refuse(path,
      missingKey(`the section "${[...path].reverse().join('" of "')}"`, quotedData(this.at(path)), remedy));
    return false;
  }

  text(path: SectionPath): string | undefined {
    const input = this.take(path);
    return typeof input === 'string' && input.trim() !== '' ? input.replace(/\s+/g, ' ').trim() : undefined;
  }

  /** A number that has to be there, above zero where that is asked for. */
  number(path: SectionPath, least: 'positive' | 'any' = 'positive'): Named<number> | undefined {
    return this.has(path) ? this.optional(path, least) : this.missing(path);
  }

  optional(path: SectionPath, least: 'positive' | 'any' = 'any'): Named<number> | undefined {
    if (!this.has(path)) return undefined;
    const value = this.take(path);
    if (Number.isFinite(value) && typeof value === 'number' && (least === 'any' || value > 0))
      return { value, key: keyOf(path) };
    return this.refuse(path,
      wrongType(least === 'any' ? 'a number' : 'a number above 0', quotedData(value),
        'write it in the unit that the key names, without the unit'));
  }

  /** A number, an expression or a table that has to be there. */
  function(path: SectionPath): Named<BpxFunction> | undefined {
    return this.has(path) ? this.optionalFunction(path) : this.missing(path);
  }

  optionalFunction(path: SectionPath): Named<BpxFunction> | undefined {
    if (!this.has(path)) return undefined;
    const value = this.take(path);
    if (typeof value === 'number' || typeof value === 'string' || isTable(value)) return { value, key: keyOf(path) };
    return this.refuse(path,
      wrongType('a number, an expression of x, or a table {"x": [...], "y": [...]} of equally many numbers',
        quotedData(value), 'write e.g. "3.4 - 0.015 * x + tanh(x)"'));
  }

  /** Marks a key as dealt with. */
  take(path: SectionPath): unknown {
    this.asked.add(path.join('\n'));
    return this.at(path);
  }

  /** Keys of a section that nobody asked for. */
  left(path: SectionPath): SectionPath[] {
    return this.keys(path).map((key) => [...path, key]).filter((one) => !this.asked.has(one.join('\n')));
  }

  private at(path: SectionPath): unknown {
    let node: unknown = this.data;
    for (const step of path) node = isRecord(node) ? own(node, step) : undefined;
    return node ?? undefined;
  }

  private missing(path: SectionPath): undefined {
    return this.refuse(path, missingKey(`"${path.at(-1)}"`, 'nothing', 'add it: the equations need it'));
  }
}

/** `Positive electrode: Thickness [m]`; what is in `Parameterisation` goes without saying. */
export const keyOf = (path: SectionPath): string =>
  path.slice(path[0] === 'Parameterisation' && path.length > 1 ? 1 : 0).join(': ');

const isTable = (value: unknown): value is BpxTable => {
  if (!isRecord(value)) return false;
  const [x, y] = [own(value, 'x'), own(value, 'y')];
  const numbers = (list: unknown): list is number[] =>
    Array.isArray(list) && list.every((one) => typeof one === 'number' && Number.isFinite(one));
  return numbers(x) && numbers(y) && x.length === y.length && x.length > 1;
};
