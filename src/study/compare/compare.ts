import { replaced } from '../../config/alternatives.js';
import type { Case, ElectrodeLayer, Problem } from '../../config/case.js';
import { equalities, type Equality } from '../../config/equality.js';
import type { FitCurve } from '../../config/studies/fit-data.js';
import type { LoadedDesign } from '../../config/studies/parse-comparison.js';
import type { CellModel } from '../../physics/cell-model.js';
import type { StartOfSteps } from '../../pipeline/charge-before.js';
import { sharedStart } from '../../pipeline/rate-run.js';
import { prepareCase, rateCapability, runCase } from '../../pipeline/run-case.js';
import type { ComparedDesign, ComparisonDocument, RateAtUtilisation } from '../../results/comparison-schema.js';
import type { RateResult } from '../../results/result-schema.js';
import { illinois } from '../../solver/root.js';
import type { LayerComposition } from '../../transport/layer-composition.js';
import { aCase, aFunction, aLedger, anObject, aText, expectArguments, objectsWith, oneOf,
  optional } from '../../units/arguments.js';
import { formatNumber, formatQuantity } from '../../units/quantity.js';
import type { Result } from '../../units/result.js';
import { withRanges } from '../ranges/how-sure.js';
import { withOutside } from '../ranges/outside.js';
import type { Vary } from '../ranges/variations.js';
import { besideMeasured } from './beside-measured.js';
import { limitsOf } from './limits.js';

/** One design of a comparison: a case under a name of its own. */
export interface Design extends Pick<LoadedDesign, 'name' | 'case' | 'ledger'> {
  /** That of the loaded case; ranges need it. */
  readonly vary?: Vary;
}

/** What a comparison makes equal, and the rate that it shows in detail. */
export interface ComparisonOptions {
  /** Default: that of the first design. */
  readonly title?: string;
  /** Default: `as-given`. */
  readonly at?: Equality;
  /** Label of the rate of polarisation, profiles and limits; default: the one closest to 1C. */
  readonly rate?: string;
  /** Measured discharges that every design is put beside. */
  readonly data?: readonly FitCurve[];
  /** Whether each design gets its low to high, for which it is solved again and again; only of designs as given. */
  readonly ranges?: boolean;
  readonly onDesign?: (done: number, of: number) => void;
}

/** The document, or the problems of one design, by its index. */
export type ComparisonRun = Result<{ document: ComparisonDocument }, { design: number; problems: readonly Problem[] }>;

const atShare = 0.8;

/** Runs every design at all of its rates; the first one is the reference that the others are made equal to. */
export async function compare(designs: readonly Design[], options: ComparisonOptions = {}): Promise<ComparisonRun> {
  expectArguments({ designs: [designs, objectsWith('name', 'case', 'ledger')], options: [options, anObject] });
  const { title = designs[0]?.case.title ?? '', at = 'as-given', rate, data = [], ranges = false, onDesign } = options;
  for (const [i, design] of designs.entries()) {
    expectArguments({ [`designs.${i}.case`]: [design.case, aCase], [`designs.${i}.ledger`]: [design.ledger, aLedger] });
  }
  expectArguments({ 'options.title': [title, aText], 'options.at': [at, oneOf(equalities)],
    'options.rate': [rate, optional(aText)], 'options.data': [data, objectsWith()],
    'options.onDesign': [onDesign, optional(aFunction)] });
  const compared: ComparedDesign[] = [];
  let reference: readonly LayerComposition[] | undefined;
  for (const [index, design] of designs.entries()) {
    const asGiven = prepareCase(design.case);
    if (!asGiven.ok) return { ok: false, design: index, problems: asGiven.problems };
    const { compositions } = asGiven.prepared;
    const equal = equalise(asGiven.prepared.case, compositions, reference ??= compositions, at);
    const run = await runCase(equal.case, design.ledger);
    if (!run.ok) return { ok: false, design: index, problems: run.problems };
    const { model } = run.prepared;
    const { measured, warnings } = besideMeasured(equal.case, data);
    const document = ranges && design.vary && equal.change === undefined
      ? withRanges(run, design.case, design.ledger, design.vary)
      : withOutside(run.document, run.prepared);
    const detail = detailRate(document.rates, rate);
    compared.push({
      name: design.name,
      equalised: equal.change ?? null,
      result: { ...document, warnings: [...document.warnings, ...warnings, ...borrowed(design, designs[0])] },
      rateAt80: rateAtUtilisation(equal.case, model, atShare),
      limits: limitsOf(equal.case, model, equal.case.protocol.rates[document.rates.indexOf(detail as RateResult)],
        detail),
      measured,
    });
    onDesign?.(index + 1, designs.length);
  }
  const detail = compared.find(({ limits }) => limits.rate !== null)?.limits.rate ?? null;
  return { ok: true, document: { schema: 'catholith-comparison-1', title, at, detailRate: detail, designs: compared } };
}

