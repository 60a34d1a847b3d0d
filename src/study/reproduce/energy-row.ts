import { tellingBasis } from '../../cell/energy-density.js';
import type { LoadedCase, ParameterLedger } from '../../config/case.js';
import type { LoadedRow, Reported } from '../../config/studies/parse-reproduction.js';
import { runCase } from '../../pipeline/run-case.js';
import type { EnergyDensitiesDocument } from '../../results/energy-schema.js';
import type { EnergyRow, RatioRow } from '../../results/reproduction-schema.js';
import { units } from '../../units/document-units.js';
import { cellPromise } from '../cell-promise.js';
import { rangesOf } from '../ranges/ranges.js';
import { caseOf, inputsOf } from './capacity-row.js';
import { impossibleAt, placeOf, reasonOf } from './reason.js';

type Energies = EnergyRow['reported'];
type Read = Extract<LoadedCase, { ok: true }>;

/** A reported energy beside the one that its printed parameters give, without and with declared overheads; simulated where the row asks for it. */
export async function energyRow(row: LoadedRow, read: Read): Promise<EnergyRow | string> {
  if (row.reported?.kind !== 'energy') throw new Error(`${row.id} reports no energy`);
  const { gravimetric, volumetric } = row.reported;
  const { ledger } = read;
  const plain = await cellPromise(read.case, ledger);
  if (!plain.ok) return reasonOf(plain.problems);
  const simulated = row.simulate ? await simulatedEnergy(row, read) : null;
  if (typeof simulated === 'string') return simulated;
  const names = Object.keys(row.overheads);
  const heavier = names.length > 0 ? caseOf(row.design(row.overheads)) : undefined;
  const loaded = heavier && await cellPromise(heavier, ledger);
  return {
    kind: 'energy',
    ...placeOf(row),
    reported: {
      gravimetric_Wh_kg: gravimetric === undefined ? null : gravimetric / units.Wh_kg,
      volumetric_Wh_L: volumetric === undefined ? null : volumetric / units.Wh_L,
    },
    recomputed: energiesOf(row.simulate ? plain.document.energy[row.basis] : plain.document.energy),
    overheads: names.map((key) => `${key}: ${String(row.overheads[key])}`),
    withOverheads: loaded?.ok ? energiesOf(loaded.document.energy) : null,
    simulated,
    warnings: plain.document.warnings,
    inputs: inputsOf(row, ledger),
  };
}

/** At the first rate of the case with the band that `run` gives of it, or why there is no such cell. */
async function simulatedEnergy({ basis }: LoadedRow, read: Read): Promise<EnergyRow['simulated'] | string> {
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) return reasonOf(run.problems);
  const { document, prepared } = run;
  const [{ label, energy, outcome }] = document.rates;
  const ranges = rangesOf(read.case, [...read.ledger, ...prepared.materials.ledger], prepared, document, read.vary);
  const { gravimetric_Wh_kg: band, outsideData = [] } = ranges?.rates[0] ?? {};
  const whole = energy[tellingBasis(document.energy)].gravimetric_Wh_kg;
  // the band is of the basis that tells of the cell; masses and volumes of the bases stay in proportion
  const bandOf = (value: number | null): [number, number] | null =>
    band && whole && value !== null ? [value * band.low / whole, value * band.high / whole] : null;
  const found = energiesOf(energy[basis]);
  return {
    ...found,
    interval: { gravimetric_Wh_kg: bandOf(found.gravimetric_Wh_kg), volumetric_Wh_L: bandOf(found.volumetric_Wh_L) },
    outsideData,
    rate: label,
    basis,
    outcome: outcome.kind,
  };
}

const energiesOf = ({ gravimetric_Wh_kg, volumetric_Wh_L }: Energies): Energies => ({ gravimetric_Wh_kg,
  volumetric_Wh_L });

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
