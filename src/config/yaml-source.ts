import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument,
  visit } from 'yaml';
import type { CaseIssue } from './case.js';
import type { Path } from './plain-data.js';
import { isPrintable } from './printable.js';
import { type Wording, wording } from './wording.js';
import { deepestNesting, tooDeepAt } from './yaml-depth.js';

export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON text as plain data that remembers where everything stands. */
export interface YamlSource {
  readonly data: unknown;
  readonly issues: readonly CaseIssue[];
  /** Whether the data are worth reading on: double keys are, a broken structure is not. */
  readonly readable: boolean;
  /** Of a value or of its key; of what is absent: the nearest mapping around it that is there. */
  position(path: Path, of: 'key' | 'value'): Position;
}

export function readYaml(text: string, file: string): YamlSource {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return unread(text, file, deep);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const issues = [...brokenLines(document, at), ...strangeNodes(document, at)];
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    // an alias without its anchor, or a text that would unfold without end
    const words = wording.brokenYaml((error as Error).message, 'write the value in its place');
    issues.push({ ...at(loneAlias(document)), key: '', ...words });
  }
  const readable = document.errors.every((error) => error.code === 'DUPLICATE_KEY') && data !== undefined;
  return { data, issues, readable, position: (path, of) => at(offsetOf(document, path, of)) };
}

/** A text, or an object, which has no places: its lines and columns are 0. */
export function readInput(input: string | object, file: string): YamlSource {
  if (typeof input === 'string') return readYaml(input, file);
  const source = readYaml(JSON.stringify(input, withoutGaps), file);
  return { ...source, position: () => ({ file, line: 0, column: 0 }) };
}

/** JSON knows neither; as words they are told where they stand. */
const withoutGaps = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

/** A text that is refused as a whole, for what stands at `offset`. */
function unread(text: string, file: string, offset: number): YamlSource {
  const before = text.slice(0, offset).split('\n');
  const place: Position = { file, line: before.length, column: before[before.length - 1].length + 1 };
  return { data: undefined, issues: [{ ...place, key: '', ...wording.nestedTooDeep(deepestNesting) }], readable: false,
    position: () => place };
}

/** Texts that would steer a terminal, and keys that are no text. */
function strangeNodes(document: Document, at: (offset: number) => Position): CaseIssue[] {
  const issues: CaseIssue[] = [];
  const add = (node: Node, words: Wording): void => void issues.push({ ...at(start(node)), key: '', ...words });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && !isPrintable(node.value)) add(node, wording.unprintable(node.value));
    },
    Pair: (_, { key }) => {
      if (isMap(key) || isSeq(key)) add(key, wording.keyNotText());
    },
  });
  return issues;
}

/** Where the first alias without an anchor stands. */
function loneAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = start(alias);
      return visit.BREAK;
    },
  });
  return offset;
}

/** One issue per line: the errors that follow from the first one on a line help nobody. */
function brokenLines(document: Document, at: (offset: number) => Position): CaseIssue[] {
  const byLine = new Map<number, CaseIssue>();
  for (const error of document.errors) {
    const position = at(error.pos[0]);
    if (byLine.has(position.line)) continue;
    byLine.set(position.line, { ...position, key: '', ...wording.brokenYaml(error.message, brokenRemedy(error.code)) });
  }
  return [...byLine.values()];
}

function brokenRemedy(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'remove one of the two keys';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'MULTIPLE_DOCS') return 'write one case per file';
  return 'check the indentation, quotes and brackets near this line';
}

function offsetOf(document: Document, path: Path, of: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  let key: Node | null = null;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const found = childOf(node, step);
    // what is absent is looked for where it would stand: at the key of the mapping around it, or at the value in its place
    if (found === undefined) return isScalar(node) ? start(node) : start(key ?? node);
    key = found.key;
    node = found.value ?? found.key;
  }
  return of === 'key' ? start(key ?? node) : start(node);
}

function childOf(node: Node | null, step: string | number): { key: Node | null; value: Node | null } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
    return pair && { key: isNode(pair.key) ? pair.key : null, value: isNode(pair.value) ? pair.value : null };
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(step)];
  return isNode(item) ? { key: item, value: item } : undefined;
}

const start = (node: Node | null): number => node?.range?.[0] ?? 0;
