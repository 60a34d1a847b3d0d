import type { FieldProblem } from './annotation.js';
import { readQuantity } from './field.js';
import { isRecord, rawAt, type RawRecord } from './raw.js';
import { wording } from './wording.js';

/**
 * What one field cannot say alone. The rules read the plain data, so that they speak even where another field of the same
 * section is broken, and stay silent about what its own field already refuses.
 */

const has = (raw: RawRecord, key: string): boolean => raw[key] !== undefined;

/** Rules of the whole case, layers already complete. */
export function caseRules(data: RawRecord): FieldProblem[] {
  const layers = rawAt(data, ['cathode', 'layers']);
  return (Array.isArray(layers) ? layers : []).flatMap((layer: unknown, i) => {
    const problems = isRecord(layer) ? layerRules(layer) : [];
    return problems.map((problem) => ({ ...problem, path: ['cathode', 'layers', i, ...problem.path] }));
  });
}

function layerRules(layer: RawRecord): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const fractions = ['massFractions', 'volumeFractions'];
  const amounts = ['thickness', 'massLoading', 'arealCapacity'];
  if (fractions.every((key) => has(layer, key))) {
    problems.push({ ...wording.onlyOneOf(fractions, fractions), path: ['volumeFractions'] });
  }
  if (!fractions.some((key) => has(layer, key))) problems.push({ ...wording.missingOneOf(fractions), path: ['massFractions'] });
  // the porosity of volume fractions is what they leave open
  if (!['porosity', 'density', 'volumeFractions'].some((key) => has(layer, key))) {
    problems.push({ ...wording.missingOneOf(['porosity', 'density']), path: ['porosity'] });
  }
  if (!amounts.some((key) => has(layer, key))) problems.push({ ...wording.missingOneOf(amounts), path: ['thickness'] });
  return [...problems, ...volumeRules(layer), ...additiveRules(layer)];
}

/** SI value of a fraction that its own field accepts. */
function fractionAt(raw: unknown): number | undefined {
  const reading = readQuantity(raw, 'fraction', { min: 0, max: 1 });
  return reading.ok ? reading.value : undefined;
}

/** The four volume fractions; undefined while one of them cannot be read. */
function sharesOf(fractions: RawRecord): number[] | undefined {
  const shares = ['activeMaterial', 'electrolyte', 'carbon', 'binder'].map((role) => fractionAt(fractions[role] ?? 0));
  return shares.includes(undefined) ? undefined : (shares as number[]);
}

function volumeRules(layer: RawRecord): FieldProblem[] {
  const fractions = layer.volumeFractions;
  const shares = isRecord(fractions) ? sharesOf(fractions) : undefined;
  if (shares === undefined) return [];
  const sum = shares.reduce((total, share) => total + share, 0);
  const porosity = has(layer, 'porosity') ? fractionAt(layer.porosity) : undefined;
  if (porosity !== undefined && Math.abs(sum + porosity - 1) > 1e-6) {
    return [{ ...wording.fractionSum([...shares, porosity], true), path: ['volumeFractions'] }];
  }
  return sum > 1 + 1e-6 ? [{ ...wording.volumeOverfull(sum), path: ['volumeFractions'] }] : [];
}

/** A share of carbon or binder needs the name of the carbon or binder. */
function additiveRules(layer: RawRecord): FieldProblem[] {
  const fractions = layer.massFractions ?? layer.volumeFractions;
  if (!isRecord(fractions)) return [];
  return ['carbon', 'binder'].flatMap((role) => {
    const share = fractionAt(fractions[role] ?? 0);
    if (share === undefined || share === 0 || has(layer, role)) return [];
    const example = role === 'carbon' ? 'carbon: carbon-black' : 'binder: PTFE';
    const percentage = Number((100 * share).toPrecision(6));
    return [{ ...wording.missing(`the name of the ${role}, of which there is ${percentage} %`, example), path: [role] }];
  });
}
