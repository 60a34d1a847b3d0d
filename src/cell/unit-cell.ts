import type { Case } from '../config/case.js';

/**
 * One unit cell of a stack of double-coated sheets, per square metre of coated area:
 *
 *   [ half of the anode foil ] [ anode ] [ membrane ] [ cathode layers ] [ half of the cathode foil ]
 *
 * A foil carries a coating on either face, so a unit cell owns half of its mass and of its thickness.
 */

/** What the cell counts of a case. */
export type CellDesign = Pick<Case, 'anode' | 'membrane' | 'cathode' | 'cell'>;

/** A material as mass and volume; density [kg m^-3]. */
export interface Bulk {
  readonly name: string;
  readonly density: number;
}

/** What the cell needs of the materials; a `MaterialSet` is one. */
export interface CellMaterials {
  /** Of a plane its charge per mass as built [C kg^-1]; a composite brings its composition. */
  readonly anode:
    | { readonly kind: 'planar'; readonly material: Bulk & { readonly specificCapacity: number } }
    | { readonly kind: 'composite' };
  readonly membrane: Bulk;
  /** Of the membrane, where electrolyte and voids leave room for one. */
  readonly frame?: Bulk;
  readonly cathodeCollector: Bulk;
  readonly anodeCollector: Bulk;
}

/** What the cell needs of a cathode layer; a `LayerComposition` is one. */
export interface CoatedLayer {
  /** [m] */
  readonly thickness: number;
  /** Composite per area [kg m^-2], with the electrolyte in it; its voids are empty and weigh nothing. */
  readonly massLoading: number;
}

/** And of a composite anode. */
export interface CoatedAnode extends CoatedLayer {
  /** Theoretical [C m^-2]. */
  readonly arealCapacity: number;
}

/** One layer of a unit cell, or a part of one. */
export interface LayerItem {
  readonly name: string;
  readonly role: 'cathode' | 'membrane' | 'anode' | 'cathodeCollector' | 'anodeCollector';
  /** [kg m^-2] */
  readonly arealMass: number;
  /** [m] */
  readonly thickness: number;
}

/** Layers on top of each other: a unit cell, or a part of one. */
export interface Layers {
  /** From the anode side to the cathode side. */
  readonly items: readonly LayerItem[];
  /** Sum over the items [kg m^-2]. */
  readonly arealMass: number;
  /** Sum over the items [m]. */
  readonly thickness: number;
}

/**
 * Areal mass and thickness of every layer.
 *
 *   membrane   m = (density * electrolyteFraction + density of the frame * rest) * thickness    its voids weigh nothing
 *   anode      m = density * thickness                       a plane as built, before any lithium is plated
 *              m = mass loading                              a composite
 *   foil       m = density * thickness / 2                   the other half belongs to the neighbour
 */
export function unitCell(
  design: CellDesign, materials: CellMaterials, compositions: readonly CoatedLayer[], coatedAnode?: CoatedAnode,
): Layers {
  const { membrane, cell } = design;
  const items: LayerItem[] = [
    halfFoil('anodeCollector', 'anode foil', materials.anodeCollector, cell.anodeCollector.thickness),
    anodeItem(design, materials, coatedAnode),
    {
      name: `membrane (${materials.membrane.name})`,
      role: 'membrane',
      arealMass: membraneDensity(design, materials) * membrane.thickness,
      thickness: membrane.thickness,
    },
    ...cathodeItems(design, compositions),
    halfFoil('cathodeCollector', 'cathode foil', materials.cathodeCollector, cell.cathodeCollector.thickness),
  ];
  return sumOfLayers(items);
}

function anodeItem({ anode }: CellDesign, materials: CellMaterials, coated: CoatedAnode | undefined): LayerItem {
  if (anode.kind === 'planar' && materials.anode.kind === 'planar') {
    const { material } = materials.anode;
    return {
      name: `anode (${material.name})`, role: 'anode', arealMass: material.density * anode.thickness, thickness: anode.thickness,
    };
  }
  if (coated === undefined) throw new Error('a composite anode without its composition');
  return { name: 'anode composite', role: 'anode', arealMass: coated.massLoading, thickness: coated.thickness };
}

/** Electrolyte, frame and voids together [kg m^-3]. */
function membraneDensity({ membrane }: CellDesign, materials: CellMaterials): number {
  const frame = Math.max(0, 1 - membrane.electrolyteFraction - membrane.porosity);
  return materials.membrane.density * membrane.electrolyteFraction + (materials.frame?.density ?? 0) * frame;
}

/** The cathode alone: the layers of composite with their pores, no foil. */
export function cathodeOf(cell: Layers): Layers {
  return sumOfLayers(cell.items.filter((item) => item.role === 'cathode'));
}

function cathodeItems(design: CellDesign, compositions: readonly CoatedLayer[]): LayerItem[] {
  const layers = design.cathode.layers;
  if (layers.length !== compositions.length) {
    throw new Error(`${layers.length} cathode layers, but ${compositions.length} compositions`);
  }
  const names = [...new Set(layers.map(({ name }) => name))];
  // slices of one layer are one coating
  return names.map((name): LayerItem => {
    const own = compositions.filter((_, index) => layers[index].name === name);
    return {
      name: names.length === 1 ? 'cathode composite' : `cathode composite, ${name}`,
      role: 'cathode',
      arealMass: own.reduce((sum, { massLoading }) => sum + massLoading, 0),
      thickness: own.reduce((sum, { thickness }) => sum + thickness, 0),
    };
  });
}

function halfFoil(role: LayerItem['role'], name: string, foil: Bulk, thickness: number): LayerItem {
  return { name: `${name} (${foil.name})`, role, arealMass: (foil.density * thickness) / 2, thickness: thickness / 2 };
}

function sumOfLayers(items: readonly LayerItem[]): Layers {
  return {
    items,
    arealMass: items.reduce((sum, item) => sum + item.arealMass, 0),
    thickness: items.reduce((sum, item) => sum + item.thickness, 0),
  };
}
