import type { CellFormat } from '../config/case.js';

/** What the first cycle makes of the capacities as built, per area of a unit cell [C m^-2]. */
export interface FirstCycle {
  /** Lithium that leaves the cathode in the first charge; 0 where the cathode is built charged. */
  readonly firstCharge: number;
  /** What the cell delivers from then on. */
  readonly deliverable: number;
}

/**
 * A cathode that is built discharged loses q1 = qP / etaP in the first charge and can take qP back; the anode returns etaN q1, a
 * plane of lithium also what it was built with:
 *
 *   composite anode   q = min(qP, qN, etaN q1)
 *   plane             q = min(qP, etaN q1 + qN)
 *
 * A cathode that is built charged gets its lithium from the anode: q = min(qP, qN). qP, qN reversible capacities of cathode and
 * anode, etaP, etaN their first-cycle efficiencies.
 */
export function firstCycle(cathode: number, anode: number, plane: boolean,
  { cathodeAsBuilt, firstCycleEfficiency }: CellFormat): FirstCycle
{
  if (cathodeAsBuilt === 'charged') return { firstCharge: 0, deliverable: Math.min(cathode, anode) };
  const firstCharge = cathode / firstCycleEfficiency.cathode;
  const returned = firstCycleEfficiency.anode * firstCharge;
  return { firstCharge, deliverable: plane ? Math.min(cathode, returned + anode) : Math.min(cathode, anode, returned) };
}
