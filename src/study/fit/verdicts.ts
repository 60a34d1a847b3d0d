import { gapOf } from '../../config/files/measured-discharge.js';
import { formatRate } from '../../config/rate.js';
import type { FitCurve } from '../../config/studies/fit-data.js';
import type { LoadedFit } from '../../config/studies/parse-fit.js';
import type { FitDocument, FittedParameter } from '../../results/fit-schema.js';
import { beginning, fittedName } from '../../results/parameter-name.js';
import { formatNumber } from '../../units/quantity.js';
import { closestTo, type RankedExperiment } from './next-experiment.js';

/** Parameters that move together so closely are one to the data. */
const inseparable = 0.95;
/** A misfit of so many times the noise is that of the equations, not of the data. */
const misfit = 4;
/** Starts that end with sums so close have found the same. */
const sameSum = 1.05;

const withUnit = (value: number, unit: string): string => `${formatNumber(value, 3)} ${unit}`.trim();

/** How far a case is from what nothing was fitted to. */
export function besideSentences(
  { curves, capacities, spectra }: Pick<FitDocument, 'curves' | 'capacities' | 'spectra'>,
) {
  const delivered = (capacityError: number): string =>
    `the case delivers ${formatNumber(100 * Math.abs(capacityError), 2)} % ${capacityError < 0 ? 'less' : 'more'} `
    + 'than was measured';
  return [
    ...curves.map(({ file, rate, capacityError, rms_mV }) =>
      `${file} at ${rate}: ${delivered(capacityError)}; at equal shares of the charge the voltages differ by `
      + `${formatNumber(rms_mV, 3)} mV (rms).`
    ),
    ...capacities.map(({ rate, capacityError }) => `Capacity at ${rate}: ${delivered(capacityError)}.`),
    ...spectra.map(({ file, rms }) =>
      `${file}: the impedances differ by ${formatNumber(100 * rms, 2)} % of the measured modulus (rms).`
    ),
  ];
}

/** Standard deviations beyond which a capacity is hardly noise. */
const outlying = 3;

/** Capacities that the fit does not meet, where it meets the rest: a misfit of everything is said by itself. */
export function outlierSentences({ curves, capacities }: Pick<FitDocument, 'curves' | 'capacities'>, noise: number,
  reducedChiSquare: number): string[]
{
  const named = [...curves.map((one) => ({ ...one, of: `of ${one.file}` })),
    ...capacities.map((one) => ({ ...one, of: 'that was read off' }))];
  return reducedChiSquare > misfit ? [] : named.flatMap(({ of, rate, capacityError }) => {
    const off = Math.abs(Math.log1p(capacityError)) / noise;
    return off > outlying
      ? [
        `The fit lies ${formatNumber(100 * Math.abs(capacityError), 2)} % ${
          capacityError > 0 ? 'above' : 'below'
        } the capacity ${of} at ${rate}, ${formatNumber(off, 2)} times its noise: look at that measurement.`,
      ]
      : [];
  });
}

/** What is odd about measured curves that can be used: parts without a point, rows of one time or charge. */
export const dataSentences = (curves: readonly Pick<FitCurve, 'file' | 'discharge'>[]): string[] =>
  curves.flatMap(({ file, discharge }) => {
    const [from, to] = gapOf(discharge) ?? [];
    const { repeated, negative } = discharge;
    return [
      ...(negative ? [`The current in ${file} is negative while the voltage falls: it is read as a discharge.`] : []),
      ...(from === undefined || to === undefined ? [] : [
        `${file} has no point between ${formatNumber(100 * from, 2)} % and ${formatNumber(100 * to, 2)} % of its `
        + 'charge: nothing is compared there.',
      ]),
      ...(repeated === 0 ? [] : [
        `${file} has ${repeated} ${repeated === 1 ? 'row' : 'rows'} with the time or the charge of the row before: `
        + 'the mean voltage of such rows is taken.',
      ]),
    ];
  });

/** Measured charge over what a cathode holds, beyond which it is hardly of that cell: small shares are left to fast discharges. */
const heldShares = { least: 1e-3, most: 1.5 } as const;

/** Charges in another unit, or of another cell. */
export const chargeSentences = ({ curves, capacities }: Pick<LoadedFit, 'curves' | 'capacities'>,
  shares: readonly number[]): string[] =>
  [...curves.map(({ file }) => file), ...capacities.map(({ rate }) => `The capacity at ${formatRate(rate)}`)].flatMap((
    name,
    c,
  ) =>
    shares[c] > heldShares.most || shares[c] < heldShares.least
      ? [
        `${name} is ${formatNumber(shares[c], 2)} times what the cathode holds: correct the unit of its charge, `
        + 'or the case.',
      ]
      : []
  );

/** Measured over stated current, or its inverse, beyond which they are hardly of one rate: capacities that a rate counts by differ by a third. */
const otherRate = 1.5;

