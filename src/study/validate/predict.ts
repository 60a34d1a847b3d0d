import type { LoadedCase } from '../../config/case.js';
import type { Measured } from '../../config/studies/measured-value.js';
import type { ChargeBefore, MeasuredCell } from '../../config/studies/parse-validation.js';
import { rateCapability } from '../../pipeline/run-case.js';
import { couldNotGoOn } from '../../pipeline/steps-of-protocol.js';
import type { Performance } from '../../results/performance.js';
import { theoreticalArealCapacity } from '../../results/sites.js';
import type { Segment } from '../../simulation/recording.js';
import type { Result } from '../../units/result.js';
import { impedance } from '../impedance.js';
import { type Discrepancy, discrepancyAt } from '../ranges/calibrated-band.js';
import { type End, type Variation, variationsOfLibrary } from '../ranges/variations.js';
import { type ReadyCase, readyOf } from '../reproduce/reason.js';

type Values = Readonly<Record<string, unknown>>;

/** A predicted value in the unit of the measured one and what it cannot exceed (a capacity: all lithium of the crystals), or why there is none. */
export type Prediction = Result<
  { value: number; most: number; cRate: number | undefined; curve: Measured['curve'] },
  { reason: string }
>;

/** A test of a cell: charged at a constant current, then discharged at another or held at a voltage. */
interface Test {
  readonly charge: ChargeBefore;
  readonly rate?: string;
  readonly hold?: string;
  readonly until?: string;
}

/** Charge up to the upper cut-off, a hold there where the source says so (also where the charge ends at once), and what is measured last. */
const stepsOf = ({ charge, rate, hold, until }: Test, upperCutoff?: unknown): Values[] => [
  { charge: charge.rate },
  ...(charge.hold === undefined ? [] : [{ hold: upperCutoff, until: { current: charge.hold } }]),
  hold === undefined ? { discharge: rate } : { hold, until: { current: until } },
];

/** A test with another charge before it than the one that is assumed: at a rate, or (`each`) at the rate of the test. */
const chargedAt = (test: Test, other: string): Test =>
  test.rate === undefined ? test : { ...test, charge: { ...test.charge, rate: other === 'each' ? test.rate : other } };

const isSame = (one: Test, other: Test): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A parameter of the library or a law of effective transport, at one end of its 80 % interval. */
export interface AtEnd {
  readonly path: string;
  readonly end: End;
}

interface TestRun {
  readonly performance: Performance;
  /** The tests of which it is a run, one after the other. */
  readonly tests: readonly Test[];
  /** [kg m^-2] */
  readonly activeMassLoading: number;
}

/** Predicts what was measured of one cell; for each set of values its case is read once, and each test solved once. */
export class CellPredictor {
  private readonly runs = new Map<string, TestRun | string>();
  private readonly cells = new Map<string, ReadyCase | string>();
  /** What was done to the one cell, in the order of its list; undefined where each test has a cell of its own. */
  private readonly sequence: readonly Test[] | undefined;
  private readonly cyclesPerRate: number;
  private readonly upperCutoff: string;

  constructor(private readonly cell: MeasuredCell) {
    const loaded = cell.design({});
    this.cyclesPerRate = loaded.ok ? loaded.case.protocol.cyclesPerRate : 1;
    const charge = loaded.ok ? loaded.case.protocol.charge : undefined;
    this.upperCutoff = charge?.kind === 'charge' ? `${charge.voltage} V` : 'voltage-now';
    if (!loaded.ok || loaded.case.protocol.ratesOn === 'fresh-cells') return;
    const listed = cell.measured.filter(({ what }) => what !== 'charge-transfer-resistance').flatMap((measured) => [
      ...(measured.over.rate === undefined ? [] : [this.testOf({ ...measured, rate: measured.over.rate })]),
      this.testOf(measured),
    ]);
    this.sequence = listed.filter((test, i) => listed.findIndex((other) => isSame(test, other)) === i);
  }

  /**
   * Tests as keys of a case. The only place that says how a measured cell was brought to the state in which its test begins: from as built,
   * one test after the other.
   */
  private experiment(tests: readonly Test[], values: Values): Values {
    const upperCutoff = values['protocol.upperCutoffVoltage'] ?? this.upperCutoff;
    return { ...values, 'protocol.rates': null, 'protocol.cyclesPerRate': null, 'protocol.charge': null,
      'protocol.steps': tests.flatMap((test) => stepsOf(test, upperCutoff)) };
  }

  /** The loaded case of the cell, as written. */
  load(values: Values = {}): LoadedCase {
    const first = this.cell.measured.find(({ rate, hold }) => rate !== undefined || hold !== undefined);
    return this.cell.design(first ? this.experiment([this.testOf(first)], values) : values);
  }

