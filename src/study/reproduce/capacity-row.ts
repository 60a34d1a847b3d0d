import type { Case, LoadedCase, ParameterLedger } from '../../config/case.js';
import { formatRate } from '../../config/rate.js';
import type { LoadedRow } from '../../config/studies/parse-reproduction.js';
import type { UnknownInput } from '../../config/studies/ranges.js';
import { outcomeDocument } from '../../pipeline/outcome-document.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase, rateCapability } from '../../pipeline/run-case.js';
import type { CapacityRow, Explanation, Inverse } from '../../results/reproduction-schema.js';
import { illinois } from '../../solver/root.js';
import { units } from '../../units/document-units.js';
import { discrepancyAt } from '../ranges/calibrated-band.js';
import { variationsOfLibrary } from '../ranges/variations.js';
import { capacityFloor, type InputEffect, predictionInterval } from '../validate/prediction-interval.js';
import { impossibleAt, placeOf, type ReadyCase, readyOf } from './reason.js';

type Values = Readonly<Record<string, unknown>>;

/** Keys of the ionic transport, which the inverse problem asks for itself. */
const isTransport = ({ key }: UnknownInput): boolean => /(^|\.)(ionicTransport|network)(\.|$)/.test(key);

/**
 * One reported capacity beside the simulated one. The ranges, of what is delivered and of the tortuosity factor asked for: every assumed
 * input alone at both ends, then all of them at the ends that deliver least, and most.
 */
export function capacityRow(row: LoadedRow, { given: nominal, prepared: ready, ledger, vary }: ReadyCase): CapacityRow {
  if (row.reported?.kind !== 'capacity') throw new Error(`${row.id} reports no capacity`);
  const { specificCapacity: wanted } = row.reported;
  const asAssumed = deliver(nominal, ready);
  const impossible: CapacityRow['inputs']['impossible'] = [];
  const run = (values: Values): Delivery | undefined => {
    const changed = readyOf(row.design(values));
    if (typeof changed !== 'string') return deliver(changed.given, changed.prepared);
    impossible.push(impossibleAt(values, changed));
    return undefined;
  };
  const ends = row.unknown.map((input) => endsOf(input, run, asAssumed));
  const alone = ends.flatMap(({ runs }) => runs);
  const [worst, best] = (['least', 'most'] as const).map((end) =>
    Object.fromEntries(row.unknown.map(({ key }, i) => [key, ends[i][end]]))
  );
  const all = [asAssumed, ...alone, run(worst), run(best)].flatMap((one) => one?.specificCapacity ?? []);
  const simulated = asAssumed.specificCapacity;
  const library = variationsOfLibrary(nominal, ready, vary).map(({ at }) =>
    (['low', 'high'] as const).map((end) => at(end)).map((cell) => cell && deliver(nominal, cell))
  );
  const effectOf = (of: InputEffect['of']) => ([atLow, atHigh]: readonly (Delivery | undefined)[]): InputEffect => ({
    of,
    atLow: atLow?.specificCapacity,
    atHigh: atHigh?.specificCapacity,
  });
  const { low, high } = intervalOf(asAssumed, ready, [...ends.map(({ runs }) => runs).map(effectOf('range')),
    ...library.map(effectOf('interval'))],
    Math.max(asAssumed.theoretical, ...all, ...alone.flatMap((one) => one?.theoretical ?? [])));
  return {
    kind: 'capacity',
    ...placeOf(row),
    dependent: row.dependent ?? null,
    rate: nominal.protocol.rates.map(formatRate)[0] ?? '',
    cRate: asAssumed.cRate,
    reported_mAh_g: wanted / units.mAh_g,
    simulated_mAh_g: simulated / units.mAh_g,
    range_mAh_g: [Math.min(...all) / units.mAh_g, Math.max(...all) / units.mAh_g],
    interval_mAh_g: [low / units.mAh_g, high / units.mAh_g],
    theoretical_mAh_g: asAssumed.theoretical / units.mAh_g,
    tortuosityFactor: ready.effective[0].ionicTortuosityFactor,
    electrolyteVolumeFraction: ready.compositions[0].volumeFractions.electrolyte,
    outcome: asAssumed.outcome,
    inverse: row.dependent === undefined ? inverseOf(row, nominal, simulated, [worst, best]) : null,
    inputs: inputsOf(row, [...ledger, ...ready.materials.ledger], impossible),
  };
}

