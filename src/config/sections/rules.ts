import { sizes, waysToSay } from '../alternatives.js';
import { usualSheet } from '../cell-format.js';
import { bareValue } from '../fields/annotation.js';
import { readQuantity } from '../fields/field.js';
import { type FieldProblem, placeBelow } from '../fields/reading.js';
import { dataAt, isRecord, type PlainRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { anodeKindOf, mixedAnode } from './anode-schema.js';
import { formatRules } from './per-area.js';

/**
 * What one field cannot say alone. The rules read the plain data, so that they speak even where another field of the same
 * section is broken, and stay silent about what its own field already refuses.
 */

const has = (input: PlainRecord, key: string): boolean => input[key] !== undefined;

/** Rules of the whole case, layers already complete. */
export const caseRules = (data: PlainRecord): FieldProblem[] => [
  ...anodeRules(data),
  ...membraneRules(data),
  ...cathodeRules(data),
  ...protocolRules(data),
  ...cellRules(data),
  ...formatRules(data),
];

/** Rates are for steps that take each of them; a charge is for a cathode that is not charged as built. */
function protocolRules({ protocol, cell, cathode }: PlainRecord): FieldProblem[] {
  const layers: unknown = isRecord(cathode) ? cathode.layers : undefined;
  if (isRecord(protocol) && has(protocol, 'initialStoichiometry') && Array.isArray(layers)
    && layers.some((layer) => isRecord(layer) && isBlend(layer.activeMaterial)))
  {
    const words = wording.blendWith('initialStoichiometry', 'each of its materials has a window of its own');
    return [{ ...words, path: ['protocol', 'initialStoichiometry'] }];
  }
  const charge = isRecord(protocol) ? bareValue(protocol.charge) : undefined;
  if (isRecord(cell) && cell.cathodeAsBuilt === 'charged' && charge !== undefined && charge !== 'ideal')
    return [{ ...wording.chargedAlready(), path: ['protocol', 'charge'] }];
  if (!isRecord(protocol)) return [];
  const hasStep = (is: (step: PlainRecord) => boolean, steps: unknown): boolean =>
    Array.isArray(steps) && steps.some((step) => isRecord(step) && (is(step) || hasStep(is, step.steps)));
  const charges = hasStep((step) => has(step, 'charge'), protocol.steps)
    || (charge === undefined ? !has(protocol, 'steps') && !has(protocol, 'initialStoichiometry') : charge !== 'ideal');
  if (bareValue(protocol.ratesOn) === 'one-cell') {
    if (!charges) return [{ ...wording.neverCharged(), path: ['protocol', 'ratesOn'] }];
  } else if (has(protocol, 'cyclesPerRate') && protocol.cyclesPerRate !== 1) {
    return [{ ...wording.cycledFreshCells(), path: ['protocol', 'cyclesPerRate'] }];
  }
  if (!has(protocol, 'rates') || !Array.isArray(protocol.steps)) return [];
  return hasStep((step) => step.discharge === 'each' || step.charge === 'each', protocol.steps)
    ? []
    : [{ ...wording.unusedRates(), path: ['protocol', 'rates'] }];
}

/** A plane or a composite, and the composite a complete layer. */
function anodeRules({ anode }: PlainRecord): FieldProblem[] {
  const mixed = mixedAnode(anode);
  if (mixed) return [{ ...wording.mixedAnode(mixed.planar, mixed.composite), path: ['anode', mixed.composite] }];
  if (!isRecord(anode)) return [];
  if (anodeKindOf(anode) === 'planar') return oneOf(anode, sizes.plane, ['anode']);
  return placeBelow(['anode'], [...layerRules(anode, ['nToP']), ...oneOf(anode, ['nToP', ...sizes.layer], [], 'nToP')]);
}

/** At most one of the keys; with `only`, one that excludes the others, which may stand beside each other. */
function oneOf(input: PlainRecord, keys: readonly string[], path: readonly string[], only?: string): FieldProblem[] {
  const found = keys.filter((key) => has(input, key));
  if (found.length < 2 || (only !== undefined && !found.includes(only))) return [];
  return [{ ...wording.onlyOneOf(keys, found), path: [...path, found[1]] }];
}

/** A bipolar stack is described where it is asked for; two tabs leave the same edge of a sheet; lithium is somewhere. */
function cellRules({ cell, anode }: PlainRecord): FieldProblem[] {
  if (!isRecord(cell)) return [];
  const areas = oneOf(cell, waysToSay.area, ['cell']);
  if (areas.length > 0) return areas;
  const empty = isRecord(anode)
    && (['thickness', 'nToP'] as const).some((key) => anode[key] !== undefined && startsWithZero(anode[key]));
  if (cell.cathodeAsBuilt === 'charged' && empty) return [{ ...wording.noLithium(), path: ['cell', 'cathodeAsBuilt'] }];
  const bipolar = cell.stacking === 'bipolar' || bareValue(cell.format) === 'bipolar';
  if (bipolar && !has(cell, 'bipolar')) {
    return [{ ...wording.missing('what the bipolar stack is made of', 'bipolar: {cells: 10}'),
      path: ['cell', 'bipolar'] }];
  }
  if (!bipolar && has(cell, 'bipolar'))
    return [{ ...wording.needsBipolar(cell.stacking ?? 'parallel'), path: ['cell', 'stacking'] }];
  if ((bareValue(cell.format) ?? 'pouch') !== 'pouch') return [];
  const [width, tab] = [cell.sheetWidth ?? usualSheet.sheetWidth, cell.tabWidth ?? '10 mm'].map((input) =>
    readQuantity(input, 'length', {})
  );
  if (!width.ok || !tab.ok || 2 * tab.value <= width.value) return [];
  return [{ ...wording.tabsTooWide(tab.value, width.value),
    path: ['cell', has(cell, 'tabWidth') ? 'tabWidth' : 'sheetWidth'] }];
}

/** A zero, with or without a unit, plain or annotated. */
const startsWithZero = (input: unknown): boolean => parseFloat(String(bareValue(input))) === 0;

/** A membrane has one size; what is neither electrolyte nor void is a frame, and has a name. */
function membraneRules({ membrane }: PlainRecord): FieldProblem[] {
  if (!isRecord(membrane)) return [];
  const size = oneOf(membrane, sizes.membrane, ['membrane']);
  if (!sizes.membrane.some((key) => has(membrane, key)))
    size.push({ ...wording.missing('thickness', 'thickness: 30 um'), path: ['membrane', 'thickness'] });
  return [...size, ...frameRules(membrane)];
}

function frameRules(membrane: PlainRecord): FieldProblem[] {
  if (has(membrane, 'frameMassFraction')) {
    const shares = ['electrolyteFraction', 'frameMassFraction'];
    if (!has(membrane, 'frame'))
      return [{ ...wording.missing('the name of the frame', 'frame: PTFE'), path: ['membrane', 'frame'] }];
    return oneOf(membrane, shares, ['membrane']);
  }
  if (!has(membrane, 'electrolyteFraction')) return [];
  const electrolyte = fractionAt(membrane.electrolyteFraction);
  const porosity = fractionAt(membrane.porosity ?? 0);
  if (electrolyte === undefined || porosity === undefined) return [];
  const rest = 1 - electrolyte - porosity;
  if (rest < -1e-6)
    return [{ ...wording.membraneOverfull(electrolyte, porosity), path: ['membrane', 'electrolyteFraction'] }];
  if (rest < 1e-6 || has(membrane, 'frame')) return [];
  const percentage = Number((100 * rest).toPrecision(6));
  const words = wording.missing(`the name of the frame, of which there is ${percentage} %`, 'frame: polyethylene');
  return [{ ...words, path: ['membrane', 'frame'] }];
}

function cathodeRules(data: PlainRecord): FieldProblem[] {
  const layers = dataAt(data, ['cathode', 'layers']);
  return (Array.isArray(layers) ? layers : []).flatMap((layer: unknown, i) =>
    isRecord(layer) ? placeBelow(['cathode', 'layers', i], layerRules(layer)) : []
  );
}

/** `more`: other keys that say how much there is of it. */
function layerRules(layer: PlainRecord, more: readonly string[] = []): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const fractions = waysToSay.composition;
  if (fractions.every((key) => has(layer, key)))
    problems.push({ ...wording.onlyOneOf(fractions, fractions), path: ['volumeFractions'] });
  if (!fractions.some((key) => has(layer, key)))
    problems.push({ ...wording.missingOneOf(fractions), path: ['massFractions'] });
  // the porosity of volume fractions is what they leave open
  const voids = [...waysToSay.density, 'volumeFractions'];
  // a thickness and a mass are a density
  const isDense = has(layer, 'thickness') && sizes.layer.slice(1).some((key) => has(layer, key));
  if (!isDense && !voids.some((key) => has(layer, key)))
    problems.push({ ...wording.missingOneOf(['porosity', 'density']), path: ['porosity'] });
  problems.push(...oneOf(layer, voids, [], 'pressDensity'));
  if (![...sizes.layer, ...more].some((key) => has(layer, key)))
    problems.push({ ...wording.missingOneOf(sizes.layer), path: ['thickness'] });
  problems.push(...oneOf(layer, ['mass', 'massLoading', 'activeMassLoading', 'arealCapacity'], [], 'mass'));
  if (has(layer, 'activeMassLoading'))
    problems.push(...oneOf(layer, ['massLoading', 'activeMassLoading'], []));
  problems.push(...oneOf(layer, waysToSay.way, []));
  const beside = ['ionicTransport', 'electronicTransport', 'connectedFraction'].filter((key) => has(layer, key));
  if (has(layer, 'network') && beside.length > 0)
    problems.push({ ...wording.networkBeside(beside), path: [beside[0]] });
  if (has(layer, 'particles') && isRecord(layer.gradient) && has(layer.gradient, 'particleRadius')) {
    const radii = ['particles', 'gradient.particleRadius'];
    problems.push({ ...wording.onlyOneOf(radii, radii), path: ['gradient', 'particleRadius'] });
  }
  return [...problems, ...blendRules(layer), ...volumeRules(layer), ...additiveRules(layer), ...transportRules(layer)];
}

