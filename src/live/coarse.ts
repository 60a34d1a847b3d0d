import type { Case } from '../config/case.js';

/** Few cells and shells for as long as a slider moves: within 1 % of the capacity of the everyday mesh (`test/live/engine.test.ts`). */
const quick = { membraneCells: 2, cathodeCells: 8, grading: 2, shells: 8, shellGrading: 1.8 } as const;
const quickTolerance = 4e-3;
/** Of the charge before: its steps are as many as those of two rates, and its end is at rest. */
const chargeTolerance = 5e-3;

/** The same case, solved in a few milliseconds per rate. */
export function coarse(given: Case): Case {
  const { mesh, numerics } = given;
  const least = (key: keyof typeof quick): number => Math.min(mesh[key], quick[key]);
  return {
    ...given,
    mesh: {
      name: 'preview',
      membraneCells: least('membraneCells'),
      cathodeCells: least('cathodeCells'),
      grading: least('grading'),
      shells: least('shells'),
      shellGrading: mesh.shells <= quick.shells ? mesh.shellGrading : quick.shellGrading,
    },
    numerics: { ...numerics, tolerance: Math.max(numerics.tolerance, quickTolerance) },
  };
}

/** The same for the charge before its rates. */
export const coarseCharge = (given: Case): Case => ({ ...given,
  numerics: { ...given.numerics, tolerance: Math.max(given.numerics.tolerance, chargeTolerance) } });
