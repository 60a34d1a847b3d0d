import { type CaseSource, caseSource } from './case-source.js';
import { applyOverrides, overrideKey } from './overrides.js';
import type { ParseOptions } from './parse-case.js';
import { isRecord } from './raw.js';
import { readInput, type YamlSource } from './yaml-source.js';

/** A file about several designs: what its keys say, the case below them, and what the command line says of that case. */
export interface StudySource extends CaseSource {
  readonly options: ParseOptions;
}

/**
 * Reads a file about several designs. `keys` are its own (`designs`, `sweep`): what `--set` says of them is said of the file, all else of
 * each of its cases.
 */
export function studySource(input: string | object, keys: readonly string[], options: ParseOptions): StudySource {
  const { set = [] } = options;
  const isOfStudy = (one: string): boolean => keys.includes(overrideKey(one).split('.')[0]);
  const file = withOverrides(readInput(input, options.file), set, isOfStudy);
  // a text that is not applied here leaves a gap, so that each keeps its number
  return { ...caseSource(file, options), options: { ...options, set: set.map((one) => (isOfStudy(one) ? '' : one)) } };
}

/** The file with some of the `--set` texts over it; what they set stands on the command line. */
function withOverrides(file: YamlSource, set: readonly string[], applies: (text: string) => boolean): YamlSource {
  if (!isRecord(file.data) || !set.some(applies)) return file;
  const changed = applyOverrides(file.data, set.map((one) => (applies(one) ? one : '')));
  return {
    data: changed.data,
    readable: file.readable && changed.issues.length === 0,
    issues: [...file.issues, ...changed.issues],
    position: (path, of) => changed.position(path) ?? file.position(path, of),
  };
}
