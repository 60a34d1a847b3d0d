import { zlibSync } from 'fflate';
import type { SegmentedImage } from '../voxels/segmented-image.js';
import { escapeText } from './escape.js';

const typeNames = new Map<string, string>([['Uint8Array', 'UInt8'], ['Float32Array', 'Float32']]);

/** Bytes that are compressed at a time. */
const blockBytes = 1 << 20;

/** Cell data of a regular grid as a VTK XML image (ParaView), compressed, base64; lengths in micrometres. */
export function vti({ size: [nx, ny, nz], width }: SegmentedImage,
  fields: Readonly<Record<string, Uint8Array | Float32Array>>): string
{
  const extent = `0 ${nx} 0 ${ny} 0 ${nz}`;
  const spacing = width.map((one) => Number((1e6 * one).toPrecision(9))).join(' ');
  const arrays = Object.entries(fields).map(([name, values]) =>
    `<DataArray type="${typeNames.get(values.constructor.name)}" Name="${escapeText(name)}" format="binary">${
      packed(values)
    }</DataArray>\n`
  );
  return '<?xml version="1.0"?>\n'
    + '<VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt32" compressor="vtkZLibDataCompressor">\n'
    + `<ImageData WholeExtent="${extent}" Origin="0 0 0" Spacing="${spacing}">\n<Piece Extent="${extent}">\n<CellData>\n`
    + `${arrays.join('')}</CellData>\n</Piece>\n</ImageData>\n</VTKFile>\n`;
}

/** Head (blocks, size of a block, size of the last, compressed sizes) and data, each in base64 of its own. */
function packed(values: Uint8Array | Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) blocks.push(zlibSync(bytes.subarray(at, at + blockBytes)));
  const head = Uint32Array.of(blocks.length, blockBytes, bytes.length % blockBytes,
    ...blocks.map(({ length }) => length));
  return Buffer.from(head.buffer).toString('base64') + Buffer.concat(blocks).toString('base64');
}
