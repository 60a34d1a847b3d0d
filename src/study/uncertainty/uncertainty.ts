import { tellingBasis } from '../../cell/energy-density.js';
import type { CaseIssue, Rate, RateOfCell } from '../../config/case.js';
import { placed } from '../../config/placed.js';
import { isSameRate } from '../../config/rate.js';
import type { LoadedUncertainty } from '../../config/studies/parse-uncertainty.js';
import { wording } from '../../config/wording.js';
import { type CaseRun, prepareCase, runCase } from '../../pipeline/run-case.js';
import type { ResultDocument } from '../../results/result-schema.js';
import type { UncertainParameter, UncertainQuantity, UncertainRate,
  UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { units } from '../../units/document-units.js';
import type { Result } from '../../units/result.js';
import { meanOf, varianceOf } from '../../units/statistics.js';
import { discrepancyAt } from '../ranges/calibrated-band.js';
import type { Delivered, DeliveredAtEnds, Quantity } from '../ranges/combine.js';
import { coarse, deliver, type Work } from '../ranges/deliver.js';
import { deliveredAt, mostOf, probingRate, screen, type ScreenedVariation } from '../ranges/ranges.js';
import { type Variation, variationsOf } from '../ranges/variations.js';
import { curveBand, sampledBand } from './bands.js';
import { type Execute, firstLook, independentCells, runAll, sampleUntil, type Sampling } from './sampling.js';
import type { UncertaintyAnswer, UncertaintyPlan } from './uncertainty-runner.js';
import { verdictsOf } from './verdicts.js';

/** The document, or what is wrong with the case. */
export type Uncertainty = Result<{ document: UncertaintyDocument }, { issues: readonly CaseIssue[] }>;

/** What a sample will take, by the solves before it: cells, and seconds in all threads together. */
export interface ExpectedWork {
  readonly parameters: number;
  /** With the fewest rows after which the sample may end, and with the most that it may have. */
  readonly least: { readonly cells: number; readonly seconds: number };
  readonly most: { readonly cells: number; readonly seconds: number };
}

/** How the cells of a sample are solved: here, or by workers that are told the plan. */
export interface Workplace {
  readonly atOnce: number;
  readonly open: (plan: UncertaintyPlan, work: ExpectedWork) => Execute;
  readonly onPart: (done: number, of: number) => void;
  /** Told before each parameter alone is put to its ends: solves at most, and seconds that one took on the coarse mesh. */
  readonly onScreening?: (solves: number, secondsPerSolve: number) => void;
}

/** Cells solved at every rate, for the bands of rates and curves, and cells solved on the case's own mesh too. */
const cellsOfCurves = 128;
const cellsOfMesh = 8;

type Ran = CaseRun & { readonly ok: true };

/**
 * How sure a case is, by a sample: every parameter with a spread at once through the real solver on a coarse mesh, what changes there
 * carried over to the result; bands of capacity, energy and curve, Sobol indices of what decides, the tornado of one at a time.
 */
export async function uncertainty(loaded: LoadedUncertainty, workplace: Workplace): Promise<Uncertainty> {
  const { base, settings, issueAt } = loaded;
  const run = await runCase(base.case, base.ledger);
  if (!run.ok)
    return { ok: false, issues: placed(run.problems, base.locate) };
  const ready = prepareCase(coarse(base.case));
  if (!ready.ok) throw new Error('a case that was solved cannot be prepared on a coarse mesh');
  const variations = variationsOf(base.case, [...base.ledger, ...ready.prepared.materials.ledger], ready.prepared,
    base.vary, coarse);
  const known = variations.map(({ path }) => path);
  const unknown = settings.without.flatMap((name, i) =>
    known.includes(name) ? [] : [issueAt(['without', i], wording.noUncertainParameter(name, known))]
  );
  if (unknown.length > 0) return { ok: false, issues: unknown };
  const { rates } = base.case.protocol;
  const isCompared = (cRate: number): boolean => discrepancyAt(run.prepared, cRate).outside.length === 0;
  const probe = settings.rate ? placeOf(settings.rate, rates) : probingRate(run.document, isCompared);
  const work: Work = { solves: 0, milliseconds: 0 };
  const nominal = deliver(ready.prepared, rates, work);
  const uncertain = variations.filter(({ path }) => !settings.without.includes(path));
  workplace.onScreening?.(2 * uncertain.length, work.milliseconds / 1e3 / Math.max(1, work.solves));
  const screened = screen(uncertain, nominal[probe], mostOf(run.document), { rate: rates.slice(probe, probe + 1),
    work });
  const kept = screened.slice(0, settings.most);
  const left: UncertaintyDocument['leftOut'] = [
    ...settings.without.map((path) => ({ path, why: 'taken as known' })),
    ...screened.slice(settings.most).map(({ variation: { path } }) => ({ path, why: 'beyond those that do most' })),
    ...impossible(uncertain, screened).map((path) => ({ path, why: 'the cell cannot exist at its ends' })),
  ];
  return { ok: true,
    document: await sampled(loaded, run, { probe, nominal, kept, left,
      quiet: variations.length - kept.length - left.length,
      secondsPerSolve: work.milliseconds / 1e3 / Math.max(1, work.solves) }, workplace) };
}

const placeOf = (rate: RateOfCell, rates: readonly Rate[]): number => rates.findIndex((one) => isSameRate(rate, one));

/** Parameters that do nothing because the cell exists at none of their ends. */
const impossible = (variations: readonly Variation[], screened: readonly ScreenedVariation[]): string[] =>
  variations.filter((one) =>
    !screened.some(({ variation }) => variation === one) && one.same === undefined && !one.at('low') && !one.at('high')
  ).map(({ path }) => path);

interface Asked {
  readonly probe: number;
  /** The case as it is on the coarse mesh, by rate. */
  readonly nominal: DeliveredAtEnds;
  readonly kept: readonly ScreenedVariation[];
  readonly left: UncertaintyDocument['leftOut'];
  readonly quiet: number;
  /** On the coarse mesh, of the screening. */
  readonly secondsPerSolve: number;
}

function expectedWork(points: number, { kept, nominal, probe, secondsPerSolve }: Asked,
  { rates }: ResultDocument): ExpectedWork
{
  const own = Math.min(cellsOfMesh, points) * (rates[probe].counters.milliseconds / 1e3);
  const expected = (rows: number) => {
    const cells = kept.length === 0 ? 0 : rows * (kept.length + 2);
    const solves = cells + Math.min(cellsOfCurves, points) * nominal.length;
    return { cells, seconds: solves * secondsPerSolve + own };
  };
  return { parameters: kept.length, least: expected(Math.min(firstLook, points)), most: expected(points) };
}

async function sampled(loaded: LoadedUncertainty, run: Ran, asked: Asked, workplace: Workplace) {
  const { settings, base } = loaded;
  const { document: result } = run;
  const { probe, nominal, kept } = asked;
  const of: 'energy' | 'capacity' = Number.isFinite(nominal[probe]?.energy) ? 'energy' : 'capacity';
  const plan: UncertaintyPlan = { rate: probe,
    parameters: kept.map(({ variation: { path, same }, atProbe: [low, high] }) => ({ path,
      lowExists: low !== undefined && same !== 'low', highExists: high !== undefined && same !== 'high' })
    ) };
  const { atOnce, onPart } = workplace;
  const execute = workplace.open(plan, expectedWork(settings.points, asked, result));
  const parts = settings.points + cellsOfCurves + cellsOfMesh;
  const fine = await runAll(Math.min(cellsOfMesh, settings.points), atOnce, async (index) => {
    const answer = await execute({ kind: 'fine', index });
    onPart(index + 1, parts);
    return answer;
  });
  const curves = await runAll(Math.min(cellsOfCurves, settings.points), atOnce, async (index) => {
    const answer = await execute({ kind: 'curves', index });
    onPart(cellsOfMesh + index + 1, parts);
    return answer;
  });
  const sampling = kept.length === 0
    ? nothingSampled
    : await sampleUntil({ parameters: kept.length, of, error: settings.error, points: settings.points, atOnce },
      execute, (rows) => onPart(cellsOfCurves + cellsOfMesh + rows, parts));
  const rates = result.rates.map((_, k) => rateDocument(run, asked, k, { curves, sampling }));
  const whole = rates[probe];
  const ranked = of === 'energy' ? 'gravimetric_Wh_kg' : 'arealCapacity_mAh_cm2';
  const parameters = parametersOf(run, asked, of, sampling, whole[ranked]);
  const failed = result.rates.find(({ outcome }) => outcome.kind === 'failed')?.outcome;
  const document: Omit<UncertaintyDocument, 'verdicts'> = {
    schema: 'catholith-uncertainty-1',
    title: base.case.title,
    basis: tellingBasis(result.energy),
    outcome: failed
      ? { kind: 'failed', sentence: failed.sentence }
      : { kind: 'completed', sentence: sampling.largestError <= settings.error
        ? 'Every index is as sure as was asked for.'
        : 'The sample ended at its largest size; its indices are less sure than was asked for.' },
    rankedAt: result.rates[probe].label,
    ranked,
    rates,
    parameters,
    quiet: asked.quiet,
    leftOut: asked.left,
    sample: { rows: sampling.rows.length, solves: sampling.solves, refused: sampling.refused,
      largestError: Number.isFinite(sampling.largestError) ? sampling.largestError : 1, askedError: settings.error,
      curves: curves.length },
    mesh: meshError(fine, sampling.rows, of, result, asked),
  };
  return { ...document, verdicts: verdictsOf(document) };
}

const nothingSampled: Sampling = { rows: [], indices: undefined, refused: 0, solves: 0, largestError: 0 };

const inUnits = { capacity: units.mAh_cm2, voltage: 1, energy: units.Wh_kg } as const;

/** A sampled value of the coarse mesh, carried over to the result: a voltage by its difference, the others by their ratio. */
function carried(quantity: Quantity, value: number, result: Delivered, nominal: Delivered): number {
  const [own, base] = [result[quantity], nominal[quantity]];
  if (quantity === 'voltage') return value + own - base;
  return base > 0 ? value * (own / base) : value;
}

interface Sampled {
  readonly curves: readonly UncertaintyAnswer[];
  readonly sampling: Sampling;
}

function rateDocument({ document, prepared }: Ran, { probe, nominal }: Asked, k: number,
  { curves, sampling }: Sampled): UncertainRate
{
  const result = deliveredAt(document.rates[k], tellingBasis(document.energy));
  const most = mostOf(document);
  const base = nominal[k];
  const discrepancy = discrepancyAt(prepared, document.rates[k].cRate);
  const sampledCells = curves.flatMap(({ delivered }) => delivered[k] ?? []);
  const cells = k === probe && sampling.rows.length > 0 ? independentCells(sampling.rows) : sampledCells;
  const quantityOf = (quantity: Quantity): UncertainQuantity => {
    const values = cells.flatMap((one) =>
      base && Number.isFinite(one[quantity]) ? [carried(quantity, one[quantity], result, base)] : []
    );
    if (values.length === 0 || !Number.isFinite(result[quantity])) return null;
    const { parameters, ...whole } = sampledBand(quantity, values, discrepancy, most[quantity]);
    const shown = (value: number): number => value / inUnits[quantity];
    return { value: shown(result[quantity]), low: shown(whole.low), high: shown(whole.high),
      parameters: { low: shown(parameters.low), high: shown(parameters.high) } };
  };
  const drawn = curves.flatMap((answer) => answer.curves[k] ?? []);
  const band = base && base.capacity > 0 && drawn.length > 0
    ? curveBand(drawn, result.capacity / base.capacity, (result.voltage - base.voltage) || 0, discrepancy,
      most.capacity)
    : undefined;
  return {
    label: document.rates[k].label,
    cRate: document.rates[k].cRate,
    arealCapacity_mAh_cm2: quantityOf('capacity'),
    meanVoltage_V: quantityOf('voltage'),
    gravimetric_Wh_kg: quantityOf('energy'),
    outsideData: [...discrepancy.outside],
    curve: band
      ? { arealCapacity_mAh_cm2: band.charge.map((q) => q / units.mAh_cm2), low: [...band.low],
        median: [...band.median], high: [...band.high] }
      : null,
  };
}

/** Parameters by their first-order index. */
function parametersOf({ document }: Ran, { probe, nominal, kept }: Asked, of: 'energy' | 'capacity',
  { indices }: Sampling, whole: UncertainQuantity): UncertainParameter[]
{
  const base = nominal[probe];
  const result = deliveredAt(document.rates[probe], tellingBasis(document.energy));
  if (!indices || !base || !whole) return [];
  const width = whole.high - whole.low;
  const parameterWidth = whole.parameters.high - whole.parameters.low;
  const share = width > 0 ? Math.min(1, (parameterWidth / width) ** 2) : 0;
  return kept.map(({ variation: { path, label, basis, status, low, high }, atProbe }, i): UncertainParameter => {
    const [atLow, atHigh] = atProbe.map((one) => one ? carried(of, one[of], result, base) / inUnits[of] : null);
    const firstOrder = indices.first[i];
    return { path, label, basis, status, low, high, atLow: atLow ?? null, atHigh: atHigh ?? null, firstOrder,
      total: indices.total[i],
      bandIfKnown: Math.sqrt(Math.max(0, 1 - share * Math.min(1, Math.max(0, firstOrder.value)))) };
  }).sort((a, b) => b.firstOrder.value - a.firstOrder.value);
}

/** What the coarse mesh makes of the first cells of the sample against what the case's own mesh makes of them. */
function meshError(fine: readonly UncertaintyAnswer[], rows: readonly UncertaintyAnswer[], of: 'energy' | 'capacity',
  result: ResultDocument, { probe, nominal }: Asked): UncertaintyDocument['mesh']
{
  const base = nominal[probe];
  if (!base) return null;
  const own = deliveredAt(result.rates[probe], tellingBasis(result.energy))[of];
  const pairs = fine.flatMap(({ delivered: [onOwn] }, k) => {
    const onCoarse = rows[k]?.delivered[0];
    const changes = [(onOwn?.[of] ?? NaN) / own, (onCoarse?.[of] ?? NaN) / base[of]];
    return changes.every((change) => change > 0)
      ? [changes.map(Math.log)]
      : [];
  });
  if (pairs.length < 2) return null;
  const missed = pairs.map(([a, b]) => a - b);
  const values = rows.flatMap(({ delivered: [a] }) => (a && a[of] > 0 ? [Math.log(a[of])] : []));
  return { cells: pairs.length, rmsLn: Math.sqrt(meanOf(missed.map((one) => one * one))),
    shareOfVariance: varianceOf(missed) / Math.max(varianceOf(values), Number.MIN_VALUE) };
}
