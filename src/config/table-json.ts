import * as z from 'zod';
import { fields } from './fields/field.js';
import { type Json, orNull, typed, words } from './fields/json-shape.js';
import { packingOrFile } from './sections/structure-schema.js';

/** A table of fields as JSON Schema. */

/** Schema of a table of a case, where nothing is required: a base may have what is left out, and null takes away what a base has. */
export const partialJson = (table: z.ZodType): Json => partial(jsonOf(table), false);

/** Schema of a table that stands in one file alone, with its required keys. */
export const wholeJson = (table: z.ZodType): Json => partial(jsonOf(table), true);

export const propertiesOf = (json: Json): Readonly<Record<string, Json>> => json.properties as Record<string, Json>;

function jsonOf(table: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(table, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const known = fields.get(zodSchema);
      if (known !== undefined) Object.assign(jsonSchema, known.json, { [isField]: true });
      if (zodSchema === packingOrFile) orName(jsonSchema);
    },
  });
  return json;
}

/** Lets a file stand in for a section. */
function orName(json: Json & object): void {
  const section = { ...json };
  for (const key of Object.keys(json)) delete (json as Record<string, unknown>)[key];
  Object.assign(json, { anyOf: [words('name of a file that has these keys'), section] });
}

/** What a field writes is whole; only the sections around it may lack keys. */
const isField = 'field';

/** The library joins types into a list, which a strict validator refuses. */
const oneTypeAtATime = ({ type, ...rest }: Json): Json =>
  Array.isArray(type) ? { ...rest, ...typed(...type as string[]) } : { ...rest, ...(type !== undefined && { type }) };

function partial(json: Json, whole: boolean): Json {
  const { [isField]: field, required = [], ...rest } = json;
  if (field === true) return oneTypeAtATime(rest);
  const needed = whole ? required as readonly string[] : [];
  return {
    ...rest,
    ...(needed.length > 0 && { required: needed }),
    ...(rest.properties !== undefined && {
      properties: Object.fromEntries(Object.entries(propertiesOf(rest)).map(([key, below]) => {
        const json = partial(below, whole);
        return [key, needed.includes(key) ? json : orNull(json)];
      })),
    }),
    ...(typeof rest.additionalProperties === 'object' && {
      additionalProperties: partial(rest.additionalProperties as Json, whole),
    }),
    ...(rest.items !== undefined && { items: partial(rest.items as Json, whole) }),
    ...(rest.anyOf !== undefined && { anyOf: (rest.anyOf as readonly Json[]).map((one) => partial(one, whole)) }),
  };
}
