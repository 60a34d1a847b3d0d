import type { FitCurve } from '../../config/fit-data.js';
import { gapOf } from '../../config/measured-discharge.js';
import type { FitDocument, FittedParameter } from '../../results/fit-schema.js';
import { beginning, keyWords } from '../../results/parameter-name.js';
import { formatNumber } from '../../units/quantity.js';
import type { RankedExperiment } from './next-experiment.js';

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
    `the case delivers ${formatNumber(100 * Math.abs(capacityError), 2)} % ${
      capacityError < 0 ? 'less' : 'more'
    } than was measured`;
  return [
    ...curves.map(({ file, rate, capacityError, rms_mV }) =>
      `${file} at ${rate}: ${delivered(capacityError)}; at the same share of either discharge voltages are ${
        formatNumber(rms_mV, 3)
      } mV apart (rms).`
    ),
    ...capacities.map(({ rate, capacityError }) => `Capacity at ${rate}: ${delivered(capacityError)}.`),
    ...spectra.map(({ file, rms }) =>
      `${file}: the impedances are ${formatNumber(100 * rms, 2)} % of the measured modulus apart (rms).`
    ),
  ];
}

/** What is odd about measured curves that can be used: parts without a point, rows of one time or charge. */
export const dataSentences = (curves: readonly Pick<FitCurve, 'file' | 'discharge'>[]): string[] =>
  curves.flatMap(({ file, discharge }) => {
    const [from, to] = gapOf(discharge) ?? [];
    const { repeated, negative } = discharge;
    return [
      ...(negative ? [`The current in ${file} is negative while the voltage falls: it is read as a discharge.`] : []),
      ...(from === undefined || to === undefined ? [] : [
        `${file} has no point between ${formatNumber(100 * from, 2)} % and ${
          formatNumber(100 * to, 2)
        } % of its charge: nothing is compared there.`,
      ]),
      ...(repeated === 0 ? [] : [
        `${file} has ${repeated} ${
          repeated === 1 ? 'row' : 'rows'
        } with the time or the charge of the row before: the mean voltage of such rows is taken.`,
      ]),
    ];
  });

/** What the data say of each parameter and of pairs of them, in sentences; what they do not say first. */
export function verdictsOf(
  parameters: readonly FittedParameter[],
  correlation: readonly (readonly number[])[],
  reducedChiSquare: number,
  starts: FitDocument['starts'],
): string[] {
  const open = parameters.filter(({ determined }) => !determined).map(openSentence);
  const pairs = parameters.flatMap((a, i) =>
    parameters.slice(i + 1).flatMap((b, k) => {
      const r = correlation[i][i + 1 + k];
      return Math.abs(r) < inseparable ? [] : [
        `These data cannot tell ${keyWords(a.key)} from ${keyWords(b.key)}: ${
          r > 0 ? 'raising both' : 'raising one and lowering the other'
        } leaves them as they are (correlation ${formatNumber(r, 2)}).`,
      ];
    })
  );
  const found = parameters.filter(({ determined }) => determined).map(({ key, unit, value, profileLow, profileHigh }) =>
    `${beginning(keyWords(key))} is ${withUnit(value, unit)}, from ${formatNumber(profileLow ?? NaN, 3)} to ${
      withUnit(profileHigh ?? NaN, unit)
    } (95 %).`
  );
  const worse = reducedChiSquare > misfit
    ? [
      `The misfit is ${
        formatNumber(Math.sqrt(reducedChiSquare), 2)
      } times the noise: the equations miss something that these data `
      + 'show, and the parameters bend to it. The intervals are widened by that factor, which need not be enough.',
    ]
    : [];
  return [...open, ...pairs, ...worse, ...elsewhere(starts), ...found];
}

function openSentence({ key, unit, value, profileLow, profileHigh, from, to }: FittedParameter): string {
  const name = beginning(keyWords(key));
  if (profileLow !== null)
    return `${name} is above ${withUnit(profileLow, unit)}; these data give no upper end below ${withUnit(to, unit)}.`;
  if (profileHigh !== null)
    return `${name} is below ${withUnit(profileHigh, unit)}; these data give no lower end above ${
      withUnit(from, unit)
    }.`;
  return `These data do not determine ${keyWords(key)}: anything from ${formatNumber(from, 3)} to ${
    withUnit(to, unit)
  } fits as well as ${withUnit(value, unit)}.`;
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

/** The experiment that would narrow the least determined parameter most. */
export function nextSentence({ key }: FittedParameter, { name, narrows }: RankedExperiment): string {
  if (narrows > 0.8)
    return `No single discharge that was tried would say much more on ${
      keyWords(key)
    }; the best, ${name}, narrows its interval to ${formatNumber(100 * narrows, 2)} %.`;
  return `The next discharge worth measuring: ${name}. It would narrow the interval of ${keyWords(key)} to ${
    formatNumber(100 * narrows, 2)
  } % of today's.`;
}