/**
 * What is to hold 80 % of reported values: the assumed inputs, none of whose values is preferred, the intervals of library and laws, and what predictions
 * of such cells miss beyond both, by the one table of runs and validation; up to `most`, what there is of all of them.
 */
function intervalOf({ specificCapacity, theoretical, cRate }: Delivery, ready: PreparedCase,
  inputs: readonly InputEffect[], most: number)
{
  const { sdLnCapacity, lossLnCapacity } = discrepancyAt(ready, cRate);
  const discrepancy = { deviation: sdLnCapacity, lowers: lossLnCapacity, of: 'logarithm' } as const;
  return predictionInterval(specificCapacity, inputs, discrepancy, capacityFloor(theoretical), most);
}

/** Finds what ion transport would have to be, with its range over the assumed inputs. */
function inverseOf(row: LoadedRow, nominal: Case, simulated: number, ends: readonly Values[]): Inverse {
  if (row.reported?.kind !== 'capacity') throw new Error(`${row.id} reports no capacity`);
  const { specificCapacity: wanted } = row.reported;
  const ask = (given: Case): Explanation => explainCapacity(given, wanted);
  const asked = ask(nominal);
  const variants = [...row.unknown.flatMap(({ key, low, high }) => [{ [key]: low }, { [key]: high }]), ...ends];
  const explained = [asked,
    ...differing(variants, row.unknown).flatMap((values) => caseOf(row.design(values)) ?? []).map(ask)]
    .filter(({ kind }) => kind !== 'none')
    .sort((a, b) => rank(a) - rank(b));
  return {
    nominal: asked,
    lowest: explained[0] ?? asked,
    highest: explained[explained.length - 1] ?? asked,
    lostShare: simulated > wanted ? 1 - wanted / simulated : null,
  };
}

/** The inverse problem asks for the transport itself: what differs in nothing else is the same question, and is asked once. */
function differing(variants: readonly Values[], unknown: readonly UnknownInput[]): Values[] {
  const kept = unknown.filter((input) => !isTransport(input)).map(({ key }) => key);
  const without = variants.map((values) =>
    Object.fromEntries(kept.filter((key) => Object.hasOwn(values, key)).map((key) => [key, values[key]]))
  );
  return [...new Map(without.map((values) => [JSON.stringify(values), values])).values()].filter((values) =>
    Object.keys(values).length > 0
  );
}

/** By the least tortuosity factor that will do. */
function rank({ kind, tortuosityFactor }: Explanation): number {
  if (kind === 'too-little') return 0;
  if (kind === 'any') return Infinity;
  // every one from 1 will do; the farther it goes, the later
  return kind === 'up-to' ? 1 + 1e-6 * (tortuosityFactor ?? 0) : tortuosityFactor ?? Infinity;
}

export const caseOf = (loaded: LoadedCase): Case | undefined => (loaded.ok ? loaded.case : undefined);

/** Runs an input alone at both ends: the runs, and which end delivers least and most; the other one where no cell is at an end. */
function endsOf({ key, low, high }: UnknownInput, run: (values: Values) => Delivery | undefined, asAssumed: Delivery) {
  const [atLow, atHigh] = [run({ [key]: low }), run({ [key]: high })];
  const rises = (atHigh ?? asAssumed).specificCapacity > (atLow ?? asAssumed).specificCapacity;
  const usable = (value: unknown, other: unknown, here: Delivery | undefined): unknown => (here ? value : other);
  const [lower, upper] = [usable(low, high, atLow), usable(high, low, atHigh)];
  return { runs: [atLow, atHigh], least: rises ? lower : upper, most: rises ? upper : lower };
}

