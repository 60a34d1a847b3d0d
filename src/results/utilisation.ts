import ndarray, { type NdArray } from 'ndarray';
import ops from 'ndarray-ops';
import type { CellProblem } from '../physics/cell-problem.js';
import { depthsOf, meanAtDepths } from './depth-mean.js';
import type { RecordedFields } from './recorded-fields.js';
import { sitesOf } from './sites.js';

/** Fields through the cathode; one column per cell from the first one of the cathode on. */
export interface UtilisationFields {
  /** points x cells: volume mean of each particle. */
  readonly meanStoichiometry: NdArray<Float64Array>;
  /** points x cells: local delivered capacity over local theoretical capacity; negative on charge. */
  readonly utilisation: NdArray<Float64Array>;
}

/**
 * Mean stoichiometry = sum over the shells by volume and over the sizes by sites; utilisation = its change over the material's
 * window.
 */
export function utilisationFields(problem: CellProblem, fields: RecordedFields, points: number): UtilisationFields {
  const { shells, particles, mesh } = problem.model;
  const { classes: cathode, shareOfRegion } = sitesOf(problem, 'cathode');
  const firstCathodeCell = Math.min(...cathode.map((p) => problem.unknowns.classes[p].firstCell));
  const cells = mesh.cells - firstCathodeCell;
  const meanStoichiometry = ndarray(new Float64Array(points * cells), [points, cells]);
  const utilisation = ndarray(new Float64Array(points * cells), [points, cells]);
  const columns = (of: NdArray<Float64Array>, p: number): NdArray<Float64Array> => {
    const { firstCell, count } = problem.unknowns.classes[p];
    return of.lo(0, firstCell - firstCathodeCell).hi(points, count);
  };
  cathode.forEach((p, index) => {
    const { stoichiometry } = fields.classes[p];
    const mean = columns(meanStoichiometry, p);
    const weighted = ndarray(new Float64Array(points * mean.shape[1]), mean.shape);
    const { shellCount } = problem.unknowns.classes[p];
    for (let i = 0; i < shellCount; i++) {
      ops.muls(weighted, stoichiometry.pick(-1, i, -1),
        shareOfRegion[index] * (shellCount === 1 ? 1 : shells.volumeShare[i]));
      ops.addeq(mean, weighted);
    }
  });
  const windows = windowsOfRegions(problem);
  for (const [index, p] of cathode.entries()) {
    // once per region: its classes share one mean
    if (cathode.findIndex((q) => particles[q].region === particles[p].region) !== index) continue;
    const mean = columns(meanStoichiometry, p);
    const local = columns(utilisation, p);
    for (let t = 0; t < points; t++) ops.sub(local.pick(t, -1), mean.pick(t, -1), mean.pick(0, -1));
    ops.divseq(local, windows[particles[p].region]);
  }
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
  const used = [...new Set(Array.from(depths.of).filter((_, c) => active[mesh.region[c]]))].sort((a, b) => a - b);
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
export function frontDepth(profile: readonly number[], centre: readonly number[], start: number,
  thickness: number): number
{
  const size = profile.map(Math.abs);
  const last = size.length - 1;
  const fromMembrane = size[0] >= size[last];
  const at = (i: number): number => (fromMembrane ? i : last - i);
  const depth = (i: number): number => (fromMembrane ? centre[at(i)] - start : start + thickness - centre[at(i)]);
  const half = 0.5 * size[at(0)];
  if (!(half > 1e-6)) return NaN;
  for (let i = 1; i <= last; i++) {
    const [before, here] = [size[at(i - 1)], size[at(i)]];
    if (here < half) return depth(i - 1) + ((before - half) / (before - here)) * (depth(i) - depth(i - 1));
  }
  return thickness;
}
