import { z } from 'zod';
import { expectArguments, oneOf } from '../units/arguments.js';
import { cellPromiseSchema } from './cell-promise-schema.js';
import { comparisonSchema } from './comparison-schema.js';
import { emulatorSchema } from './emulator-schema.js';
import { fitSchema } from './fit-schema.js';
import { impedanceSchema } from './impedance-schema.js';
import { madeStructureSchema } from './made-structure-schema.js';
import { optimumSchema } from './optimum-schema.js';
import { reproductionSchema } from './reproduction-schema.js';
import { resultSchema } from './result-schema.js';
import { structureSchema } from './structure-schema.js';
import { sweepSchema } from './sweep-schema.js';
import { uncertaintySchema } from './uncertainty-schema.js';
import { validationSchema } from './validation-schema.js';

/** The documents that commands print, each with its title and its schema; units are in the names of the keys. */
const documents = {
  result: ['result', resultSchema],
  impedance: ['impedance', impedanceSchema],
  energy: ['energy', cellPromiseSchema],
  comparison: ['comparison', comparisonSchema],
  sweep: ['sweep', sweepSchema],
  reproduction: ['reproduction', reproductionSchema],
  structure: ['structure', structureSchema],
  madeStructure: ['made-structure', madeStructureSchema],
  validation: ['validation', validationSchema],
  fit: ['fit', fitSchema],
  optimum: ['optimise', optimumSchema],
  emulator: ['learn', emulatorSchema],
  uncertainty: ['uncertainty', uncertaintySchema],
} as const;

/** Name of a document. */
export type DocumentKind = keyof typeof documents;

/** JSON Schema (draft 2020-12) of a document. */
export function documentJsonSchema(kind: DocumentKind): Record<string, unknown> {
  expectArguments({ kind: [kind, oneOf(Object.keys(documents))] });
  const [title, schema] = documents[kind];
  return { title: `catholith ${title}`, ...z.toJSONSchema(schema) };
}
