import type * as z from 'zod';
import type { ParameterRecord, ParameterStatus } from '../parameter-record.js';
import { dotted, isRecord, type Path } from '../plain-data.js';
import type { Field, FieldEntry } from './field.js';
import { tableNode } from './schema-walk.js';

export interface LedgerContext {
  /** Where a path of the expanded data stands in the file. */
  writtenPath(path: Path): Path;
  /** Source of what is given without one: the case's own, the command line, the mesh file. */
  sourceOf(path: Path): string | undefined;
}

/** One record for every number that valid data hold or leave to a default, in the order of the table. */
export function ledgerOf(schema: z.core.$ZodType, data: unknown, context: LedgerContext): ParameterRecord[] {
  const records = new Map<string, ParameterRecord>();
  const visit = (part: z.core.$ZodType, input: unknown, path: Path, written: boolean): void => {
    const node = tableNode(part);
    if (node.kind === 'field') {
      for (const record of recordsOf(node.field, input, path, written, context)) {
        if (!records.has(record.path)) records.set(record.path, record);
      }
      return;
    }
    // what is validated holds no choice: the kind of the anode and the mesh are settled before
    if (node.kind === 'opaque' || node.kind === 'choice') return;
    const present = input ?? node.written;
    const given = written && input !== undefined;
    if (node.kind === 'section' && isRecord(present)) {
      for (const [key, below] of Object.entries(node.shape)) visit(below, present[key], [...path, key], given);
    }
    if (node.kind === 'list' && Array.isArray(present))
      present.forEach((item, i) => visit(node.element, item, [...path, i], given));
  };
  visit(schema, data, [], true);
  return [...records.values()];
}

function recordsOf(field: Field, input: unknown, path: Path, written: boolean,
  context: LedgerContext): ParameterRecord[]
{
  const given = written && input !== undefined;
  const value = input ?? field.info.default;
  if (value === undefined) return [];
  return field.entries(value).map((entry) => {
    const at = context.writtenPath([...path, ...entry.path]);
    const common = { path: dotted(at), label: entry.label, value: entry.value, unit: entry.unit };
    const status = given ? givenStatus(entry, context.sourceOf(at)) : defaultStatus(field);
    const spread = entry.spread ?? (status.status === 'assumed' ? entry.declared : undefined);
    return { ...common, ...status, ...(spread && { spread }) };
  });
}

type Status = Pick<ParameterRecord, 'status' | 'source' | 'note'>;

function givenStatus({ annotation }: FieldEntry, sourceOfCase: string | undefined): Status {
  const { source, note, assumed, fitted, derived } = annotation;
  const marked: ParameterStatus | undefined = assumed ? 'assumed' : fitted ? 'fitted' : derived ? 'derived' : undefined;
  const status = marked ?? (source === undefined ? 'given' : 'literature');
  // an assumption without a source of its own has none: the case's source did not print it
  const shown = source ?? (marked === undefined ? sourceOfCase : undefined);
  return { status, ...(shown !== undefined && { source: shown }), ...(note !== undefined && { note }) };
}

function defaultStatus({ info }: Field): Status {
  const note = ['default', info.note].filter(Boolean).join('; ');
  return { status: info.assumed ? 'assumed' : 'default', ...(info.source !== undefined && { source: info.source }),
    note };
}
