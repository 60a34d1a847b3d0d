import { notReplaced, shortForName } from './alternatives.js';
import { stepsOf } from './dotted-keys.js';
import { isAnnotated } from './fields/annotation.js';
import type { YamlSource } from './files/yaml-source.js';
import { dataAt, define, isRecord, own, type Path, type PlainRecord } from './plain-data.js';

/** Sections that hold one of several kinds, or shares that add up: a change replaces them whole. */
const whole = ['ionicTransport', 'electronicTransport', 'massFractions', 'volumeFractions', 'until', 'blend'];

/**
 * `above` over `below`: mappings are merged key by key, anything else replaces what it meets, null takes away. A key replaces the
 * others that say the same (`thickness`, `massLoading`, `arealCapacity`). Entries of a list are changed by their places: `layers: {0: {thickness: 80 um}}`.
 */
export function mergeRecords(below: PlainRecord, above: PlainRecord): PlainRecord {
  const merged = notReplaced(below, notNull(above));
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else define(merged, key, mergeValue(key, own(below, key), value));
  }
  return merged;
}

const notNull = (record: PlainRecord): PlainRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

function mergeValue(key: string, below: unknown, above: unknown): unknown {
  const under = shortForName.includes(key) && typeof below === 'string' ? { name: below } : below;
  const annotated: boolean = isAnnotated(above);
  if (Array.isArray(under) && isRecord(above) && arePlaces(Object.keys(above), under))
    return under.map((one, place) => mergeEntry(one, own(above, String(place))));
  if (!isRecord(under) || !isRecord(above) || annotated || whole.includes(key)) return above;
  // another material has nothing of the first one's properties
  if (shortForName.includes(key) && above.name !== undefined && above.name !== under.name) return above;
  // nor have several of them, nor a plane of what a composite has
  if (above.blend !== undefined || isOtherKind(under, above) || isOtherKind(above, under)) return above;
  return mergeRecords(under, above);
}

/** Whether one section is a plane (an anode of lithium) and the other a composite. */
const isOtherKind = (plane: PlainRecord, composite: PlainRecord): boolean =>
  plane.material !== undefined && composite.activeMaterial !== undefined;

/** The section around a key of the case that a change replaces whole, as the case has it; none where each key is changed for itself. */
export function wholeSections(data: unknown, key: string): (readonly [place: Path, section: PlainRecord])[] {
  const steps = stepsOf(data, key);
  const at = steps.findIndex((step) => whole.includes(step));
  const place = steps.slice(0, at + (steps[at] === 'blend' ? 0 : 1));
  const section = dataAt(data, place);
  return at >= 0 && at < steps.length - 1 && isRecord(section) ? [[place, section]] : [];
}

const arePlaces = (keys: readonly string[], list: readonly unknown[]): boolean =>
  keys.length > 0 && keys.every((key) => /^\d+$/.test(key) && Number(key) < list.length);

const mergeEntry = (below: unknown, above: unknown): unknown =>
  above === undefined ? below : mergeValue('', below, above);

/** The part of `above` at `place` merged over `below`; every path knows which of the two files it stands in. */
export function mergeSources(below: YamlSource, above: YamlSource, place: Path = []): YamlSource {
  const part = dataAt(above.data, place);
  return {
    data: mergeRecords(isRecord(below.data) ? below.data : {}, isRecord(part) ? part : {}),
    issues: [...below.issues, ...above.issues],
    readable: below.readable && above.readable,
    position: (path, of) => {
      const inPart = path.length > 0 && dataAt(part, path) !== undefined;
      const section = path.slice(0, path.findIndex((step) => whole.includes(String(step))) + 1);
      const replaced = section.length > 0 && dataAt(part, section) !== undefined;
      return inPart || replaced
          || dataAt(below.data, path) === undefined && dataAt(part, path.slice(0, 1)) !== undefined
        ? above.position([...place, ...path], of)
        : below.position(path, of);
    },
  };
}

/** The source without some of its top keys. */
export function withoutKeys(source: YamlSource, keys: readonly string[]): YamlSource {
  if (!isRecord(source.data)) return source;
  const data = Object.fromEntries(Object.entries(source.data).filter(([key]) => !keys.includes(key)));
  return { ...source, data };
}

/** What stands at a place, as a source of its own that still knows where it stands. */
export const partOf = (source: YamlSource, place: Path): YamlSource => ({
  ...source,
  issues: [],
  data: dataAt(source.data, place) ?? {},
  position: (path, of) => source.position([...place, ...path], of),
});
