import type { ResultDocument } from '../results/result-schema.js';
import { mainStepWords } from './protocol-steps.js';

/** Notes below the table of rates, those that apply. */
export function tableNotes(doc: ResultDocument): string[] {
  const steps = mainStepWords(doc);
  return [
    ...(doc.rates.some((rate) => rate.outcome.kind !== 'completed')
      ? ['* ended by a numerical outcome; the numbers are what was reached']
      : []),
    ...(steps === undefined ? [] : [`the numbers are those of the main step of each run: ${steps}`]),
    ...(doc.rates.some((rate) => rate.utilisation > 1)
      ? ['above 100 %: the cut-off reaches beyond the window that the capacity is quoted for']
      : []),
  ];
}
