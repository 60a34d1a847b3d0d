import type { Case } from '../config/case.js';
import { type CoarseMesh, forPreview, onCoarseMesh } from '../pipeline/coarse-mesh.js';

/** For as long as a slider moves: within 0.8 % of the capacity of the everyday mesh (`test/live/engine.test.ts`). */
const quick: CoarseMesh = { name: forPreview, membraneCells: 2, cathodeCells: 8, grading: 2, shells: 8, shellGrading: 0,
  tolerance: 4e-3, farChannels: 'closed-form' };
/** Of the charge before: its steps are as many as those of two rates, and its end is at rest. */
const chargeTolerance = 5e-3;

/** The same case, solved in a few milliseconds per rate. */
export const coarse = (given: Case): Case => onCoarseMesh(given, quick);

/** The same for the charge before its rates. */
export const coarseCharge = (given: Case): Case => onCoarseMesh(given, { ...quick, tolerance: chargeTolerance });
