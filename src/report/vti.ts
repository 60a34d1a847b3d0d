import type { SegmentedImage } from '../voxels/segmented-image.js';
import { escapeText } from './escape.js';
import { dataArray, vtkFile } from './packed-array.js';

/** Cell data of a regular grid as a VTK XML image (ParaView), compressed, base64; lengths in micrometres. */
export function vti({ size: [nx, ny, nz], width }: SegmentedImage,
  fields: Readonly<Record<string, Uint8Array | Float32Array>>): string
{
  const extent = `0 ${nx} 0 ${ny} 0 ${nz}`;
  const spacing = width.map((one) => Number((1e6 * one).toPrecision(9))).join(' ');
  const arrays = Object.entries(fields).map(([name, values]) => dataArray(`Name="${escapeText(name)}"`, values));
  return vtkFile('ImageData',
    `<ImageData WholeExtent="${extent}" Origin="0 0 0" Spacing="${spacing}">\n<Piece Extent="${extent}">\n<CellData>\n`
      + `${arrays.join('')}</CellData>\n</Piece>\n</ImageData>\n`);
}
