import { tellingBasis } from '../../cell/energy-density.js';
import type { LoadedCase } from '../../config/case.js';
import type { LoadedRow } from '../../config/parse-reproduction.js';
import { runCase } from '../../pipeline/run-case.js';
import type { EnergyRow } from '../../results/reproduction-schema.js';
import { units } from '../../units/document-units.js';
import { cellPromise } from '../cell-promise.js';
import { rangesOf } from '../ranges/ranges.js';
import { caseOf, inputsOf } from './capacity-row.js';
import { placeOf, reasonOf } from './reason.js';

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
