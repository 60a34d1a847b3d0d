import { expectArguments, oneOf } from '../units/arguments.js';
import { type Json, listOf, mapping, words } from './fields/json-shape.js';
import { materialDefinitions } from './fields/material-field.js';
import { numberDefinitions } from './fields/quantity-json.js';
import { type FileKind, fileKinds, studyKinds } from './file-kinds.js';
import { anodeKeys } from './sections/anode-schema.js';
import { writtenCaseSchema, writtenMesh } from './sections/case-schema.js';
import { drawnSchema } from './sections/drawn-schema.js';
import { imageSchema } from './sections/image-description.js';
import { calibrationSchema } from './studies/parse-calibration.js';
import { studyTables } from './studies/study-tables.js';
import { partialJson, propertiesOf, wholeJson } from './table-json.js';

/** JSON Schemas (draft 2020-12) of the files that a user writes; editors complete and check YAML with them. */

/** Makes the JSON Schema of a case as it is written. */
export const caseJsonSchema = (): Record<string, unknown> => fileJsonSchema('case');

/** Makes the JSON Schema of one kind of file. */
export function fileJsonSchema(kind: FileKind): Record<string, unknown> {
  expectArguments({ kind: [kind, oneOf(fileKinds)] });
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:catholith:file:${kind}`,
    title: `catholith ${kind}` };
  const { compareAt, designs: _, anode, ...others } = propertiesOf(partialJson(writtenCaseSchema));
  const caseProperties: Readonly<Record<string, Json>> = { ...others, anode: eitherAnode(anode) };
  const $defs = { ...numberDefinitions(), ...materialDefinitions() };
  if (kind === 'calibration') return { ...head, ...partialJson(calibrationSchema), $defs: numberDefinitions() };
  if (kind === 'image') return { ...head, ...partialJson(imageSchema), $defs: numberDefinitions() };
  if (kind === 'structure') return { ...head, ...partialJson(drawnSchema), $defs: numberDefinitions() };
  if (kind === 'mesh') return { ...head, ...partialJson(writtenMesh), $defs: numberDefinitions() };
  if (kind === 'materials') {
    const { materials } = caseProperties;
    return { ...head, ...mapping({ $schema, materials }, ['materials']), $defs };
  }
  const keys = Object.keys(caseProperties).map((key) => [key, { $ref: `#/properties/${key}` }]);
  const change = Object.fromEntries(keys) as Json;
  const { own, needs } = beside(kind, { ...change, compareAt });
  return {
    ...head,
    ...mapping({ $schema, ...caseProperties, ...own }),
    anyOf: needs.map((required) => ({ required, properties: Object.fromEntries(required.map((key) => [key, true])) })),
    $defs: { ...$defs, change: mapping(change) },
  };
}

const $schema = words('the JSON Schema of this file, for editors');

/** What a kind of file has beside the keys of a case, and what it needs: one of these lists of keys. */
function beside(kind: FileKind, { compareAt, ...change }: Json): {
  readonly own: Json;
  readonly needs: readonly (readonly string[])[];
} {
  if (kind === 'base') return { own: {}, needs: [[]] };
  const key = studyKinds.find((one) => one.kind === kind)?.key;
  if (key !== undefined && key !== 'designs' && key !== 'sweep')
    return { own: { [key]: wholeJson(studyTables[key].table) }, needs: [[key]] };
  const design = mapping({ name: words('what the design is called'), ...change }, ['name']);
  const designs = listOf(design, 'designs by name, each with the keys of the case that it changes');
  return { own: { compareAt, sweep: wholeJson(studyTables.sweep.table), designs },
    needs: key === undefined ? [['title', 'membrane', 'cathode'], ['base']] : [[key]] };
}

/** A plane in place of a composite takes away the keys of the composite, and the other way round; editors complete no pattern. */
function eitherAnode({ anyOf, ...anode }: Json): Json {
  const [plane, composite, ...rest] = anyOf as readonly Json[];
  const without = (option: Json, keys: readonly string[]): Json => ({ ...option,
    patternProperties: { [`^(${keys.join('|')})$`]: { type: 'null' } } });
  return { ...anode, anyOf: [without(plane, anodeKeys.composite), without(composite, anodeKeys.planar), ...rest] };
}
