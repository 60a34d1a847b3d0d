import type { Case, ParameterLedger } from '../../config/case.js';
import type { LoadedRow } from '../../config/parse-reproduction.js';
import { runCase } from '../../pipeline/run-case.js';
import type { EnergyRow } from '../../results/reproduction-schema.js';
import { units } from '../../units/document-units.js';
import { cellPromise } from '../cell-promise.js';
import { caseOf, inputsOf } from './capacity-row.js';
import { placeOf, reasonOf } from './reason.js';

type Energies = EnergyRow['reported'];

/** A reported energy beside the one that its printed parameters give, without and with declared overheads; simulated where the row asks for it. */
export async function energyRow(row: LoadedRow, given: Case, ledger: ParameterLedger): Promise<EnergyRow | string> {
  if (row.reported?.kind !== 'energy') throw new Error(`${row.id} reports no energy`);
  const { gravimetric, volumetric } = row.reported;
  const plain = await cellPromise(given, ledger);
  if (!plain.ok) return reasonOf(plain.problems);
  const simulated = row.simulate ? await simulatedEnergy(row, given, ledger) : null;
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

/** At the first rate of the case, or why there is no such cell. */
async function simulatedEnergy(row: LoadedRow, given: Case,
  ledger: ParameterLedger): Promise<EnergyRow['simulated'] | string>
{
  const run = await runCase(given, ledger);
  if (!run.ok) return reasonOf(run.problems);
  const [{ label, energy, outcome }] = run.document.rates;
  return { ...energiesOf(energy[row.basis]), rate: label, basis: row.basis, outcome: outcome.kind };
}

const energiesOf = (
  { gravimetric_Wh_kg, volumetric_Wh_L }: Energies,
): Energies => ({ gravimetric_Wh_kg, volumetric_Wh_L });
