import { anodeKeys } from './anode-schema.js';
import { isRecord } from './raw.js';

export type AnodeKind = 'planar' | 'composite';

const written = (raw: unknown, keys: readonly string[]):
  | string
  | undefined => (isRecord(raw) ? keys.find((key) => raw[key] !== undefined) : undefined);

/** A composite as soon as `anode:` holds anything that only a composite has. */
export const anodeKindOf = (
  raw: unknown,
): AnodeKind => (written(raw, anodeKeys.composite) === undefined ? 'planar' : 'composite');

/** A key of a plane beside a key of a composite; undefined where `anode:` is one of the two. */
export function mixedAnode(raw: unknown): { readonly planar: string; readonly composite: string } | undefined {
  const planar = written(raw, anodeKeys.planar);
  const composite = written(raw, anodeKeys.composite);
  return planar === undefined || composite === undefined ? undefined : { planar, composite };
}
