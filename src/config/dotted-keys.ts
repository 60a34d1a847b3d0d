import { isRecord, type PlainRecord } from './plain-data.js';

/** Mappings whose keys are themselves dotted keys of a case: `sweep.vary`, and what rows and cells of studies vary. */
const keyedMappings = ['vary', 'spreads', 'unknown', 'overheads', 'against', 'assumed'];
/** What may stand behind such a key. */
const rangeKeys = ['from', 'to', 'points', 'spacing'];

/**
 * The steps of a dotted key: `sweep.vary.membrane.thickness.points` is four of them, because the key `membrane.thickness` of `vary` has a
 * dot of its own. A key that is there counts before one that would have to be made.
 */
export function stepsOf(data: unknown, key: string): string[] {
  const steps: string[] = [];
  let rest = key.split('.');
  let current = data;
  while (rest.length > 0) {
    const step = Array.isArray(current)
      ? rest.slice(0, 1)
      : ownStep(isRecord(current) ? current : {}, rest, steps.at(-1));
    steps.push(step.join('.'));
    rest = rest.slice(step.length);
    const name = steps[steps.length - 1];
    current = isRecord(current) || Array.isArray(current) ? (current as PlainRecord)[name] : undefined;
  }
  return steps;
}

/** The longest key of the record that the rest begins with; in a mapping of dotted keys a new one is all of it. */
function ownStep(record: PlainRecord, rest: readonly string[], above: string | undefined): readonly string[] {
  for (let length = rest.length; length > 0; length--) {
    if (Object.hasOwn(record, rest.slice(0, length).join('.'))) return rest.slice(0, length);
  }
  if (above === undefined || !keyedMappings.includes(above)) return rest.slice(0, 1);
  return rest.length > 1 && rangeKeys.includes(rest[rest.length - 1]) ? rest.slice(0, -1) : rest;
}