/** A conductivity that was measured with the electrolyte of the first design and is taken for one with another. */
function borrowed({ case: { cathode } }: Design, { name, case: first }: Design): string[] {
  return cathode.layers.flatMap(({ electrolyte, ionicTransport }, i): string[] => {
    const other = first.cathode.layers[i];
    const measured = ionicTransport.kind === 'effectiveConductivity'
      && other?.ionicTransport.kind === ionicTransport.kind
      && other.ionicTransport.value === ionicTransport.value;
    if (!measured || electrolyte?.name === other.electrolyte?.name) return [];
    return [
      `its ions conduct ${
        formatQuantity(ionicTransport.value, 'conductivity', 3)
      } in the cathode, given as measured and the same as in `
      + `"${name}", which has another electrolyte: give what was measured with this one, or leave it to its composition, `
      + 'cathode.ionicTransport: null',
    ];
  });
}

/** The named one, or the one closest to 1C, of those that gave a result. */
function detailRate(rates: readonly RateResult[], label: string | undefined): RateResult | undefined {
  const reached = rates.filter(({ outcome }) => outcome.kind !== 'failed');
  const distance = ({ cRate }: RateResult): number => Math.abs(Math.log(cRate));
  return reached.find((rate) => rate.label === label) ?? [...reached].sort((a, b) => distance(a) - distance(b))[0];
}

/** Amounts that can be made the same, summed over the layers of the cathode. */
const amounts = {
  'equal-areal-capacity': { of: 'arealCapacity', dimension: 'arealCapacity', words: 'theoretical areal capacity' },
  'equal-thickness': { of: 'thickness', dimension: 'length', words: 'thickness' },
  'equal-mass': { of: 'massLoading', dimension: 'massLoading', words: 'mass per area' },
} as const;

interface EqualisedDesign {
  readonly case: Case;
  /** In words; undefined where nothing had to be changed. */
  readonly change: string | undefined;
}

/**
 * Every layer of the cathode stretched by one factor, so that the electrode as a whole holds as much as the reference; composition
 * and porosity stay.
 */
function equalise(given: Case, compositions: readonly LayerComposition[], reference: readonly LayerComposition[],
  at: Equality): EqualisedDesign
{
  if (at === 'as-given') return { case: given, change: undefined };
  const { of, dimension, words } = amounts[at];
  const total = (all: readonly LayerComposition[]): number => all.reduce((sum, one) => sum + one[of], 0);
  const factor = total(reference) / total(compositions);
  if (Math.abs(factor - 1) < 1e-9) return { case: given, change: undefined };
  const thickness = compositions.reduce((sum, one) => sum + one.thickness, 0);
  const layers = given.cathode.layers.map((layer, i) => stretched(layer, compositions[i], factor));
  return {
    case: { ...given, cathode: { ...given.cathode, layers } },
    change: `thickness ${formatQuantity(factor * thickness, 'length', 4)} instead of `
      + `${formatQuantity(thickness, 'length', 4)}, for the same ${words}, `
      + `${formatQuantity(total(reference), dimension, 4)}`,
  };
}

const stretched = (layer: ElectrodeLayer, { thickness, porosity }: LayerComposition, factor: number): ElectrodeLayer =>
  replaced(layer, { porosity, thickness: factor * thickness });

/** C-rates that are searched, and how closely. */
const range = [0.01, 20] as const;
const resolution = 0.005;

/** The C-rate at which the utilisation falls to `wanted`, by solving at trial rates (Illinois on the logarithm of the rate). */
function rateAtUtilisation(given: Case, model: CellModel, wanted: number): RateAtUtilisation {
  const share = `${formatNumber(100 * wanted, 3)} %`;
  const without = (kind: 'above' | 'below' | 'none', sentence: string): RateAtUtilisation => (
    { kind, cRate: null, searched: [...range], sentence }
  );
  if (given.protocol.rates.length === 0)
    return without('none',
      `The protocol has no list of rates, so the rate at which ${share} is delivered was not searched.`);
  const start = sharedStart(given, model);
  if (acceptedShare(start) < wanted)
    return without('none', `The charge before takes up less than ${share}: no rate delivers it.`);
  const excess = (logarithm: number): number => utilisationAt(given, model, Math.exp(logarithm), start) - wanted;
  const [low, high] = range.map(Math.log);
  const atLow = excess(low);
  if (atLow <= 0) return without('below', `Below ${share} already at ${range[0]}C.`);
  const atHigh = excess(high);
  if (atHigh >= 0) return without('above', `Still above ${share} at ${range[1]}C.`);
  const cRate = Math.exp(illinois(excess, low, atLow, high, atHigh, resolution));
  return { kind: 'found', cRate, searched: [...range], sentence: `Falls to ${share} at ${formatNumber(cRate, 3)}C.` };
}

/** Accepted over theoretical capacity of the charge that all rates share; 1 where there is none. */
function acceptedShare(start: StartOfSteps | undefined): number {
  if (!start?.charge) return 1;
  const { charge, theoreticalArealCapacity, recording } = start.charge.performance;
  return -charge[recording.points - 1] / theoreticalArealCapacity;
}

/** Delivered over theoretical capacity; 0 where nothing was delivered. */
export function utilisationAt(given: Case, model: CellModel, cRate: number, start = sharedStart(given, model)): number {
  const protocol = { ...given.protocol, rates: [{ kind: 'cRate' as const, value: cRate }] };
  const [{ performance }] = rateCapability({ ...given, protocol }, model, start);
  return performance.main.arealCapacity / performance.theoreticalArealCapacity;
}
