import { scaledFunction } from '../../materials/scalar-functions.js';
import type { CellModel } from '../../physics/cell-model.js';
import type { IonicProperties } from '../../transport/on-cells/cell-properties.js';

/** The same cell with what its layers conduct times a factor; `factors` by region of the mesh, 1 where it stays. */
export function scaledTransport(model: CellModel, carrier: 'ions' | 'electrons',
  factors: readonly number[]): CellModel
{
  if (carrier === 'ions') return { ...model, ions: scaledIons(model, factors) };
  // the part that does not follow the temperature goes with the whole: left behind, it would turn the rest negative
  const regions = model.thermal?.regions.map((one, region) => ({ ...one,
    carbonConductivity: (one.carbonConductivity ?? 0) * factors[region] })
  );
  return { ...model,
    electronicConductivity: model.electronicConductivity.map((sigma, region) =>
      sigma && scaledFunction(sigma, factors[region])
    ), ...(model.thermal && regions && { thermal: { ...model.thermal, regions } }) };
}

function scaledIons({ ions, mesh }: CellModel, factors: readonly number[]): IonicProperties {
  const onCells = (values: Float64Array): Float64Array =>
    values.map((value, cell) => value * factors[mesh.region[cell]]);
  return ions.kind === 'salt'
    ? { ...ions, transportFactor: onCells(ions.transportFactor) }
    : { ...ions, conductivity: onCells(ions.conductivity) };
}