const isBlend = (active: unknown): boolean => isRecord(active) && isRecord(active.blend);

/** What several active materials in one layer cannot share. */
function blendRules({ activeMaterial, gradient, activeNetwork }: PlainRecord): FieldProblem[] {
  if (!isBlend(activeMaterial)) return [];
  const radiusProblems = isRecord(gradient) && has(gradient, 'particleRadius')
    ? [{ ...wording.blendWith('particleRadius', 'its materials have sizes of their own'),
      path: ['gradient', 'particleRadius'] }]
    : [];
  const networkProblems = activeNetwork === undefined
    ? []
    : [{ ...wording.blendWith('activeNetwork', 'which of its materials passes lithium on to which is not known'),
      path: ['activeNetwork'] }];
  return [...radiusProblems, ...networkProblems];
}

/** Two carriers of one composite have one size ratio; a measured conductivity holds the carbon. */
function transportRules(
  { ionicTransport: ions, electronicTransport: electrons, carbonNetwork, carbon, binderFilm }: PlainRecord,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const lawOf = (model: unknown): string =>
    isRecord(model) && has(model, 'effectiveMedium') ? 'effectiveMedium' : 'percolation';
  const [ionRatio, electronRatio] = [ions, electrons].map((model) =>
    dataAt(isRecord(model) ? model : {}, [lawOf(model), 'sizeRatio'])
  );
  const [first, second] = [ionRatio, electronRatio].map((input) => readQuantity(input ?? 1, 'dimensionless', {}));
  if (ionRatio !== undefined && electronRatio !== undefined && first.ok && second.ok
    && first.value !== second.value)
  {
    problems.push({ ...wording.twoSizeRatios(first.value, second.value),
      path: ['electronicTransport', lawOf(electrons), 'sizeRatio'] });
  }
  const exponent = ['effectiveMedium', 'binderExponent'];
  if (binderFilm !== undefined && isRecord(ions) && dataAt(ions, exponent) !== undefined)
    problems.push({ ...wording.binderTwice(), path: ['ionicTransport', ...exponent] });
  if (carbonNetwork !== undefined && isRecord(electrons) && has(electrons, 'effectiveConductivity'))
    problems.push({ ...wording.carbonTwice(), path: ['carbonNetwork'] });
  if (carbonNetwork !== undefined && carbon === undefined)
    problems.push({ ...wording.missing('the name of the carbon of the network', 'carbon: VGCF'), path: ['carbon'] });
  return problems;
}

