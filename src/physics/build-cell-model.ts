import type { Case, CrystalStructure, ElectrodeLayer, LumpedThermal } from '../config/case.js';
import { activeParts } from '../materials/blend.js';
import type { ActiveMaterial, Electrolyte, LayerMaterials, MaterialSet,
  ScalarFunction } from '../materials/material.js';
import { scaledFunction } from '../materials/scalar-functions.js';
import type { CellMesh } from '../mesh/cell-mesh.js';
import { particleShells } from '../mesh/particle-shells.js';
import { isDry } from '../transport/active-network.js';
import type { ComposedElectrodes, ComposedLayer } from '../transport/compose-electrodes.js';
import { constriction, constrictionBySizes } from '../transport/constriction.js';
import { contactCoverage } from '../transport/contact-law.js';
import { type EffectiveLayerProperties, membraneTortuosityFactor } from '../transport/effective-properties.js';
import { particlesOf } from '../transport/particle-sizes.js';
import { particleDiffusivity } from '../transport/secondary-particle.js';
import { hostedPlane } from './anode-host.js';
import type { AnodeModel, CellModel, IonicProperties, ParticleClass, ThermalModel } from './cell-model.js';

/** What one region of the mesh holds; an electrode has a layer with its active material. */
interface Region {
  /** eps of the electrolyte, and eps/tau. */
  readonly volumeFraction: number;
  readonly transportFactor: number;
  readonly electrode?: Electrode;
}

interface Electrode {
  readonly layer: ElectrodeLayer;
  readonly composed: ComposedLayer;
  readonly materials: LayerMaterials;
}

/** Puts materials, compositions and effective properties on the cells of the mesh. */
export function buildCellModel(given: Case, mesh: CellMesh, materials: MaterialSet,
  electrodes: ComposedElectrodes): CellModel
{
  const regions = regionsOf(given, materials, electrodes);
  return {
    mesh,
    shells: particleShells(given.mesh.shells, given.mesh.shellGrading),
    temperature: given.temperature,
    ...(given.thermal && { thermal: thermalModel(given.thermal, regions, materials) }),
    ions: ionicProperties(mesh, regions, materials),
    electronicConductivity: regions.map(({ electrode }) =>
      electrode && effectiveElectronicConductivity(electrode.composed.effective)
    ),
    ionicContact: contactOfFaces(mesh, given.membrane.contactResistance),
    anode: anodeModel(given, materials),
    collectorResistance: given.cathode.collectorResistance,
    particles: regions.flatMap((region, index) => particleClasses(region, index)),
  };
}

/**
 * One class per active material and size of particle in an electrode. They share its active volume, of which only what both carriers reach
 * takes part, and of a conversion material only what converts at all.
 */
function particleClasses({ electrode }: Region, region: number): ParticleClass[] {
  if (!electrode) return [];
  return activeParts(electrode.materials).flatMap(({ material }, part) => classesOf(electrode, region, material, part));
}

function classesOf({ layer, composed: { composition, effective }, materials: { electrolyte, coating } }: Electrode,
  region: number, material: ActiveMaterial, part: number): ParticleClass[]
{
  const { contact } = layer;
  const { coverage } = composition;
  const { inPlaneResistance } = effective;
  const { volumeShare: share, particleSizes } = composition.parts[part];
  const connectedFraction = effective.connectedFraction * (material.convertedShare ?? 1);
  const filmResistance = layer.filmResistance + coatingResistance(layer, coating) + inPlaneResistance;
  const crystals = particlesOf(layer, part)?.crystals;
  const connected = connectedFraction * share * composition.volumeFractions.activeMaterial;
  const narrowing = (radius: number): number => (layer.contactsPerParticle
    ? constriction(coverage * meanContact(layer, material), layer.contactsPerParticle)
    : constrictionBySizes(electrolyte, isDry(layer, composition) ? 0 : radius));
  return particleSizes.map(({ radius, volumeShare }) => ({
    region,
    ...(layer.blend && { part: layer.blend[part].name }),
    coverage,
    connectedFraction,
    filmResistance,
    pathResistance: inPlaneResistance,
    ...(layer.activeNetwork && { network: {
      transportFactor: connected / layer.activeNetwork.tortuosityFactor,
      wetted: composition.volumeFractions.electrolyte > 0,
      share: connected,
      ...(layer.particles?.sizes && { particles: true as const }),
    } }),
    ...(contact && { contact: contactCoverage(contact, material) }),
    ...withDiffusivities(material, radius, layer.activeNetwork !== undefined, crystals, 1 / (1 + narrowing(radius))),
    volumeFraction: volumeShare * connected,
    specificInterfacialArea: (coverage * 3 * volumeShare * connected) / radius,
  }));
}

/**
 * A particle fills with the diffusivity of its crystals and of the contacts that feed it. What a network passes on from particle to particle
 * goes by the boundaries of the crystals, too, but not by the contacts; a length of diffusion says how a particle fills, and nothing of that.
 */
