/** What may stand at a place of a case file, from the JSON Schema of cases. */

export type Json = Readonly<Record<string, unknown>>;

export interface Completion {
  readonly label: string;
  readonly detail?: string;
  readonly apply?: string;
  readonly type: 'property' | 'enum';
}

/** Keys that may stand in the mapping around a place, or the names that a value may have. */
export function keysAt(text: string, position: number, schema: Json): readonly Completion[] {
  const before = text.slice(0, position);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const path = pathAbove(before);
  const value = /^\s*(?:- )?([\w$]+):\s*\S*$/.exec(line);
  if (value) return namesOf(below(schema, schema, [...path, value[1]]));
  return below(schema, schema, path).flatMap((node) => Object.entries(propertiesOf(node))).map(([label, node]) => {
    const about = descriptionOf(schema, node);
    return { label, apply: `${label}: `, type: 'property', ...(about !== undefined && { detail: about.slice(0, 80) }) };
  });
}

/** Keys of the mappings around the last line, by their indentation. */
function pathAbove(before: string): string[] {
  const lines = before.split('\n');
  const path: string[] = [];
  let indent = /^ */.exec(lines[lines.length - 1])?.[0].length ?? 0;
  for (let i = lines.length - 2; i >= 0 && indent > 0; i--) {
    const match = /^((?: |- )*)([\w$]+):/.exec(lines[i]);
    if (!match || match[1].length >= indent) continue;
    path.unshift(match[2]);
    indent = match[1].length;
  }
  return path;
}

const isJson = (node: unknown): node is Json => typeof node === 'object' && node !== null && !Array.isArray(node);
const propertiesOf = (node: Json): Readonly<Record<string, Json>> =>
  isJson(node.properties) ? node.properties as Record<string, Json> : {};

/** Every schema that may hold at a path: alternatives, references and items are followed. */
function below(root: Json, node: unknown, path: readonly string[], depth = 0): Json[] {
  if (!isJson(node) || depth > 12) return [];
  const reference = typeof node.$ref === 'string' ? referred(root, node.$ref) : undefined;
  const others = [reference, node.items, ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => node[key] ?? [])];
  const here = path.length === 0
    ? [node]
    : below(root, propertiesOf(node)[path[0]] ?? node.additionalProperties, path.slice(1), depth + 1);
  return [...here, ...others.flatMap((other) => below(root, other, path, depth + 1))];
}

const referred = (root: Json, reference: string): unknown =>
  reference.replace(/^#\//, '').split('/').reduce<unknown>((node, step) => (isJson(node) ? node[step] : undefined),
    root);

function namesOf(nodes: readonly Json[]): Completion[] {
  const names = nodes.flatMap((node) => [...(Array.isArray(node.enum) ? node.enum : []), node.const]);
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))].map((label) => ({ label,
    type: 'enum' })
  );
}

function descriptionOf(root: Json, node: Json): string | undefined {
  const found = below(root, node, []).find(({ description }) => typeof description === 'string');
  return found?.description as string | undefined;
}
