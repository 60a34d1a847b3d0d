import type { Case } from '../../config/case.js';
import { isRecord, type Path, type RawRecord } from '../../config/raw.js';

/**
 * Where a case holds a number that a key gives: the places in which the case and the same with the key moved differ, if each of them
 * holds just the number itself. Undefined where something else follows from the key as well: then the case has to be read again.
 */
export function placesOf(given: Case, moved: Case, value: number): readonly Path[] | undefined {
  const places: Path[] = [];
  const same = (a: unknown, b: unknown, path: Path): boolean => {
    if (Object.is(a, b)) return true;
    if (Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((one: unknown, i) => same(one, b[i], [...path, i]));
    if (isRecord(a) && isRecord(b)) {
      const keys = Object.keys(a);
      return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key], [...path, key]));
    }
    if (typeof a !== 'number' || typeof b !== 'number' || Math.abs(b - value) > 1e-9 * Math.abs(value)) return false;
    places.push(path);
    return true;
  };
  return same(given, moved, []) && places.length > 0 ? places : undefined;
}

/** The case with a number at these places; what is not on the way to them is shared. */
export const withNumber = (given: Case, places: readonly Path[], value: number): Case =>
  places.reduce<Case>((changed, path) => put(changed, path, value) as Case, given);

function put(data: unknown, [step, ...below]: Path, value: number): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((one: unknown, i) => (i === step ? put(one, below, value) : one));
  return { ...(data as RawRecord), [step]: put((data as RawRecord)[step], below, value) };
}
