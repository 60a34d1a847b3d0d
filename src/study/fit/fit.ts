import type { CaseIssue } from '../../config/case.js';
import type { FittedRange, LoadedFit } from '../../config/studies/parse-fit.js';
import { valueAt } from '../../config/studies/sweep.js';
import { problemsOfCase } from '../../pipeline/problems-of-case.js';
import type { FitDocument, FittedParameter } from '../../results/fit-schema.js';
import { fittedName } from '../../results/parameter-name.js';
import { aFunction, expectArguments, objectWith } from '../../units/arguments.js';
import { units } from '../../units/document-units.js';
import type { Result } from '../../units/result.js';
import { sobolPoint } from '../sweep/sobol.js';
import { comparedDocuments } from './compared-documents.js';
import { CurveResiduals } from './curve-residuals.js';
import { correlationOf, covarianceOf, leastSquares, type Minimum, type ResidualFunction } from './least-squares.js';
import { rankExperiments } from './next-experiment.js';
import { besideSentences, chargeSentences, dataSentences, nextSentence, outlierSentences, rateSentences,
  verdictsOf } from './verdicts.js';

/** The document, or what is wrong with the case. */
export type Fitted = Result<{ document: FitDocument }, { issues: readonly CaseIssue[] }>;

/** Tells what a fit is doing: a start, or the profile of a parameter, of all of them. */
export type OnPart = (done: number, of: number) => void;

/** A part of a fit by its name: as an earlier run has kept it, or computed. */
export type KeepPart = <T>(part: string, compute: () => T) => T;

/**
 * Fits keys of a case to measured discharges, capacities and impedances: bounded least squares with exact slopes (`pipeline/sensitivities`) from several starts,
 * intervals from the slopes at the minimum and from the profile of the likelihood, what cannot be told apart, and which discharge would.
 */
export function fitCase(given: LoadedFit, onPart: OnPart = () => undefined,
  keep: KeepPart = (_, compute) => compute()): Fitted
{
  expectArguments({ given: [given, objectWith('vary', 'experiments', 'curves')], onPart: [onPart, aFunction],
    keep: [keep, aFunction] });
  const { vary, experiments, starts } = given;
  const middle = vary.map((range) => valueAt(range, 0.5));
  const issues = experiments.flatMap((_, c) => problemsOfCase(given.design(c, middle)));
  if (issues.length > 0) return { ok: false, issues };
  const curves = new CurveResiduals(given);
  const odd = [...chargeSentences(given, curves.sharesHeld()),
    ...rateSentences(given.curves, curves.currentsOverStated())];
  if (vary.length === 0) return { ok: true, document: besideMeasured(given, curves, odd) };
  const parts = starts + vary.length;
  const kept = <T>(part: string, compute: () => T): T => {
    const before = curves.simulations;
    const { value, simulations } = keep(part, () => {
      const found = compute();
      return { value: found, simulations: curves.simulations - before };
    });
    curves.simulations = before + simulations;
    return value;
  };
  const minima = startsOf(vary.length, starts).map((z, k) => {
    const minimum = kept(`start ${k + 1}`, () => leastSquares(curves.at, z));
    onPart(k + 1, parts);
    return { z, minimum };
  });
  const best = minima.reduce<Minimum | undefined>(
    (least, { minimum }) => (minimum && (least === undefined || minimum.sum < least.sum) ? minimum : least),
    undefined,
  );
  const common = {
    ...headOf(given, curves),
    starts: minima.map(({ z, minimum }) => ({ sum: minimum?.sum ?? null, iterations: minimum?.iterations ?? 0,
      values: curves.values(minimum?.z ?? z) })
    ),
  };
  if (best === undefined) {
    return { ok: true,
      document: { ...common, outcome: { kind: 'failed', sentence: noDischarge }, reducedChiSquare: null, parameters: [],
        correlation: [], simulations: curves.simulations, verdicts: [...odd, noDischarge], next: null, curves: [],
        capacities: [], spectra: [] } };
  }
  const freedom = curves.count - vary.length;
  const reduced = best.sum / freedom;
  const variance = Math.max(1, reduced);
  const covariance = covarianceOf(best.at.jacobian);
  const sds = covariance.map((row, i) => Math.sqrt(variance * row[i]));
  const parameters = vary.map((range, i) => {
    const ends = ([-1, 1] as const).map((side) =>
      kept(`${fittedName(range)}, ${side < 0 ? 'low' : 'high'} end`, () =>
        profileEnd(curves.at, best, i, side, sds[i], variance))
    );
    onPart(starts + i + 1, parts);
    return fittedParameter(range, best.z[i], deviateOf95 * sds[i], ends);
  });
  const correlation = correlationOf(covariance);
  const worst = sds.indexOf(Math.max(...sds));
  const found = comparedDocuments(given, curves, best.z);
  const ranked = rankExperiments(given, curves, best.z, best.at.jacobian, worst);
  return {
    ok: true,
    document: {
      ...common,
      outcome: best.converged
        ? { kind: 'completed', sentence: 'The sum of squares does not fall any more.' }
        : { kind: 'failed', sentence: 'The sum of squares still fell when the limit of iterations was reached.' },
      reducedChiSquare: reduced,
      parameters,
      correlation,
      verdicts: [...odd, ...verdictsOf(parameters, correlation, reduced, common.starts),
        ...outlierSentences(found, given.noise.capacity, reduced), ...dataSentences(given.curves)],
      next: ranked.length === 0
        ? null
        : { sentence: nextSentence(parameters, correlation, worst, ranked[0]), experiments: ranked },
      ...found,
      simulations: curves.simulations,
    },
  };
}

