import type { CaseIssue } from './case-issue.js';
import type { YamlSource } from './files/yaml-source.js';
import { setKey } from './overrides.js';
import { copied, dataAt, dotted, isRecord, type Path } from './plain-data.js';
import { wording } from './wording.js';

/** The source with dotted keys set over it, each of which stands where `written` gives its value. */
export function overlaidSource(source: YamlSource, values: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => Path, written: YamlSource): YamlSource
{
  const data = copied(isRecord(source.data) ? source.data : {});
  const keys = Object.keys(values);
  const set = new Set(keys);
  const issues = keys.flatMap((key): CaseIssue[] => {
    const received = setKey(data, key, values[key], set);
    const path = placeOf(key);
    return received === undefined
      ? []
      : [{ ...written.position(path, 'key'), key: dotted(path), ...wording.badKey(key, received) }];
  });
  const steps = keys.map((key) => key.split('.'));
  return {
    data,
    readable: source.readable,
    issues: [...source.issues, ...issues],
    position: (path, of) => {
      const own = steps.findIndex((key) =>
        key.length <= path.length
          ? key.every((step, i) => step === String(path[i]))
          // a section that only this key opens
          : path.every((step, i) => key[i] === String(step)) && dataAt(source.data, path) === undefined
      );
      return own < 0 ? source.position(path, of) : written.position(placeOf(keys[own]), of);
    },
  };
}
