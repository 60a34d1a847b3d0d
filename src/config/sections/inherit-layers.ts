import { groupOf, notReplaced } from '../alternatives.js';
import { isRecord, type Path, type PlainRecord } from '../plain-data.js';

const resistances = ['layerContactResistance', 'collectorResistance'];
const cathodeKeys = ['layers', ...resistances];

export interface InheritedCase {
  readonly data: PlainRecord;
  /** Where a path of the expanded data stands in the file: `cathode.layers.0.thickness` may be `cathode.thickness`. */
  writtenPath(path: Path): Path;
}

/** Turns `cathode:` into a list of complete layers. What is malformed stays as it is for the validation to name. */
export function inheritLayers(data: PlainRecord): InheritedCase {
  const cathode = data.cathode;
  if (!isRecord(cathode)) return { data, writtenPath: (path) => path };
  const shared = Object.fromEntries(Object.entries(cathode).filter(([key]) => !cathodeKeys.includes(key)));
  const given = cathode.layers;
  const own: unknown = given === undefined ? [{}] : given;
  const single = given === undefined;
  const complete = (layer: unknown,
    i: number): unknown => (isRecord(layer) ? inherit(shared, layer, i, single) : layer);
  const layers = Array.isArray(own) ? own.map(complete) : own;
  const rest = Object.fromEntries(Object.entries(cathode).filter(([key]) => resistances.includes(key)));
  return {
    data: { ...data, cathode: { ...rest, layers } },
    writtenPath: (path) => writtenPath(path, shared, given),
  };
}

function inherit(shared: PlainRecord, layer: PlainRecord, index: number, single: boolean): PlainRecord {
  if (single) return shared;
  return { ...notReplaced(shared, layer), name: `layer ${index + 1}`, ...layer };
}

function writtenPath(path: Path, shared: PlainRecord, given: unknown): Path {
  const [cathode, layers, index, key] = path;
  if (cathode !== 'cathode' || layers !== 'layers' || index === undefined) return path;
  if (given === undefined) return ['cathode', ...path.slice(3)];
  const layer = Array.isArray(given) ? (given[Number(index)] as unknown) : undefined;
  if (!isRecord(layer) || key === undefined || !Object.hasOwn(shared, key)) return path;
  return groupOf(String(key)).some((one) => Object.hasOwn(layer, one)) ? path : ['cathode', ...path.slice(3)];
}
