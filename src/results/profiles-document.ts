import type { CellProblem } from '../physics/cell-problem.js';
import { type CellRecord, recordAt } from '../physics/records.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { units } from '../units/document-units.js';
import { stateAt } from './balances.js';
import type { Performance } from './performance.js';
import type { RateResult } from './result-schema.js';

type Profiles = RateResult['profiles'];
type Snapshot = Profiles['snapshots'][number];

/** Where along the delivered capacity a profile is kept. */
const fractions = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/** Profiles through the thickness at a few points of the main step; the recorded point nearest to each fraction. */
export function profilesDocument(performance: Performance): Profiles {
  const { problem, main } = performance;
  const { mesh } = problem.model;
  const regionName = (cell: number): string => mesh.regions[mesh.region[cell]].name;
  const end = mesh.regions[mesh.regions.length - 1];
  return {
    x_um: Array.from(mesh.centre, (x) => x / units.um),
    region: Array.from({ length: mesh.cells }, (_, cell) => regionName(cell)),
    boundaries_um: [
      // slices of one layer are one layer to the reader
      ...mesh.regions.filter(({ name }, r) => name !== mesh.regions[r - 1]?.name).map(({ start }) => start / units.um),
      (end.start + end.thickness) / units.um,
    ],
    mainStep: main.segment ? { firstPoint: main.segment.first, lastPoint: main.segment.last } : null,
    snapshots: main.segment
      ? pointsAt(performance, main.segment.first, main.segment.last).map((point) => snapshot(performance, point))
      : [],
  };
}

function pointsAt({ charge }: Performance, first: number, last: number): number[] {
  const points = fractions.map((fraction) => {
    const wanted = charge[first] + fraction * (charge[last] - charge[first]);
    let best = first;
    for (let t = first; t <= last; t++) if (Math.abs(charge[t] - wanted) < Math.abs(charge[best] - wanted)) best = t;
    return best;
  });
  return [...new Set(points)];
}

function snapshot(performance: Performance, point: number): Snapshot {
  const { problem, recording, profiles, charge, main } = performance;
  const { mesh } = problem.model;
  const y = stateAt(recording, point, new Float64Array(problem.size));
  const record = recordAt(problem, y);
  const cathodeStart = mesh.cells - profiles.utilisation.shape[1];
  const inElectrode = <T>(value: (cell: number) => T): (T | null)[] =>
    Array.from({ length: mesh.cells },
      (_, cell) => (mesh.regions[mesh.region[cell]].kind === 'membrane' ? null : value(cell)));
  const inCathode = <T>(value: (cell: number) => T): (T | null)[] =>
    Array.from({ length: mesh.cells }, (_, cell) => (cell < cathodeStart ? null : value(cell)));
  const currents = currentsInCells(problem, record);
  const reaction = reactionPerVolume(problem, y);
  const last = main.segment?.last ?? point;
  const first = main.segment?.first ?? 0;
  const passed = charge[last] - charge[first];
  const direction = passed < 0 ? -1 : 1;
  const surface = surfaceStoichiometry(problem, record);
  return {
    time_s: recording.time[point],
    fraction: passed === 0 ? 0 : (charge[point] - charge[first]) / passed,
    electrolytePotential_V: Array.from({ length: mesh.cells }, (_, cell) => y[electrolytePotentialOf(cell)]),
    electrodePotential_V: inElectrode((cell) => y[electrodePotentialOf(cell)]),
    ionicCurrentDensity_mA_cm2: Array.from({ length: mesh.cells }, (_, cell) => currents.ionic[cell] / units.mA_cm2),
    electronicCurrentDensity_mA_cm2: inElectrode((cell) => currents.electronic[cell] / units.mA_cm2),
    saltConcentration_mol_m3: saltConcentration(problem, y),
    reactionRate: inElectrode((cell) => reaction[cell]),
    meanStoichiometry: inCathode((cell) => profiles.meanStoichiometry.get(point, cell - cathodeStart)),
    surfaceStoichiometry: inCathode((cell) => surface[cell]),
    utilisation: inCathode((cell) => {
      const local = (t: number): number => profiles.utilisation.get(t, cell - cathodeStart);
      return direction * (local(point) - local(first));
    }),
  };
}

