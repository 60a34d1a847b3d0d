import { type Document, isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, Lexer, LineCounter, type Node,
  type Pair, parseDocument, visit, type YAMLParseError } from 'yaml';
import type { CaseIssue } from '../case-issue.js';
import type { Path } from '../plain-data.js';
import { isPrintable } from '../printable.js';
import { type Wording, wording } from '../wording.js';

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
  /** Finds the place of a value or of its key; of what is absent, that of the nearest mapping around it. */
  position(path: Path, of: 'key' | 'value'): Position;
}

const quietly = { prettyErrors: false, logLevel: 'error' } as const;

export function readYaml(text: string, file: string): YamlSource {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return unread(text, file, deep);
  const lines = new LineCounter();
  const document = parseDocument(text, { ...quietly, lineCounter: lines });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const issues = [...brokenLines(text, document, at), ...strangeNodes(document, at)];
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
  const position = (): Position => ({ file, line: 0, column: 0 });
  const text = textOfData(input);
  if (typeof text === 'string') return { ...readYaml(text, file), position };
  return { data: undefined, issues: [{ ...position(), key: '', ...text }], readable: false, position };
}

/** The text of plain data; why there is none of what a program gives without being asked by a compiler. */
function textOfData(input: unknown): string | Wording {
  try {
    return stringified(input) ?? wording.notData(typeof input);
  } catch (error) {
    // a circle in it, or a getter that throws
    return wording.notData(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

/** Of a function or a symbol there is no text, which its type does not say. */
const stringified = (input: unknown): string | undefined => JSON.stringify(input, withoutGaps);

/** JSON knows none of these; as words they are told where they stand. */
const withoutGaps = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value;

/** A text that is refused as a whole, for what stands at `offset`. */
function unread(text: string, file: string, offset: number): YamlSource {
  const before = text.slice(0, offset).split('\n');
  const place: Position = { file, line: before.length, column: before[before.length - 1].length + 1 };
  return { data: undefined, issues: [{ ...place, key: '', ...wording.nestedTooDeep(deepestNesting) }], readable: false,
    position: () => place };
}

/** Texts that would steer a terminal, keys that are no text, and numbers that a decimal comma cuts in two, which are put together again. */
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
    Map: (_, map, above) => {
      const { flow, items } = map;
      if (!flow) return;
      for (const [i, { key, value }] of items.entries()) {
        const before = items[i - 1]?.value;
        const decimals = isScalar(key) && value === null && /^\d.*$/.exec(key.source ?? '')?.[0];
        if (!decimals || !isScalar(before) || !/^[-+]?\d+$/.test(before.source ?? '')) continue;
        const words = wording.decimalComma(`${before.source},${decimals}`, `${before.source}.${decimals}`);
        issues.push({ ...at(start(before)), key: keyPath([...above, map, items[i - 1]]), ...words });
        before.value = `${before.source}.${decimals}`;
        items.splice(i, 1);
      }
    },
  });
  return issues;
}

/** The key of the innermost of some nodes that lie inside each other, with dots. */
const keyPath = (nodes: readonly unknown[]): string =>
  nodes.map((node, i) => isPair(node) ? String(node.key) : isSeq(node) ? node.items.indexOf(nodes[i + 1]) : '')
    .filter((step, i, steps) => step !== '' && !(step === 'value' && i === steps.length - 1)).join('.');

