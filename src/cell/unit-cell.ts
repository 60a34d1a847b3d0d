import type { CellDesign, CellMaterials, CoatedLayer } from './cell-design.js';
import { compositeParts } from './composite-parts.js';
import { type LayerItem, layerOf, type Layers, partOf, plainLayer, sumOfLayers } from './layer-item.js';

/**
 * One unit cell per square metre of coated area, between what separates it from its neighbours:
 *
 *   parallel   [ half of the anode foil ] [ anode ] [ membrane ] [ cathode layers ] [ half of the cathode foil ]
 *   single     [ anode foil ]             [ anode ] [ membrane ] [ cathode layers ] [ cathode foil ]
 *   bipolar                               [ anode ] [ membrane ] [ cathode layers ] [ bipolar plate ]
 *
 * A foil of a parallel stack carries a coating on either face, so a unit cell owns half of its mass and of its thickness.
 *
 *   membrane   m = (density * electrolyteFraction + density of the frame * rest) * thickness    its voids weigh nothing
 *   cathode    m = mass loading
 *   foil       m = density * thickness, or half of it
 */
export function unitCell(design: CellDesign, materials: CellMaterials, compositions: readonly CoatedLayer[],
  anode: LayerItem): Layers
{
  const { cell } = design;
  const inner = [anode, ...interlayerItems(design, materials), membraneItem(design, materials),
    ...cathodeItems(design, materials, compositions)];
  if (cell.stacking === 'bipolar') {
    const { bipolarPlate: plate } = materials;
    if (plate === undefined || cell.bipolar === undefined) throw new Error('a bipolar stack without its plate');
    return sumOfLayers([...inner,
      plainLayer('bipolarPlate', `bipolar plate (${plate.name})`, plate, cell.bipolar.plate.thickness)]);
  }
  const share = cell.stacking === 'parallel' ? 0.5 : 1;
  const [anodeFoil, cathodeFoil] = foils(design, materials, share);
  return sumOfLayers([anodeFoil, ...inner, cathodeFoil]);
}

/** The foils of the anode and of the cathode, or a share of each. */
export function foils({ cell }: CellDesign, materials: CellMaterials, share: number): readonly [LayerItem, LayerItem] {
  const { anodeCollector, cathodeCollector } = materials;
  return [
    plainLayer('anodeCollector', `anode foil (${anodeCollector.name})`, anodeCollector,
      share * cell.anodeCollector.thickness),
    plainLayer('cathodeCollector', `cathode foil (${cathodeCollector.name})`, cathodeCollector,
      share * cell.cathodeCollector.thickness),
  ];
}

/** Layers of electrolyte between the anode and the membrane; their voids weigh nothing. */
const interlayerItems = ({ membrane: { interlayers = [] } }: CellDesign,
  { interlayers: materials = [] }: CellMaterials): LayerItem[] =>
  interlayers.map(({ thickness, porosity }, i) =>
    layerOf('membrane', `interlayer (${materials[i].name})`, thickness, [
      partOf(materials[i], materials[i].density * (1 - porosity) * thickness),
    ])
  );

/** Electrolyte and frame; what neither fills is void. */
function membraneItem({ membrane }: CellDesign, { membrane: electrolyte, frame }: CellMaterials): LayerItem {
  const { thickness, electrolyteFraction, porosity } = membrane;
  const rest = Math.max(0, 1 - electrolyteFraction - porosity);
  return layerOf('membrane', `membrane (${membrane.film ?? electrolyte.name})`, thickness, [
    partOf(electrolyte, electrolyte.density * electrolyteFraction * thickness),
    ...(frame ? [partOf(frame, frame.density * rest * thickness)] : []),
  ]);
}

/** The cathode alone: the layers of composite with their pores, no foil. */
export function cathodeOf(cell: Layers): Layers {
  return sumOfLayers(cell.items.filter((item) => item.role === 'cathode'));
}

function cathodeItems(design: CellDesign, materials: CellMaterials, compositions: readonly CoatedLayer[]): LayerItem[] {
  const layers = design.cathode.layers;
  if (layers.length !== compositions.length)
    throw new Error(`${layers.length} cathode layers, but ${compositions.length} compositions`);
  const names = [...new Set(layers.map(({ name }) => name))];
  // slices of one layer are one coating
  return names.map((name): LayerItem => {
    const own = compositions.map((coated, index) => ({ coated, index })).filter(({ index }) =>
      layers[index].name === name
    );
    // a cell has room for what its cathode grows to
    const thickness = own.reduce((sum, { coated }) => sum + (coated.grownThickness ?? coated.thickness), 0);
    const coating = layerOf('cathode', names.length === 1 ? 'cathode composite' : `cathode composite, ${name}`,
      thickness, own.flatMap(({ coated, index }) => compositeParts(coated, materials.layers[index])));
    return { ...coating, arealMass: own.reduce((sum, { coated }) => sum + coated.massLoading, 0) };
  });
}
