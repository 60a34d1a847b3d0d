import type { ResultDocument } from '../../results/result-schema.js';
import { entry, type Fold, fold, type Parameter, type Sentence, sentence } from './block.js';

interface Provenance {
  readonly parameters: readonly Parameter[];
}

const count = ({ parameters }: Provenance, status: Parameter['status']): number =>
  parameters.filter((one) => one.status === status).length;

/** "38 of 94 parameters"; a card says where the reader finds them. */
function assumedLine(provenance: Provenance, where: string): Sentence {
  const assumed = count(provenance, 'assumed');
  const line = entry('assumed', `${assumed || 'none'} of ${provenance.parameters.length} parameters`);
  return { ...line, cardEnd: `; ${assumed === 0 ? 'sources' : 'which and why'}: ${where}` };
}

/** Every number that a document rests on, where it comes from, and what else was reported. */
export const parameterFold = (provenance: Provenance, where: string, first: readonly string[] = []): Fold =>
  fold('parameters', 'Every parameter and its source', [assumedLine(provenance, where)], [
    sentence(`${provenance.parameters.length} parameters; ${count(provenance, 'assumed')} are ASSUMED and `
      + `${count(provenance, 'fitted')} FITTED, marked so. given: written in the case file; default: a documented `
      + 'default of the program; derived: computed from other parameters.'),
    { kind: 'parameters', parameters: provenance.parameters, first },
  ]);

type Origin = Pick<ResultDocument['provenance'], 'program' | 'version'>;

/** By which program a document was made, from what. */
export const originFold = ({ program, version }: Origin, from: string): Fold =>
  fold('provenance', 'Provenance', [], [sentence(`Computed by ${program} ${version}${from}`)]);