/** Curves whose own current is another than their rate is of the cell; `currents`: measured over stated, NaN where the file has none. */
export const rateSentences = (curves: readonly Pick<FitCurve, 'file' | 'rate'>[], currents: readonly number[]) =>
  curves.flatMap(({ file, rate }, c) =>
    Math.max(currents[c], 1 / currents[c]) > otherRate
      ? `${file} was discharged at ${formatNumber(currents[c], 2)} times the current that ${
        formatRate(rate)
      } is of this `
        + 'cell: write the rate at which it was measured, or correct the case.'
      : []
  );

/** What the data say of each parameter and of pairs of them, in sentences; what they do not say first. */
export function verdictsOf(parameters: readonly FittedParameter[], correlation: readonly (readonly number[])[],
  reducedChiSquare: number, starts: FitDocument['starts']): string[]
{
  const open = parameters.filter(({ determined }) => !determined).map(openSentence);
  const pairs = parameters.flatMap((a, i) =>
    parameters.slice(i + 1).flatMap((b, k) => {
      const r = correlation[i][i + 1 + k];
      return Math.abs(r) < inseparable ? [] : [
        `These data cannot tell ${fittedName(a)} from ${fittedName(b)}: ${
          r > 0 ? 'raising both' : 'raising one and lowering the other'
        } leaves them as they are (correlation ${formatNumber(r, 2)}).`,
      ];
    })
  );
  const found = parameters.filter(({ determined }) => determined).map((one) => {
    const { unit, value, profileLow, profileHigh } = one;
    return `${beginning(fittedName(one))} is ${withUnit(value, unit)}, from ${formatNumber(profileLow ?? NaN, 3)} `
      + `to ${withUnit(profileHigh ?? NaN, unit)} (95 %).`;
  });
  const worse = reducedChiSquare > misfit
    ? [
      `The misfit is ${formatNumber(Math.sqrt(reducedChiSquare), 2)} times the noise: the equations lack something `
      + 'that these data show, and the parameters may be biased to make up for it. The intervals are widened by that factor, '
      + 'which may not be enough.',
      ...parameters.filter(({ atBound }) => atBound !== null).map((one) =>
        `${beginning(fittedName(one))} ends at its bound, ${withUnit(one.value, one.unit)}: where that bound is a `
        + 'guess, a wider one may fit better.'
      ),
    ]
    : [];
  return [...open, ...pairs, ...worse, ...elsewhere(starts), ...found];
}

function openSentence(parameter: FittedParameter): string {
  const { unit, value, profileLow, profileHigh, from, to } = parameter;
  const name = beginning(fittedName(parameter));
  if (profileLow !== null)
    return `${name} is above ${withUnit(profileLow, unit)}; these data give no upper end below ${withUnit(to, unit)}.`;
  if (profileHigh !== null)
    return `${name} is below ${withUnit(profileHigh, unit)}; these data give no lower end above `
      + `${withUnit(from, unit)}.`;
  return `These data do not determine ${fittedName(parameter)}: any value from ${formatNumber(from, 3)} to `
    + `${withUnit(to, unit)} fits as well as ${withUnit(value, unit)}.`;
}

/** Other starts that ended elsewhere with a sum that is hardly higher. */
function elsewhere(starts: FitDocument['starts']): string[] {
  const sums = starts.flatMap(({ sum }) => (sum === null ? [] : [sum]));
  const least = Math.min(...sums);
  const failed = starts.length - sums.length;
  const other = sums.filter((sum) => sum > sameSum * least).length;
  const told = [
    ...(other > 0 ? [`${other} of ${starts.length} starts ended in a worse minimum`] : []),
    ...(failed > 0 ? [`${failed} of ${starts.length} starts gave no discharge`] : []),
  ];
  return told.length === 0 ? [] : [`${told.join('; ')}: more starts would say whether a better one is left.`];
}

/** The experiment that would narrow the least determined parameter most, and tell it from another one where these data cannot. */
export function nextSentence(parameters: readonly FittedParameter[], correlation: readonly (readonly number[])[],
  worst: number, { name, narrows, correlation: after }: RankedExperiment): string
{
  const of = fittedName(parameters[worst]);
  const share = `${formatNumber(100 * narrows, 2)} %`;
  if (narrows > 0.8) {
    return `No single measurement that was tried would say much more on ${of}; the best, ${name}, leaves ${share} of its interval.`;
  }
  const other = closestTo(correlation, worst);
  const tells = after !== null && Math.abs(correlation[worst][other]) >= inseparable && Math.abs(after) < inseparable;
  return `The next measurement worth making: ${name}. It would narrow the interval of ${of} to ${share} of `
    + `today's${tells ? ` and tell it from ${fittedName(parameters[other])}` : ''}.`;
}