/** SI value of a fraction that its own field accepts. */
function fractionAt(input: unknown): number | undefined {
  const reading = readQuantity(input, 'fraction', { min: 0, max: 1 });
  return reading.ok ? reading.value : undefined;
}

/** The four volume fractions; undefined while one of them cannot be read. */
function sharesOf(fractions: PlainRecord): number[] | undefined {
  const shares = ['activeMaterial', 'electrolyte', 'carbon', 'binder'].map((role) => fractionAt(fractions[role] ?? 0));
  return shares.includes(undefined) ? undefined : (shares as number[]);
}

function volumeRules(layer: PlainRecord): FieldProblem[] {
  const fractions = layer.volumeFractions;
  const shares = isRecord(fractions) ? sharesOf(fractions) : undefined;
  if (shares === undefined) return [];
  const sum = shares.reduce((total, share) => total + share, 0);
  const porosity = has(layer, 'porosity') ? fractionAt(layer.porosity) : undefined;
  if (porosity !== undefined && Math.abs(sum + porosity - 1) > 1e-6)
    return [{ ...wording.fractionSum([...shares, porosity], true), path: ['volumeFractions'] }];
  return sum > 1 + 1e-6 ? [{ ...wording.volumeOverfull(sum), path: ['volumeFractions'] }] : [];
}

/** A share of carbon or binder needs the name of the carbon or binder. */
function additiveRules(layer: PlainRecord): FieldProblem[] {
  const fractions = layer.massFractions ?? layer.volumeFractions;
  if (!isRecord(fractions)) return [];
  return ['carbon', 'binder'].flatMap((role) => {
    const share = fractionAt(fractions[role] ?? 0);
    if (share === undefined || share === 0 || has(layer, role)) return [];
    const example = role === 'carbon' ? 'carbon: carbon-black' : 'binder: PTFE';
    const percentage = Number((100 * share).toPrecision(6));
    return [{ ...wording.missing(`the name of the ${role}, of which there is ${percentage} %`, example),
      path: [role] }];
  });
}
