import type { ParameterRecord } from '../config/case.js';
import { spreadText } from '../config/fields/spread.js';
import { formatQuantity } from '../units/quantity.js';
import { activeParts } from './blend.js';
import { grownOnLithium } from './interphase-growth.js';
import { findMaterial } from './library/index.js';
import { type AnodeMaterials, type Electrolyte, isLithium, type LayerMaterials } from './material.js';
import { valueAt } from './scalar-functions.js';

/** What an anode does to the electrolytes that it touches. */

type Planar = Extract<AnodeMaterials, { readonly kind: 'planar' }>;

export interface PlaneContact {
  /** With its resistance where the case gives none. */
  readonly anode: Planar;
  /** The parameters of the library behind that resistance. */
  readonly records: readonly ParameterRecord[];
  readonly warnings: readonly string[];
}

/**
 * A plane of lithium costs what is reported of the electrolyte that it touches and what has grown there since (`age` [s]), an alloy what it
 * costs itself; what the case gives [ohm m^2] takes the place of all. `records` has the parameters of contacts by path.
 */
export function planeContact(anode: Planar, membrane: Electrolyte, givenResistance: number | undefined,
  records: ReadonlyMap<string, ParameterRecord>, age = 0): PlaneContact
{
  const { material, host = membrane } = anode;
  const lithium = isLithium(material);
  const fresh = (lithium ? host.lithiumResistance : material.areaSpecificResistance) ?? 0;
  const growth = grownOnLithium(host, lithium ? age : 0, records);
  const resistance = fresh + growth.resistance;
  const record = records.get(lithium ? `${host.name}.lithiumResistance` : `${material.name}.areaSpecificResistance`);
  const shown = (value: number): string => formatQuantity(value, 'areaSpecificResistance', 3);
  const counted = `${shown(givenResistance ?? resistance)} are counted for `
    + `it${givenResistance === undefined && growth.resistance === 0 ? rangeOf(record) : ''}`;
  const touched = lithium ? [...new Set([membrane.name, host.name])] : [];
  return {
    anode: { ...anode, resistance },
    records: givenResistance === undefined ? [...(record ? [record] : []), ...growth.records] : [],
    warnings: [...touched.flatMap((name) => warningOf(name, 'lithium', counted)),
      ...(givenResistance === undefined ? growth.warnings : [])],
  };
}

/** An anode below this potential [V] reduces what lithium reduces. */
const nearLithium = 1;

export function reductionWarnings(materials: LayerMaterials, membrane: Electrolyte): readonly string[] {
  return activeParts(materials).flatMap(
    ({ material: { name: beside, openCircuitPotential, chargedStoichiometry } }) => {
      const touched = valueAt(openCircuitPotential, chargedStoichiometry) < nearLithium
        ? [...new Set([materials.electrolyte.name, membrane.name])]
        : [];
      return touched.flatMap((name) => warningOf(name, beside, 'nothing is counted for it'));
    },
  );
}

const rangeOf = (record: ParameterRecord | undefined): string =>
  record?.spread ? ` (${spreadText(record.spread)}${record.status === 'assumed' ? ', assumed' : ''})` : '';

function warningOf(name: string, beside: string, counted: string): string[] {
  const words = findMaterial(name)?.againstLithium;
  return words ? [`${name} touches ${beside} and ${words}; ${counted}`] : [];
}