/** c = x cRef [mol m^-3]. */
function saltConcentration({ model, unknowns }: CellProblem, y: Float64Array): number[] | null {
  if (model.ions.kind !== 'salt') return null;
  const reference = model.ions.electrolyte.referenceConcentration;
  return Array.from({ length: model.mesh.cells }, (_, cell) => reference * y[unknowns.salt + cell]);
}

/**
 * Current densities towards the collector in every cell [A m^-2], from what crosses its faces:
 *
 *   i(cell) = (1/V) sum_f I_f (x_f - x_cell),   I_f out of the cell; in one dimension the mean over its two faces
 */
function currentsInCells({ model: { mesh } }: CellProblem,
  record: CellRecord): { readonly ionic: Float64Array; readonly electronic: Float64Array }
{
  const { cells, centre, volume, faces, boundaries } = mesh;
  const ionic = new Float64Array(cells);
  const electronic = new Float64Array(cells);
  const entering = new Float64Array(faces.count);
  for (const { face, outside, current } of record.entries) {
    entering[face] = faces.owner[face] === outside
      ? current
      : -current;
  }
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    const step = centre[n] - centre[o];
    const share = faces.ownerDistance[f] / (faces.ownerDistance[f] + faces.neighbourDistance[f]);
    const ions = record.ions[f] + record.network[f] + entering[f];
    for (const [cell, distance] of [[o, share * step], [n, (1 - share) * step]]) {
      ionic[cell] += (ions * distance) / volume[cell];
      electronic[cell] += (record.electrons[f] * distance) / volume[cell];
    }
  }
  record.plane.forEach(({ current }, f) => {
    const cell = boundaries.anode.cell[f];
    ionic[cell] += (current * boundaries.anode.distance[f]) / volume[cell];
  });
  record.ground.forEach((current, f) => {
    const cell = boundaries.anode.cell[f];
    electronic[cell] += (current * boundaries.anode.distance[f]) / volume[cell];
  });
  record.collector.forEach((current, f) => {
    const cell = boundaries.collector.cell[f];
    electronic[cell] += (current * boundaries.collector.distance[f]) / volume[cell];
  });
  return { ionic, electronic };
}

/** Volumetric reaction current over its mean through the electrode (the applied current over the thickness of that side). */
function reactionPerVolume(problem: CellProblem, y: Float64Array): Float64Array {
  const { mesh } = problem.model;
  const reaction = new Float64Array(mesh.cells);
  const thickness = { anode: 0, membrane: 0, cathode: 0 };
  for (const region of mesh.regions) thickness[region.kind] += region.thickness;
  const current = y[problem.unknowns.current];
  for (const { at, particle, side } of problem.reactions) {
    // what is oxidised on one side is reduced on the other
    const mean = (side === 'anode' ? current : -current) / thickness[side];
    for (let k = 0; k < at.count; k++) {
      reaction[at.firstCell + k] += (particle.specificInterfacialArea * y[at.reaction + k]) / (mean || NaN);
    }
  }
  return reaction.map((value) => (Number.isFinite(value) ? value : 0));
}

/** Mean over the surface of all sizes of particles in a cell. */
function surfaceStoichiometry({ model: { mesh }, reactions }: CellProblem, { classes }: CellRecord): Float64Array {
  const surface = new Float64Array(mesh.cells);
  const area = new Float64Array(mesh.regions.length);
  for (const { particle } of reactions) area[particle.region] += particle.specificInterfacialArea;
  reactions.forEach(({ at, particle }, p) => {
    const share = particle.specificInterfacialArea / area[particle.region];
    for (let k = 0; k < at.count; k++) surface[at.firstCell + k] += share * classes[p].surface[k];
  });
  return surface;
}
