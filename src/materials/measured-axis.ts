import type { MaterialReference, MeasuredCurve, ParameterRecord, Problem, PropertyOverride } from '../config/case.js';
import { contradiction } from '../config/wording/fields.js';
import { FARADAY } from '../units/constants.js';
import { formatQuantity } from '../units/quantity.js';
import { hasOwnAxis } from './crystal-window.js';
import { crystalConcentration } from './crystal.js';
import { derivedRecord } from './derived-record.js';
import { findMaterial } from './library/index.js';
import type { LibraryMaterial, Table } from './property.js';
import type { ResolvedProperties } from './resolved-properties.js';

/** A measured curve over capacity or state of charge on the axis of stoichiometry that its material has. */

type Overrides = Readonly<Record<string, PropertyOverride>>;

export const isMeasured = (value: unknown): value is MeasuredCurve =>
  typeof value === 'object' && value !== null && 'points' in value;

/** The capacity that a measured potential covers [C kg^-1]; undefined where a capacity or a concentration is given beside it. */
export function measuredCapacity({ openCircuitPotential: curve, specificCapacity, maximumConcentration }: Overrides):
  | number
  | undefined
{
  if (!isMeasured(curve) || curve.x !== 'capacity') return undefined;
  if (specificCapacity !== undefined || maximumConcentration !== undefined) return undefined;
  return curve.points[curve.points.length - 1][0] - curve.points[0][0];
}

/** The ledger's line for it. */
export const capacityRecord = (name: string, capacity: number): ParameterRecord =>
  derivedRecord('activeMaterial', name, 'specificCapacity', capacity, 'what the measured potential covers');

/** Highest potentials of two samples of one cathode material differ by less [V]; what indium shifts them by is four times as much. */
const otherSample = 0.15;

/**
 * A curve of a cathode that says no reference and ends by the potential of indium below the material that it is like: it was measured in a
 * cell against In/InLi, and read against lithium all voltages would be 0.62 V too low.
 */
export function unnamedReference({ against, points }: MeasuredCurve, { name, own }: MaterialReference,
  key: string): Problem[]
{
  const like = own === undefined ? name : own.like ?? '';
  const { charged = NaN, discharged = NaN } = findMaterial(like)?.windowPotentials ?? {};
  const top = Math.max(...points.map(([, potential]) => potential));
  const isShifted = charged > discharged && Math.abs(charged - top - potentialOf('lithium-indium')) < otherSample;
  return against === undefined && isShifted
    ? [{ key, ...contradiction(
      `a potential against Li/Li+ that ends near ${formatQuantity(charged, 'voltage')}, as that of ${like}`,
      formatQuantity(top, 'voltage', 3),
      'write "against: In/InLi" if it was measured so, or "against: Li" if it is right',
    ) }]
    : [];
}

/** Stoichiometries of the window, and the charge per stoichiometry [C kg^-1]. */
interface Axis {
  readonly charged: number;
  readonly discharged: number;
  readonly perUnit: number;
}

/**
 * The axis of a material with overrides in place:
 *
 *   crystal axis   perUnit = F cMax / rho,               sD = sC + Q / perUnit unless given
 *   own axis       perUnit = Q / |sD - sC|
 *
 * Q specific capacity [C kg^-1], cMax lithium at stoichiometry 1 [mol m^-3], rho density [kg m^-3].
 */
function axisOf(properties: ResolvedProperties, { crystal, crystalAxis }: LibraryMaterial): Axis {
  const number = (name: string): number | undefined => (properties.has(name) ? properties.number(name) : undefined);
  const charged = properties.number('chargedStoichiometry');
  const density = properties.number('density');
  const given = number('dischargedStoichiometry');
  const capacity = number('specificCapacity');
  const concentration = number('maximumConcentration');
  if (crystal && crystalAxis && !hasOwnAxis(properties)) {
    const perUnit = (FARADAY * (concentration ?? crystalConcentration(crystal, density))) / density;
    const follows = charged + (capacity ?? 0) / perUnit;
    return { charged, discharged: properties.isOverridden('dischargedStoichiometry') ? given ?? follows : follows,
      perUnit };
  }
  const discharged = given ?? charged;
  const perUnit = capacity === undefined
    ? (FARADAY * (concentration ?? 0)) / density
    : capacity / Math.abs(discharged - charged);
  return { charged, discharged, perUnit };
}

/**
 * [stoichiometry, value], the first rising:  s = sC + (1 - soc) (sD - sC),  or  s = s0 + q / perUnit  with q counted from the end of the
 * highest potential, where s0 is the lower end of the window; a curve without that end counts from there as well. Of its points, or of the
 * rows that they were smoothed from.
 */
export function onStoichiometry(curve: MeasuredCurve, properties: ResolvedProperties, material: LibraryMaterial,
  isPotential: boolean, rows: Table = curve.points): Table
{
  const shift = isPotential ? potentialOf(curve.against) : 0;
  const { x } = curve;
  const isPlaced = x === 'stoichiometry' || x === 'concentration' || x === 'temperature';
  const place = isPlaced ? (at: number) => at : placeOn(axisOf(properties, material), curve, isPotential);
  const table = rows.map(([at, y]) => [place(at), y + shift] as const);
  return [...table].sort((a, b) => a[0] - b[0]);
}

function placeOn({ charged, discharged, perUnit }: Axis, { points, x }: MeasuredCurve, isPotential: boolean) {
  const [first, last] = [points[0], points[points.length - 1]];
  const backwards = isPotential && last[1] > first[1];
  const low = Math.min(charged, discharged);
  const exact = (s: number): number =>
    [charged, discharged].find((end) => Math.abs(s - end) < roundOff) ?? Number(s.toPrecision(12));
  if (x === 'soc') return (soc: number) => exact(charged + (1 - soc) * (discharged - charged));
  const start = isPotential ? (backwards ? last[0] : first[0]) : 0;
  return (q: number) => exact(low + Math.abs(q - start) / perUnit);
}

/** Ends of the window and of the data that differ by less are the same. */
const roundOff = 1e-9;

/** Finds the potential against Li/Li+ of what a potential was measured against [V]. */
function potentialOf(against: MeasuredCurve['against']): number {
  if (typeof against !== 'string') return against ?? 0;
  const found = findMaterial(against);
  const value = found?.kind === 'planarAnode' ? found.properties.equilibriumPotential?.value : undefined;
  if (typeof value !== 'number') throw new Error(`the library has no equilibrium potential of ${against}`);
  return value;
}
