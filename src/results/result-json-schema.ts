import { z } from 'zod';
import { resultSchema } from './result-schema.js';

/** JSON Schema (draft 2020-12) of the result document. */
export const resultJsonSchema = (): Record<string, unknown> => ({
  title: 'catholith result',
  ...z.toJSONSchema(resultSchema),
});
