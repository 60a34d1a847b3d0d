import { tellingBasis } from '../../cell/energy-density.js';
import { own } from '../../config/plain-data.js';
import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import { type SweepDefinition, sweptKeys } from '../../config/studies/sweep.js';
import { resolveMaterials } from '../../materials/resolve-materials.js';
import { hashOf } from '../../pipeline/case-hash.js';
import { parametersOf } from '../../pipeline/provenance.js';
import { version } from '../../pipeline/version.js';
import { type SweepCell, type SweepColumn, type SweepDocument,
  sweepResultColumns } from '../../results/sweep-schema.js';
import { splitQuantity } from '../../units/quantity.js';
import { designsOf, valuesOf } from './designs.js';

/** A swept key as a column: a number where all of its values are numbers in one unit, else as written. */
export interface InputColumn extends SweepColumn {
  readonly key: string;
}

export function inputColumns(definition: SweepDefinition): InputColumn[] {
  return sweptKeys(definition).map((key) => {
    const values = writtenValues(definition, key).filter((value) => value !== undefined && value !== null);
    const units = new Set(values.map((value) => splitQuantity(value)?.unit));
    const [unit] = units;
    if (units.size !== 1 || unit === undefined) return { key, name: key, type: 'text', meaning: 'varied' };
    return { key, name: unit === '' ? key : `${key} [${unit}]`, type: 'number', meaning: 'varied' };
  });
}

function writtenValues(definition: SweepDefinition, key: string): readonly unknown[] {
  if (definition.method === 'list') return definition.designs.map((design) => own(design, key));
  const axis = definition.axes.find((one) => one.key === key);
  if (axis === undefined) return [];
  return axis.kind === 'range' ? valuesOf({ ...axis, points: 2 }) : axis.values;
}

export function inputCell({ type }: SweepColumn, value: unknown): SweepCell {
  if (value === undefined || value === null) return null;
  if (type === 'number') return splitQuantity(value)?.value ?? null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Describes the sweep; its hash changes with the case, the swept keys and the program. */
export async function sweepDocument(
  { title, definition, marks, base, design }: LoadedSweep,
): Promise<SweepDocument> {
  const { count, values } = designsOf(definition);
  const first = design(values(0));
  const resolved = first.ok ? resolveMaterials(first.case) : undefined;
  const inputs = inputColumns(definition).map(({ name, type, meaning }): SweepColumn => ({ name, type, meaning }));
  return {
    schema: 'catholith-sweep-1',
    title,
    // the first design as read holds what other files of the case say: mesh, load profiles
    sweepHash: await hashOf({ version, definition, base, first: first.ok ? first.case : first.issues }),
    program: 'catholith',
    version,
    definition,
    marks: marks.map(({ name, at }) => ({ name, at: { ...at } })),
    designs: count,
    columns: [{ name: 'design', type: 'integer', meaning: 'number of the design, from 0' }, ...inputs,
      ...sweepResultColumns],
    ...(first.ok && first.case.cell.format !== undefined && { basis: tellingBasis(first.case.cell) }),
    parameters: first.ok ? parametersOf(first.ledger, resolved?.ok ? resolved.materials.ledger : []) : [],
  };
}
