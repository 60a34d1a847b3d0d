import ndarray, { type NdArray } from 'ndarray';
import ops from 'ndarray-ops';
import type { CellProblem } from '../physics/cell-problem.js';
import { depthsOf, meanAtDepths } from './depth-mean.js';
import type { ParticleMeans } from './particle-means.js';
import { sitesOf } from './sites.js';

/** Fields through the cathode; one column per cell from the first one of the cathode on. */
export interface UtilisationFields {
  /** points x cells: volume mean of each particle. */
  readonly meanStoichiometry: NdArray<Float64Array>;
  /** points x cells: local delivered capacity over local theoretical capacity; negative on charge. */
  readonly utilisation: NdArray<Float64Array>;
}

/**
 * Mean stoichiometry = sum over the sizes by sites of the volume means of the particles; utilisation = its change over the material's
 * window.
 */
export function utilisationFields(problem: CellProblem, means: Pick<ParticleMeans, 'byParticle'>,
  points: number): UtilisationFields
{
  const { particles, mesh } = problem.model;
  const { classes, shareOfRegion } = sitesOf(problem, 'cathode');
  const firstCathodeCell = Math.min(...classes.map((p) => problem.unknowns.classes[p].firstCell));
  const cells = mesh.cells - firstCathodeCell;
  const meanStoichiometry = ndarray(new Float64Array(points * cells), [points, cells]);
  const utilisation = ndarray(new Float64Array(points * cells), [points, cells]);
  const windows = windowsOfRegions(problem);
  classes.forEach((p, index) => {
    const { firstCell, count } = problem.unknowns.classes[p];
    const columns = (of: NdArray<Float64Array>): NdArray<Float64Array> =>
      of.lo(0, firstCell - firstCathodeCell).hi(points, count);
    const weighted = ndarray(means.byParticle[p].slice(), [points, count]);
    ops.mulseq(weighted, shareOfRegion[index]);
    const mean = columns(meanStoichiometry);
    ops.addeq(mean, weighted);
    // once per region, when the last of its classes has been added: they share one mean
    if (classes.findLastIndex((q) => particles[q].region === particles[p].region) !== index) return;
    const local = columns(utilisation);
    // the first row at every point
    ops.sub(local, mean, ndarray(mean.data, mean.shape, [0, 1], mean.offset));
    ops.divseq(local, windows[particles[p].region]);
  });
  return { meanStoichiometry, utilisation };
}

/** Distance of charged and discharged mean stoichiometry of each region, over its materials by their sites, of what is cut off included. */
function windowsOfRegions(problem: CellProblem): number[] {
  const { classes, shareOfRegion } = sitesOf(problem, 'cathode');
  const windows = problem.model.mesh.regions.map(() => 0);
  classes.forEach((p, i) => {
    const { region, connectedFraction, material: { chargedStoichiometry, dischargedStoichiometry } } =
      problem.model.particles[p];
    windows[region] += (shareOfRegion[i] * (dischargedStoichiometry - chargedStoichiometry)) / connectedFraction;
  });
  return windows;
}

/** Local utilisation of a point over the depth of the cathode, the mean of the cells with active material at each, and these depths [m]. */
export function utilisationOverDepth({ model: { mesh, particles } }: CellProblem,
  { utilisation }: Pick<UtilisationFields, 'utilisation'>
): (point: number) => { readonly centre: number[]; readonly utilisation: number[] } {
  const first = mesh.cells - utilisation.shape[1];
  const active = mesh.regions.map(({ kind }, r) => kind === 'cathode' && particles.some(({ region }) => region === r));
  const depths = depthsOf(mesh);
  const used = [
    ...new Set(depths.of.flatMap((own, c) => (active[mesh.region[c]] ? own.map(({ interval }) => interval) : []))),
  ].sort((a, b) => a - b);
  const centre = used.map((d) => depths.centre[d]);
  return (point) => {
    const values = Array.from({ length: mesh.cells },
      (_, c) => (active[mesh.region[c]] ? utilisation.get(point, c - first) : null));
    const means = meanAtDepths(depths, mesh, values);
    return { centre, utilisation: used.map((d) => means[d] ?? 0) };
  };
}

/**
 * Depth of the reaction front [m]: how far from the side where the reaction leads (the membrane when ions limit, the
 * collector when electrons do) the local utilisation stays above half of what it is there; the whole thickness where it
 * nowhere falls below. NaN before anything has reacted.
 */
export function frontDepth(profile: ArrayLike<number>, centre: ArrayLike<number>, start: number,
  thickness: number): number
{
  const last = profile.length - 1;
  const fromMembrane = Math.abs(profile[0]) >= Math.abs(profile[last]);
  const at = (i: number): number => (fromMembrane ? i : last - i);
  const depth = (i: number): number => (fromMembrane ? centre[at(i)] - start : start + thickness - centre[at(i)]);
  const half = 0.5 * Math.abs(profile[at(0)]);
  if (!(half > 1e-6)) return NaN;
  for (let i = 1; i <= last; i++) {
    const here = Math.abs(profile[at(i)]);
    if (!(here < half)) continue;
    const before = Math.abs(profile[at(i - 1)]);
    return depth(i - 1) + ((before - half) / (before - here)) * (depth(i) - depth(i - 1));
  }
  return thickness;
}
