import type { MaterialReference, OwnMaterial } from '../config/case.js';
import { findMaterial } from './library/index.js';
import type { LibraryMaterial, Property } from './property.js';

/** The material that a case means: its own, or that of the library; undefined where there is none of this name. */
export const materialOf = ({ name, own }: Pick<MaterialReference, 'name' | 'own'>): LibraryMaterial | undefined =>
  own === undefined ? findMaterial(name) : ownMaterial(name, own);

/**
 * A material of one's own before its own properties are laid over it: what the material that it is like has, each marked as assumed with where
 * it comes from. Its price and its warnings are of that material alone; so are the concentrations and voltages that others report.
 */
function ownMaterial(name: string, { kind, like, title }: OwnMaterial): LibraryMaterial | undefined {
  const base = like === undefined ? undefined : findMaterial(like);
  if (like !== undefined && base?.kind !== kind) return undefined;
  const { temperatureRange = everywhere, crystal, crystalAxis, sintered, conversionFrom } = base ?? {};
  const { price: _, ...taken } = (base?.properties ?? {}) as Readonly<Record<string, Property>>;
  const properties = Object.fromEntries(
    Object.entries(taken).map(([property, value]) => [property, carriedOver(value, String(like))]),
  );
  return {
    kind,
    name,
    title,
    temperatureRange,
    properties,
    ...(crystal && { crystal }),
    ...(crystalAxis && { crystalAxis }),
    ...(sintered && { sintered }),
    ...(conversionFrom && { conversionFrom }),
  };
}

/** Nothing is known of where the values of a material hold that is like no other [K]. */
const everywhere = [0, Infinity] as const;

const carriedOver = (property: Property, like: string): Property => ({
  ...property,
  status: 'assumed',
  note: [`that of ${like}, ${property.status} there`, property.note].filter(Boolean).join('; '),
});
