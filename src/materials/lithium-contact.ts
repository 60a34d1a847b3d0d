import type { ParameterRecord } from '../config/case.js';
import { spreadText } from '../config/spread.js';
import { formatQuantity } from '../units/quantity.js';
import { activeParts } from './blend.js';
import { grown, inDays } from './interphase-growth.js';
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
export function planeContact(
  anode: Planar,
  membrane: Electrolyte,
  givenResistance: number | undefined,
  records: ReadonlyMap<string, ParameterRecord>,
  age = 0,
): PlaneContact {
  const { material, host = membrane } = anode;
  const lithium = isLithium(material);
  const fresh = (lithium ? host.lithiumResistance : material.areaSpecificResistance) ?? 0;
  const growth = lithium ? grown(host.lithiumInterphase ?? 0, age) : 0;
  const resistance = fresh + growth;
  const record = records.get(lithium ? `${host.name}.lithiumResistance` : `${material.name}.areaSpecificResistance`);
  const growthRecord = growth > 0 ? records.get(`${host.name}.lithiumInterphase`) : undefined;
  const shown = (value: number): string => formatQuantity(value, 'areaSpecificResistance', 3);
  const counted = `${shown(givenResistance ?? resistance)} are counted for it${
    givenResistance === undefined && growth === 0 ? rangeOf(record) : ''
  }`;
  const touched = lithium ? [...new Set([membrane.name, host.name])] : [];
  const aged = givenResistance === undefined && growth > 0
    ? [`${host.name} has met lithium for ${inDays(age)}: its interphase adds ${shown(growth)}`]
    : [];
  return {
    anode: { ...anode, resistance },
    records: givenResistance === undefined ? [record, growthRecord].filter((one) => one !== undefined) : [],
    warnings: [...touched.flatMap((name) => warningOf(name, 'lithium', counted)), ...aged],
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

const rangeOf = (
  record: ParameterRecord | undefined,
): string => (record?.spread ? ` (${spreadText(record.spread)}${record.status === 'assumed' ? ', assumed' : ''})` : '');

function warningOf(name: string, beside: string, counted: string): string[] {
  const words = findMaterial(name)?.againstLithium;
  return words ? [`${name} touches ${beside} and ${words}; ${counted}`] : [];
}
