import type { CellMesh } from '../cell-mesh.js';
import { columnMesh, type TabFace } from '../column-mesh.js';
import { rectangles, strips } from '../columns.js';
import { growingWidths } from '../grading.js';
import type { StackLine } from '../stack-line.js';

/** Share of the cells that lie under the cathode. */
const covered = 0.6;

/**
 * The edge of a sheet: the cathode from the middle of its width, 0, to its end, the other layers `overhang` further. Everything is per area of
 * the cathode. Columns are finest at the end of the cathode, a third of the membrane wide.
 */
export function overhangMesh({ widths, names, layerOf }: StackLine, halfWidth: number, overhang: number,
  cells: number): CellMesh
{
  const under = Math.round(covered * cells);
  const membrane = widths.reduce((sum, width, i) => (names[layerOf[i]].kind === 'membrane' ? sum + width : sum), 0);
  const inner = growingWidths(halfWidth, under, membrane / 3).reverse();
  const columns = strips(Float64Array.from([...inner, ...growingWidths(overhang, cells - under, membrane / 3)]));
  const wider = columns.section / halfWidth;
  return columnMesh({
    columns: { ...columns, section: halfWidth, share: columns.share.map((share) => wider * share),
      links: columns.links.map((link) => ({ ...link, length: wider * link.length })) },
    widths,
    regions: names,
    regionAt: ({ depth, column }) => {
      const layer = layerOf[depth];
      return column >= under && names[layer].kind === 'cathode' ? -1 : layer;
    },
  });
}

/** A sheet and where its current leaves: from the tab, over its height; the tab begins at one corner [m]. */
export interface SheetWithTab {
  readonly height: number;
  readonly width: number;
  readonly tabWidth: number;
  /** Thickness of the foil that one unit cell has [m]. */
  readonly foil: number;
}

/** A sheet with a foil behind its cathode and a tab at one end; `across` cells along that end, 1 for a tab as wide as the sheet. */
export function tabMesh(line: StackLine, sheet: SheetWithTab, cells: number, across: number): CellMesh {
  const along = new Float64Array(cells).fill(sheet.height / cells);
  const columns = across === 1
    ? strips(along)
    : rectangles(along, new Float64Array(across).fill(sheet.width / across));
  const last = line.widths.length;
  return columnMesh({
    columns,
    widths: Float64Array.from([...line.widths, sheet.foil]),
    regions: [...line.names, { name: 'foil', kind: 'cathode', layer: -1, part: 'foil' }],
    regionAt: ({ depth }) => (depth === last ? line.names.length : line.layerOf[depth]),
    collector: tabFaces(sheet, cells, across),
  });
}

/** Faces of the first columns, as far as the tab reaches. */
function tabFaces({ height, width, tabWidth, foil }: SheetWithTab, cells: number, across: number): TabFace[] {
  const reached = across === 1 ? 1 : Math.max(1, Math.round((tabWidth / width) * across));
  // per area of the sheet: a foil as wide as the face over half a column
  const area = foil / across / height;
  const share = 1 / reached;
  return Array.from({ length: reached },
    (_, column) => ({ column, share, distance: (share * (height / cells / 2)) / area }));
}
