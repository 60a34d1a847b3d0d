import { zlibSync } from 'fflate';
import type { MeshShapeDocument } from '../results/fields-schema.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import type { SegmentedImage } from '../voxels/segmented-image.js';
import type { DataFile } from './blocks/block.js';
import { escapeText } from './escape.js';

type Snapshot = NonNullable<RateResult['fields']>['snapshots'][number];

/** Of VTK, by the corners of a cell in two dimensions and in three. */
const cellTypes: Readonly<Record<2 | 3, Readonly<Record<number, number>>>> = { 2: { 3: 5, 4: 9 },
  3: { 4: 10, 5: 14, 6: 13, 8: 12 } };

const vectors = ['ionicCurrentDensity_mA_cm2', 'electronicCurrentDensity_mA_cm2'] as const;
const scalars = ['electrolytePotential_V', 'electrodePotential_V', 'saltConcentration_mol_m3', 'reactionRate',
  'surfaceStoichiometry', 'utilisation'] as const;

/**
 * The fields of all rates on their mesh for ParaView, by file: a .vtu per snapshot and a .pvd per rate, which gives them their times. Lengths
 * in micrometres; values that a cell has not are NaN.
 */
export function fieldFiles({ case: { mesh: { shape } }, rates }: ResultDocument): DataFile[] {
  if (!shape) return [];
  return rates.flatMap(({ label, fields }, r) => {
    if (!fields) return [];
    const name = `rate-${r + 1}-${label.replace(/[^A-Za-z0-9.]+/g, '-')}`;
    const grids = fields.snapshots.map((snapshot, k) => ({ name: `${name}-${k + 1}.vtu`, snapshot }));
    const sets = grids.map(({ name: file, snapshot }) =>
      `<DataSet timestep="${snapshot.time_s}" part="0" file="${file}"/>\n`
    );
    return [
      ...grids.map(({ name: file, snapshot }) => ({ name: `fields/${file}`, text: () => vtu(shape, snapshot) })),
      { name: `fields/${name}.pvd`,
        text: () =>
          '<?xml version="1.0"?>\n<VTKFile type="Collection" version="1.0">\n<Collection>\n'
          + `${sets.join('')}</Collection>\n</VTKFile>\n` },
    ];
  });
}

/** Cells with their fields as an unstructured grid of VTK. */
function vtu({ dimensions, points_um: points, corners, offsets, region }: MeshShapeDocument,
  snapshot?: Snapshot): string
{
  const cells = offsets.length - 1;
  const types = Uint8Array.from({ length: cells }, (_, c) => cellTypes[dimensions][offsets[c + 1] - offsets[c]]);
  const cellData = [dataArray('Name="region"', Int32Array.from(region)), ...(snapshot ? fieldsOf(snapshot) : [])];
  return vtkFile('UnstructuredGrid',
    `<UnstructuredGrid>\n<Piece NumberOfPoints="${points.length / 3}" NumberOfCells="${cells}">\n`
      + `<Points>\n${dataArray('Name="Points" NumberOfComponents="3"', Float32Array.from(points))}</Points>\n<Cells>\n`
      + dataArray('Name="connectivity"', Int32Array.from(corners))
      + dataArray('Name="offsets"', Int32Array.from(offsets.slice(1)))
      + `${dataArray('Name="types"', types)}</Cells>\n<CellData>\n${cellData.join('')}</CellData>\n</Piece>\n`
      + '</UnstructuredGrid>\n');
}

function fieldsOf(snapshot: Snapshot): string[] {
  return [
    ...scalars.flatMap((name) => {
      const values = snapshot[name];
      return values
        ? [dataArray(`Name="${escapeText(name)}"`, Float32Array.from(values, (value) => value ?? NaN))]
        : [];
    }),
    ...vectors.map((name) => dataArray(`Name="${name}" NumberOfComponents="3"`, Float32Array.from(snapshot[name]))),
  ];
}

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

/** Numbers that a file of VTK can hold. */
type PackedValues = Uint8Array | Float32Array | Int32Array;

const typeNames = new Map<string, string>([['Uint8Array', 'UInt8'], ['Float32Array', 'Float32'], ['Int32Array',
  'Int32']]);

/** Bytes that are compressed at a time. */
const blockBytes = 1 << 20;

/** Opens a file of VTK whose arrays are packed as by `dataArray`. */
const vtkFile = (type: string, content: string): string =>
  `<?xml version="1.0"?>\n<VTKFile type="${type}" version="1.0" byte_order="LittleEndian" header_type="UInt32" `
  + `compressor="vtkZLibDataCompressor">\n${content}</VTKFile>\n`;

/** An array of a file of VTK, compressed, base64; `attributes` such as its name. */
function dataArray(attributes: string, values: PackedValues): string {
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
