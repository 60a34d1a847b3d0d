import type { MeshShapeDocument } from '../results/fields-schema.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import type { DataFile } from './blocks/block.js';
import { escapeText } from './escape.js';
import { dataArray, vtkFile } from './packed-array.js';

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
  const ofCells = [dataArray('Name="region"', Int32Array.from(region)), ...(snapshot ? fieldsOf(snapshot) : [])];
  return vtkFile('UnstructuredGrid',
    `<UnstructuredGrid>\n<Piece NumberOfPoints="${points.length / 3}" NumberOfCells="${cells}">\n`
      + `<Points>\n${dataArray('Name="Points" NumberOfComponents="3"', Float32Array.from(points))}</Points>\n<Cells>\n`
      + dataArray('Name="connectivity"', Int32Array.from(corners))
      + dataArray('Name="offsets"', Int32Array.from(offsets.slice(1)))
      + `${dataArray('Name="types"', types)}</Cells>\n<CellData>\n${ofCells.join('')}</CellData>\n</Piece>\n`
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
