import type { MaterialReference } from './material-reference.js';
import type { Particles } from './sections/particle-schema.js';

/** One of several active materials that share a layer. */
export interface BlendPart {
  /** As the case calls it: the name of its material, unless it gives that beside. */
  readonly name: string;
  readonly material: MaterialReference;
  /** Of the mass of the active material of the layer; the shares of a blend add up to 1. */
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
