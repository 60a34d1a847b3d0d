import type { ParameterLedger } from '../../config/case.js';
import type { LoadedRow, Reported } from '../../config/parse-reproduction.js';
import type { EnergyDensitiesDocument } from '../../results/energy-schema.js';
import type { RatioRow } from '../../results/reproduction-schema.js';
import { cellPromise } from '../cell-promise.js';
import { inputsOf } from './capacity-row.js';
import { impossibleAt, placeOf, reasonOf } from './reason.js';

type Values = Readonly<Record<string, unknown>>;
type Ratios = RatioRow['recomputed'];

/**
 * Energy of one cell over that of another that differs in the keys of `against`, nominal and over every combination of the ends of
 * the unknown inputs.
 */
export async function ratioRow(row: LoadedRow, reported: Extract<Reported, { kind: 'ratio' }>,
  ledger: ParameterLedger): Promise<RatioRow | string>
{
  const recomputed = await ratioOf(row, {});
  if (typeof recomputed === 'string') return recomputed;
  const corners = row.unknown.reduce<Values[]>(
    (made, { key, low, high }) => made.flatMap((values) => [{ ...values, [key]: low }, { ...values, [key]: high }]),
    [{}],
  );
  const ends = await Promise.all(corners.map((values) => ratioOf(row, values)));
  const all = [recomputed, ...ends.filter((one) => typeof one !== 'string')];
  const impossible = ends.flatMap((one, i) => (typeof one === 'string' ? [impossibleAt(corners[i], one)] : []));
  const end = (pick: (...values: number[]) => number): Ratios => ({
    gravimetric: pickOf(all.map(({ gravimetric }) => gravimetric), pick),
    volumetric: pickOf(all.map(({ volumetric }) => volumetric), pick),
  });
  return {
    kind: 'ratio',
    ...placeOf(row),
    basis: row.basis,
    against: Object.entries(row.against).map(([key, value]) => `${key}: ${String(value)}`),
    reported: { gravimetric: reported.gravimetric ?? null, volumetric: reported.volumetric ?? null },
    recomputed,
    lowest: end(Math.min),
    highest: end(Math.max),
    inputs: inputsOf(row, ledger, impossible),
  };
}

/** Or the reason why one of the two cells is none. */
async function ratioOf(row: LoadedRow, values: Values): Promise<Ratios | string> {
  const own = await energyOf(row, values);
  const other = await energyOf(row, { ...values, ...row.against });
  if (typeof own === 'string') return own;
  if (typeof other === 'string') return other;
  const over = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a / b);
  return {
    gravimetric: over(own.gravimetric_Wh_kg, other.gravimetric_Wh_kg),
    volumetric: over(own.volumetric_Wh_L, other.volumetric_Wh_L),
  };
}

async function energyOf(row: LoadedRow, values: Values): Promise<EnergyDensitiesDocument[LoadedRow['basis']] | string> {
  const loaded = row.design(values);
  if (!loaded.ok) return reasonOf(loaded.issues);
  const run = await cellPromise(loaded.case, loaded.ledger);
  return run.ok ? run.document.energy[row.basis] : reasonOf(run.problems);
}

function pickOf(values: readonly (number | null)[], pick: (...values: number[]) => number): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : pick(...present);
}
