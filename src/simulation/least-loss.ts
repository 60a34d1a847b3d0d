import type { CellProblem } from '../physics/cell-problem.js';
import type { Control } from '../physics/control.js';
import { electrodePotentialOf } from '../physics/unknowns.js';

/**
 * What a load costs at least, where its state cannot be found. At the lithium and the salt of a moment every part of a cell answers to more
 * current with more loss, so that from a state with I0 and V0
 *
 *   |V(I) - V0| >= R |I - I0|
 *
 *   R    what all of the current passes, one after the other: the electrolyte from the anode to the first cell of the cathode (what lies
 *        before a network has two ways and does not count), the last half cell before each collector, and the contacts there [ohm m^2]
 *
 * Where the pores of an electrode carry next to nothing this says all: its potentials, known to sixteen digits, then drive currents by their
 * round-off that no solver can balance.
 *
 * Returns `y` with the current and the voltage of the load on V0 - R (I - I0): a cut-off that is past there is past under the load. Undefined
 * where even that line gives less power than asked for.
 */
export function leastLoss(problem: CellProblem, t: number, y: Float64Array): Float64Array | undefined {
  problem.residual(t, y, new Float64Array(problem.size), new Float64Array(problem.size));
  const { unknowns, control, model, charge: { electrons } } = problem;
  const resistance = seriesResistance(problem);
  const current = currentOnLine(control, t, problem.voltage(y) + resistance * y[unknowns.current], resistance);
  if (Number.isNaN(current)) return undefined;
  const loaded = y.slice();
  loaded[unknowns.current] = current;
  const change = (electrons.endResistance - resistance) * (current - y[unknowns.current]);
  loaded[electrodePotentialOf(model.mesh.collectorFace.cell)] += change;
  return loaded;
}

/** After a residual [ohm m^2]. */
function seriesResistance({ charge: { ions, electrons, anode, mixed } }: CellProblem): number {
  const ends = electrons.endResistance + (electrons.startConductance > 0 ? 1 / electrons.startConductance : 0);
  const twoWays = new Set(mixed?.entries.map(({ face }) => face));
  return ions.conductance.reduce(
    (sum, conductance, f) => (electrons.conductance[f] > 0 || twoWays.has(f) ? sum : sum + 1 / conductance),
    ends + anode.resistance,
  );
}

/** I of V = E - R I under the control; NaN where I V reaches no such power. */
function currentOnLine({ kind, target }: Control, t: number, atNone: number, resistance: number): number {
  const goal = typeof target === 'number' ? target : target.at(t);
  if (kind === 'current') return goal;
  if (kind === 'voltage') return (atNone - goal) / resistance;
  return (2 * goal) / (atNone + Math.sqrt(atNone * atNone - 4 * resistance * goal));
}
