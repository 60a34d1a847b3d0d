import { type Command, Option } from 'commander';
import { type FileKind, fileKinds } from '../config/file-kinds.js';
import { print } from './command.js';

export function addSchema(root: Command): void {
  root.command('schema')
    .description('print the JSON Schema of case files, of other files that are read, or of the result document')
    .addOption(new Option('--of <kind>', 'of this kind of file').choices(fileKinds).default('case'))
    .option('--result', 'the result document instead')
    .option('--impedance', 'the document of eis instead')
    .option('--energy', 'the document of energy instead')
    .option('--comparison', 'the document of compare instead')
    .option('--sweep', 'sweep.json of sweep instead')
    .option('--reproduction', 'the document of reproduce instead')
    .option('--structure', 'the document of tortuosity instead')
    .option('--made-structure', 'the document of structure instead')
    .option('--validation', 'the document of validate instead')
    .option('--fit', 'the document of fit instead')
    .option('--optimum', 'the document of optimise instead')
    .option('--emulator', 'the model of learn instead')
    .option('--uncertainty', 'the document of uncertainty instead')
    .option('--markdown', 'all keys of a case file as Markdown; with --result: columns and keys of results')
    .action(schema);
}

/** Documents by the option that asks for them. */
const documents = {
  result: async () => (await import('../results/result-schema.js')).resultJsonSchema(),
  impedance: async () => (await import('../results/impedance-schema.js')).impedanceJsonSchema(),
  energy: async () => (await import('../results/cell-promise-schema.js')).cellPromiseJsonSchema(),
  comparison: async () => (await import('../results/comparison-schema.js')).comparisonJsonSchema(),
  sweep: async () => (await import('../results/sweep-schema.js')).sweepJsonSchema(),
  reproduction: async () => (await import('../results/reproduction-schema.js')).reproductionJsonSchema(),
  structure: async () => (await import('../results/structure-schema.js')).structureJsonSchema(),
  madeStructure: async () => (await import('../results/made-structure-schema.js')).madeStructureJsonSchema(),
  fit: async () => (await import('../results/fit-schema.js')).fitJsonSchema(),
  optimum: async () => (await import('../results/optimum-schema.js')).optimumJsonSchema(),
  emulator: async () => (await import('../results/emulator-schema.js')).emulatorJsonSchema(),
  uncertainty: async () => (await import('../results/uncertainty-schema.js')).uncertaintyJsonSchema(),
  validation: async () => (await import('../results/validation-schema.js')).validationJsonSchema(),
} as const;

type SchemaOptions = Readonly<Partial<Record<keyof typeof documents | 'markdown', boolean>> & { of: FileKind }>;

async function schema(options: SchemaOptions): Promise<void> {
  if (options.markdown && options.result)
    return print((await import('../results/result-reference.js')).resultReference());
  if (options.markdown) return print((await import('../config/case-reference.js')).caseReference());
  const asked = (Object.keys(documents) as (keyof typeof documents)[]).find((name) => options[name]);
  const document = asked
    ? await documents[asked]()
    : (await import('../config/json-schema.js')).fileJsonSchema(options.of);
  print(JSON.stringify(document, undefined, 2));
}
