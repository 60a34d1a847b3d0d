import { type Command, Option } from 'commander';
import { type FileKind, fileKinds } from '../config/file-kinds.js';
import type { DocumentKind } from '../results/document-schemas.js';
import { print } from './command.js';

/** Documents by the option that asks for them. */
const documents: Readonly<Record<DocumentKind, string>> = {
  result: 'the result document',
  impedance: 'the document of eis',
  energy: 'the document of energy',
  comparison: 'the document of compare',
  sweep: 'sweep.json of sweep',
  reproduction: 'the document of reproduce',
  structure: 'the document of tortuosity',
  madeStructure: 'the document of structure',
  validation: 'the document of validate',
  fit: 'the document of fit',
  optimum: 'the document of optimise',
  emulator: 'the model of learn',
  uncertainty: 'the document of uncertainty',
};

export function addSchema(root: Command): void {
  const command = root.command('schema')
    .description('print the JSON Schema of case files, of other files that are read, or of the result document')
    .addOption(new Option('--of <kind>', 'of this kind of file').choices(fileKinds).default('case'));
  for (const [name, words] of Object.entries(documents)) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    command.option(`--${flag}`, `${words} instead`);
  }
  command.option('--markdown', 'all keys of a case file as Markdown; with --result: columns and keys of results')
    .action(schema);
}

type SchemaOptions = Readonly<Partial<Record<DocumentKind | 'markdown', boolean>> & { of: FileKind }>;

async function schema(options: SchemaOptions): Promise<void> {
  if (options.markdown && options.result)
    return print((await import('../results/result-reference.js')).resultReference());
  if (options.markdown) return print((await import('../config/case-reference.js')).caseReference());
  const asked = (Object.keys(documents) as DocumentKind[]).find((name) => options[name]);
  const document = asked
    ? (await import('../results/document-schemas.js')).documentJsonSchema(asked)
    : (await import('../config/json-schema.js')).fileJsonSchema(options.of);
  print(JSON.stringify(document, undefined, 2));
}