/** The key of the pair that begins at an offset. */
function keyAt(document: Document, offset: number): string {
  let path = '';
  visit(document, {
    Pair: (_, pair: Pair, above) => {
      if (!isNode(pair.key) || start(pair.key) !== offset) return undefined;
      path = keyPath([...above, pair]);
      return visit.BREAK;
    },
  });
  return path;
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

/**
 * One issue per section of the file, a key in the first column with what is indented below it: the errors that follow from its first one help
 * nobody, and none reaches into the next section where each is read by itself.
 */
function brokenLines(text: string, document: Document, at: (offset: number) => Position): CaseIssue[] {
  const causesIn = (section: Document, begin: number): CaseIssue[] =>
    causesOf(section).map(({ offset, words, key = '' }) => ({ ...at(begin + offset), key, ...words }));
  if (!document.errors.some(isStructural)) return causesIn(document, 0);
  const begins = [...text.matchAll(/^(?=[^\s#}\]-])/gm)].map(({ index }) => index).slice(1);
  const issues = [0, ...begins].flatMap((begin, i) =>
    causesIn(parseDocument(text.slice(begin, begins[i]), quietly), begin)
  );
  return issues.length > 0 ? issues : causesIn(document, 0);
}

const isStructural = ({ code }: YAMLParseError): boolean => code !== 'DUPLICATE_KEY';

/** The first error of the structure, at what it is about; where that stands, every key that is there twice. */
function causesOf(document: Document): { readonly offset: number; readonly words: Wording; readonly key?: string }[] {
  const first = document.errors.find(isStructural);
  return (first ? [first] : document.errors).map(({ code, message, pos: [end] }) => {
    const open = code === 'MISSING_CHAR' || message.startsWith('Flow') ? openAt(document, end) : undefined;
    const unknown = [message, 'check this line and the one above'] as const;
    const words = open === undefined ? causes[code] ?? unknown : notClosed;
    const key = code === 'DUPLICATE_KEY' ? { key: keyAt(document, end) } : {};
    return { offset: open ?? end, words: wording.brokenYaml(...words), ...key };
  });
}

const notClosed = ['a quote or a bracket that is not closed', 'close it'] as const;
const causes: Readonly<Record<string, readonly [received: string, remedy: string]>> = {
  DUPLICATE_KEY: ['this key for the second time', 'remove one of the two'],
  TAB_AS_INDENT: ['a tab', 'indent with spaces'],
  MULTIPLE_DOCS: ['a second document', 'write one case per file'],
  BAD_INDENT: ['a line that begins in another column than its neighbours', 'indent all keys of a section alike'],
  BLOCK_AS_IMPLICIT_KEY: ['a key behind a value',
    'write a text with a colon in quotes, and indent all keys of a section alike'],
  MULTILINE_IMPLICIT_KEY: ['a line that is no "key: value"', 'write a colon and a space behind the key'],
  BAD_SCALAR_START: ['a text that begins with a sign of YAML', 'write it in quotes'],
};

/** Where the outermost quote or bracket begins that is open at `end`. */
function openAt(document: Document, end: number): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      const [from = end, to = 0] = node.range ?? [];
      if (!opens || from >= end || to < end) return undefined;
      offset = from;
      return visit.BREAK;
    },
  });
  return offset;
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

/** Brackets, or "- " and "? " of one line, inside each other: several times what any case has. */
const deepestNesting = 64;

/** The lexer announces a text by this; what follows is no bracket. */
const textFollows = '\u001f';
const shift: Readonly<Record<string, number | undefined>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/**
 * Where a text of YAML is nested deeper than anyone means, as an offset; undefined where it is not. Found before the text is parsed: a parser
 * calls itself for every level, and forty thousand brackets take minutes, or the stack.
 */
function tooDeepAt(text: string): number | undefined {
  if (openings(text) <= deepestNesting) return undefined;
  let offset = 0;
  let brackets = 0;
  let marks = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (before !== textFollows) {
      brackets = Math.max(0, brackets + (shift[token] ?? 0));
      if (token === '-' || token === '?') marks++;
      if (token.includes('\n')) marks = 0;
      if (brackets > deepestNesting || marks > deepestNesting) return offset;
    }
    before = token;
    if (!isControl(token)) offset += token.length;
  }
  return undefined;
}

/** Characters that may open a level: no text is deeper than that, and most need no second look. */
const openings = (text: string): number => text.match(/[[{]|[-?](?=[\s,[\]{}]|$)/g)?.length ?? 0;

/** Tokens that stand for no letters of the text: of a document, the end of a flow, a text that follows. */
const isControl = (token: string): boolean => token === '\u0002' || token === '\u0018' || token === textFollows;
