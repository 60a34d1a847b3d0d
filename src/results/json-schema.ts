import { z } from 'zod';

/** JSON Schema (draft 2020-12) of the document that a command prints. */
export const jsonSchemaOf = (command: string, schema: z.ZodType) => (): Record<string, unknown> => (
  { title: `catholith ${command}`, ...z.toJSONSchema(schema) }
);
