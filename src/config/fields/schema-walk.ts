import * as z from 'zod';
import { propertiesOf } from '../material-properties.js';
import type { Path } from '../plain-data.js';
import { type Field, fields } from './field.js';

/** What the table holds at one place: a field, a mapping of keys, a list, one of several, or nothing that can be looked into. */
export type TableNode =
  | { readonly kind: 'field'; readonly field: Field; readonly schema: z.core.$ZodType }
  | { readonly kind: 'section'; readonly shape: Readonly<Record<string, z.core.$ZodType>>; readonly written?: unknown }
  | { readonly kind: 'list'; readonly element: z.core.$ZodType; readonly written?: unknown }
  | { readonly kind: 'choice'; readonly options: readonly z.core.$ZodType[] }
  | { readonly kind: 'opaque' };

const nodes = new WeakMap<z.core.$ZodType, TableNode>();

/** Looks through the wrappers that zod puts around a schema; found once for each. */
export function tableNode(schema: z.core.$ZodType): TableNode {
  const known = nodes.get(schema);
  if (known !== undefined) return known;
  const node = nodeOf(schema);
  nodes.set(schema, node);
  return node;
}

/** `written` is what stands for an absent section. */
function nodeOf(schema: z.core.$ZodType, written?: unknown): TableNode {
  const known = fields.get(schema);
  if (known !== undefined) return { kind: 'field', field: known, schema };
  if (schema instanceof z.ZodPrefault) return nodeOf(schema.def.innerType, schema.def.defaultValue);
  if (schema instanceof z.ZodDefault) return nodeOf(schema.def.innerType, schema.def.defaultValue);
  if (schema instanceof z.ZodOptional) return nodeOf(schema.def.innerType, written);
  if (schema instanceof z.ZodPipe) return nodeOf(schema.def.in, written);
  if (schema instanceof z.ZodUnion) return { kind: 'choice', options: schema.def.options };
  if (schema instanceof z.ZodObject) return { kind: 'section', shape: schema.shape, written };
  if (schema instanceof z.ZodArray) return { kind: 'list', element: schema.def.element, written };
  return { kind: 'opaque' };
}

/** The keys that may stand in the section, or beside the name of the material, at a path; of a choice, those of all options. */
export function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  const node = tableNode(schema);
  if (node.kind === 'choice') return [...new Set(node.options.flatMap((option) => knownKeys(option, path)))];
  if (path.length === 0 && node.kind === 'field' && node.field.material)
    return ['name', 'blend', ...Object.keys(propertiesOf(node.field.material))];
  if (path.length === 0) return node.kind === 'section' ? Object.keys(node.shape) : [];
  const [step, ...rest] = path;
  if (node.kind === 'list') return knownKeys(node.element, rest);
  return node.kind === 'section' && Object.hasOwn(node.shape, step) ? knownKeys(node.shape[step], rest) : [];
}
