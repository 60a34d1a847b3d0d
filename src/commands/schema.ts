import type { Command } from 'commander';
import { print } from './command.js';

export function addSchema(root: Command): void {
  root.command('schema')
    .description('print the JSON Schema of case files, or of the result document')
    .option('--result', 'the result document instead')
    .option('--impedance', 'the document of eis instead')
    .option('--energy', 'the document of energy instead')
    .option('--comparison', 'the document of compare instead')
    .option('--markdown', 'the table of all keys of a case file as Markdown')
    .action(schema);
}

interface SchemaOptions {
  readonly result?: boolean;
  readonly impedance?: boolean;
  readonly energy?: boolean;
  readonly comparison?: boolean;
  readonly markdown?: boolean;
}

async function schema(options: SchemaOptions): Promise<void> {
  if (options.markdown) return print((await import('../config/case-reference.js')).caseReference());
  const document = options.energy
    ? (await import('../results/cell-promise-schema.js')).cellPromiseJsonSchema()
    : options.comparison
    ? (await import('../results/comparison-schema.js')).comparisonJsonSchema()
    : options.impedance
    ? (await import('../results/impedance-schema.js')).impedanceJsonSchema()
    : options.result
    ? (await import('../results/result-json-schema.js')).resultJsonSchema()
    : (await import('../config/json-schema.js')).caseJsonSchema();
  print(JSON.stringify(document, undefined, 2));
}
