import type { CellProblem } from '../physics/cell-problem.js';
import type { ImpedanceDocument } from '../results/impedance-schema.js';
import type { Side } from '../results/sites.js';
import { orNull, units } from '../units/document-units.js';

/** Elements of an equivalent circuit of the cell, at the state of its last residual. */
export function impedanceElements(problem: CellProblem, capacitance: number): ImpedanceDocument['elements'] {
  const { charge } = problem;
  const ohmCm2 = (ohmM2: number): number | null => orNull(ohmM2 / units.ohm_cm2);
  const plane = charge.anode.reaction;
  const ionic = (kind: 'membrane' | 'cathode'): number =>
    overCells(problem, kind, (c) => 1 / charge.ions.conductivity[c]);
  return {
    membraneResistance_ohm_cm2: ohmCm2(ionic('membrane')),
    ionicResistance_ohm_cm2: ohmCm2(ionic('cathode')),
    electronicResistance_ohm_cm2: ohmCm2(electronicResistance(problem)),
    chargeTransferResistance_ohm_cm2: ohmCm2(1 / overParticles(problem, 'cathode', (slope) => 1 / slope)),
    anodeResistance_ohm_cm2: ohmCm2(
      plane ? plane.byCurrent : 1 / overParticles(problem, 'anode', (slope) => 1 / slope),
    ),
    doubleLayerCapacitance_mF_cm2: (capacitance * overParticles(problem, 'cathode', () => 1)) / units.mF_cm2,
  };
}

/** Sum of thickness times a value over the cells of one kind of region. */
function overCells({ model: { mesh } }: CellProblem, kind: 'membrane' | 'cathode',
  value: (cell: number) => number): number
{
  let sum = 0;
  for (let c = 0; c < mesh.cells; c++) if (mesh.regions[mesh.region[c]].kind === kind) sum += mesh.volume[c] * value(c);
  return sum;
}

/** Sum of wetted area times a value over the particles of one side; the value from the slope of their voltage by j [ohm m^2]. */
function overParticles({ reactions, charge }: CellProblem, side: Side,
  value: (slopeByReaction: number) => number): number
{
  return reactions.reduce((total, reaction, p) => (reaction.side === side
    ? charge.wettedArea[p].reduce((sum, area, k) => sum + area * value(reaction.slopeByReaction[k]), total)
    : total), 0);
}

/** Through the cathode from end to end, at the mean stoichiometry of each cell [ohm m^2]. */
function electronicResistance(problem: CellProblem): number {
  const { model, charge } = problem;
  const local = new Float64Array(2);
  return overCells(problem, 'cathode', (c) => {
    model.electronicConductivity[model.mesh.region[c]]?.evaluate(charge.electrons.means.value(c), local);
    return 1 / local[0];
  });
}
