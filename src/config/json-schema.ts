import { anodeKeys } from './anode-schema.js';
import { writtenCaseSchema, writtenMesh } from './case-schema.js';
import { drawnSchema } from './drawn-schema.js';
import { annotatedDefinitions } from './field.js';
import type { FileKind } from './file-kinds.js';
import { imageSchema } from './image-description.js';
import { type Json, listOf, mapping, words } from './json-shape.js';
import { materialDefinitions } from './material-field.js';
import { calibrationSchema } from './parse-calibration.js';
import { fitTable } from './parse-fit.js';
import { optimiseTable } from './parse-optimise.js';
import { rowTable } from './parse-reproduction.js';
import { sweepTable } from './parse-sweep.js';
import { uncertaintyTable } from './parse-uncertainty.js';
import { validationTable } from './parse-validation.js';
import { partialJson, propertiesOf, wholeJson } from './table-json.js';

/** JSON Schemas (draft 2020-12) of the files that a user writes; editors complete and check YAML with them. */

/** Of a case as it is written. */
export const caseJsonSchema = (): Record<string, unknown> => fileJsonSchema('case');

/** Of one kind of file. */
export function fileJsonSchema(kind: FileKind): Record<string, unknown> {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:catholith:file:${kind}`,
    title: `catholith ${kind}` };
  const { compareAt, designs: _, anode, ...others } = propertiesOf(partialJson(writtenCaseSchema));
  const ofCase: Readonly<Record<string, Json>> = { ...others, anode: eitherAnode(anode) };
  const $defs = { ...annotatedDefinitions(), ...materialDefinitions() };
  if (kind === 'calibration') return { ...head, ...partialJson(calibrationSchema) };
  if (kind === 'image') return { ...head, ...partialJson(imageSchema), $defs: annotatedDefinitions() };
  if (kind === 'structure') return { ...head, ...partialJson(drawnSchema), $defs: annotatedDefinitions() };
  if (kind === 'mesh') return { ...head, ...partialJson(writtenMesh), $defs: annotatedDefinitions() };
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

/** What each kind of file has beside the keys of a case, and what it needs: one of these lists of keys. */
function studies(
  { compareAt, ...change }: Json,
): Readonly<Record<Exclude<FileKind, 'materials' | 'mesh' | 'calibration' | 'image' | 'structure'>, {
  readonly own: Json;
  readonly needs: readonly (readonly string[])[];
}>> {
  const design = mapping({ name: words('what the design is called'), ...change }, ['name']);
  const sweep = { ...wholeJson(sweepTable), description: 'for sweep: which keys take which values' };
  const ofDesigns = { compareAt, sweep,
    designs: listOf(design, 'designs by name, each with the keys of the case that it changes') };
  return {
    case: { own: ofDesigns, needs: [['title', 'membrane', 'cathode'], ['base']] },
    base: { own: {}, needs: [[]] },
    comparison: { own: ofDesigns, needs: [['designs']] },
    sweep: { own: ofDesigns, needs: [['sweep']] },
    reproduce: { own: { rows: listOf(wholeJson(rowTable)) }, needs: [['rows']] },
    fit: { own: { fit: wholeJson(fitTable) }, needs: [['fit']] },
    uncertainty: { own: { uncertainty: wholeJson(uncertaintyTable) }, needs: [['uncertainty']] },
    optimise: { own: { optimise: wholeJson(optimiseTable) }, needs: [['optimise']] },
    validation: { own: { validation: wholeJson(validationTable) }, needs: [['validation']] },
  };
}

/** A plane in place of a composite takes away the keys of the composite, and the other way round. */
function eitherAnode({ anyOf, ...anode }: Json): Json {
  const [plane, composite, ...rest] = anyOf as readonly Json[];
  const without = (option: Json, keys: readonly string[]): Json => ({ ...option,
    properties: { ...propertiesOf(option), ...Object.fromEntries(keys.map((key) => [key, { type: 'null' }])) } });
  return { ...anode, anyOf: [without(plane, anodeKeys.composite), without(composite, anodeKeys.planar), ...rest] };
}
