import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { indices } from './unknowns.js';

/** Faces between two cells, and of them those where a condition holds. */
export const facesWhere = ({ mesh: { faces: { count, owner, neighbour } } }: CellProperties,
  holds: (owner: number, neighbour: number, face: number) => boolean): Int32Array =>
  indices(count, (f) => f).filter((f) => holds(owner[f], neighbour[f], f));

/** Share of the owner in the concentration at each face, from eps/tau and the distances. */
export function ownerShares({ ions, mesh: { faces } }: CellProperties): Float64Array {
  return faces.area.map((_, f) => {
    if (ions.kind !== 'salt') return 1;
    const owner = ions.transportFactor[faces.owner[f]] / faces.ownerDistance[f];
    const neighbour = ions.transportFactor[faces.neighbour[f]] / faces.neighbourDistance[f];
    return owner / (owner + neighbour);
  });
}
