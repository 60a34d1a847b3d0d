import type { CellProblem } from '../physics/cell-problem.js';
import { interfaceResistances } from '../physics/impedance.js';
import { recordAt } from '../physics/records.js';
import type { ImpedanceDocument } from '../results/impedance-schema.js';
import type { Side } from '../results/sites.js';
import { orNull, units } from '../units/document-units.js';

/** What an equivalent circuit of the cell would contain, at a state of rest. */
export function impedanceElements(problem: CellProblem, rested: Float64Array,
  capacitance: number): ImpedanceDocument['elements']
{
  const { ionic, electronic } = recordAt(problem, rested);
  const { classes, plane } = interfaceResistances(problem, rested);
  const ohmCm2 = (ohmM2: number): number | null => orNull(ohmM2 / units.ohm_cm2);
  const over = (kind: 'membrane' | 'cathode', conductivity: Float64Array): number =>
    overCells(problem, kind, (c) => 1 / conductivity[c]);
  return {
    membraneResistance_ohm_cm2: ohmCm2(over('membrane', ionic)),
    ionicResistance_ohm_cm2: ohmCm2(over('cathode', ionic)),
    electronicResistance_ohm_cm2: ohmCm2(over('cathode', electronic)),
    chargeTransferResistance_ohm_cm2: ohmCm2(1 / overParticles(problem, classes, 'cathode', (slope) => 1 / slope)),
    anodeResistance_ohm_cm2: ohmCm2(
      plane ?? 1 / overParticles(problem, classes, 'anode', (slope) => 1 / slope),
    ),
    doubleLayerCapacitance_mF_cm2: (capacitance * overParticles(problem, classes, 'cathode', () => 1)) / units.mF_cm2,
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

/** Sum of wetted area times a value over the particles of one side; the value from the resistance of their interface [ohm m^2]. */
function overParticles({ reactions }: CellProblem, resistances: readonly Float64Array[], side: Side,
  value: (resistance: number) => number): number
{
  return reactions.reduce((total, reaction, p) => (reaction.side === side
    ? reaction.wettedArea.reduce((sum, area, k) => sum + area * value(resistances[p][k]), total)
    : total), 0);
}
