import type { CapacityBasis, MeasuredDischarge } from '../../config/files/measured-discharge.js';
import { currentOfAnHour } from '../../pipeline/ohmic-drop.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { currentOf } from '../../simulation/load-step.js';

/** Charge per area [C m^-2] of a unit of measured charge. */
export function chargePerArea({ compositions, case: { cell } }: PreparedCase,
  { basis }: { readonly basis: CapacityBasis }): number
{
  if (basis === 'area') return 1;
  if (basis === 'cell') return 1 / (cell.sheetWidth * cell.sheetHeight);
  return compositions.reduce((sum, { massLoading, massFractions }) => sum + massLoading * massFractions.activeMaterial,
    0);
}

/** Measured current over the one that the first rate of a case is; NaN where either has none. */
export function currentOverStated(prepared: PreparedCase | undefined, { basis, current = NaN }: MeasuredDischarge) {
  if (!prepared) return NaN;
  const { case: { protocol: { rates, nominalArealCapacity } }, compositions } = prepared;
  const oneC = nominalArealCapacity === undefined ? currentOfAnHour(compositions) : nominalArealCapacity / 3600;
  return rates.length === 0 ? NaN : (current * chargePerArea(prepared, { basis })) / currentOf(rates[0], oneC);
}
