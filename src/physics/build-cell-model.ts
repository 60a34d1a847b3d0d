import type { Case } from '../config/case.js';
import type { MaterialSet, ScalarFunction } from '../materials/material.js';
import type { CellMesh } from '../mesh/cell-mesh.js';
import { particleShells } from '../mesh/particle-shells.js';
import { effectiveMembraneConductivity, type EffectiveLayerProperties } from '../transport/effective-properties.js';
import type { LayerComposition } from '../transport/layer-composition.js';
import type { CellModel, ParticleClass } from './cell-model.js';

/** Region 0 is the membrane; region i + 1 is cathode layer i. */
const layerRegion = (layer: number): number => layer + 1;

/** Puts materials, compositions and effective properties on the cells of the mesh. */
export function buildCellModel(
  given: Case, mesh: CellMesh, materials: MaterialSet, compositions: readonly LayerComposition[],
  effective: readonly EffectiveLayerProperties[],
): CellModel {
  const membrane = effectiveMembraneConductivity(given.membrane, materials.membrane);
  const kappaOfRegion = [membrane, ...effective.map(({ effectiveIonicConductivity }) => effectiveIonicConductivity)];
  return {
    mesh,
    shells: particleShells(given.mesh.shells, given.mesh.shellGrading),
    temperature: given.temperature,
    ionicConductivity: Float64Array.from(mesh.region, (region) => kappaOfRegion[region]),
    electronicConductivity: [undefined, ...effective.map(effectiveElectronicConductivity)],
    ionicContact: contactOfFaces(mesh, given.membrane.contactResistance),
    anode: materials.anode,
    anodeResistance: given.anode.areaSpecificResistance,
    collectorResistance: given.cathode.collectorResistance,
    particles: compositions.map((composition, layer): ParticleClass => ({
      region: layerRegion(layer),
      material: materials.layers[layer].activeMaterial,
      volumeFraction: composition.volumeFractions.activeMaterial,
      specificInterfacialArea: composition.specificInterfacialArea,
      coverage: given.cathode.layers[layer].coverage,
      filmResistance: given.cathode.layers[layer].filmResistance,
    })),
  };
}

/** sigmaEff(s) = factor bulk(s) + carbon. */
function effectiveElectronicConductivity({ electronic }: EffectiveLayerProperties): ScalarFunction {
  const { bulk, factor, carbon } = electronic;
  return {
    ...(bulk.constant === undefined ? {} : { constant: factor * bulk.constant + carbon }),
    evaluate(s, out) {
      bulk.evaluate(s, out);
      out[0] = factor * out[0] + carbon;
      out[1] *= factor;
    },
  };
}

/** The contact sits on the one face between the membrane and the first layer. */
function contactOfFaces(mesh: CellMesh, contactResistance: number): Float64Array {
  const { faces, region, regions } = mesh;
  return Float64Array.from({ length: faces.count }, (_, f) =>
    regions[region[faces.owner[f]]].kind !== regions[region[faces.neighbour[f]]].kind ? contactResistance : 0);
}
