import type { CellMesh } from '../mesh/cell-mesh.js';
import { units } from '../units/document-units.js';
import { currentsAlongDepth } from './cell-currents.js';
import { cellSnapshot } from './cell-snapshot.js';
import { currentAtDepths, type Depths, depthsOf, meanAtDepths } from './depth-mean.js';
import type { Performance } from './performance.js';
import type { RateResult } from './result-schema.js';

type Profiles = RateResult['profiles'];
type Snapshot = Profiles['snapshots'][number];

/** Shares of the delivered capacity at which a profile is kept. */
const fractions = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/**
 * Profiles through the thickness at a few points of the main step; the recorded point nearest to each fraction. In two and three dimensions
 * means at every depth of the layers.
 */
export function profilesDocument(performance: Performance): Profiles {
  const { problem, main } = performance;
  const { mesh } = problem.model;
  const depths = depthsOfLayers(mesh);
  const layers = mesh.regions.filter(({ part }) => part !== 'foil');
  const last = layers[layers.length - 1];
  return {
    x_um: Array.from(depths.centre, (x) => x / units.um),
    region: regionNames(mesh, depths),
    boundaries_um: [
      // slices of one layer are one layer to the reader
      ...layers.filter(({ name }, r) => name !== layers[r - 1]?.name).map(({ start }) => start / units.um),
      (last.start + thicknessOf(mesh, last)) / units.um,
    ],
    mainStep: main.segment ? { firstPoint: main.segment.first, lastPoint: main.segment.last } : null,
    snapshots: main.segment
      ? pointsAt(performance, main.segment.first, main.segment.last, fractions).map((point) =>
        snapshot(performance, depths, point)
      )
      : [],
  };
}

/** Finds the depths of the layers, without those of a foil. */
function depthsOfLayers(mesh: CellMesh): Depths {
  const depths = depthsOf(mesh);
  const foil = mesh.regions.find(({ part }) => part === 'foil');
  if (!foil) return depths;
  const { edges, centre, of } = depths;
  const before = centre.filter((x) => x < foil.start).length;
  return { edges: edges.subarray(0, before + 1), centre: centre.subarray(0, before),
    of: of.map((own) => own.filter(({ interval }) => interval < before)) };
}

/** Adds up the thickness of a layer, channels and walls together [m]. */
const thicknessOf = ({ regions }: CellMesh, { kind, layer }: CellMesh['regions'][number]): number =>
  regions.reduce((sum, region) => (region.kind === kind && region.layer === layer ? sum + region.thickness : sum), 0);

/** Finds the name of the largest region among the cells at every depth. */
function regionNames({ cells, region, regions, volume }: CellMesh, { centre, of }: Depths): string[] {
  const shares = Array.from(centre, () => new Map<string, number>());
  for (let c = 0; c < cells; c++) {
    const { name } = regions[region[c]];
    for (const { interval, share } of of[c]) {
      shares[interval].set(name, (shares[interval].get(name) ?? 0) + share * volume[c]);
    }
  }
  return shares.map((share) => [...share].reduce((most, one) => (one[1] > most[1] ? one : most))[0]);
}

/** The recorded points nearest to fractions of the charge passed between two of them. */
export function pointsAt({ charge }: Performance, first: number, last: number, fractions: readonly number[]): number[] {
  const points = fractions.map((fraction) => {
    const wanted = charge[first] + fraction * (charge[last] - charge[first]);
    let best = first;
    for (let t = first; t <= last; t++) if (Math.abs(charge[t] - wanted) < Math.abs(charge[best] - wanted)) best = t;
    return best;
  });
  return [...new Set(points)];
}

function snapshot(performance: Performance, depths: Depths, point: number): Snapshot {
  const { problem } = performance;
  const { mesh } = problem.model;
  const { record, time_s, fraction, saltConcentration_mol_m3: salt, ...fields } = cellSnapshot(performance, point);
  const means = (values: readonly (number | null)[]): (number | null)[] => meanAtDepths(depths, mesh, values);
  const { ionic, electronic } = currentsAlongDepth(problem, record, depths.edges[depths.edges.length - 1]);
  const milliamperes = (current: number): number => current / units.mA_cm2;
  const electronCurrent = Array.from(currentAtDepths(depths, electronic), milliamperes);
  const electrodePotential = means(fields.electrodePotential_V);
  const everywhere = (values: readonly (number | null)[]): number[] => means(values).map((value) => value ?? 0);
  return {
    time_s,
    fraction,
    electrolytePotential_V: everywhere(fields.electrolytePotential_V),
    electrodePotential_V: electrodePotential,
    ionicCurrentDensity_mA_cm2: Array.from(currentAtDepths(depths, ionic), milliamperes),
    electronicCurrentDensity_mA_cm2: electronCurrent.map((value, d) => (electrodePotential[d] === null ? null : value)),
    saltConcentration_mol_m3: salt && everywhere(salt),
    reactionRate: means(fields.reactionRate),
    meanStoichiometry: means(fields.meanStoichiometry),
    surfaceStoichiometry: means(fields.surfaceStoichiometry),
    utilisation: means(fields.utilisation),
  };
}
