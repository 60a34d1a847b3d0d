import { meanElectrode, realisationsOf } from '../voxels/made/made-electrode.js';
import type { CarrierPath, ElectrodeStructure } from '../voxels/measures/electrode-structure.js';
import { notReplaced, waysToSay } from './alternatives.js';
import type { CaseIssue } from './case-issue.js';
import { pathFrom } from './case-source.js';
import { deviateOf80 } from './fields/spread.js';
import { type FileContext, type FileFindings, fromText } from './file-findings.js';
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
export const withStructures = (data: PlainRecord, context: FileContext, isRefused: boolean): PlainRecord =>
  overLayers(data, (layer, path, above = {}) => {
    const { structure } = layer;
    if (!isRecord(structure)) return layer;
    const { image, packing: given } = structure;
    const whole = { ...notReplaced(above, layer), ...layer };
    const at = [...path, 'structure', typeof image === 'string' ? 'image' : 'packing'];
    if (typeof image === 'string') return keysOf(layer, whole, imaged(image, at, context), `the image ${image}`);
    if (given === undefined) return layer;
    const packing = packingAt(given, at, context);
    const { made, words } = packed(packing, at, context, isRefused);
    return keysOf({ ...layer, structure: { ...structure, packing } }, whole, made, words);
  });

/** What an image holds; any structure where it cannot be used, as what would follow from it is no further problem. */
function imaged(name: string, at: Path, { folder, textOf, findings }: FileContext): ElectrodeStructure {
  const reading = fromText<ImageText>(isImageName(name) ? textOf(name) : undefined);
  if (reading && 'structure' in reading) return usable(reading.structure, wording.phaseLeadsNowhere, at, findings);
  if (reading) findings.issues.push(...reading.issues);
  else findings.problems.push({ ...wording.missingStructure(shortText(pathFrom(folder, name), 200)), path: at });
  return anyStructure;
}

/** A packing as it is written out, there or in the file that is named; the name where that cannot be read, which is told. */
function packingAt(packing: unknown, at: Path, { folder, textOf, findings }: FileContext): unknown {
  if (typeof packing !== 'string') return packing;
  const place = pathFrom(folder, packing);
  const text = textOf(packing);
  const yaml = text === undefined ? undefined : readYaml(text, place);
  const isWhole = yaml?.readable && isRecord(yaml.data);
  findings.add(at, isWhole ? yaml.position : undefined);
  if (yaml === undefined) findings.problems.push({ ...wording.missingPacking(shortText(place, 200)), path: at });
  else findings.issues.push(...yaml.issues);
  return isWhole ? yaml.data : packing;
}

/** The structure of a packing, and what it is in words; any structure where it is not made. What is wrong with it, the schema of the layer says. */
function packed(packing: unknown, at: Path, { findings, onMake }: FileContext, isRefused: boolean) {
  const read = isRecord(packing) ? drawnSchema.safeParse(withoutNulls(packing)) : undefined;
  if (!read?.success || isRefused) return { made: anyStructure, words: 'the packing' };
  const words = `a packing of ${read.data.plan.voxels.join(' x ')} voxels, mean of ${read.data.realisations}`;
  const made = packedElectrode(read.data, () => onMake?.(words));
  return { made: usable(made, wording.packingLeadsNowhere, at, findings), words };
}

/** The structure, or any where no cell can be made of it, which is told. */
function usable(structure: ElectrodeStructure, leadsNowhere: (name: string) => Wording, path: Path,
  { problems }: FileFindings): ElectrodeStructure
{
  const unusable = unusableIn(structure, leadsNowhere);
  if (unusable === undefined) return structure;
  problems.push({ ...unusable, path });
  return anyStructure;
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
