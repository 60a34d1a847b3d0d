import type { Checked, ParameterRecord } from '../config/case.js';
import { impossible } from '../config/wording/fields.js';
import { FARADAY } from '../units/constants.js';
import { formatQuantity } from '../units/quantity.js';
import { crystalConcentration } from './crystal.js';
import { derivedRecord } from './derived-record.js';
import type { Alternative, LibraryMaterial } from './property.js';
import type { ResolvedProperties } from './resolved-properties.js';

/** Whether a case replaces the axis with its own: an own window with the potential or the capacity that belongs to it. */
export const hasOwnAxis = ({ isOverridden }: ResolvedProperties): boolean =>
  isOverridden('dischargedStoichiometry') && (isOverridden('openCircuitPotential') || isOverridden('specificCapacity'));

/** Stoichiometries of the cell when charged and when discharged, and the lithium at stoichiometry 1 [mol m^-3]. */
export interface CrystalWindow {
  readonly charged: number;
  readonly discharged: number;
  readonly maximumConcentration: number;
  readonly records: readonly ParameterRecord[];
}

export type CrystalWindowResult = Checked<{ window: CrystalWindow }>;

/**
 * The window of a material whose potential lives on the axis of its crystal: cMax = rho / M, and the discharged end is where the capacity
 * that comes back ends,  sD = sC + Q rho / (F cMax).  A case may give the discharged end itself; the capacity then follows.
 */
export function crystalWindow(properties: ResolvedProperties, crystal: NonNullable<LibraryMaterial['crystal']>,
  alternatives: readonly Alternative[]): CrystalWindowResult
{
  const { name, key } = properties;
  const density = properties.number('density');
  const ownConcentration = properties.isOverridden('maximumConcentration');
  const maximumConcentration = ownConcentration
    ? properties.number('maximumConcentration')
    : crystalConcentration(crystal, density);
  const perUnit = (FARADAY * maximumConcentration) / density;
  const charged = properties.number('chargedStoichiometry');
  const capacity = properties.number('specificCapacity');
  const given = properties.isOverridden('dischargedStoichiometry');
  const discharged = given ? properties.number('dischargedStoichiometry') : charged + capacity / perUnit;
  const full = properties.number('asBuiltStoichiometry');
  const mAhPerGram = (value: number): string => formatQuantity(value, 'specificCapacity', 4);
  if (!given && discharged > full + 1e-9) {
    return { ok: false, problems: [{ key: `${key}.specificCapacity`, ...impossible(
      `at most ${mAhPerGram((full - charged) * perUnit)}, what the crystal of ${name} holds between stoichiometry `
        + `${charged} and ${full}`,
      mAhPerGram(capacity),
      'lower it, or lower chargedStoichiometry where the cell is charged further',
    ) }] };
  }
  return {
    ok: true,
    window: {
      charged,
      discharged,
      maximumConcentration,
      records: [
        ...properties.records.filter(({ path }) => !given || path !== `${name}.specificCapacity`),
        ...(given
          ? []
          : [
            derivedRecord('activeMaterial', name, 'dischargedStoichiometry', discharged,
              'charged stoichiometry + specific capacity * molar mass / F'),
          ]),
        ...(ownConcentration
          ? []
          : [
            derivedRecord('activeMaterial', name, 'maximumConcentration', maximumConcentration,
              `density / molar mass of ${crystal.formula}`, alternatives),
          ]),
      ],
    },
  };
}
