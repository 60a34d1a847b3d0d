import type { BoundaryFaces } from '../mesh/cell-mesh.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { type Control, targetAt } from '../physics/control.js';
import { faceConductance } from '../physics/laws/conduction.js';
import { recordAt } from '../physics/records.js';
import { electrodePotentialOf, entryFaces } from '../physics/unknowns.js';

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
  const { unknowns, control, model: { mesh: { boundaries: { collector } } } } = problem;
  const { resistance, endResistance } = seriesResistance(problem, y);
  const current = currentOnLine(control, t, problem.voltage(y) + resistance * y[unknowns.current], resistance);
  if (Number.isNaN(current)) return undefined;
  const loaded = y.slice();
  const change = current - y[unknowns.current];
  loaded[unknowns.current] = current;
  for (const cell of collector.cell) loaded[electrodePotentialOf(cell)] += (endResistance - resistance) * change;
  if (unknowns.voltage >= 0) loaded[unknowns.voltage] -= resistance * change;
  return loaded;
}

/**
 * R, and the part of it at the cathode's collector [ohm m^2]. Faces at one depth carry the current side by side, where no electrode passes
 * beside them.
 */
function seriesResistance(problem: CellProblem,
  y: Float64Array): { readonly resistance: number; readonly endResistance: number }
{
  const { ionicContact, anode, electronicConductivity, collectorResistance,
    mesh: { faces, region, centre, boundaries } } = problem.model;
  const { ionic, electronic } = recordAt(problem, y);
  const twoWays = new Set(entryFaces(problem.model));
  const conducts = (cell: number): boolean => electronicConductivity[region[cell]] !== undefined;
  const byDepth = new Map<number, number>();
  const passed = new Set<number>();
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    if (centre[o] === centre[n]) continue;
    if ((conducts(o) && conducts(n)) || twoWays.has(f)) {
      passed.add(Math.min(centre[o], centre[n]));
      continue;
    }
    const g = faceConductance(faces.area[f], faces.ownerDistance[f], ionic[o], faces.neighbourDistance[f], ionic[n],
      ionicContact[f]);
    const depth = Math.min(centre[o], centre[n]);
    byDepth.set(depth, (byDepth.get(depth) ?? 0) + g);
  }
  const endResistance = resistanceAt(boundaries.collector, electronic, collectorResistance);
  const first = anode.kind === 'planar'
    ? resistanceAt(boundaries.anode, ionic, 0)
    : resistanceAt(boundaries.anode, electronic, anode.resistance);
  return { endResistance, resistance: endResistance + first
    + [...byDepth].reduce((sum, [depth, g]) => (passed.has(depth) ? sum : sum + 1 / g), 0) };
}

/** Half of the cells at a boundary and the contact there, of all faces side by side [ohm m^2]. */
function resistanceAt({ cell, area, distance }: BoundaryFaces, conductivity: Float64Array, contact: number): number {
  return 1 / area.reduce((sum, one, f) => sum + one / (distance[f] / conductivity[cell[f]] + contact), 0);
}

/** I of V = E - R I under the control; NaN where I V reaches no such power. */
function currentOnLine(control: Control, t: number, atNone: number, resistance: number): number {
  const { kind } = control;
  const goal = targetAt(control, t);
  if (kind === 'current') return goal;
  if (kind === 'voltage') return (atNone - goal) / resistance;
  return (2 * goal) / (atNone + Math.sqrt(atNone * atNone - 4 * resistance * goal));
}
