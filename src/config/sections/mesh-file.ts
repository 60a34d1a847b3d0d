import { pathFrom } from '../case-source.js';
import { field } from '../fields/field.js';
import { type Reading, refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { type FileContext, fromText } from '../file-findings.js';
import type { GroupedMesh, MeshText } from '../files/msh/grouped-mesh.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { shortText } from '../printable.js';
import { wording } from '../wording.js';

/** A mesh that a case takes from a file, and the name of that. */
export interface MeshFile extends GroupedMesh {
  readonly name: string;
}

export const isMeshName = (name: string): boolean => /\.msh$/i.test(name);

/** Metres of the units of length that a mesh may have: the file says nothing of it. */
export const lengthUnits = { nm: 1e-9, um: 1e-6, mm: 1e-3, cm: 1e-2, m: 1 } as const;

const isMeshFile = (input: unknown): input is MeshFile => isRecord(input) && Array.isArray(input.cells);
const nameOf = (input: unknown): string => (isMeshFile(input) ? input.name : String(input));

const label = 'mesh of Gmsh, x from the anode to the collector';

/** Stands in for a file that is not read. */
const noMesh: MeshFile = { name: '', dimensions: 2, points: [], groups: { cells: [], sides: [] }, cells: [],
  sides: [] };

function readMeshFile(input: unknown): Reading<MeshFile> {
  if (isMeshFile(input)) return { ok: true, value: input };
  // where only the form of a case is looked at, nobody has read the file
  return typeof input === 'string' && isMeshName(input)
    ? { ok: true, value: { ...noMesh, name: input } }
    : refused(wording.wrongType('the name of a .msh file', input, 'file: cell.msh'));
}

export const meshFileFields = {
  file: field<MeshFile, string, { readonly label: string }>({
    info: { label },
    example: 'cell.msh',
    range: '',
    written: 'text',
    entries: (input) => [{ path: [], label, value: nameOf(input), unit: '-', annotation: {} }],
    json: {
      description:
        `${label}; formats 2.2 and 4.1; physical groups anode, membrane and cathode of its cells, anode and collector (or tab) of its edges or `
        + 'faces; the keys of cells and grading rest',
      examples: ['cell.msh'],
      type: 'string',
    },
  }, readMeshFile)
    .optional(),
  unit: choice(Object.keys(lengthUnits) as (keyof typeof lengthUnits)[], { label: 'unit of length of the mesh file' })
    .optional(),
};

/** The cells of the .msh file that `mesh` of a case names. */
export function withMeshFile(data: PlainRecord,
  { folder, textOf, findings: { issues, problems } }: FileContext): PlainRecord
{
  const { mesh } = data;
  const read = (own: PlainRecord, name: string): PlainRecord => {
    const path = ['mesh', 'file'];
    const place = pathFrom(folder, name);
    if (!isMeshName(name)) problems.push({ ...wording.noMeshName(name), path });
    if (own.unit === undefined) {
      problems.push({ ...wording.missing('unit, in which the mesh is written: the file does not say', 'unit: um'),
        path: ['mesh', 'unit'] });
    }
    if (own.unitCell !== undefined)
      problems.push({ ...wording.onlyOneOf(['file', 'unitCell'], ['file', 'unitCell']), path });
    const reading = fromText<MeshText>(isMeshName(name) ? textOf(name) : undefined);
    if (isMeshName(name) && reading === undefined)
      problems.push({ ...wording.missingMeshFile(shortText(place, 200)), path });
    if (reading && 'problem' in reading)
      issues.push({ file: place, line: 1, column: 1, key: '', code: 'wrong-type', ...reading.problem });
    const found = reading && 'mesh' in reading ? { ...reading.mesh, name } : noMesh;
    return { ...own, file: found };
  };
  if (!isRecord(mesh) || mesh.file === undefined) {
    if (isRecord(mesh) && mesh.unit !== undefined)
      problems.push({ ...wording.missing('the .msh file whose unit it is', 'file: cell.msh'), path: ['mesh', 'file'] });
    return data;
  }
  return typeof mesh.file === 'string' ? { ...data, mesh: read(mesh, mesh.file) } : data;
}
