import * as z from 'zod';
import { anodeKeys } from './anode-schema.js';
import { writtenCaseSchema, writtenMesh } from './case-schema.js';
import { drawnSchema } from './drawn-schema.js';
import { annotatedDefinitions, fields, valueJson } from './field.js';
import type { FileKind } from './file-kinds.js';
import { imageSchema } from './image-description.js';
import { type Json, listOf, mapping, orNull, words } from './json-shape.js';
import { materialDefinitions } from './material-field.js';
import { measuredJson } from './measured-value.js';
import { calibrationSchema } from './parse-calibration.js';
import { reportedKeys } from './parse-reproduction.js';
import { billColumns } from './printed-bill.js';
import { packingOrFile } from './structure-schema.js';
import { cellKeys, fitKeys, optimiseKeys, rowKeys, sweepKeys, uncertaintyKeys, validationKeys } from './study-keys.js';

/** JSON Schemas (draft 2020-12) of the files that a user writes; editors complete and check YAML with them. */

/** Of a case as it is written. */
export const caseJsonSchema = (): Record<string, unknown> => fileJsonSchema('case');

/** Of one kind of file. */
export function fileJsonSchema(kind: FileKind): Record<string, unknown> {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:catholith:file:${kind}`,
    title: `catholith ${kind}` };
  const { compareAt, designs: _, anode, ...others } = propertiesOf(jsonOf(writtenCaseSchema));
  const ofCase: Readonly<Record<string, Json>> = { ...others, anode: eitherAnode(anode) };
  const $defs = { ...annotatedDefinitions(), ...materialDefinitions() };
  if (kind === 'calibration') return { ...head, ...jsonOf(calibrationSchema) };
  if (kind === 'image') return { ...head, ...jsonOf(imageSchema), $defs: annotatedDefinitions() };
  if (kind === 'structure') return { ...head, ...jsonOf(drawnSchema), $defs: annotatedDefinitions() };
  if (kind === 'mesh') return { ...head, ...jsonOf(writtenMesh), $defs: annotatedDefinitions() };
  if (kind === 'materials') {
    const { materials } = ofCase;
    return { ...head, ...mapping({ $schema, materials }, ['materials']), $defs };
  }
  const keys = Object.keys(ofCase).map((key) => [key, { $ref: `#/properties/${key}` }]);
  const change = Object.fromEntries(keys) as Json;
  const { own, needs } = studies({ ...change, compareAt })[kind];
  return {
    ...head,
    ...mapping({ $schema, ...ofCase, ...own }),
    anyOf: needs.map((required) => ({ required, properties: Object.fromEntries(required.map((key) => [key, true])) })),
    $defs: { ...$defs, change: mapping(change) },
  };
}

const $schema = words('the JSON Schema of this file, for editors');
const sweep: Json = { ...mapping(sweepKeys), description: 'for sweep: which keys take which values' };
const ofChange: Json = { $ref: '#/$defs/change' };

/** What each kind of file has beside the keys of a case, and what it needs: one of these lists of keys. */
function studies(
  { compareAt, ...change }: Json,
): Readonly<Record<Exclude<FileKind, 'materials' | 'mesh' | 'calibration' | 'image' | 'structure'>, {
  readonly own: Json;
  readonly needs: readonly (readonly string[])[];
}>> {
  const design = mapping({ name: words('what the design is called'), ...change }, ['name']);
  const ofDesigns = { compareAt, sweep,
    designs: listOf(design, 'designs by name, each with the keys of the case that it changes') };
  const bill = mapping({ material: { type: 'string' }, ...numbersOf(billColumns) });
  const row = mapping(rowKeys(mapping(numbersOf(reportedKeys)), listOf(bill), ofChange), ['id', 'name', 'where']);
  const cell = mapping(cellKeys(measuredJson, ofChange), ['name', 'measured']);
  return {
    case: { own: ofDesigns, needs: [['title', 'membrane', 'cathode'], ['base']] },
    base: { own: {}, needs: [[]] },
    comparison: { own: ofDesigns, needs: [['designs']] },
    sweep: { own: ofDesigns, needs: [['sweep']] },
    reproduce: { own: { rows: listOf(row) }, needs: [['rows']] },
    fit: { own: { fit: mapping(fitKeys) }, needs: [['fit']] },
    uncertainty: { own: { uncertainty: mapping(uncertaintyKeys) }, needs: [['uncertainty']] },
    optimise: { own: { optimise: mapping(optimiseKeys, ['vary']) }, needs: [['optimise']] },
    validation: { own: { validation: mapping(validationKeys(cell), ['cells']) }, needs: [['validation']] },
  };
}

/** A plane in place of a composite takes away the keys of the composite, and the other way round. */
function eitherAnode({ anyOf, ...anode }: Json): Json {
  const [plane, composite, ...rest] = anyOf as readonly Json[];
  const without = (option: Json, keys: readonly string[]): Json => ({ ...option,
    properties: { ...propertiesOf(option), ...Object.fromEntries(keys.map((key) => [key, { type: 'null' }])) } });
  return { ...anode, anyOf: [without(plane, anodeKeys.composite), without(composite, anodeKeys.planar), ...rest] };
}

/** Quantities by key, each with its unit. */
const numbersOf = (keys: object): Json =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, { anyOf: valueJson('number') }]));

const propertiesOf = (json: Json): Readonly<Record<string, Json>> => json.properties as Record<string, Json>;

/** A schema of the field table as JSON Schema: a base may have what is left out, and null takes away what a base has. */
function jsonOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const known = fields.get(zodSchema);
      if (known !== undefined) Object.assign(jsonSchema, known.json, { [isField]: true });
      if (zodSchema === packingOrFile) orName(jsonSchema);
    },
  });
  return partial(json);
}

/** Lets a file stand in for a section. */
function orName(json: Json & object): void {
  const section = { ...json };
  for (const key of Object.keys(json)) delete (json as Record<string, unknown>)[key];
  Object.assign(json, { anyOf: [words('name of a file that has these keys'), section] });
}

/** What a field writes is whole; only the sections around it may lack keys. */
const isField = 'field';

function partial(json: Json): Json {
  const { [isField]: whole, required: _, ...rest } = json;
  if (whole === true) return rest;
  return {
    ...rest,
    ...(rest.properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(propertiesOf(rest)).map(([key, below]) => [key, orNull(partial(below))]),
      ),
    }),
    ...(typeof rest.additionalProperties === 'object' && {
      additionalProperties: partial(rest.additionalProperties as Json),
    }),
    ...(rest.items !== undefined && { items: partial(rest.items as Json) }),
    ...(rest.anyOf !== undefined && { anyOf: (rest.anyOf as readonly Json[]).map(partial) }),
  };
}
