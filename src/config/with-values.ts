import type { CaseIssue } from './case.js';
import { setKey } from './overrides.js';
import { copied, dotted, isRecord, type Path } from './raw.js';
import { wording } from './wording.js';
import type { Position, YamlSource } from './yaml-source.js';

/** Where a file gives the value of a key. */
export interface ValuePlace {
  readonly path: Path;
  position(of: 'key' | 'value'): Position;
}

/** The source with dotted keys set over it, each of which stands where its value is given. */
export function withValues(source: YamlSource, values: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => ValuePlace): YamlSource
{
  const data = copied(isRecord(source.data) ? source.data : {});
  const keys = Object.keys(values);
  const set = new Set(keys);
  const issues = keys.flatMap((key): CaseIssue[] => {
    const received = setKey(data, key, values[key], set);
    const place = placeOf(key);
    return received === undefined
      ? []
      : [{ ...place.position('key'), key: dotted(place.path), ...wording.badKey(key, received) }];
  });
  const steps = keys.map((key) => key.split('.'));
  return {
    data,
    readable: source.readable,
    issues: [...source.issues, ...issues],
    position: (path, of) => {
      const own = steps.findIndex((key) =>
        key.length <= path.length && key.every((step, i) => step === String(path[i]))
      );
      return own < 0 ? source.position(path, of) : placeOf(keys[own]).position(of);
    },
  };
}
