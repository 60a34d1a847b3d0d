import type { Case } from '../config/case.js';
import type { LayerComposition, Role } from '../transport/layer-composition.js';

/** What the cell counts of a case. */
export type CellDesign = Pick<Case, 'anode' | 'membrane' | 'cathode' | 'cell'>;

/** A material as mass, volume and money; density [kg m^-3], price [$ kg^-1]. */
export interface Bulk {
  readonly name: string;
  readonly density: number;
  readonly price?: number;
}

/** The materials of a composite, by role. */
export type Constituents = Readonly<Partial<Record<Role, Bulk>>> & {
  /** Active materials where there are several, each with its share of their mass. */
  readonly blend?: readonly { readonly material: Bulk; readonly massShare: number }[];
};

/** What the cell needs of the materials; a `MaterialSet` is one. */
export interface CellMaterials {
  /** Of a plane also its charge per mass as built [C kg^-1] and its potential against lithium [V]; of a composite its constituents. */
  readonly anode:
    | {
      readonly kind: 'planar';
      readonly material: Bulk & { readonly specificCapacity: number; readonly equilibriumPotential?: number };
      /** Material of the host that holds the lithium. */
      readonly host?: Bulk;
    }
    | { readonly kind: 'composite'; readonly layer: Constituents };
  readonly membrane: Bulk;
  /** Electrolytes of the layers between the anode and the membrane. */
  readonly interlayers?: readonly Bulk[];
  /** Frame of the membrane, where electrolyte and voids leave room for one. */
  readonly frame?: Bulk;
  /** Constituents of each layer of the cathode. */
  readonly layers: readonly Constituents[];
  readonly cathodeCollector: Bulk;
  readonly anodeCollector: Bulk;
  readonly bipolarPlate?: Bulk;
}

/** What the cell needs of the composition of a cathode layer. */
export type CoatedLayer = Pick<LayerComposition, 'thickness' | 'grownThickness' | 'massLoading' | 'massFractions'>;

/** And of a composite anode. */
export type CoatedAnode = CoatedLayer & Pick<LayerComposition, 'arealCapacity'>;
