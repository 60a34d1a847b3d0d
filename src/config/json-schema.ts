import * as z from 'zod';
import { writtenCaseSchema } from './case-schema.js';
import { annotatedDefinitions, fields } from './field.js';
import { materialDefinitions } from './material-field.js';
import { sweepMethods } from './sweep.js';

const anything = { type: 'object', description: 'keys of a case' };

/** `sweep:`, which `parse-sweep` reads key by key and the field table does not have. */
const sweep = {
  type: 'object',
  description: 'for sweep: which keys take which values',
  additionalProperties: false,
  properties: {
    method: { enum: sweepMethods, default: 'grid' },
    vary: { type: 'object', description: 'dotted key: list of values, or {from, to, points, spacing}' },
    list: { type: 'array', items: anything },
    points: { type: 'integer', minimum: 1 },
    seed: { type: 'integer', minimum: 0 },
    marks: { type: 'array', items: { type: 'object', required: ['name'] } },
  },
};

/** JSON Schema (draft 2020-12) of a case as it is written; editors complete and check YAML with it. */
export function caseJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(writtenCaseSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema, path }) => {
      const known = fields.get(zodSchema);
      if (known !== undefined) Object.assign(jsonSchema, known.json);
      if (path.length === 0) {
        const { required, properties } = jsonSchema;
        // a base has what the file itself leaves out
        delete jsonSchema.required;
        Object.assign(jsonSchema, {
          title: 'catholith case',
          properties: { ...properties, sweep },
          anyOf: [{ required }, { required: ['base'] }],
          $defs: { ...annotatedDefinitions(), ...materialDefinitions() },
        });
      }
    },
  });
}
