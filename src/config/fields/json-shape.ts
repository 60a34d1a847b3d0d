/** Small pieces of JSON Schema (draft 2020-12) that compile in a strict validator: one type at a time. */

export type Json = Readonly<Record<string, unknown>>;

/** A value of one of these types. */
export const typed = (...types: string[]): Json =>
  types.length === 1 ? { type: types[0] } : { anyOf: types.map((type) => ({ type })) };

export const words = (description: string): Json => ({ type: 'string', description });

/** What may stand beside a value that is a mapping itself. */
export const remarksJson = { source: typed('string'), note: typed('string'), assumed: typed('boolean'),
  fitted: typed('boolean'), derived: typed('boolean'), spread: typed('number', 'string') };

/** A mapping of these keys alone; `required` among them. */
export const mapping = (properties: Json, required: readonly string[] = []): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

export const listOf = (items: Json, description?: string): Json => ({ type: 'array', minItems: 1, items,
  ...(description !== undefined && { description }) });

/** What an editor shows of a value, whatever the value may be. */
const remarks = ['description', 'examples', 'default', 'title'];

/** The same, or null, which takes a key away. */
export function orNull(json: Json): Json {
  const entries = Object.entries(json);
  const shown = Object.fromEntries(entries.filter(([key]) => remarks.includes(key)));
  const tests = Object.fromEntries(entries.filter(([key]) => !remarks.includes(key)));
  const either = Array.isArray(tests.anyOf) && Object.keys(tests).length === 1
    ? tests.anyOf as readonly Json[]
    : [tests];
  return { ...shown, anyOf: [...either, { type: 'null' }] };
}
