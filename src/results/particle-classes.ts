import type { CellProblem } from '../physics/cell-problem.js';
import { stateAt } from '../simulation/recording.js';
import type { Performance } from './performance.js';
import { meanStoichiometry, sitesOf } from './sites.js';

/** What the particles of one kind did in the main step, mean over their layer. */
export interface ParticleClassResult {
  readonly layer: string;
  /** Of several active materials in the layer: which. */
  readonly material?: string;
  /** [m] */
  readonly radius: number;
  /** Share of the active volume of the layer. */
  readonly volumeShare: number;
  /** Of their own theoretical capacity. */
  readonly utilisation: number;
  /** Share of the surface in contact, at the beginning and at the end; absent without a contact law. */
  readonly contact?: readonly [start: number, end: number];
}

/** What one of several active materials in a layer did in the main step, over all of its sizes. */
export interface BlendPartResult {
  readonly layer: string;
  readonly material: string;
  readonly capacityShare: number;
  /** Of its own theoretical capacity. */
  readonly utilisation: number;
  /** That it delivered, or took up [C m^-2]. */
  readonly arealCapacity: number;
}

/** Every class of the cathode, where a layer has several or a contact that changes; empty where neither is so. */
export function particleClassResults(performance: Performance): ParticleClassResult[] {
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
      radius: material.particleRadius,
      volumeShare: volumeFraction / connectedFraction / activeVolume(problem, region),
      utilisation: Math.abs(change / window),
      ...(contact && { contact: [meanContact(problem, p, first), meanContact(problem, p, last)] as const }),
    };
  });
}

/** Every active material of the layers of the cathode that have several; their delivered capacities add up to that of the layer. */
export function blendResults(performance: Performance): BlendPartResult[] {
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
        arealCapacity: Math.abs(delivered),
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
