import * as z from 'zod';
import { fields, type Field } from './field.js';
import type { Path } from './raw.js';

/** What the table holds at one place: a field, a mapping of keys, a list, or nothing that can be looked into. */
export type TableNode =
  | { readonly kind: 'field'; readonly field: Field; readonly schema: z.core.$ZodType }
  | { readonly kind: 'section'; readonly shape: Readonly<Record<string, z.core.$ZodType>>; readonly written?: unknown }
  | { readonly kind: 'list'; readonly element: z.core.$ZodType; readonly written?: unknown }
  | { readonly kind: 'opaque' };

/** Looks through the wrappers that zod puts around a schema; `written` is what stands for an absent section. */
export function tableNode(schema: z.core.$ZodType, written?: unknown): TableNode {
  const known = fields.get(schema);
  if (known !== undefined) return { kind: 'field', field: known, schema };
  if (schema instanceof z.ZodPrefault) return tableNode(schema.def.innerType, schema.def.defaultValue);
  if (schema instanceof z.ZodDefault) return tableNode(schema.def.innerType, schema.def.defaultValue);
  if (schema instanceof z.ZodOptional) return tableNode(schema.def.innerType, written);
  if (schema instanceof z.ZodPipe) return tableNode(schema.def.in, written);
  if (schema instanceof z.ZodUnion) return tableNode(schema.def.options[schema.def.options.length - 1], written);
  if (schema instanceof z.ZodObject) return { kind: 'section', shape: schema.shape as Record<string, z.core.$ZodType>, written };
  if (schema instanceof z.ZodArray) return { kind: 'list', element: schema.def.element, written };
  return { kind: 'opaque' };
}

/** The keys that may stand in the section at a path. */
export function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  let node = tableNode(schema);
  for (const step of path) {
    if (node.kind === 'section' && node.shape[step] !== undefined) node = tableNode(node.shape[step]);
    else if (node.kind === 'list') node = tableNode(node.element);
    else return [];
  }
  return node.kind === 'section' ? Object.keys(node.shape) : [];
}
