import type { Case, ElectrodeLayer, ProtocolStep, Rate } from '../config/case.js';
import { spreadText } from '../config/fields/spread.js';
import { propertiesOf } from '../config/material-properties.js';
import { activeParts } from '../materials/blend.js';
import { highestPotential } from '../materials/highest-potential.js';
import { findMaterial } from '../materials/library/index.js';
import { type AnodeMaterials, isLithium, type LayerMaterials, type MaterialSet } from '../materials/material.js';
import { propertySpread } from '../materials/property-spread.js';
import type { Property } from '../materials/property.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';

/** Lithium above its critical current density, of which no equation knows: about the currents of the protocol, so that a cell at rest has none. */
export function loadWarnings(given: Case, { anode, membrane, interlayers = [] }: MaterialSet,
  arealCapacity: number): readonly string[]
{
  if (given.anode.kind !== 'planar' || anode.kind !== 'planar' || !isLithium(anode.material)) return [];
  const { name, criticalCurrentDensity: critical } = anode.host ?? interlayers[0] ?? membrane;
  if (critical === undefined) return [];
  const area = given.anode.host ? wallArea(given.anode.host) : 1;
  const currents = currentsOf(given.protocol, (given.protocol.nominalArealCapacity ?? arealCapacity) / 3600).map((
    current,
  ) => current / area);
  const above = currents.filter((current) => current > critical);
  if (above.length === 0) return [];
  return [
    `${formatQuantity(Math.max(...above), 'currentDensity', 3)} on lithium is above the critical current density of `
    + `${name}, ${reportedText(name, 'criticalCurrentDensity', critical)}; ${above.length} of ${currents.length} `
    + `loads exceed${above.length === 1 ? 's' : ''} it; voids left by discharging and filaments grown by charging `
    + 'are not modelled',
  ];
}

/** Wetted walls and ends of the pores over the plane. */
const wallArea = (
  { porosity, poreDiameter, occupancy, thickness }: NonNullable<Extract<Case['anode'], { kind: 'planar' }>['host']>,
): number => porosity + ((4 * porosity) / poreDiameter) * occupancy * thickness;

/** Magnitudes of every current that the protocol names [A m^-2]; `oneC` [A m^-2]. */
function currentsOf({ rates, steps }: Case['protocol'], oneC: number): number[] {
  const currentOf = (rate: Rate): number => (rate.kind === 'cRate' ? rate.value * oneC : rate.value);
  const listed = steps.some((step) => 'rate' in step && step.rate === 'each') ? rates.map(currentOf) : [];
  return [...listed, ...steps.flatMap((step) => ownCurrent(step, currentOf))];
}

function ownCurrent(step: ProtocolStep, currentOf: (rate: Rate) => number): number[] {
  if (step.kind === 'profile')
    return step.profile.kind === 'current' ? [Math.max(...step.profile.value.map(Math.abs))] : [];
  return 'rate' in step && step.rate !== 'each' && step.rate.kind !== 'power' ? [currentOf(step.rate)] : [];
}

/** Limits are not known better than this [V]. */
const uncertainty = 0.1;

/** An electrolyte beside a cathode above the potential that oxidises it, of which no equation knows. */
export function oxidationWarnings(given: Case, { anode, layers }: MaterialSet): readonly string[] {
  const warnings = given.cathode.layers.flatMap((layer, i) => oxidationOf(given, layer, layers[i], anode));
  return [...new Set(warnings)];
}

function oxidationOf(
  given: Case,
  { coating, massFractions, volumeFractions }: ElectrodeLayer,
  materials: LayerMaterials,
  anode: AnodeMaterials,
): string[] {
  const { electrolyte } = materials;
  const limit = electrolyte.oxidationPotential;
  const hasCarbon = ((massFractions ?? volumeFractions)?.carbon ?? 0) > 0;
  // of a blend the one that the electrolyte meets at the highest potential
  const [{ material: active, reached }] = activeParts(materials)
    .map(({ material }) => ({ material, reached: highestPotential(given, material, anode) }))
    .sort((a, b) => b.reached - a.reached);
  if (coating || limit === undefined || reached <= limit + uncertainty) return [];
  const besideOxides = active.converts ? undefined : findMaterial(electrolyte.name)?.besideOxides;
  return [
    `${electrolyte.name} in contact with ${active.name} reaches ${formatNumber(reached, 3)} V and is oxidised above `
    + `${reportedText(electrolyte.name, 'oxidationPotential', limit)}`
    + `${hasCarbon ? ', faster with carbon' : ''}${besideOxides === undefined ? '' : `; ${besideOxides}`}`,
  ];
}

/** "1 mA/cm^2 (0.2 to 2 reported; source)", or the number alone where the case gives it. */
function reportedText(name: string, property: 'criticalCurrentDensity' | 'oxidationPotential', value: number): string {
  const definition = propertiesOf('electrolyte')[property];
  const shown = formatQuantity(value, definition.dimension, 3);
  const inLibrary = (findMaterial(name)?.properties as Readonly<Record<string, Property | undefined>> | undefined)
    ?.[property];
  if (inLibrary === undefined || inLibrary.value !== value) return shown;
  const spread = propertySpread(inLibrary, definition);
  const range = spread ? [spreadText(spread)] : [];
  const assumption = inLibrary.status === 'assumed' ? [`assumed: ${inLibrary.note ?? ''}`] : [];
  return `${shown} `
    + `(${[...range, ...assumption, ...(inLibrary.source === undefined ? [] : [inLibrary.source])].join('; ')})`;
}
