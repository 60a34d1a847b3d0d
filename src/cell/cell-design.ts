import type { Case } from '../config/case.js';
import type { Role } from '../transport/layer-composition.js';

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
  /** Of several active materials each with its share of their mass. */
  readonly blend?: readonly { readonly material: Bulk; readonly massShare: number }[];
};

/** What the cell needs of the materials; a `MaterialSet` is one. */
export interface CellMaterials {
  /** Of a plane its charge per mass as built [C kg^-1] and its potential [V]; a composite brings its composition. */
  readonly anode:
    | {
      readonly kind: 'planar';
      readonly material: Bulk & { readonly specificCapacity: number; readonly equilibriumPotential?: number };
      /** What its host is made of. */
      readonly host?: Bulk;
    }
    | { readonly kind: 'composite'; readonly layer?: Constituents };
  readonly membrane: Bulk;
  /** Of the membrane, where electrolyte and voids leave room for one. */
  readonly frame?: Bulk;
  /** Of the cathode's layers. */
  readonly layers?: readonly Constituents[];
  readonly cathodeCollector: Bulk;
  readonly anodeCollector: Bulk;
  readonly bipolarPlate?: Bulk;
}

/** What the cell needs of a cathode layer; a `LayerComposition` is one. */
export interface CoatedLayer {
  /** [m] */
  readonly thickness: number;
  /** When what is converted in it has grown to its largest; absent: as built. */
  readonly grownThickness?: number;
  /** Composite per area [kg m^-2], with the electrolyte in it; its voids are empty and weigh nothing. */
  readonly massLoading: number;
  /** Shares of the mass. */
  readonly massFractions?: Readonly<Record<Role, number>>;
}

/** And of a composite anode. */
export interface CoatedAnode extends CoatedLayer {
  /** Theoretical [C m^-2]. */
  readonly arealCapacity: number;
}
