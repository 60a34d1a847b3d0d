import { keyWords, parameterName } from '../results/parameter-name.js';
import { polarisationLabels, type PolarisationPart, type RateResult,
  type ResultDocument } from '../results/result-schema.js';
import { fixed, percent } from './format.js';
import { aboutRate } from './outside.js';
import { largestPart, lossSign, reachedRates, underLoad } from './rate-choice.js';
import { rangeText } from './rate-columns.js';

/** Says in one or two sentences what came out of a run: how much comes out at the slowest and the fastest rate, and what takes the rest. */
export function answerSentence(doc: ResultDocument): string {
  const reached = reachedRates(doc).sort((a, b) => a.cRate - b.cRate);
  if (reached.length === 0) return 'No rate gave a result; the outcomes below say why.';
  const slow = reached[0];
  const fast = reached[reached.length - 1];
  const verb = slow.direction === 'charge' ? 'takes up' : 'delivers';
  const amount = (rate: RateResult) => (rate.ranges
    ? `${rangeText(rate, 'arealCapacity_mAh_cm2')} mAh/cm²`
    : `${aboutRate(rate)}${fixed(Math.abs(rate.arealCapacity_mAh_cm2), 2)} mAh/cm² (${percent(rate.utilisation)})`);
  const full = fixed(doc.case.theoreticalArealCapacity_mAh_cm2, 2);
  const range = slow === fast
    ? `${amount(slow)} ${underLoad(slow)}`
    : `${amount(slow)} ${underLoad(slow)} and ${amount(fast)} ${underLoad(fast)}`;
  return `Of a theoretical ${full} mAh/cm² the cell ${verb} ${range}. ${lossSentence(fast, doc)}`.trim();
}

function lossSentence(rate: RateResult, doc: ResultDocument): string {
  const largest = largestPart(rate);
  const total = rate.polarisation_mV.total;
  if (largest === undefined || total === null) return '';
  const load = underLoad(rate);
  return (
    `Largest loss of voltage ${load}: ${polarisationLabels[largest.part]}, `
    + `${fixed(largest.loss, 0)} of ${fixed(lossSign(rate) * total, 0)} mV on average${restsOn(doc, largest.part)}.`
  );
}

const mostNamed = 2;

/** Names the assumptions that the size of a loss follows from; nothing where it follows from sources. */
function restsOn({ provenance: { assumedBehind, parameters } }: ResultDocument, part: PolarisationPart): string {
  const named = (path: string): string => {
    const found = parameters.find((one) => one.path === path);
    return found ? parameterName(found) : keyWords(path);
  };
  const paths = assumedBehind?.[part] ?? [];
  if (paths.length === 0) return '';
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : '';
  return ` (which depends on assumed values: ${paths.slice(0, mostNamed).map(named).join('; ')}${more})`;
}

export interface Ending {
  readonly rates: readonly RateResult[];
  readonly text: string;
}

/** Lists why each run ended; rates that ended alike share a line. */
export function endings(doc: ResultDocument): Ending[] {
  const groups = new Map<string, RateResult[]>();
  for (const rate of doc.rates) {
    const { kind, reason, sentence } = rate.outcome;
    const text = `${kind}, ${reason}: ${sentence}`;
    groups.set(text, [...(groups.get(text) ?? []), rate]);
  }
  return [...groups].map(([text, rates]) => ({ rates, text }));
}

/** The evidence of a numerical outcome: time, step, norm, worst unknown. */
export function evidenceText(rate: RateResult): string | undefined {
  const { evidence } = rate.outcome;
  if (evidence === undefined) return undefined;
  return (
    `time ${evidence.time_s.toPrecision(4)} s, step ${evidence.step_s.toExponential(1)} s, norm `
    + `${evidence.norm.toPrecision(2)}, worst unknown: ${evidence.worstUnknown}`
  );
}
