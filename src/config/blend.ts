import type { MaterialReference } from './material-reference.js';
import type { Particles } from './sections/particle-schema.js';

/** One of several active materials that share a layer. */
export interface BlendPart {
  /** Name in the case: that of the material, unless the case gives one beside it. */
  readonly name: string;
  readonly material: MaterialReference;
  /** Share of the mass of all active material of the layer; those of a blend add up to 1. */
  readonly share: number;
  /** Absent: those of the layer. */
  readonly particles?: Particles;
}

/** `activeMaterial:` of a layer as read: one material, or several with their shares. */
export type WrittenActive = MaterialReference | { readonly blend: readonly BlendPart[] };

/** What a layer holds of it: `activeMaterial` is the first one of a blend. */
export const activeOf = (
  written: WrittenActive,
): { readonly activeMaterial: MaterialReference; readonly blend?: readonly BlendPart[] } =>
  'blend' in written
    ? { activeMaterial: written.blend[0].material, blend: written.blend }
    : { activeMaterial: written };

/** Every active material that a layer names. */
export const activeReferences = ({ activeMaterial, blend }: {
  readonly activeMaterial: MaterialReference;
  readonly blend?: readonly BlendPart[];
}): readonly MaterialReference[] => blend?.map(({ material }) => material) ?? [activeMaterial];
