import type { Case, ElectrodeLayer, ParameterRecord } from '../config/case.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { activeParts } from './blend.js';
import { highestPotential } from './highest-potential.js';
import type { AnodeMaterials, LayerMaterials } from './material.js';

/** [s] */
const day = 86_400;

/**
 * What lies between an electrolyte and its electrode grows by diffusion through itself, so that its resistance rises with the root of time,
 *
 *   r(t) = r1 sqrt(t / 1 d)
 *
 * `afterOneDay`: r1 [ohm m^2]; `age`: t [s] (parabolic growth: 10.1038/s41467-021-26895-4, 10.1039/d2ee00803c; on lithium 10.1016/j.ssi.2017.07.005).
 */
export const grown = (afterOneDay: number, age: number): number => afterOneDay * Math.sqrt(age / day);

/** "30 d" */
export const inDays = (age: number): string => `${formatNumber(age / day, 3)} d`;

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
export function grownOnParticles(
  given: Case,
  { coating, carbon, electrolyte: { own, overrides } }: ElectrodeLayer,
  materials: LayerMaterials,
  anode: AnodeMaterials,
  atContact: ReadonlyMap<string, ParameterRecord>,
): GrownInterphase {
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
      `${met}: how fast its interphase grows${
        coated ? ' behind a coating' : ''
      } is not known, and nothing is counted for it; `
      + `write cathode: {electrolyte: {name: ${name}, oxideInterphase: 100 ohm cm^2}} for what it gains in the first day`,
    ] };
  }
  const factor = carbon ? oxideInterphaseWithCarbon : 1;
  const resistance = grown(oxideInterphase * (factor ?? 1), age);
  const record = isGivenByCase ? undefined : atContact.get(`${name}.oxideInterphase`);
  return {
    resistance,
    records: record ? [record] : [],
    warnings: [
      `${met}: its interphase adds ${formatQuantity(resistance, 'areaSpecificResistance', 3)} of particle surface${
        factor === undefined ? '; carbon makes it grow faster, by how much is not known' : ''
      }`,
    ],
  };
}
