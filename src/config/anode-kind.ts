import { anodeKeys } from './anode-schema.js';
import { isRecord } from './plain-data.js';

export type AnodeKind = 'planar' | 'composite';

const written = (input: unknown, keys: readonly string[]):
  | string
  | undefined => (isRecord(input) ? keys.find((key) => input[key] !== undefined) : undefined);

/** A composite as soon as `anode:` holds anything that only a composite has. */
export const anodeKindOf = (
  input: unknown,
): AnodeKind => (written(input, anodeKeys.composite) === undefined ? 'planar' : 'composite');

/** A key of a plane beside a key of a composite; undefined where `anode:` is one of the two. */
export function mixedAnode(input: unknown): { readonly planar: string; readonly composite: string } | undefined {
  const planar = written(input, anodeKeys.planar);
  const composite = written(input, anodeKeys.composite);
  return planar === undefined || composite === undefined ? undefined : { planar, composite };
}
