import type { FieldProblem } from './annotation.js';
import { isRecord, type Path } from './raw.js';
import { wording, wrongStructure } from './wording.js';

/** An input that the source does not print: the key, and between which values it lies. */
export interface UnknownInput {
  readonly key: string;
  readonly low: unknown;
  readonly high: unknown;
}

/** `{key: [low, high]}`. */
export function readRanges(raw: unknown, place: Path, problems: FieldProblem[]): UnknownInput[] {
  if (raw === undefined) return [];
  if (!isRecord(raw)) {
    problems.push({ ...wrongStructure('object', raw), path: place });
    return [];
  }
  return Object.entries(raw).flatMap(([key, range]) => {
    if (Array.isArray(range) && range.length === 2)
      return [{ key, low: range[0] as unknown, high: range[1] as unknown }];
    problems.push({ ...wording.wrongType('a lower and an upper value', range, '[60 %, 80 %]'), path: [...place, key] });
    return [];
  });
}