/**
 * A fitted key with its two intervals of 95 %: from the slopes, z - width to z + width, and the ends of the profile; z as a share of the
 * way between its bounds. An end that does not lie within the bounds is null.
 */
function fittedParameter(range: FittedRange, z: number, width: number,
  ends: readonly (number | undefined)[]): FittedParameter
{
  const inside = (end: number): number | null => (end > 0 && end < 1 ? valueAt(range, end) : null);
  const [profileLow, profileHigh] = ends.map((end) => (end === undefined ? null : valueAt(range, end)));
  return {
    key: range.key,
    cell: range.cell ?? null,
    unit: range.unit,
    from: range.from,
    to: range.to,
    value: valueAt(range, z),
    low: inside(z - width),
    high: inside(z + width),
    profileLow,
    profileHigh,
    atBound: z === 0 ? 'from' : z === 1 ? 'to' : null,
    determined: profileLow !== null && profileHigh !== null,
  };
}

/** What a document says whatever came out. */
const headOf = ({ title, noise }: LoadedFit, { count: points }: CurveResiduals) => ({
  schema: 'catholith-fit-1' as const,
  title,
  noise: { voltage_mV: noise.voltage / units.mV, capacity: noise.capacity, impedance: noise.impedance,
    assumed: noise.assumed },
  points,
});

/** The case as it is beside what was measured. */
function besideMeasured(given: LoadedFit, curves: CurveResiduals, odd: readonly string[]): FitDocument {
  const found = comparedDocuments(given, curves, []);
  const all = given.experiments.length;
  const missing = all - found.curves.length - found.capacities.length - found.spectra.length;
  return {
    ...headOf(given, curves),
    outcome: missing === 0
      ? { kind: 'completed', sentence: 'Everything measured has a prediction beside it.' }
      : { kind: 'failed', sentence: `The case predicts nothing for ${missing} of ${all} measurements.` },
    reducedChiSquare: null,
    parameters: [],
    correlation: [],
    starts: [],
    verdicts: [...odd, ...besideSentences(found), ...dataSentences(given.curves)],
    next: null,
    ...found,
    simulations: curves.simulations,
  };
}

const noDischarge =
  'No start within the bounds predicts everything that was measured: widen the bounds, or look at one '
  + 'rate with catholith run.';

/** The middle of the bounds, then points that fill them evenly; the origin, which is the corner of all lower bounds, is left out. */
const startsOf = (count: number, starts: number): number[][] =>
  Array.from({ length: starts }, (_, k) => sobolPoint(k + 1, count));

/** Quantiles of 95 %: of a normal deviate, and of chi-square with one degree of freedom. */
const deviateOf95 = 1.96;
const chiSquareOf95 = deviateOf95 ** 2;
const mostTries = 4;
const closeEnough = 0.03;

/**
 * End of the 95 % interval of parameter i by the profile of the likelihood (Raue et al. 2009, 10.1093/bioinformatics/btp358): where the
 * sum of squares, lowest over all others, has risen by 3.84 times the variance. `sd` is where to begin. Undefined where it does not rise
 * so far within the bounds.
 */
function profileEnd(f: ResidualFunction, minimum: Minimum, i: number, side: 1 | -1, sd: number, variance: number):
  | number
  | undefined
{
  const bound = side === 1 ? 1 : 0;
  const target = chiSquareOf95 * variance;
  const here = minimum.z[i];
  const within = (value: number): number => (side === 1 ? Math.min(value, 1) : Math.max(value, 0));
  let at = within(here + side * deviateOf95 * sd);
  let from: readonly number[] = minimum.z;
  for (let tries = 0; tries < mostTries && at !== here; tries++) {
    const held = leastSquares(f, from.map((value, k) => (k === i ? at : value)), [i], closeEnough * target);
    // no discharge there is as good an end as a bad one
    const rise = held ? held.sum - minimum.sum : Infinity;
    if (at === bound && rise < target) return undefined;
    const ratio = Math.sqrt(target / Math.max(rise, 1e-3 * target));
    if (Math.abs(ratio - 1) < closeEnough) return at;
    at = within(here + (Number.isFinite(rise) ? ratio : 0.5) * (at - here));
    if (held) from = held.z;
  }
  return at === bound ? undefined : at;
}
