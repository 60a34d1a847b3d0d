import { Document } from 'yaml';
import { doubleLayerKey } from '../config/studies/fit-data.js';
import type { FitExperiment, LoadedFit } from '../config/studies/parse-fit.js';
import { keysOf } from '../config/studies/study-source.js';
import type { FitDocument } from '../results/fit-schema.js';
import { fittedName } from '../results/parameter-name.js';
import { formatNumber } from '../units/quantity.js';
import { answer, type Description, entry, figure, fold, type Report, sentence, table, tables } from './blocks/block.js';
import { csvTable } from './csv.js';
import { fixed, percent } from './format.js';
import { curveTable } from './measured-blocks.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** What was measured of which cell, what of the case was different for it, and what a file over the case has to say again. */
interface FittedFrom extends Pick<LoadedFit, 'sections'> {
  readonly experiments: readonly Pick<FitExperiment, 'cell' | 'set'>[];
}

const nothingBelow: FittedFrom = { sections: [], experiments: [] };

/**
 * The fit: verdicts first, then parameters with intervals, how well the curves are met, what to measure next. `base`: the case, from the
 * folder.
 */
export const fitReport = (base = '', from: FittedFrom = nothingBelow): Report<FitDocument> => ({
  page: 'fit.html',
  json: 'fit.json',
  describe: (doc) => describe(doc, base, from),
});

function describe(doc: FitDocument, base: string, from: FittedFrom): Description {
  const isFitted = doc.parameters.length > 0;
  return {
    title: fitTitle(doc),
    blocks: [
      ...doc.verdicts.map(answer),
      ...(doc.next ? [entry('next', doc.next.sentence)] : []),
      ...(doc.outcome.kind === 'failed' ? [entry('outcome', doc.outcome.sentence, 'failure')] : []),
      ...tables([parameterTable(doc), curveTable('Curves', doc.curves), capacityTable(doc), spectrumTable(doc)]),
      entry('basis', `${basisSentence(doc)}.`),
      figure(async () => (await import('./figures/fit-curves.js')).fitCurves(doc)),
      figure(async () => (await import('./figures/fit-curves.js')).fitSpectra(doc)),
      fold('compared', 'How data are compared', [], [sentence(comparedWords)]),
      ...(isFitted
        ? [
          fold('parameters', 'Intervals, correlation and starts', [], [
            sentence(profileWords),
            ...tables([correlationTable(doc), startTable(doc)]),
          ]),
        ]
        : []),
      ...(doc.next
        ? [
          fold('next', 'What to measure next', [], [
            table(nextTable(doc.next)),
            sentence(
              'Expected from the slopes at the fitted values and the noise of the data; no promise.',
            ),
          ]),
        ]
        : []),
    ],
    files: [{ name: 'fit.csv', text: () => fitCsv(doc) }, ...(isFitted ? fittedFiles(doc, base, from) : [])],
  };
}

const profileWords =
  'The interval of the profile ends where the sum of squares, minimised over all other parameters, has risen by 3.84 times the '
  + 'variance; "<" and ">" mean that it does not rise so far within the bounds. The interval of the slopes assumes that the sum is a '
  + 'parabola. If the misfit exceeds the noise, both are widened by the square root of their ratio.';

const comparedWords =
  'Voltages are compared at equal shares of the charge of each discharge, capacities by the logarithm of their ratio, and both parts of an '
  + 'impedance relative to its measured modulus.';

/** Parameters as CSV; units stand in a column. */
const fitCsv = ({ parameters }: FitDocument): string =>
  csvTable<FitDocument['parameters'][number]>({
    key: ({ key }) => key,
    unit: ({ unit }) => unit,
    value: ({ value }) => value,
    profile_low: ({ profileLow }) => profileLow,
    profile_high: ({ profileHigh }) => profileHigh,
    low: ({ low }) => low,
    high: ({ high }) => high,
    from: ({ from }) => from,
    to: ({ to }) => to,
  }, parameters);

/** Capacities that a mark names one by one. */
const mostNamed = 3;

/** The fitted case; where a key has a value of its own for each cell, one of each. */
function fittedFiles(doc: FitDocument, base: string, from: FittedFrom) {
  const cells = [...new Set(doc.parameters.flatMap(({ cell }) => (cell === null ? [] : [cell])))];
  if (cells.length === 0) return [{ name: 'fitted.yaml', text: () => fittedCase(doc, base, from) }];
  return cells.map((cell) => (
    { name: `fitted-${cell}.yaml`,
      text: () =>
        fittedCase(doc, base, { ...from, experiments: from.experiments.filter((one) => one.cell === cell) }, cell) }
  ));
}

/** Keys of the case that are different alike for all measurements. */
const changedAlike = ([first, ...others]: FittedFrom['experiments']): [string, unknown][] =>
  Object.entries(first?.set ?? {}).filter(([key, value]) =>
    others.every(({ set }) => JSON.stringify(set[key]) === JSON.stringify(value))
  );

/**
 * The fitted case as a file over the one that was fitted: what was different for all that was measured of it, and each fitted key with its
 * mark, its interval and what it was fitted to.
 */
