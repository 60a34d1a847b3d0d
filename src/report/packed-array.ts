import { zlibSync } from 'fflate';

/** Numbers that a file of VTK can hold. */
export type PackedValues = Uint8Array | Float32Array | Int32Array;

const typeNames = new Map<string, string>([['Uint8Array', 'UInt8'], ['Float32Array', 'Float32'], ['Int32Array',
  'Int32']]);

/** Bytes that are compressed at a time. */
const blockBytes = 1 << 20;

/** Opens a file of VTK whose arrays are packed as by `dataArray`. */
export const vtkFile = (type: string, content: string): string =>
  `<?xml version="1.0"?>\n<VTKFile type="${type}" version="1.0" byte_order="LittleEndian" header_type="UInt32" `
  + `compressor="vtkZLibDataCompressor">\n${content}</VTKFile>\n`;

/** An array of a file of VTK, compressed, base64; `attributes` such as its name. */
export function dataArray(attributes: string, values: PackedValues): string {
  return `<DataArray type="${typeNames.get(values.constructor.name)}" ${attributes} format="binary">${
    packed(values)
  }</DataArray>\n`;
}

/** Head (blocks, size of a block, size of the last, compressed sizes) and data, each in base64 of its own. */
function packed(values: PackedValues): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) blocks.push(zlibSync(bytes.subarray(at, at + blockBytes)));
  const head = Uint32Array.of(blocks.length, blockBytes, bytes.length % blockBytes,
    ...blocks.map(({ length }) => length));
  return Buffer.from(head.buffer).toString('base64') + Buffer.concat(blocks).toString('base64');
}
