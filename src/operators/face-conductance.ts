/**
 * Conductance of a face [S] between two cell centres: half a cell of each conductivity and a contact in series,
 * A / (d_owner/k_owner + d_neighbour/k_neighbour + R). Exact for a piecewise constant conductivity, which is what keeps
 * jumps between layers second order.
 */
export function faceConductance(
  area: number,
  ownerDistance: number,
  ownerConductivity: number,
  neighbourDistance: number,
  neighbourConductivity: number,
  contact: number,
): number {
  return area / (ownerDistance / ownerConductivity + neighbourDistance / neighbourConductivity + contact);
}

/**
 * dG/dk of one side: G^2 d / (A k^2). The same for both sides with their own distance and conductivity.
 */
export function faceConductanceSlope(conductance: number, area: number, distance: number,
  conductivity: number): number
{
  return (conductance * conductance * distance) / (area * conductivity * conductivity);
}
