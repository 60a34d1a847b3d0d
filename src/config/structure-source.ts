import { meanElectrode, realisationsOf } from '../voxels/made/made-electrode.js';
import type { CarrierPath, ElectrodeStructure } from '../voxels/measures/electrode-structure.js';
import { notReplaced, waysToSay } from './alternatives.js';
import type { CaseIssue } from './case-issue.js';
import { pathFrom } from './case-source.js';
import { deviateOf80 } from './fields/spread.js';
import { type FileContext, fromText } from './file-findings.js';
import { readYaml } from './files/yaml-source.js';
import { overLayers } from './over-layers.js';
import { isRecord, type Path, type PlainRecord, withoutNulls } from './plain-data.js';
import { shortText } from './printable.js';
import { drawnSchema, type DrawnStructure } from './sections/drawn-schema.js';
import { type Wording, wording } from './wording.js';

/** What reading an image for a case gives in the place of its text: numbers, or what is wrong with it. */
export type ImageText = { readonly structure: ElectrodeStructure } | { readonly issues: readonly CaseIssue[] };

const imageName = /\.(tiff?|npy|raw)$/i;
export const isImageName = (name: string): boolean => imageName.test(name);

/**
 * `structure: {image: x.tif}` and `structure: {packing: ...}` of a layer as the keys that follow from them: volume fractions, tortuosity factors with
 * their spread, connected share, coverage, particle radius and filling radius. What the layer says itself stands. A packing is written out or a
 * file of its own; to make it takes seconds, which a case that is refused anyway does not cost.
 */
export function withStructures(data: PlainRecord, { folder, textOf, findings, onMake }: FileContext,
  isRefused: boolean): PlainRecord
{
  const { issues, problems } = findings;
  const fillFromImage = (layer: PlainRecord, whole: PlainRecord, name: string, at: Path): PlainRecord => {
    const place = pathFrom(folder, name);
    const text = isImageName(name) ? textOf(name) : undefined;
    const reading = fromText<ImageText>(text);
    const words = `the image ${name}`;
    if (reading === undefined) problems.push({ ...wording.missingStructure(shortText(place, 200)), path: at });
    else if ('issues' in reading) issues.push(...reading.issues);
    else {
      const unusable = unusableIn(reading.structure, wording.phaseLeadsNowhere);
      if (unusable === undefined) return keysOf(layer, whole, reading.structure, words);
      problems.push({ ...unusable, path: at });
    }
    // what would follow from the image is no further problem
    return keysOf(layer, whole, anyStructure, words);
  };
  const written = (packing: unknown, at: Path): unknown => {
    if (typeof packing !== 'string') return packing;
    const place = pathFrom(folder, packing);
    const text = textOf(packing);
    const yaml = text === undefined ? undefined : readYaml(text, place);
    findings.add(at, yaml?.readable && isRecord(yaml.data) ? yaml.position : undefined);
    if (yaml === undefined) problems.push({ ...wording.missingPacking(shortText(place, 200)), path: at });
    else issues.push(...yaml.issues);
    return yaml?.readable && isRecord(yaml.data) ? yaml.data : packing;
  };
  const fillFromPacking = (layer: PlainRecord, whole: PlainRecord, structure: PlainRecord, at: Path): PlainRecord => {
    const packing = written(structure.packing, at);
    const filledIn = { ...layer, structure: { ...structure, packing } };
    const read = isRecord(packing) ? drawnSchema.safeParse(withoutNulls(packing)) : undefined;
    // what is wrong with it, the schema of the layer says
    if (!read?.success || isRefused) return keysOf(filledIn, whole, anyStructure, 'the packing');
    const words = `a packing of ${read.data.plan.voxels.join(' x ')} voxels, mean of ${read.data.realisations}`;
    const made = packedElectrode(read.data, () => onMake?.(words));
    const unusable = unusableIn(made, wording.packingLeadsNowhere);
    if (unusable !== undefined) problems.push({ ...unusable, path: at });
    return keysOf(filledIn, whole, unusable === undefined ? made : anyStructure, words);
  };
  const expand = (layer: PlainRecord, path: Path, above: PlainRecord = {}): PlainRecord => {
    const { structure } = layer;
    if (!isRecord(structure)) return layer;
    const whole = { ...notReplaced(above, layer), ...layer };
    if (typeof structure.image === 'string')
      return fillFromImage(layer, whole, structure.image, [...path, 'structure', 'image']);
    return structure.packing === undefined
      ? layer
      : fillFromPacking(layer, whole, structure, [...path, 'structure', 'packing']);
  };
  return overLayers(data, expand);
}

/** Why no cell can be made of a structure. */
function unusableIn({ volumeFractions, ions, electrons, relativeError }: ElectrodeStructure,
  leadsNowhere: (name: string) => Wording
):
  | Wording
  | undefined
{
  for (const name of ['activeMaterial', 'electrolyte'] as const) {
    if (volumeFractions[name] === 0) return wording.phaseMissing(name);
  }
  if (relativeError > mostError) return wording.voxelsUnsolved(relativeError, mostError);
  if (ions.conductivityRatio === 0) return leadsNowhere('electrolyte');
  return electrons.conductivityRatio === 0 && volumeFractions.carbon === 0
    ? leadsNowhere('activeMaterial')
    : undefined;
}

