import { stringify } from 'yaml';
import { doubleLayerKey } from '../config/fit-data.js';
import type { FitDocument } from '../results/fit-schema.js';
import { formatNumber } from '../units/quantity.js';
import { answer, type Description, entry, figure, fold, sentence, table } from './blocks/block.js';
import { cardOf, type Report } from './blocks/report.js';
import { basisSentence, capacityTable, correlationTable, curveTable, fitTitle, nextTable, parameterTable, spectrumTable,
  startTable } from './fit-tables.js';
import { placeKey } from './place-key.js';

/** The fit: verdicts first, then parameters with intervals, how well the curves are met, what to measure next. `base`: the case, from the folder. */
export const fitReport = (base = ''): Report<FitDocument> => ({
  page: 'fit.html',
  json: 'fit.json',
  describe: (doc) => describe(doc, base),
});

export const fitCard = cardOf(fitReport());

function describe(doc: FitDocument, base: string): Description {
  const isFitted = doc.parameters.length > 0;
  return {
    title: fitTitle(doc),
    blocks: [
      ...doc.verdicts.map(answer),
      ...(doc.next ? [entry('next', doc.next.sentence)] : []),
      ...(doc.outcome.kind === 'failed' ? [entry('outcome', doc.outcome.sentence, 'failure')] : []),
      ...(isFitted ? [table(parameterTable(doc))] : []),
      ...(doc.curves.length > 0 ? [table(curveTable(doc))] : []),
      ...(doc.capacities.length > 0 ? [table(capacityTable(doc))] : []),
      ...(doc.spectra.length > 0 ? [table(spectrumTable(doc))] : []),
      entry('basis', `${basisSentence(doc)}.`),
      figure(async () => (await import('./figures/fit-curves.js')).fitCurves(doc)),
      figure(async () => (await import('./figures/fit-curves.js')).fitSpectra(doc)),
      fold('compared', 'How data are compared', [], [sentence(comparedWords)]),
      ...(isFitted
        ? [
          fold('parameters', 'Intervals, correlation and starts', [], [
            sentence(profileWords),
            table(correlationTable(doc)),
            table(startTable(doc)),
          ]),
        ]
        : []),
      ...(doc.next
        ? [
          fold('next', 'What to measure next', [], [
            table(nextTable(doc.next)),
            sentence(
              'From the slopes at the fitted values, with the noise of the curves: what the equations expect, not a promise.',
            ),
          ]),
        ]
        : []),
    ],
    files: [{ name: 'fit.csv', text: () => fitCsv(doc) },
      ...(isFitted ? [{ name: 'fitted.yaml', text: () => fittedCase(doc, base) }] : [])],
  };
}

const profileWords =
  'Intervals of the profile: the sum of squares, lowest over all other parameters, has risen by 3.84 times the '
  + 'variance there. "<" and ">": it has not at the bound. Those of the slopes hold where the sum is a parabola. Where the misfit is '
  + 'more than the noise both are widened by its root.';

const comparedWords =
  'Voltages are compared at the same share of either discharge, capacities by the logarithm of their ratio, both parts of an impedance '
  + 'over its measured modulus.';

/** Parameters as CSV; units stand in a column. */
function fitCsv({ parameters }: FitDocument): string {
  const head = 'key,unit,value,profile_low,profile_high,low,high,from,to';
  const rows = parameters.map(({ key, unit, value, profileLow, profileHigh, low, high, from, to }) =>
    [key, unit, value, profileLow ?? '', profileHigh ?? '', low ?? '', high ?? '', from, to].join(',')
  );
  return `${[head, ...rows].join('\n')}\n`;
}

/** The fitted case as a file over the one that was fitted: each fitted key with its mark, its interval and what it was fitted to. */
export function fittedCase({ title, parameters, curves, capacities, spectra }: FitDocument, base: string): string {
  const files = [...curves.map(({ file }) => file), ...capacities.map(({ rate }) => `the capacity at ${rate}`),
    ...spectra.map(({ file }) => file)].join(', ');
  const data: Record<string, unknown> = { title: `${title}, fitted`, base };
  for (const { key, unit, value, profileLow, profileHigh } of parameters) {
    // it belongs to a spectrum: no case has it
    if (key === doubleLayerKey) continue;
    const ends = [profileLow, profileHigh].map((end) => (end === null ? 'open' : formatNumber(end, 3)));
    placeKey(data, key.split('.'), {
      value: `${formatNumber(value, 6)} ${unit}`.trim(),
      fitted: true,
      note: `fitted to ${files}; 95 %: ${ends[0]} to ${`${ends[1]} ${unit}`.trim()}`,
      // what stood beside the value before is not where this one comes from
      source: null,
      assumed: null,
    });
  }
  return stringify(data, { lineWidth: 0 });
}
