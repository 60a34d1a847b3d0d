import type { CellProblem } from '../physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { stateAt } from './balances.js';
import type { Performance } from './performance.js';
import type { RateResult } from './result-schema.js';

type Profiles = RateResult['profiles'];
type Snapshot = Profiles['snapshots'][number];

/** Where along the delivered capacity a profile is kept. */
const fractions = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

const micrometre = 1e-6;
const milliampPerSquareCentimetre = 10;

/** Profiles through the thickness at a few points of the main step; the recorded point nearest to each fraction. */
export function profilesDocument(performance: Performance): Profiles {
  const { problem, main } = performance;
  const { mesh } = problem.model;
  const regionName = (cell: number): string => mesh.regions[mesh.region[cell]].name;
  const end = mesh.regions[mesh.regions.length - 1];
  return {
    x_um: Array.from(mesh.centre, (x) => x / micrometre),
    region: Array.from({ length: mesh.cells }, (_, cell) => regionName(cell)),
    boundaries_um: [
      // slices of one layer are one layer to the reader
      ...mesh.regions.filter(({ name }, r) => name !== mesh.regions[r - 1]?.name).map(({ start }) =>
        start / micrometre
      ),
      (end.start + end.thickness) / micrometre,
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
  problem.residual(0, y, new Float64Array(problem.size), new Float64Array(problem.size));
  const cathodeStart = mesh.cells - profiles.utilisation.shape[1];
  const inElectrode = <T>(value: (cell: number) => T): (T | null)[] =>
    Array.from({ length: mesh.cells },
      (_, cell) => (mesh.regions[mesh.region[cell]].kind === 'membrane' ? null : value(cell)));
  const inCathode = <T>(value: (cell: number) => T): (T | null)[] =>
    Array.from({ length: mesh.cells }, (_, cell) => (cell < cathodeStart ? null : value(cell)));
  const faceCurrents = currentsThroughFaces(problem, y);
  const reaction = reactionPerVolume(problem, y);
  const last = main.segment?.last ?? point;
  const first = main.segment?.first ?? 0;
  const passed = charge[last] - charge[first];
  const surface = surfaceStoichiometry(problem);
  const mean = (values: Float64Array, cell: number): number =>
    (0.5 * (values[cell] + values[cell + 1])) / milliampPerSquareCentimetre;
  return {
    time_s: recording.time[point],
    fraction: passed === 0 ? 0 : (charge[point] - charge[first]) / passed,
    electrolytePotential_V: Array.from({ length: mesh.cells }, (_, cell) => y[electrolytePotentialOf(cell)]),
    electrodePotential_V: inElectrode((cell) => y[electrodePotentialOf(cell)]),
    ionicCurrentDensity_mA_cm2: Array.from({ length: mesh.cells }, (_, cell) => mean(faceCurrents.ionic, cell)),
    electronicCurrentDensity_mA_cm2: inElectrode((cell) => mean(faceCurrents.electronic, cell)),
    saltConcentration_mol_m3: saltConcentration(problem, y),
    reactionRate: inElectrode((cell) => reaction[cell]),
    meanStoichiometry: inCathode((cell) => profiles.meanStoichiometry.get(point, cell - cathodeStart)),
    surfaceStoichiometry: inCathode((cell) => surface[cell]),
    utilisation: inCathode((cell) => {
      const local = (t: number): number => profiles.utilisation.get(t, cell - cathodeStart);
      return Math.abs(local(point) - local(first));
    }),
  };
}

/** c = x cRef [mol m^-3]. */
function saltConcentration({ model, unknowns }: CellProblem, y: Float64Array): number[] | null {
  if (model.ions.kind !== 'salt') return null;
  const reference = model.ions.electrolyte.referenceConcentration;
  return Array.from({ length: model.mesh.cells }, (_, cell) => reference * y[unknowns.salt + cell]);
}

/** Current densities through the faces of every cell, from the anode to the cathode's collector: cells + 1 numbers [A m^-2]. */
function currentsThroughFaces(problem: CellProblem,
  y: Float64Array): { readonly ionic: Float64Array; readonly electronic: Float64Array }
{
  const { charge, unknowns, model } = problem;
  const { faces, cells, anodeFace } = model.mesh;
  const ionic = new Float64Array(cells + 1);
  const electronic = new Float64Array(cells + 1);
  ionic[0] = y[unknowns.anodeCurrent];
  // the anode's collector is the zero of potential
  electronic[0] = -charge.electrons.startConductance * y[electrodePotentialOf(anodeFace.cell)];
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    ionic[f + 1] = charge.ions.current(f);
    electronic[f + 1] = charge.electrons.conductance[f] * (y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)]);
  }
  electronic[cells] = y[unknowns.current];
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
function surfaceStoichiometry({ model: { mesh }, reactions }: CellProblem): Float64Array {
  const surface = new Float64Array(mesh.cells);
  const area = new Float64Array(mesh.regions.length);
  for (const { particle } of reactions) area[particle.region] += particle.specificInterfacialArea;
  for (const { at, diffusion, particle } of reactions) {
    const share = particle.specificInterfacialArea / area[particle.region];
    for (let k = 0; k < at.count; k++) surface[at.firstCell + k] += share * diffusion.surface[k];
  }
  return surface;
}
