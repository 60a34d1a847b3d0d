import { isRecord, type Path, quotedData } from '../plain-data.js';
import { wording } from '../wording.js';
import type { FieldProblem } from './reading.js';

/** What may stand beside a value: where it comes from and how far it can be trusted. */
export interface Annotation {
  readonly source?: string;
  readonly note?: string;
  readonly assumed?: boolean;
  readonly fitted?: boolean;
  /** Computed from something else, and measured by nobody. */
  readonly derived?: boolean;
}

/** `spread` and `range` are read with the value, by `config/spread`. */
const annotationKeys: readonly string[] = ['value', 'unit', 'source', 'assumed', 'fitted', 'derived', 'note', 'spread',
  'range'];
const texts = ['unit', 'source', 'note'];
const marks = ['assumed', 'fitted', 'derived'];

/** Whether a mapping is an annotated value. */
export const isAnnotated = (input: unknown): input is Record<string, unknown> =>
  isRecord(input) && Object.keys(input).some((key) => annotationKeys.includes(key));

/**
 * Texts cut in two: `{value: 4.9 g/cm^3, note: of the mineral, from memory}` has a key "from memory" without a value, which would go as a
 * key that is taken away.
 */
export function cutRemarks(data: unknown, path: Path = []): FieldProblem[] {
  if (Array.isArray(data)) return data.flatMap((item: unknown, i) => cutRemarks(item, [...path, i]));
  if (!isRecord(data)) return [];
  const annotated = Object.hasOwn(data, 'value');
  return Object.entries(data).flatMap(([key, value]) =>
    annotated && value === null && !annotationKeys.includes(key)
      ? [{ ...wording.cutRemark(key), path: [...path, key] }]
      : cutRemarks(value, [...path, key])
  );
}

/** The bare value of `{value: 77 um, source: ..., assumed: true}` or of `77 um` itself. */
export function bareValue(input: unknown): unknown {
  if (!isAnnotated(input)) return input;
  const { value, unit } = input;
  return typeof value === 'number' && typeof unit === 'string' ? `${value} ${unit}` : value;
}

export function annotationOf(input: unknown): Annotation {
  if (!isAnnotated(input)) return {};
  const { source, note, assumed, fitted, derived } = input as Annotation;
  return { source, note, assumed, fitted, derived };
}

/** Problems of the annotation itself; the value is checked by its field. */
export function annotationProblems(input: unknown): FieldProblem[] {
  if (!isAnnotated(input)) return [];
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(input)) {
    if (!annotationKeys.includes(key))
      problems.push({ ...wording.unknownKey(key, annotationKeys), path: [key] });
    else if (texts.includes(key) && (typeof value !== 'string' || value === '')) {
      problems.push({
        ...wording.wrongType('a text', value, key === 'unit' ? 'unit: mS/cm' : `${key}: "own measurement"`),
        path: [key],
      });
    } else if (marks.includes(key) && typeof value !== 'boolean') {
      problems.push({ ...wording.wrongType('true or false', value, `${key}: true`), path: [key] });
    }
  }
  if (input.assumed === true && input.fitted === true)
    problems.push({ ...wording.assumedAndFitted(), path: ['fitted'] });
  if (input.value === undefined) {
    const words = wording.missing('the value beside its annotation', 'value: ...');
    problems.push({ ...words, received: quotedData(input), path: ['value'] });
  }
  return problems;
}