/** Far below what octants and realisations differ by. */
const mostError = 0.01;

/** Stands in for a structure that cannot be used: the case is refused anyway. */
const anyStructure: ElectrodeStructure = {
  voxels: [1, 1, 1],
  volumeFractions: { activeMaterial: 0.5, electrolyte: 0.5, carbon: 0, binder: 0 },
  ions: { conductivityRatio: 0.5, spread: 0 },
  electrons: { conductivityRatio: 0.5, spread: 0 },
  connectedFraction: 1,
  coverage: 1,
  particleRadius: 1e-6,
  fillingRadius: { value: 1e-6, spread: 0 },
  relativeError: 0,
};

/** Tortuosity factor of a phase that does not lead through while another conducts beside it. */
const largestTortuosity = 1e4;
const composition = ['massFractions', 'volumeFractions'];

/** `whole` is the layer with what it inherits: the material that the radius belongs to may stand above it. */
function keysOf(layer: PlainRecord, whole: PlainRecord, structure: ElectrodeStructure, words: string): PlainRecord {
  const { volumeFractions, ions, electrons, connectedFraction, coverage } = structure;
  const from: Sourced = (value) => ({ value, source: `computed from ${words}`, derived: true });
  const tau = (fraction: number, { conductivityRatio, spread }: ElectrodeStructure['ions']) => ({
    tortuosityFactor: from(
      rounded(Math.min(largestTortuosity, Math.max(1, fraction / Math.max(conductivityRatio, 1e-12)))),
    ),
    spread: from(rounded(spread)),
  });
  const isComposed = composition.some((key) => layer[key] !== undefined);
  return {
    ...(!isComposed && { volumeFractions: Object.fromEntries(Object.entries(volumeFractions)
      .filter(([, share]) => share > 0).map(([role, share]) => [role, from(rounded(share))])) }),
    ionicTransport: tau(volumeFractions.electrolyte, ions),
    electronicTransport: tau(volumeFractions.activeMaterial, electrons),
    connectedFraction: from(rounded(connectedFraction)),
    coverage: from(rounded(coverage)),
    ...layer,
    ...particlesOf(whole, structure, from),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(6));
const micrometres = (length: number): string => `${rounded(1e6 * length)} um`;

/** A value with the structure as its source. */
type Sourced = (
  value: number | string,
) => { readonly value: number | string; readonly source: string; readonly derived: true };

/**
 * Radius of the particles and of the spheres that fill as quickly as they are wetted: of the structure, unless the case states particles of its own.
 * What the layer says itself of the way into them stands.
 */
function particlesOf({ activeMaterial: written, particles, electrolyte, ...layer }: PlainRecord,
  { particleRadius, fillingRadius }: ElectrodeStructure, from: Sourced): PlainRecord
{
  const material = typeof written === 'string' ? { name: written } : written;
  if (particles !== undefined || !isRecord(material) || material.particleRadius !== undefined) return {};
  const isSaid = waysToSay.way.some((key) => layer[key] !== undefined)
    || (isRecord(electrolyte) && electrolyte.contactConstriction !== undefined) || fillingRadius.value === 0;
  return {
    activeMaterial: { ...material, particleRadius: from(micrometres(particleRadius)) },
    ...(!isSaid
      && { fillingRadius: { ...from(micrometres(fillingRadius.value)), ...rangeOf(fillingRadius, particleRadius) } }),
  };
}

const rangeNote =
  'low end: particles wetted all around, as diffusivities that were measured on cells may hold the way already';

/** 80 % of ln by the spread, and down to the particles wetted all around. */
function rangeOf({ value, spread }: ElectrodeStructure['fillingRadius'], particleRadius: number): PlainRecord {
  const factor = Math.exp(deviateOf80 * spread);
  const ends = [Math.min(particleRadius, value / factor), value * factor];
  return ends[0] < ends[1] ? { range: ends.map(micrometres), note: rangeNote } : {};
}

/** Packings of this process: a sweep reads its case for every design. */
const known = new Map<string, ElectrodeStructure>();
const remembered = 64;

/**
 * Deviation of ln(made/measured) of effective conductivities: 18 of phases that are at least 35 % of the solids, of 4 papers, nothing fitted
 * (`node bench/packings.mjs`; sources in `test/validation/composite-conductivities.json`).
 */
const measuredDeviation = 0.54;

/** What a case takes from a structure that is made for it; its spreads are those of the realisations with what packings miss measurements by. */
function packedElectrode({ plan, realisations }: DrawnStructure, onMake: () => void): ElectrodeStructure {
  const key = JSON.stringify([plan, realisations]);
  const before = known.get(key);
  if (before) return before;
  onMake();
  const made = meanElectrode(realisationsOf(plan, realisations), plan.voxels);
  const widened = ({ conductivityRatio, spread }: CarrierPath): CarrierPath => (
    { conductivityRatio, spread: Math.hypot(spread, measuredDeviation) }
  );
  const electrode = { ...made, ions: widened(made.ions), electrons: widened(made.electrons) };
  if (known.size >= remembered) known.clear();
  known.set(key, electrode);
  return electrode;
}
