import type { Case, ElectrodeLayer, ParameterRecord } from '../config/case.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { activeParts } from './blend.js';
import { highestPotential } from './highest-potential.js';
import { findMaterial } from './library/index.js';
import type { AnodeMaterials, Electrolyte, LayerMaterials } from './material.js';

/** [s] */
const day = 86_400;

/**
 * What lies between an electrolyte and its electrode grows by diffusion through itself, so that its resistance rises with the root of time,
 *
 *   r(t) = r1 sqrt(t / 1 d)
 *
 * `afterOneDay`: r1 [ohm m^2]; `age`: t [s] (parabolic growth: 10.1038/s41467-021-26895-4, 10.1039/d2ee00803c; on lithium 10.1016/j.ssi.2017.07.005).
 */
const grown = (afterOneDay: number, age: number): number => afterOneDay * Math.sqrt(age / day);

/**
 * On oxides it grows the faster the further they are charged: what the library has was measured at 4.3 to 4.32 V, and
 *
 *   r1(U) = r1(4.3 V) exp((U - 4.3 V) / w),   w = 0.13 V
 *
 * by two papers, each with the same weight: NMC811 in beta-Li3PS4 gains 7 times as much in 25 cycles to 4.6 V as in as many to 4.3 V, 28 times to 5.0 V and
 * nothing to 4.0 V (10.1039/c7ta07641j, Fig. 4, as read by a digest), NMC85 in two halides 5 and 55 times at 4.6 V (10.1039/d2ee00803c). Between them w is 0.075 to 0.21 V.
 */
const fasterAt = (potential: number): number => Math.exp((potential - 4.3) / 0.13);

/** "30 d" */
const inDays = (age: number): string => `${formatNumber(age / day, 3)} d`;

/** What an interphase costs, the parameters behind it, and what is to be said of it. */
export interface GrownInterphase {
  readonly resistance: number;
  readonly records: readonly ParameterRecord[];
  readonly warnings: readonly string[];
}

const nothing: GrownInterphase = { resistance: 0, records: [], warnings: [] };

/**
 * On the particles of a layer, where the cathode comes above the potential that oxidises its electrolyte: below, resistances keep (Li3InCl6 at
 * 4.1 V for 30 h, 10.1039/d2ee00803c). What the library knows is of particles that are not coated; a number of the case counts for any.
 * `atContact` has the parameters of contacts by path.
 */
export function grownOnParticles(given: Case, { coating, carbon, electrolyte: { own, overrides } }: ElectrodeLayer,
  materials: LayerMaterials, anode: AnodeMaterials, atContact: ReadonlyMap<string, ParameterRecord>): GrownInterphase
{
  const { age = 0, coating: saidToBe = 'none' } = given.assembly ?? {};
  const { name, oxidationPotential, oxideInterphase, oxideInterphaseWithCarbon } = materials.electrolyte;
  const oxidising = activeParts(materials).filter(({ material }) =>
    !material.converts && highestPotential(given, material, anode) > (oxidationPotential ?? Infinity)
  );
  if (age === 0 || oxidising.length === 0) return nothing;
  const met = `${name} has met ${oxidising.map(({ material }) => material.name).join(' and ')} for ${inDays(age)}`;
  const isGivenByCase = { ...own?.properties, ...overrides }.oxideInterphase !== undefined;
  const coated = coating !== undefined || saidToBe !== 'none';
  if (oxideInterphase === undefined || (coated && !isGivenByCase)) {
    return { ...nothing, warnings: [
      `${met}; how fast its interphase grows${
        coated ? ' behind a coating' : ''
      } is not known, so no growth is counted; `
      + `to count it, give the resistance gained in the first day: cathode: {electrolyte: {name: ${name}, oxideInterphase: 100 ohm cm^2}}`,
    ] };
  }
  const factor = carbon ? oxideInterphaseWithCarbon : 1;
  const furthest = Math.max(...oxidising.map(({ material }) => highestPotential(given, material, anode)));
  const faster = isGivenByCase ? 1 : fasterAt(furthest);
  const resistance = grown(oxideInterphase * (factor ?? 1) * faster, age);
  const record = isGivenByCase ? undefined : atContact.get(`${name}.oxideInterphase`);
  return {
    resistance,
    records: record ? [record] : [],
    warnings: [
      `${met}: its interphase adds ${formatQuantity(resistance, 'areaSpecificResistance', 3)} of particle `
      + `surface${factor === undefined ? '; carbon makes it grow faster, by how much is not known' : ''}`,
    ],
  };
}

/**
 * On a plane of lithium. Where lithium reduces the electrolyte for good, the resistance that the library assumes is that of an interlayer between the two,
 * and nothing grows behind it unless the case says at which rate; the rates of the library are those of bare contacts.
 */
export function grownOnLithium({ name, lithiumInterphase }: Electrolyte, age: number,
  atContact: ReadonlyMap<string, ParameterRecord>): GrownInterphase
{
  if (lithiumInterphase === undefined || age === 0) return nothing;
  const record = atContact.get(`${name}.lithiumInterphase`);
  const resistance = grown(lithiumInterphase, age);
  const shown = formatQuantity(resistance, 'areaSpecificResistance', 3);
  const met = `${name} has met lithium for ${inDays(age)}`;
  const behindInterlayer = record && atContact.has(`${name}.lithiumResistance`) && findMaterial(name)?.againstLithium;
  if (behindInterlayer) {
    return { ...nothing, warnings: [
      `${met}; an interlayer between them is assumed, behind which nothing grows; without it the interphase would add ${shown}`,
    ] };
  }
  return { resistance, records: record ? [record] : [], warnings: [`${met}: its interphase adds ${shown}`] };
}