  /** Paths of what library and laws are not sure of and what acts on this cell. */
  uncertain(measured: Measured): readonly string[] {
    const ready = this.prepare(this.valuesOf(measured));
    return typeof ready === 'string' ? [] : this.variations(ready).map(({ path }) => path);
  }

  /** What a prediction misses beyond its inputs, and why the cell lies outside what the laws were compared with; undefined: no such cell. */
  discrepancy(measured: Measured, cRate?: number): Discrepancy | undefined {
    const ready = this.prepare(this.valuesOf(measured));
    const rate = measured.hold === undefined ? cRate : 'held';
    return typeof ready === 'string' ? undefined : discrepancyAt(ready.prepared, rate);
  }

  /** Keys of the case of a test; a resistance has none. */
  private valuesOf(measured: Measured): Values {
    return measured.what === 'charge-transfer-resistance'
      ? {}
      : this.experiment([this.testOf(measured)], {});
  }

  async predict(measured: Measured, values: Values = {}, law?: AtEnd): Promise<Prediction> {
    switch (measured.what) {
      case 'charge-transfer-resistance':
        return this.resistance(measured, values, law);
      case 'retention':
        return this.retention(measured, values, law);
      default: {
        const other = values['protocol.charge'];
        const charged = (one: Test): Test =>
          other === undefined || this.isOfFirstCycle(one) ? one : chargedAt(one, String(other));
        const test = charged(this.testOf(measured));
        const cycles = Array<unknown>(Number(values['protocol.cyclesPerRate'] ?? this.cyclesPerRate)).fill(0);
        const run = this.run((this.sequence?.map(charged) ?? [test]).flatMap((one) => cycles.map(() => one)), values,
          law);
        return typeof run === 'string'
          ? { ok: false, reason: run }
          : valueOf(measured, test, run, this.cell.nominalCapacity);
      }
    }
  }

  /** Capacity of the test over that of the other one. */
  private async retention(measured: Measured, values: Values, law: AtEnd | undefined): Promise<Prediction> {
    const { rate: otherRate, ...others } = measured.over;
    const plain = { ...measured, what: 'discharge' as const };
    const one = await this.predict(plain, values, law);
    const other = await this.predict({ ...plain, rate: otherRate ?? measured.rate }, { ...values, ...others }, law);
    if (!one.ok) return one;
    if (!other.ok) return other;
    if (other.value === 0) return { ok: false, reason: 'the test that it is compared with delivers nothing' };
    return { ...one, value: one.value / other.value, most: Infinity };
  }

  private async resistance({ stateOfCharge }: Measured, values: Values, law: AtEnd | undefined): Promise<Prediction> {
    const ready = this.prepare(values, law);
    if (typeof ready === 'string') return { ok: false, reason: ready };
    const { elements, outcome } = await impedance(ready.given, ready.ledger, ready.prepared, { stateOfCharge, from: 1,
      to: 1, perDecade: 1 });
    const found = elements.chargeTransferResistance_ohm_cm2;
    return found === null
      ? { ok: false, reason: outcome.sentence }
      : { ok: true, value: 1e-4 * found, most: Infinity, cRate: undefined, curve: [] };
  }

  /** Its charge was measured as well, or begins as built: nothing of it is assumed. */
  private isOfFirstCycle(test: Test): boolean {
    return this.cell.measured.some((one) => one.what.startsWith('first-') && isSame(this.testOf(one), test));
  }

  private testOf({ what, rate, charge, hold, until }: Measured): Test {
    const known = this.cell.charge;
    const own = charge ?? (what.startsWith('first-') ? 'each' : known.rate);
    const before = { rate: own === 'each' ? rate ?? until ?? '' : own, hold: known.hold };
    return { charge: before, ...(rate !== undefined && { rate }),
      ...(hold !== undefined && { hold, until: until ?? '' }) };
  }

  private run(tests: readonly Test[], values: Values, law: AtEnd | undefined): TestRun | string {
    const key = JSON.stringify([tests, values, law]);
    const known = this.runs.get(key);
    if (known !== undefined) return known;
    const made = this.solve(tests, values, law);
    this.runs.set(key, made);
    return made;
  }

  private solve(tests: readonly Test[], values: Values, law: AtEnd | undefined): TestRun | string {
    const ready = this.prepare(this.experiment(tests, values), law);
    if (typeof ready === 'string') return ready;
    const { given, prepared } = ready;
    const [{ performance }] = rateCapability(given, prepared.model);
    const active = prepared.compositions.reduce((sum, { activeMassLoading }) => sum + activeMassLoading, 0);
    return { performance, tests, activeMassLoading: active };
  }