function withDiffusivities(material: ActiveMaterial, particleRadius: number, network: boolean,
  crystals: CrystalStructure | undefined, narrowing: number): Pick<ParticleClass, 'material' | 'fillingDiffusivity'>
{
  const inside = particleDiffusivity(material.diffusivity, crystals, particleRadius);
  const filling = scaledFunction(inside, narrowing);
  if (!network) return { material: { ...material, particleRadius, diffusivity: filling } };
  const along = crystals?.kind === 'length' ? material.diffusivity : inside;
  return { material: { ...material, particleRadius, diffusivity: along }, fillingDiffusivity: filling };
}

/** R = t / sigma of a closed coating, at the temperature of the case [ohm m^2]. */
const coatingResistance = ({ coating }: ElectrodeLayer, material: Electrolyte | undefined): number => {
  if (!coating) return 0;
  return coating.thickness / ('conductivity' in coating ? coating.conductivity : material?.ionicConductivity ?? NaN);
};

/** Share of the surface in contact in the middle of the window of the material. */
function meanContact({ contact }: ElectrodeLayer, material: ActiveMaterial): number {
  if (!contact) return 1;
  const local = new Float64Array(2);
  contactCoverage(contact, material).evaluate(0.5 * (material.chargedStoichiometry + material.dischargedStoichiometry),
    local);
  return local[0];
}

/** In the order of the mesh: a composite anode, the membrane, the cathode's layers. */
function regionsOf(
  given: Case,
  materials: MaterialSet,
  { anode, compositions, effective }: ComposedElectrodes,
): readonly Region[] {
  const electrode = (layer: ElectrodeLayer, composed: ComposedLayer, ofLayer: LayerMaterials): Region => {
    const volumeFraction = composed.composition.volumeFractions.electrolyte;
    const factor = volumeFraction / composed.effective.ionicTortuosityFactor;
    return { volumeFraction, transportFactor: factor, electrode: { layer, composed, materials: ofLayer } };
  };
  const { electrolyteFraction } = given.membrane;
  const transportFactor = electrolyteFraction / membraneTortuosityFactor(given.membrane, materials.membrane);
  const membrane: Region = { volumeFraction: electrolyteFraction, transportFactor };
  const ofAnode = given.anode.kind === 'composite' && materials.anode.kind === 'composite' && anode
    ? [electrode(given.anode.layer, anode, materials.anode.layer)]
    : [];
  const ofCathode = given.cathode.layers.map((layer, i) =>
    electrode(layer, { composition: compositions[i], effective: effective[i] }, materials.layers[i])
  );
  return [...ofAnode, membrane, ...ofCathode];
}

/** One salt through the whole cell, or kappaEff = kappa eps / tau of each region's own single-ion conductor. */
function ionicProperties({ region }: CellMesh, regions: readonly Region[], materials: MaterialSet): IonicProperties {
  const onCells = (value: (region: number) => number): Float64Array => Float64Array.from(region, value);
  const { salt } = materials.membrane;
  if (salt) {
    return {
      kind: 'salt',
      electrolyte: salt,
      volumeFraction: onCells((r) => regions[r].volumeFraction),
      transportFactor: onCells((r) => regions[r].transportFactor),
    };
  }
  const electrolytes = electrolytesOf(materials);
  return { kind: 'singleIon',
    conductivity: onCells((r) => electrolytes[r].ionicConductivity * regions[r].transportFactor) };
}

/** In the order of the regions. */
function electrolytesOf({ anode, membrane, layers }: MaterialSet): readonly Electrolyte[] {
  const ofAnode = anode.kind === 'composite' ? [anode.layer.electrolyte] : [];
  return [...ofAnode, membrane, ...layers.map(({ electrolyte }) => electrolyte)];
}

function thermalModel(thermal: LumpedThermal, regions: readonly Region[], materials: MaterialSet): ThermalModel {
  const electrolytes = electrolytesOf(materials);
  return {
    ...thermal,
    regions: regions.map(({ electrode }, r) => ({
      ionicFactor: electrolytes[r].temperatureFactor,
      // an effective conductivity is used as it stands at every temperature, as `effective-properties` says
      ...(electrode && electrode.layer.electronicTransport.kind !== 'effectiveConductivity' && {
        electronicFactor: electrode.materials.activeMaterial.temperatureFactors?.electronicConductivity,
      }),
      carbonConductivity: electrode?.composed.effective.electronic.carbon,
    })),
  };
}

function anodeModel({ anode, temperature }: Case, materials: MaterialSet): AnodeModel {
  if (anode.kind === 'composite') return { kind: 'composite', resistance: anode.collectorResistance };
  if (materials.anode.kind !== 'planar') throw new Error('materials of another case');
  const { material, host } = materials.anode;
  const plane = { kind: 'planar' as const, material,
    resistance: anode.areaSpecificResistance ?? materials.anode.resistance };
  return anode.host && host ? hostedPlane(plane, anode.host, host.ionicConductivity, temperature) : plane;
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

/** The contact sits on the one face between the membrane and the first cathode layer. */
function contactOfFaces({ faces, region, regions }: CellMesh, contactResistance: number): Float64Array {
  return Float64Array.from({ length: faces.count }, (_, f) => {
    const [owner, neighbour] = [faces.owner[f], faces.neighbour[f]].map((cell) => regions[region[cell]].kind);
    return owner === 'membrane' && neighbour === 'cathode' ? contactResistance : 0;
  });
}
