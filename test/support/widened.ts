import { boxMesh, type Span } from '../../src/mesh/box-mesh.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import type { IonicProperties } from '../../src/transport/on-cells/cell-properties.js';

/** A cell on an interval mesh as the same cell on a box: every column of it alike. */
export function widened(model: CellModel, spans: readonly Span[]): CellModel {
  const mesh = boxMesh(model.mesh, spans);
  const columns = mesh.cells / model.mesh.cells;
  const onCells = (of: Float64Array): Float64Array =>
    Float64Array.from({ length: mesh.cells }, (_, c) => of[Math.floor(c / columns)]);
  const { ions, ionicContact } = model;
  const widenedIons: IonicProperties = ions.kind === 'singleIon'
    ? { ...ions, conductivity: onCells(ions.conductivity) }
    : { ...ions, volumeFraction: onCells(ions.volumeFraction), transportFactor: onCells(ions.transportFactor) };
  return {
    ...model,
    mesh,
    ions: widenedIons,
    // faces through the thickness come first
    ionicContact: Float64Array.from({ length: mesh.faces.count }, (_, f) => ionicContact[Math.floor(f / columns)] ?? 0),
  };
}