/** Sorts parameters by whether they are printed somewhere; those of the program itself are neither. */
export function inputsOf({ unknown }: LoadedRow, ledger: ParameterLedger,
  impossible: CapacityRow['inputs']['impossible'] = []): CapacityRow['inputs']
{
  const paths = (wanted: readonly string[]): string[] =>
    ledger.filter(({ status }) => wanted.includes(status)).map(({ path }) => path);
  return {
    given: paths(['given', 'literature', 'derived']),
    assumed: paths(['assumed', 'fitted']),
    varied: unknown.map(({ key, low, high }) => ({ key, low: String(low), high: String(high) })),
    impossible,
  };
}

/** Tortuosity factors that are searched, and how closely tau and a capacity are told apart (relative). */
const range = [1, 1000] as const;
const resolution = 0.01;

export interface Delivery {
  /** Per mass of active material [C kg^-1]. */
  readonly specificCapacity: number;
  readonly theoretical: number;
  readonly outcome: string;
  readonly cRate: number;
}

/** The first rate of the protocol, solved. */
export function deliver(given: Case, { model, compositions }: Pick<PreparedCase, 'model' | 'compositions'>): Delivery {
  const active = compositions.reduce((sum, { activeMassLoading }) => sum + activeMassLoading, 0);
  const [{ performance, cRate }] = rateCapability(given, model);
  return {
    specificCapacity: performance.main.arealCapacity / active,
    theoretical: performance.theoreticalArealCapacity / active,
    outcome: outcomeDocument(performance).kind,
    cRate,
  };
}

/**
 * The tortuosity factor tau of the ions in all layers, kappaEff = kappa eps / tau, at which the case delivers `wanted` [C kg^-1]:
 * what it delivers falls with tau, so one root of the logarithm of tau is searched between 1 and 1000. Where straight paths deliver
 * `wanted` within the resolution, any tau does up to the one that takes the resolution away: no single one can be asked for.
 */
export function explainCapacity(given: Case, wanted: number): Explanation {
  const none: Explanation = { kind: 'none', tortuosityFactor: null, effectiveIonicConductivity_mS_cm: null };
  let conductivity = 0;
  const readyAt = (logarithm: number): PreparedCase | undefined => {
    const ready = prepareCase(withTortuosity(given, Math.exp(logarithm)));
    if (!ready.ok) return undefined;
    conductivity = ready.prepared.effective[0].effectiveIonicConductivity;
    return ready.prepared;
  };
  const excess = (logarithm: number): number => {
    const ready = readyAt(logarithm);
    return ready ? deliver(given, ready).specificCapacity / wanted - 1 : NaN;
  };
  const [low, high] = range.map(Math.log);
  const atLow = excess(low);
  if (!Number.isFinite(atLow) || conductivity === 0) return none;
  if (atLow < -resolution) return { ...none, kind: 'too-little' };
  const agrees = atLow < resolution;
  const allowance = agrees ? resolution : 0;
  const above = (logarithm: number): number => excess(logarithm) + allowance;
  const atHigh = above(high);
  if (atHigh > 0) {
    return { kind: agrees ? 'up-to' : 'any', tortuosityFactor: range[1],
      effectiveIonicConductivity_mS_cm: conductivity / units.mS_cm };
  }
  const logarithm = illinois(above, low, atLow + allowance, high, atHigh, resolution);
  readyAt(logarithm);
  return {
    kind: agrees ? 'up-to' : 'found',
    tortuosityFactor: Math.exp(logarithm),
    effectiveIonicConductivity_mS_cm: conductivity / units.mS_cm,
  };
}

const withTortuosity = (given: Case, value: number): Case => ({
  ...given,
  cathode: {
    ...given.cathode,
    layers: given.cathode.layers.map((layer) => ({ ...layer,
      ionicTransport: { kind: 'tortuosityFactor' as const, value } })
    ),
  },
});
