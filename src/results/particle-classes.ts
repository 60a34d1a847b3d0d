import type { CellProblem } from '../physics/cell-problem.js';
import { stateAt } from '../simulation/recording.js';
import { units } from '../units/document-units.js';
import type { Performance } from './performance.js';
import type { RateResult } from './rate-schema.js';
import { meanStoichiometry, sitesOf } from './sites.js';

type ClassResult = NonNullable<RateResult['particles']>[number];
type PartResult = NonNullable<RateResult['materials']>[number];

/** Every class of the cathode, where a layer has several or a contact that changes; empty where neither is so. */
export function particleClassResults(performance: Performance): ClassResult[] {
  const { problem } = performance;
  const { classes, shareOfRegion } = sitesOf(problem, 'cathode');
  const { particles, mesh } = problem.model;
  const plain = shareOfRegion.every((share) => share === 1) && classes.every((p) => particles[p].contact === undefined);
  const ends = endsOfMainStep(performance);
  if (!ends || plain) return [];
  const [first, last] = ends;
  return classes.map((p) => {
    const { material, region, contact, connectedFraction, part, volumeFraction } = particles[p];
    const change = meanStoichiometry(problem, p, last) - meanStoichiometry(problem, p, first);
    const window = (material.dischargedStoichiometry - material.chargedStoichiometry) / connectedFraction;
    return {
      layer: mesh.regions[region].name,
      ...(part !== undefined && { material: part }),
      volumeShare: volumeFraction / connectedFraction / activeVolume(problem, region),
      utilisation: Math.abs(change / window),
      radius_um: material.particleRadius / units.um,
      ...(contact && { contact: { start: meanContact(problem, p, first), end: meanContact(problem, p, last) } }),
    };
  });
}

/** Every active material of the layers of the cathode that have several; their delivered capacities add up to that of the layer. */
export function blendResults(performance: Performance): PartResult[] {
  const { problem } = performance;
  const { classes, perClass } = sitesOf(problem, 'cathode');
  const { particles, mesh } = problem.model;
  const ends = endsOfMainStep(performance);
  if (!ends) return [];
  const each = classes.flatMap((p, i) => {
    const { part, region, connectedFraction, material: { chargedStoichiometry, dischargedStoichiometry } } =
      particles[p];
    const [before, after] = ends.map((y) => meanStoichiometry(problem, p, y));
    return part === undefined
      ? []
      : [{ part, region, delivered: perClass[i] * (after - before),
        theoretical: (perClass[i] / connectedFraction) * (dischargedStoichiometry - chargedStoichiometry) }];
  });
  const sum = (of: typeof each, key: 'delivered' | 'theoretical'): number => of.reduce((all, one) => all + one[key], 0);
  return each
    .filter(({ part, region }, i) => each.findIndex((one) => one.part === part && one.region === region) === i)
    .map(({ part, region }) => {
      const regionClasses = each.filter((one) => one.region === region);
      const own = regionClasses.filter((one) => one.part === part);
      const [delivered, theoretical] = [sum(own, 'delivered'), sum(own, 'theoretical')];
      return {
        layer: mesh.regions[region].name,
        material: part,
        capacityShare: theoretical / sum(regionClasses, 'theoretical'),
        utilisation: Math.abs(delivered / theoretical),
        arealCapacity_mAh_cm2: Math.abs(delivered) / units.mAh_cm2,
      };
    });
}

/** States at the ends of the main step; undefined where there is none. */
const endsOfMainStep = ({ recording, main: { segment } }: Performance): Float64Array[] | undefined =>
  segment && [segment.first, segment.last].map((point) => stateAt(recording, point));

/** Volume fraction of all active material of a region, of what is cut off included. */
const activeVolume = ({ model: { particles } }: CellProblem, region: number): number =>
  particles.reduce((sum, one) => (one.region === region ? sum + one.volumeFraction / one.connectedFraction : sum), 0);

/** Mean over a layer of the share of the surface in contact. */
function meanContact({ reactions, model: { mesh, particles } }: CellProblem, p: number, y: Float64Array): number {
  const { at, diffusion } = reactions[p];
  const local = new Float64Array(2);
  let sum = 0;
  for (let k = 0; k < at.count; k++) {
    particles[p].contact?.evaluate(diffusion.average(y, k), local);
    sum += mesh.volume[at.firstCell + k] * local[0];
  }
  return sum / mesh.regions[particles[p].region].thickness;
}
