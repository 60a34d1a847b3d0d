import type { Case, MeshSpecification } from '../config/case.js';
import { tableFunction, valueAt } from '../materials/scalar-functions.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import { modelOf, rateCapability } from '../pipeline/run-case.js';
import type { Performance } from '../results/performance.js';
import type { Discretisation, RateResult } from '../results/rate-schema.js';
import { units } from '../units/document-units.js';

/** Cells and shells twice as coarse, and a tenth of the tolerance. */
const coarser = 2;
const tighter = 10;

const shareLeft = (p: number): number => 1 / (coarser ** p - 1);

/**
 * Shares of the differences that are left as errors. Cells and shells, 1/(q^p - 1) of what is q times as coarse with errors of order p: of
 * second order, but a capacity of first in the shells, as a surface empties where the diffusivity falls steeply. Time, q/(q - 1) of what is q
 * times as fine with errors as the tolerance: of looser steps the errors follow no rule (docs/solver.md).
 */
const time = tighter / (tighter - 1);
const voltage = { thickness: shareLeft(2), particles: shareLeft(2), time };
const capacity = { thickness: shareLeft(2), particles: shareLeft(1), time };
const shares = { mean: voltage, largest: voltage, capacity };

type Cause = keyof typeof voltage;

/** From this share of the capacity to that: at the ends the voltage falls too steeply for a difference to tell of anything but the capacity. */
const [from, to] = [0.02, 0.98];

/**
 * Estimates the error of mesh and time steps of every rate, e = sum of |V - V otherwise| times the share of each cause; undefined where a rate
 * delivers nothing to compare. Small beside what the parameters leave open, as a rule; not where diffusivities fall steeply.
 */
export function discretisationOf(prepared: PreparedCase, rates: readonly RateResult[]): (Discretisation | undefined)[] {
  const again = Object.entries(otherCases(prepared.case)).map(([cause, given]) => {
    const built = modelOf(given, prepared.materials, prepared);
    // a mesh that cannot be made coarser leaves nothing to compare
    const runs = built.ok ? rateCapability(given, built.model) : [];
    return { cause: cause as Cause, curves: Array.from(runs, ({ performance }) => curveOf(performance)) };
  });
  return rates.map((rate, k) => {
    const curve = curveOfRate(rate);
    const found = again.map(({ cause, curves }) => ({ cause, ...(curve && differenceOf(curve, curves[k])) }));
    return found.every((one): one is Difference & { cause: Cause } => one.capacity !== undefined)
      ? estimate(found)
      : undefined;
  });
}

function estimate(found: readonly (Difference & { readonly cause: Cause })[]): Discretisation {
  const of = (key: keyof Difference, cause: Cause): number =>
    shares[key][cause] * (found.find((one) => one.cause === cause)?.[key] ?? 0);
  const sum = (key: keyof Difference): number => found.reduce((all, { cause }) => all + of(key, cause), 0);
  const part = (cause: Cause): number => of('mean', cause) / units.mV;
  return {
    voltage_mV: sum('mean') / units.mV,
    largestVoltage_mV: sum('largest') / units.mV,
    arealCapacity_relative: sum('capacity'),
    thickness_mV: part('thickness'),
    particles_mV: part('particles'),
    time_mV: part('time'),
  };
}

function otherCases(given: Case): Record<Cause, Case> {
  const { mesh, numerics } = given;
  const fewer = (n: number): number => Math.max(1, Math.round(n / coarser));
  const on = (change: Partial<MeshSpecification>): Case => ({ ...given, mesh: { ...mesh, ...change } });
  return {
    thickness: on({
      membraneCells: fewer(mesh.membraneCells),
      cathodeCells: fewer(mesh.cathodeCells),
      ...(mesh.anodeCells !== undefined && { anodeCells: fewer(mesh.anodeCells) }),
    }),
    // half as many over the same growth from the surface inwards
    particles: on({ shells: fewer(mesh.shells), shellGrading: mesh.shellGrading ** coarser }),
    time: { ...given, numerics: { ...numerics, tolerance: numerics.tolerance / tighter } },
  };
}

/** Charge passed in the main step [C m^-2] and voltage there [V], point by point. */
interface Curve {
  readonly charge: readonly number[];
  readonly voltage: readonly number[];
}

function curveOf({ main: { segment }, charge, voltage }: Performance): Curve | undefined {
  return segment
    && passing(charge.subarray(segment.first, segment.last + 1), voltage.subarray(segment.first, segment.last + 1));
}

function curveOfRate({ series, profiles: { mainStep } }: RateResult): Curve | undefined {
  if (!mainStep) return undefined;
  const charge = series.arealCapacity_mAh_cm2.slice(mainStep.firstPoint, mainStep.lastPoint + 1);
  return passing(charge.map((q) => q * units.mAh_cm2),
    series.voltage_V.slice(mainStep.firstPoint, mainStep.lastPoint + 1));
}

/** Points at which more charge has passed than ever before: under a rest or a pulse back there is nothing to compare with. */
function passing(charge: ArrayLike<number>, voltage: ArrayLike<number>): Curve {
  const points = Array.from(charge, (q, i) => ({ charge: Math.abs(q - charge[0]), voltage: voltage[i] }));
  let most = -Infinity;
  const kept = points.filter((point) => {
    const further = point.charge > most;
    if (further) most = point.charge;
    return further;
  });
  return { charge: kept.map((point) => point.charge), voltage: kept.map((point) => point.voltage) };
}

/** Of two curves [V], [V], and relative. */
interface Difference {
  readonly mean: number;
  readonly largest: number;
  readonly capacity: number;
}

const fewest = 4;
const sameVoltage = 1e-5;

/** Charge [C m^-2] at which a curve that ends at its cut-off is there first: of pulses one may end there, and another after a rest. */
function steepFrom({ charge, voltage }: Curve): number {
  const end = voltage[voltage.length - 1];
  const isExtreme = end < voltage[0]
    ? end <= Math.min(...voltage) + sameVoltage
    : end >= Math.max(...voltage) - sameVoltage;
  return charge[isExtreme ? voltage.findIndex((one) => Math.abs(one - end) <= sameVoltage) : charge.length - 1];
}

function differenceOf(curve: Curve, other: Curve | undefined): Difference | undefined {
  if (!other || curve.charge.length < fewest || other.charge.length < fewest) return undefined;
  const [delivered, otherwise] = [curve, other].map(({ charge }) => charge[charge.length - 1]);
  // cubic between points: steps are long where the voltage bends little
  const between = tableFunction(other.charge.map((q, i) => [q, other.voltage[i]]));
  const reached = Math.min(steepFrom(curve), steepFrom(other));
  let [square, passed, largest] = [0, 0, 0];
  curve.charge.forEach((q, i) => {
    if (q < from * reached || q > to * reached) return;
    const gap = Math.abs(curve.voltage[i] - valueAt(between, q));
    const share = q - curve.charge[i - 1];
    square += share * gap * gap;
    passed += share;
    largest = Math.max(largest, gap);
  });
  return passed > 0
    ? { mean: Math.sqrt(square / passed), largest, capacity: Math.abs(otherwise / delivered - 1) }
    : undefined;
}
