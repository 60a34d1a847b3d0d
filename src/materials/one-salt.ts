import type { MaterialReference, Problem } from '../config/case.js';
import { contradiction } from '../config/wording/fields.js';
import type { Electrolyte } from './material.js';

/** One place of a case that holds an electrolyte. */
export interface ElectrolyteUse {
  readonly key: string;
  readonly reference: MaterialReference;
  readonly electrolyte: Electrolyte;
}

/**
 * A salt is one phase through the whole cell: its concentration is continuous from the membrane through the electrodes, so as
 * soon as one place holds a salt, all must hold the same. One problem, at the first place that differs from the membrane.
 */
export function checkOneSalt(uses: readonly ElectrolyteUse[]): Problem[] {
  if (!uses.some(({ electrolyte }) => electrolyte.salt)) return [];
  const [membrane] = uses;
  const other = uses.find(({ reference }) => identityOf(reference) !== identityOf(membrane.reference));
  if (other === undefined) return [];
  const sameName = other.reference.name === membrane.reference.name;
  return [{ key: other.key,
    ...contradiction(`${membrane.reference.name}${sameName ? ' with the same properties' : ''} as in ${membrane.key}, `
      + 'because a salt moves through one electrolyte in membrane and electrodes',
      sameName ? `${other.reference.name} with other properties` : other.reference.name,
      'use one electrolyte throughout, or single-ion conductors only') }];
}

/** Name and overrides, in whatever order these were written. */
const identityOf = ({ name, overrides }: MaterialReference): string =>
  JSON.stringify([name, Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1))]);
