import * as z from 'zod';
import { writtenCaseSchema } from './case-schema.js';
import { annotatedDefinitions, fields } from './field.js';
import { materialDefinitions } from './material-field.js';

/** JSON Schema (draft 2020-12) of a case as it is written; editors complete and check YAML with it. */
export function caseJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(writtenCaseSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema, path }) => {
      const known = fields.get(zodSchema);
      if (known !== undefined) Object.assign(jsonSchema, known.json);
      if (path.length === 0) {
        Object.assign(jsonSchema, { title: 'catholith case', $defs: { ...annotatedDefinitions(), ...materialDefinitions() } });
      }
    },
  }) as Record<string, unknown>;
}
