import type { MeshRegion } from '../mesh/cell-mesh.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { type CellRecord, recordAt } from '../physics/records.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { stateAt } from '../simulation/recording.js';
import type { Performance } from './performance.js';

type Values = (number | null)[];

/** The fields of all cells at one point; null where a cell has none. */
export interface CellSnapshot {
  readonly time_s: number;
  /** Of the delivered capacity. */
  readonly fraction: number;
  readonly electrolytePotential_V: Values;
  readonly electrodePotential_V: Values;
  readonly saltConcentration_mol_m3: Values | null;
  readonly reactionRate: Values;
  readonly meanStoichiometry: Values;
  readonly surfaceStoichiometry: Values;
  readonly utilisation: Values;
  /** What crosses the faces. */
  readonly record: CellRecord;
}

/** Fields of every cell at a recorded point of the main step. */
export function cellSnapshot(performance: Performance, point: number): CellSnapshot {
  const { problem, recording, profiles, charge, main } = performance;
  const { mesh } = problem.model;
  const y = stateAt(recording, point);
  const record = recordAt(problem, y);
  const cathodeStart = mesh.cells - profiles.utilisation.shape[1];
  const where = <T>(has: (region: MeshRegion, r: number) => boolean, value: (cell: number) => T): (T | null)[] =>
    Array.from(mesh.region, (r, cell) => (has(mesh.regions[r], r) ? value(cell) : null));
  const conductsIons = ({ part }: MeshRegion): boolean => part !== 'foil';
  const conductsElectrons = ({ kind, part }: MeshRegion): boolean => kind !== 'membrane' && part !== 'channels';
  const active = new Set(
    problem.reactions.flatMap(({ side, particle: { region } }) => (side === 'cathode' ? [region] : [])),
  );
  const inCathode = <T>(value: (cell: number) => T): (T | null)[] => where((_, r) => active.has(r), value);
  const reaction = reactionPerVolume(problem, y);
  const last = main.segment?.last ?? point;
  const first = main.segment?.first ?? 0;
  const passed = charge[last] - charge[first];
  const direction = passed < 0 ? -1 : 1;
  const surface = surfaceStoichiometry(problem, record);
  return {
    time_s: recording.time[point],
    fraction: passed === 0 ? 0 : (charge[point] - charge[first]) / passed,
    electrolytePotential_V: where(conductsIons, (cell) => y[electrolytePotentialOf(cell)]),
    electrodePotential_V: where(conductsElectrons, (cell) => y[electrodePotentialOf(cell)]),
    saltConcentration_mol_m3: saltConcentration(problem, y),
    reactionRate: where((region) => conductsElectrons(region) && conductsIons(region), (cell) => reaction[cell]),
    meanStoichiometry: inCathode((cell) => profiles.meanStoichiometry.get(point, cell - cathodeStart)),
    surfaceStoichiometry: inCathode((cell) => surface[cell]),
    utilisation: inCathode((cell) => {
      const local = (t: number): number => profiles.utilisation.get(t, cell - cathodeStart);
      return direction * (local(point) - local(first));
    }),
    record,
  };
}

/** c = x cRef [mol m^-3]. */
function saltConcentration({ model, unknowns }: CellProblem, y: Float64Array): number[] | null {
  if (model.ions.kind !== 'salt') return null;
  const reference = model.ions.electrolyte.referenceConcentration;
  return Array.from({ length: model.mesh.cells }, (_, cell) => reference * y[unknowns.salt + cell]);
}

/** Volumetric reaction current over its mean through the electrode (the applied current over the thickness of that side). */
function reactionPerVolume(problem: CellProblem, y: Float64Array): Float64Array {
  const { mesh } = problem.model;
  const reaction = new Float64Array(mesh.cells);
  const thickness = { anode: 0, membrane: 0, cathode: 0 };
  for (const [r, region] of mesh.regions.entries()) {
    if (problem.reactions.some(({ particle }) => particle.region === r)) thickness[region.kind] += region.thickness;
  }
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
