import { isRecord, type Path, type RawRecord } from './raw.js';

/** Fields that say the same in different ways: a layer that writes one of them does not inherit the others. */
const alternatives: readonly (readonly string[])[] = [
  ['massFractions', 'volumeFractions'],
  ['porosity', 'density'],
  ['thickness', 'massLoading', 'activeMassLoading', 'arealCapacity'],
];

/** One-way: what the key says, the others say in another way. */
const replaces: ReadonlyMap<string, readonly string[]> = new Map([
  ['network', ['ionicTransport', 'electronicTransport', 'connectedFraction']],
  ['ionicTransport', ['network']],
  ['electronicTransport', ['network']],
  ['connectedFraction', ['network']],
]);

/** What `below` still says where `above` goes over it. */
export function notReplaced(below: RawRecord, above: RawRecord): RawRecord {
  const left = { ...below };
  for (const group of alternatives) {
    if (group.some((key) => Object.hasOwn(above, key))) { for (const key of group) delete left[key]; }
  }
  for (const key of Object.keys(above)) for (const other of replaces.get(key) ?? []) delete left[other];
  return left;
}

const ofCathode = ['layers', 'collectorResistance'];

export interface InheritedCase {
  readonly data: RawRecord;
  /** Where a path of the expanded data stands in the file: `cathode.layers.0.thickness` may be `cathode.thickness`. */
  writtenPath(path: Path): Path;
}

/** Turns `cathode:` into a list of complete layers. What is malformed stays as it is for the validation to name. */
export function inheritLayers(data: RawRecord): InheritedCase {
  const cathode = data.cathode;
  if (!isRecord(cathode)) return { data, writtenPath: (path) => path };
  const shared = Object.fromEntries(Object.entries(cathode).filter(([key]) => !ofCathode.includes(key)));
  const given = cathode.layers;
  const own: unknown = given === undefined ? [{}] : given;
  const single = given === undefined;
  const complete = (layer: unknown,
    i: number): unknown => (isRecord(layer) ? inherit(shared, layer, i, single) : layer);
  const layers = Array.isArray(own) ? own.map(complete) : own;
  const rest = Object.fromEntries(Object.entries(cathode).filter(([key]) => key === 'collectorResistance'));
  return {
    data: { ...data, cathode: { ...rest, layers } },
    writtenPath: (path) => writtenPath(path, shared, given),
  };
}

function inherit(shared: RawRecord, layer: RawRecord, index: number, single: boolean): RawRecord {
  if (single) return shared;
  return { ...notReplaced(shared, layer), name: `layer ${index + 1}`, ...layer };
}

function writtenPath(path: Path, shared: RawRecord, given: unknown): Path {
  const [cathode, layers, index, key] = path;
  if (cathode !== 'cathode' || layers !== 'layers' || index === undefined) return path;
  if (given === undefined) return ['cathode', ...path.slice(3)];
  const layer = Array.isArray(given) ? (given[Number(index)] as unknown) : undefined;
  if (!isRecord(layer) || key === undefined || !Object.hasOwn(shared, key)) return path;
  const group = alternatives.find((keys) => keys.includes(String(key))) ?? [String(key)];
  return group.some((one) => Object.hasOwn(layer, one)) ? path : ['cathode', ...path.slice(3)];
}
