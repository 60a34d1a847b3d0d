import type { Case, LoadedCase, ParameterSpread } from '../../config/case.js';
import { onMeshOf } from '../../pipeline/chosen-mesh.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';
import { deviateOf80, normalQuantile } from '../../transport/normal-distribution.js';
import { formatQuantity } from '../../units/quantity.js';
import { preparedAlike } from '../prepared-alike.js';
import type { Delivered } from '../ranges/combine.js';
import { coarse, deliveries, type Delivery } from '../ranges/deliver.js';
import { caseAt, isOfCase, type Variation, variationsOf } from '../ranges/variations.js';
import { mixed, sampleRow } from './sample.js';

/** Tails beyond this share on either side are cut off, at 2.6 standard deviations: a spread says nothing of them. */
const cut = 0.005;

/** One uncertain parameter, and the ends that the cell can take; an end that it cannot have is the value itself. */
export interface Uncertain {
  readonly variation: Variation;
  readonly lowExists: boolean;
  readonly highExists: boolean;
}

/** Puts all parameters of a case to some place of their distributions at once. */
export class UncertainCell {
  /** `coarse` makes a case quick to solve. */
  constructor(private readonly base: LoadedCase & { readonly ok: true },
    private readonly uncertain: readonly Uncertain[], private readonly coarse: (given: Case) => Case)
  {}

  /** The cell at a point of the unit cube, one coordinate per parameter; undefined where it cannot exist. */
  at(point: readonly number[]): PreparedCase | undefined {
    const moved = this.uncertain.map((one, i) => ({ ...one.variation, z: deviateAt(one, point[i]) }))
      .filter(({ z }) => z !== 0);
    const written = moved.flatMap(({ path, spread, z }) =>
      spread && isKey(path, spread) ? [[path, formatQuantity(valueAt(spread, z), spread.dimension, 12)] as const] : []
    );
    const loaded = this.base.with(Object.fromEntries(written));
    if (!loaded.ok) return undefined;
    const given = moved.reduce<Case | undefined>(
      (changed, { path, spread, z }) =>
        changed && spread && !isKey(path, spread)
          ? caseAt(changed, path, spread, valueAt(spread, z), loaded.vary)
          : changed,
      loaded.case,
    );
    const ready = given && prepareCase(this.coarse(given));
    return ready?.ok ? moved.reduce((cell, { scaled, z }) => scaled?.(cell, z) ?? cell, ready.prepared) : undefined;
  }
}

/** A number that the case itself may state, and not a material of the library. */
const isKey = (path: string, { of }: ParameterSpread): boolean => of === 'value' && isOfCase(path);

/** Normal deviate of a coordinate, without the tails, and 0 towards an end that cannot be. */
function deviateAt({ lowExists, highExists }: Uncertain, u: number): number {
  const z = normalQuantile(cut + (1 - 2 * cut) * u);
  return (z < 0 && !lowExists) || (z > 0 && !highExists) ? 0 : z;
}

/**
 * The value of a parameter z standard deviations from its own. A spread is an interval of 80 %, whose ends lie 1.28 standard deviations
 * away, each half with its own width: along the logarithm, or along the number where an end is nothing. Never below nothing where both
 * ends are above, nor a share above one.
 */
export function valueAt({ value, low, high, dimension }: ParameterSpread, z: number): number {
  const end = z < 0 ? low : high;
  const t = Math.abs(z) / deviateOf80;
  const moved = low > 0 ? value * (end / value) ** t : value + t * (end - value);
  const least = low >= 0 ? Math.max(0, moved) : moved;
  return dimension === 'fraction' && high <= 1 ? Math.min(1, least) : least;
}

/** What is sampled, as plain data: parameters by their paths, and the rate of the indices. */
export interface UncertaintyPlan {
  readonly parameters: readonly { readonly path: string; readonly lowExists: boolean; readonly highExists: boolean }[];
  /** Index in the rates of the case. */
  readonly rate: number;
}

/** One piece of work: a row of the sample at the rate of the indices, or its first point at all rates or on the case's own mesh. */
export interface UncertaintyTask {
  readonly kind: 'row' | 'curves' | 'fine';
  readonly index: number;
}

/** A discharge of a sampled cell. */
export interface SampledCurve {
  readonly delivered: Delivered;
  /** Charge passed [C m^-2], rising from zero, and voltage [V]. */
  readonly charge: readonly number[];
  readonly voltage: readonly number[];
}

/** What a piece of work gives; undefined where a cell cannot exist or its solve broke off. */
export interface UncertaintyAnswer {
  /** Of a row: at A, at B and at each mixture; of the others: at each rate. */
  readonly delivered: readonly (Delivered | undefined)[];
  /** Of `curves`, by rate. */
  readonly curves: readonly (SampledCurve | undefined)[];
}

/** Points of a sampled curve that are kept. */
const keptPoints = 80;

/** Solves the cells of a sample; another thread with the same case and plan gives the same. */
export class UncertaintyRunner {
  private readonly quick: UncertainCell;
  private readonly own: UncertainCell;

  constructor(private readonly base: LoadedCase & { readonly ok: true }, private readonly plan: UncertaintyPlan) {
    const uncertain = uncertainOf(base, plan);
    this.quick = new UncertainCell(base, uncertain, coarse);
    const nominal = preparedAlike(base.case);
    this.own = new UncertainCell(base, uncertain, (given) => onMeshOf(given, nominal));
  }

  run({ kind, index }: UncertaintyTask): UncertaintyAnswer {
    const { parameters, rate } = this.plan;
    const { rates } = this.base.case.protocol;
    const probed = rates.slice(rate, rate + 1);
    const row = sampleRow(index, parameters.length);
    if (kind === 'row') {
      const points = [row.a, row.b, ...parameters.map((_, i) => mixed(row, i))];
      return { delivered: points.map((point) => this.solve(this.quick, point, probed)[0]?.delivered), curves: [] };
    }
    const solved = kind === 'fine' ? this.solve(this.own, row.a, probed) : this.solve(this.quick, row.a, rates);
    return { delivered: solved.map(({ delivered }) => delivered), curves: kind === 'fine' ? [] : solved.map(curveOf) };
  }

  private solve(cell: UncertainCell, point: readonly number[], rates: Case['protocol']['rates']): Delivery[] {
    const prepared = cell.at(point);
    return prepared ? [...deliveries(prepared, rates)] : [];
  }
}

/** The parameters of a plan, with what each of them does. */
export function uncertainOf(base: LoadedCase & { readonly ok: true }, { parameters }: UncertaintyPlan): Uncertain[] {
  const ready = prepareCase(coarse(base.case));
  if (!ready.ok) throw new Error('a case that was solved before cannot be prepared');
  const { prepared } = ready;
  const variations = variationsOf(base.case, [...base.ledger, ...prepared.materials.ledger], prepared, base.vary,
    coarse);
  return parameters.map(({ path, ...ends }): Uncertain => {
    const variation = variations.find((one) => one.path === path);
    if (!variation) throw new Error(`${path} is no parameter of this case`);
    return { variation, ...ends };
  });
}

function curveOf({ delivered, run: { performance: { main: { segment }, charge, voltage } } }: Delivery):
  | SampledCurve
  | undefined
{
  if (!delivered || !segment) return undefined;
  const { first, last } = segment;
  const every = Math.max(1, Math.floor((last - first) / keptPoints));
  const kept: number[] = [];
  for (let t = first; t < last; t += every) kept.push(t);
  kept.push(last);
  return { delivered, charge: kept.map((t) => Math.abs(charge[t] - charge[first])),
    voltage: kept.map((t) => voltage[t]) };
}
