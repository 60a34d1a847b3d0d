import type { ElectrodeStructure } from '../voxels/measures/electrode-structure.js';
import { pathFrom } from './case-source.js';
import type { CaseIssue } from './case.js';
import { type FileContext, type FileSource, placesIn } from './file-source.js';
import { shortText } from './printable.js';
import { isRecord, type Path, type RawRecord } from './raw.js';
import { type Wording, wording } from './wording.js';

/** What reading an image for a case gives in the place of its text: numbers, or what is wrong with it. */
export type ImageText = { readonly structure: ElectrodeStructure } | { readonly issues: readonly CaseIssue[] };

const imageName = /\.(tiff?|npy|raw)$/i;
export const isImageName = (name: string): boolean => imageName.test(name);

/**
 * `structure: {image: x.tif}` of a layer as the keys that follow from the image: volume fractions, tortuosity factors with their spread, connected
 * share, coverage and particle radius. What the layer says itself stands.
 */
export function structureSource(data: RawRecord, { folder, textOf }: FileContext): FileSource {
  const issues: CaseIssue[] = [];
  const problems: (Wording & { readonly path: Path })[] = [];
  const expand = (layer: RawRecord, path: Path): RawRecord => {
    const { structure } = layer;
    if (!isRecord(structure) || typeof structure.image !== 'string') return layer;
    const name = structure.image;
    const at = [...path, 'structure', 'image'];
    const place = pathFrom(folder, name);
    const text = isImageName(name) ? textOf(name) : undefined;
    const reading = text === undefined ? undefined : imageOf(text);
    if (reading === undefined) problems.push({ ...wording.missingStructure(shortText(place, 200)), path: at });
    else if ('issues' in reading) issues.push(...reading.issues);
    else {
      const unusable = unusableIn(reading.structure);
      if (unusable === undefined) return keysOf(layer, reading.structure, name);
      problems.push({ ...unusable, path: at });
    }
    // what would follow from the image is no further problem
    return keysOf(layer, anyStructure, name);
  };
  return { data: overLayers(data, expand), issues, problems, ...placesIn([]) };
}

function overLayers(data: RawRecord, expand: (layer: RawRecord, path: Path) => RawRecord): RawRecord {
  const { cathode, anode } = data;
  return {
    ...data,
    ...(isRecord(anode) && { anode: expand(anode, ['anode']) }),
    ...(isRecord(cathode) && { cathode: {
      ...expand(cathode, ['cathode']),
      ...(Array.isArray(cathode.layers)
        && {
          layers: cathode.layers.map((layer: unknown, i) =>
            isRecord(layer) ? expand(layer, ['cathode', 'layers', i]) : layer
          ),
        }),
    } }),
  };
}

/** Undefined for a text that no image gave. */
function imageOf(text: string): ImageText | undefined {
  try {
    return JSON.parse(text) as ImageText;
  } catch {
    // a reader of texts alone gives the bytes of the image
    return undefined;
  }
}

/** Why no cell can be made of an image. */
function unusableIn({ volumeFractions, ions, electrons }: ElectrodeStructure): Wording | undefined {
  for (const name of ['activeMaterial', 'electrolyte'] as const) {
    if (volumeFractions[name] === 0) return wording.phaseMissing(name);
  }
  if (ions.conductivityRatio === 0) return wording.phaseLeadsNowhere('electrolyte');
  return electrons.conductivityRatio === 0 && volumeFractions.carbon === 0
    ? wording.phaseLeadsNowhere('activeMaterial')
    : undefined;
}

/** Stands in for an image that cannot be used: the case is refused anyway. */
const anyStructure: ElectrodeStructure = {
  voxels: [1, 1, 1],
  volumeFractions: { activeMaterial: 0.5, electrolyte: 0.5, carbon: 0, binder: 0 },
  ions: { conductivityRatio: 0.5, spread: 0 },
  electrons: { conductivityRatio: 0.5, spread: 0 },
  connectedFraction: 1,
  coverage: 1,
  particleRadius: 1e-6,
};

/** Of a phase that does not lead through while another conducts beside it. */
const largestTortuosity = 1e4;
const composition = ['massFractions', 'volumeFractions'];

function keysOf(layer: RawRecord, structure: ElectrodeStructure, name: string): RawRecord {
  const { volumeFractions, ions, electrons, connectedFraction, coverage, particleRadius } = structure;
  const from = <T extends number | string>(value: T) => ({ value, source: `computed from the image ${name}` });
  const rounded = (value: number): number => Number(value.toPrecision(6));
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
    ...(layer.particles === undefined && withRadius(layer.activeMaterial, from(`${rounded(1e6 * particleRadius)} um`))),
  };
}

/** The radius of the image, unless the case states one. */
function withRadius(material: unknown, particleRadius: unknown): RawRecord {
  if (typeof material === 'string') return { activeMaterial: { name: material, particleRadius } };
  return isRecord(material) ? { activeMaterial: { particleRadius, ...material } } : {};
}
