import type { CellMesh } from '../mesh/cell-mesh.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { units } from '../units/document-units.js';
import { currentsInCells } from './cell-currents.js';
import { type CellSnapshot, cellSnapshot } from './cell-snapshot.js';
import type { FieldsDocument, MeshShapeDocument } from './fields-schema.js';
import type { Performance } from './performance.js';
import { pointsAt } from './profiles-document.js';

/** Shares of the delivered capacity at which the fields of all cells are kept. */
const fractions = [0.1, 0.5, 1] as const;

/** Significant digits of a field that pictures and files need. */
const digits = 7;
const rounded = (value: number): number => Number(value.toPrecision(digits));
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

/** Fields of a mesh in two or three dimensions; undefined in one, where profiles hold them. */
export function fieldsDocument(performance: Performance): FieldsDocument | undefined {
  const { problem, main: { segment } } = performance;
  if (!problem.model.mesh.shape || !segment) return undefined;
  return { snapshots: pointsAt(performance, segment.first, segment.last, fractions)
    .map((point) => snapshotDocument(problem, cellSnapshot(performance, point))) };
}

function snapshotDocument(problem: CellProblem,
  { record, saltConcentration_mol_m3: salt, ...fields }: CellSnapshot): FieldsDocument['snapshots'][number]
{
  const { ionic, electronic } = currentsInCells(problem, record);
  const vectors = (of: Float64Array): number[] => Array.from(of, (one) => rounded(one / units.mA_cm2));
  return {
    time_s: fields.time_s,
    fraction: fields.fraction,
    electrolytePotential_V: fields.electrolytePotential_V.map(roundedOrNull),
    electrodePotential_V: fields.electrodePotential_V.map(roundedOrNull),
    ionicCurrentDensity_mA_cm2: vectors(ionic),
    electronicCurrentDensity_mA_cm2: vectors(electronic),
    saltConcentration_mol_m3: salt?.map(roundedOrNull) ?? null,
    reactionRate: fields.reactionRate.map(roundedOrNull),
    surfaceStoichiometry: fields.surfaceStoichiometry.map(roundedOrNull),
    utilisation: fields.utilisation.map(roundedOrNull),
  };
}

/** Where the cells are; undefined in one dimension. */
export function shapeDocument({ shape, region, regions, volume }: CellMesh): MeshShapeDocument | undefined {
  if (!shape) return undefined;
  const total = volume.reduce((sum, one) => sum + one, 0);
  return {
    dimensions: shape.dimensions,
    ...(shape.period !== undefined && { period_um: rounded(shape.period / units.um) }),
    points_um: Array.from(shape.points, (x) => rounded(x / units.um)),
    corners: Array.from(shape.corners),
    offsets: Array.from(shape.offsets),
    region: Array.from(region),
    regions: regions.map(({ name, part }) => (part === undefined || part === 'foil' ? name : `${name}, ${part}`)),
    volumeShare: Array.from(volume, (one) => rounded(one / total)),
  };
}
