import type { CrystalFacts } from './property.js';

/** Standard atomic weights, IUPAC 2021, abridged [g mol^-1]. */
const atomicWeights: Readonly<Record<string, number>> = { Li: 6.94, C: 12.011, O: 15.999, Al: 26.982, Si: 28.085,
  P: 30.974, S: 32.06, Cl: 35.45, Ti: 47.867, V: 50.942, Mn: 54.938, Fe: 55.845, Co: 58.933, Ni: 58.693, Se: 78.971,
  Ru: 101.07, In: 114.82 };

const part = /([A-Z][a-z]?)(\d*\.?\d*)/g;

/** Computes the molar mass of a formula without brackets, as LiNi0.8Mn0.1Co0.1O2 [kg mol^-1]. */
export function molarMass(formula: string): number {
  let sum = 0;
  for (const [, element, count] of formula.matchAll(part)) {
    const weight = atomicWeights[element];
    if (weight === undefined) throw new Error(`no atomic weight of ${element} in ${formula}`);
    sum += weight * (count === '' ? 1 : Number(count));
  }
  return sum * 1e-3;
}

/** cMax = n rho / M: lithium of a crystal at stoichiometry 1; n per formula, rho [kg m^-3], M [kg mol^-1]. */
export const crystalConcentration = ({ formula, lithium }: CrystalFacts, density: number): number =>
  (lithium * density) / molarMass(formula);