  private prepare(values: Values, law?: AtEnd): ReadyCase | string {
    const key = JSON.stringify(values);
    const made = this.cells.get(key) ?? readyOf(this.cell.design(values));
    this.cells.set(key, made);
    if (typeof made === 'string' || !law) return made;
    const moved = this.variations(made).find(({ path }) => path === law.path)?.at(law.end);
    return moved ? { ...made, prepared: { ...made.prepared, ...moved } } : 'the cell cannot exist there';
  }

  private variations({ given, vary, prepared }: ReadyCase): readonly Variation[] {
    return variationsOfLibrary(given, prepared, vary);
  }
}

/** Points of the recording, first to last. */
type Step = Pick<Segment, 'first' | 'last'>;

/** The value of the step that it was measured in: of its test repeated, the last time, unless it is of the first cycle. */
function valueOf(measured: Measured, test: Test, { performance, tests, activeMassLoading }: TestRun,
  nominalCapacity: number): Prediction
{
  const { recording: { segments }, charge, current, problem } = performance;
  const broken = segments.find(couldNotGoOn);
  const isFirst = measured.what.startsWith('first-');
  const place = tests[isFirst ? 'findIndex' : 'findLastIndex']((other) => isSame(test, other));
  const before = tests.slice(0, place).flatMap((one) => stepsOf(one)).length;
  const main = before + stepsOf(test).length - 1;
  // all steps of a test but the last one charge the cell
  const wanted = measured.what === 'first-charge' ? segments.slice(before, main) : segments.slice(main, main + 1);
  if (wanted.length === 0 || (broken && wanted.includes(broken)))
    return { ok: false, reason: broken?.outcome.sentence ?? 'the test was not reached' };
  const segment = { first: wanted[0].first, last: wanted[wanted.length - 1].last };
  const { first, last } = segment;
  const passed = last > first ? charge[last] - charge[first] : 0;
  const cRate = Math.abs((3600 * current[last]) / (nominalCapacity * activeMassLoading));
  const made = (value: number, most = theoreticalArealCapacity(problem, 'sites') / activeMassLoading): Prediction => ({
    ok: true,
    value,
    most,
    cRate: measured.hold === undefined ? cRate : undefined,
    curve: measured.curve.length > 0 ? curveOf(performance, segment, activeMassLoading) : [],
  });
  if (measured.what === 'mean-voltage') {
    return passed === 0
      ? { ok: false, reason: 'nothing is delivered' }
      : made(energyOf(performance, segment) / passed, Infinity);
  }
  if (measured.relativeRate !== undefined)
    return made(decayedTo(measured.relativeRate, performance, segment) / activeMassLoading);
  return made(Math.abs(passed) / activeMassLoading);
}

/**
 * Charge Q delivered under a constant voltage when the current has fallen to I = R Q (a rate R for each time of one decay, as
 * chronoamperometric rate tests define it, Tian et al. 2020); linear in ln(I/Q) between points, all of it where the rate is not reached [C m^-2].
 */
function decayedTo(rate: number, { charge, current }: Performance, { first, last }: Step): number {
  const delivered = (t: number): number => charge[t] - charge[first];
  const relative = (t: number): number => current[t] / delivered(t);
  for (let t = first + 1; t < last; t++) {
    if (relative(t) < rate) return delivered(t);
    if (relative(t + 1) > rate) continue;
    const share = Math.log(relative(t) / rate) / Math.log(relative(t) / relative(t + 1));
    return delivered(t) + share * (delivered(t + 1) - delivered(t));
  }
  return last > first ? delivered(last) : 0;
}

/**
 * Integral of V dQ between two points by trapezia [J m^-2]. The energy that is integrated with the states is in no error norm of the integrator:
 * over a straight potential, which it crosses in a few long steps, that one is off by 0.1 V in the mean.
 */
function energyOf({ charge, voltage }: Performance, { first, last }: Step): number {
  let energy = 0;
  for (let t = first; t < last; t++) {
    energy += 0.5 * (voltage[t] + voltage[t + 1]) * (charge[t + 1] - charge[t]);
  }
  return energy;
}

/** Voltage against the charge of one step [C kg^-1]. */
function curveOf({ charge, voltage }: Performance, { first, last }: Step,
  activeMassLoading: number): Measured['curve']
{
  return Array.from({ length: last - first + 1 },
    (_, k) => [Math.abs(charge[first + k] - charge[first]) / activeMassLoading, voltage[first + k]] as const);
}
