import type { Case } from '../../src/config/case.js';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, rateCapability, runCase } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';
import type { ResultDocument } from '../../src/results/result-schema.js';
import { shippedPath } from './shipped-path.js';

function load(name: string, set: readonly string[]) {
  const loaded = loadCase(shippedPath(name), { set });
  if (!loaded.ok)
    throw new Error(loaded.issues.map((issue) => `${issue.key}: ${issue.expected}, ${issue.received}`).join('\n'));
  return loaded;
}

/** A shipped case as the command line would load it. */
export const loadShippedCase = (name: string, set: readonly string[] = []): Case => load(name, set).case;

/** From the case file to the result document, the whole road. */
export async function runShippedCase(name: string, set: readonly string[] = []): Promise<ResultDocument> {
  const loaded = load(name, set);
  const result = await runCase(loaded.case, loaded.ledger);
  if (!result.ok) throw new Error(result.problems.map(({ key }) => key).join('\n'));
  return result.document;
}

/** The first rate of a case in SI units. */
export function performanceOfCase(given: Case): Performance {
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error(ready.problems.map(({ key }) => key).join('\n'));
  for (const run of rateCapability(given, ready.prepared.model)) return run.performance;
  throw new Error('no rates');
}
