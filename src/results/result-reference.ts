import { markdownHead, markdownRow as row } from '../config/printable.js';
import { documentJsonSchema } from './document-schemas.js';
import { outcomeColumns, provenanceColumns, resultColumns } from './result-columns.js';

/** What of a JSON Schema the reference reads. */
interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** Columns and keys of results as Markdown tables: of the one table of columns, and of the schema of the result document. */
export function resultReference(): string {
  const columns = [...outcomeColumns, ...resultColumns, ...provenanceColumns].map(({ name, type, meaning }) =>
    row([code(name), type, meaning])
  );
  const keys = keysOf(documentJsonSchema('result') as Node, '').map(([key, type, meaning]) =>
    row([code(key), type, meaning])
  );
  return `## Columns of a table of results\n\n${head('column')}${columns.join('')}\n`
    + `## Keys of result.json\n\n${head('key')}${keys.join('')}`;
}

const head = (first: string): string => markdownHead([first, 'type', 'what it is']);
const code = (name: string): string => `\`${name}\``;

/** Every leaf by its dotted key, `[]` for the items of a list; a mapping says what it is before its keys. */
function keysOf(node: Node, key: string): (readonly [key: string, type: string, meaning: string])[] {
  const real = node.anyOf?.find(({ type }) => type !== 'null') ?? node;
  const meaning = node.description ?? real.description ?? '';
  const { properties, items } = real;
  if (properties) {
    const below = Object.entries(properties).flatMap(([name, one]) =>
      keysOf(one, key === '' ? name : `${key}.${name}`)
    );
    return meaning === '' || key === '' ? below : [[key, 'mapping', meaning], ...below];
  }
  if (items === undefined) return [[key, typeOf(node, real), meaning]];
  const below = keysOf(items, `${key}[]`);
  const plain = below.length === 1 && below[0][0] === `${key}[]`;
  return plain ? [[key, `list: ${below[0][1]}`, meaning || below[0][2]]] : [[key, 'list', meaning], ...below];
}

function typeOf(node: Node, real: Node): string {
  const type = real.const !== undefined
    ? JSON.stringify(real.const)
    : real.enum?.join(', ') ?? [real.type ?? 'any'].flat().join(' or ');
  return node.anyOf ? `${type} or null` : type;
}