export function fittedCase({ title, parameters, curves, capacities, spectra }: FitDocument, base: string,
  { sections, experiments } = nothingBelow, of: string | null = null): string
{
  const single = capacities.length > mostNamed
    ? [`${capacities.length} capacities`]
    : capacities.map(({ rate, conditions }) => `the capacity at ${[rate, conditions].filter(Boolean).join(', ')}`);
  const files = [...curves.map(({ file }) => file), ...single, ...spectra.map(({ file }) => file)].join(', ');
  const fitted = new Document({ title: `${title}, fitted${of === null ? '' : `, ${of}`}`, base });
  const setKey = (key: string, value: unknown): void => {
    for (const one of keysOf(key)) fitted.setIn(one.split('.'), value);
  };
  for (const [place, section] of sections) fitted.setIn(place, fitted.createNode(section));
  for (const [key, value] of changedAlike(experiments)) setKey(key, value);
  for (const { key, cell, unit, value, profileLow, profileHigh } of parameters) {
    // it belongs to a spectrum: no case has it
    if (key === doubleLayerKey || (cell !== null && cell !== of)) continue;
    const ends = [profileLow, profileHigh].map((end) => (end === null ? 'open' : formatNumber(end, 3)));
    setKey(key, {
      value: `${formatNumber(value, 6)} ${unit}`.trim(),
      fitted: true,
      note: `fitted to ${files}; 95 %: ${ends[0]} to ${`${ends[1]} ${unit}`.trim()}`,
      // what stood beside the value before is not where this one comes from
      source: null,
      assumed: null,
    });
  }
  return fitted.toString({ lineWidth: 0 });
}

/** A number, or the bound that the data do not reach. */
const orBeyond = (value: number | null, sign: '<' | '>', bound: number): string =>
  value === null ? `${sign} ${formatNumber(bound, 3)}` : formatNumber(value, 4);

const fitTitle = ({ title, parameters }: FitDocument): string =>
  `${title}: ${parameters.length > 0 ? 'fitted' : 'beside what was measured'}`;

export const parameterTable = ({ parameters }: FitDocument): TextTable =>
  tableOf('Fitted parameters', parameters, [
    words('parameter', fittedName),
    column('value', '',
      ({ value, atBound }) => `${formatNumber(value, 4)}${atBound === null ? '' : ' (at its bound)'}`),
    words('unit', ({ unit }) => unit),
    column('from', '95 %, profile', ({ profileLow, from }) => orBeyond(profileLow, '<', from)),
    column('to', '95 %, profile', ({ profileHigh, to }) => orBeyond(profileHigh, '>', to)),
    column('from', '95 %, slopes', ({ low, from }) => orBeyond(low, '<', from)),
    column('to', '95 %, slopes', ({ high, to }) => orBeyond(high, '>', to)),
  ], ({ determined }) => (determined ? undefined : 'mark'));

const capacityTable = ({ capacities }: FitDocument): TextTable =>
  tableOf('Capacities', capacities, [
    words('rate', ({ rate }) => rate),
    ...(capacities.some(({ conditions }) => conditions !== '')
      ? [words<FitDocument['capacities'][number]>('of', ({ conditions }) => conditions)]
      : []),
    column('measured', 'mAh/cm²', ({ measured_mAh_cm2 }) => fixed(measured_mAh_cm2, 3)),
    column('computed', 'mAh/cm²', ({ fitted_mAh_cm2 }) => fixed(fitted_mAh_cm2, 3)),
    column('capacity off', '', ({ capacityError }) => percent(capacityError, 1)),
  ]);

const spectrumTable = ({ spectra }: FitDocument): TextTable =>
  tableOf('Impedances', spectra, [
    words('file', ({ file }) => file),
    column('state of charge', '', ({ stateOfCharge }) => percent(stateOfCharge, 0)),
    column('frequencies', '', ({ frequency_Hz }) => String(frequency_Hz.length)),
    column('inductive, passed over', '', ({ inductive }) => String(inductive)),
    column('rms', 'of |Z|', ({ rms }) => percent(rms, 1)),
  ]);

/** A parameter by its number, which stands above a column of the correlation. */
const numbered = (parameters: FitDocument['parameters'], i: number): string => `${i + 1} ${fittedName(parameters[i])}`;

const correlationTable = ({ parameters, correlation }: FitDocument): TextTable =>
  tableOf('Correlation of the fitted parameters', correlation.map((row, i) => ({ row, i })), [
    words('parameter', ({ i }) => numbered(parameters, i)),
    ...parameters.map((_, k) =>
      column<{ readonly row: readonly number[] }>(String(k + 1), '', ({ row }) => fixed(row[k], 2))
    ),
  ]);

const startTable = ({ starts, parameters }: FitDocument): TextTable =>
  tableOf('Starts', starts, [
    column('sum of squares', '', ({ sum }) => (sum === null ? 'no discharge' : formatNumber(sum, 5))),
    column('iterations', '', ({ iterations }) => String(iterations)),
    ...parameters.map((one, k) =>
      column<{ readonly values: readonly number[] }>(fittedName(one), one.unit,
        ({ values }) => formatNumber(values[k], 4))
    ),
  ]);

const nextTable = ({ experiments }: NonNullable<FitDocument['next']>): TextTable =>
  tableOf('Expected interval of the least determined parameter with one more measurement', experiments, [
    words('measurement', ({ name }) => name),
    column('interval, of today', '', ({ narrows }) => percent(narrows, 0)),
  ]);

/** What the numbers rest on, in a sentence. */
export const basisSentence = ({ points, noise, reducedChiSquare, simulations, starts, spectra }: FitDocument): string =>
  `${points} points, noise of ${formatNumber(noise.voltage_mV, 3)} mV and ${percent(noise.capacity, 1)} of capacity${
    spectra.length > 0 ? ` and ${percent(noise.impedance, 1)} of impedance` : ''
  }${noise.assumed ? ' (assumed)' : ''}; ${
    starts.length === 0 ? 'nothing was fitted' : `${starts.length} starts, ${simulations} discharges solved`
  }${reducedChiSquare === null ? '' : `; chi-square per degree of freedom ${formatNumber(reducedChiSquare, 3)}`}`;
