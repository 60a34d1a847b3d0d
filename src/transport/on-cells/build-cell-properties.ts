import type { Case, CrystalStructure, ElectrodeLayer, LumpedThermal } from '../../config/case.js';
import { activeParts } from '../../materials/blend.js';
import type { ActiveMaterial, Electrolyte, LayerMaterials, MaterialSet,
  ScalarFunction } from '../../materials/material.js';
import { scaledFunction, valueAt } from '../../materials/scalar-functions.js';
import type { CellMesh } from '../../mesh/cell-mesh.js';
import { particleShells } from '../../mesh/particle-shells.js';
import { isDry } from '../active-network.js';
import { hostedPlane } from '../anode-host.js';
import type { ComposedElectrodes, ComposedLayer } from '../compose-electrodes.js';
import { constriction, constrictionByFilling, constrictionBySizes } from '../constriction.js';
import { contactCoverage } from '../contact-law.js';
import { type EffectiveLayerProperties, membraneTortuosityFactor } from '../effective-properties.js';
import { particlesOf } from '../particle-sizes.js';
import { particleDiffusivity } from '../secondary-particle.js';
import { mouthLength } from '../tortuosity/channel-mouth.js';
import { isOnParticles } from '../tortuosity/effective-medium.js';
import type { AnodeModel, CellProperties, IonicProperties, ParticleClass, ThermalModel } from './cell-properties.js';
import { channelRegion, contactOfFoil, foilRegion, shareOfWalls, wallRegion } from './region-parts.js';
import type { ElectrodeOfRegion, Region } from './region-parts.js';

/** Puts materials, compositions and effective properties on the cells of the mesh. */
export function buildCellProperties(given: Case, mesh: CellMesh, materials: MaterialSet,
  electrodes: ComposedElectrodes): CellProperties
{
  const regions = regionsOf(given, mesh, materials, electrodes);
  const foil = mesh.regions.some(({ part }) => part === 'foil');
  return {
    mesh,
    shells: particleShells(given.mesh.shells, given.mesh.shellGrading),
    temperature: given.temperature,
    ...(given.thermal && { thermal: thermalModel(given.thermal, regions) }),
    ions: ionicProperties(mesh, regions, materials),
    electronicConductivity: regions.map(({ electronicConductivity }) => electronicConductivity),
    ionicContact: contactOfFaces(mesh, given, mouthResistance(given, mesh, regions)),
    anode: anodeModel(given, materials),
    // a foil has the contact in front of it, and a tab none
    collectorResistance: foil ? 0 : given.cathode.collectorResistance,
    ...(foil && { electronicContact: contactOfFoil(mesh, given.cathode.collectorResistance) }),
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

function classesOf(
  { layer, compaction, composed: { composition, effective }, materials: { electrolyte, coating, interphase = 0 } }:
    ElectrodeOfRegion,
  region: number,
  material: ActiveMaterial,
  part: number,
): ParticleClass[] {
  const { contact } = layer;
  const { coverage } = composition;
  // the way from a channel to the particles is in the mesh where the channel is
  const inPlaneResistance = compaction === 1 ? effective.inPlaneResistance : 0;
  const { volumeShare: share, particleSizes } = composition.parts[part];
  const connectedFraction = effective.connectedFraction * (material.convertedShare ?? 1);
  const filmResistance = layer.filmResistance + coatingResistance(layer, coating) + interphase + inPlaneResistance;
  const crystals = particlesOf(layer, part)?.crystals;
  const connected = compaction * connectedFraction * share * composition.volumeFractions.activeMaterial;
  const narrowing = (radius: number): number => {
    const { contactsPerParticle: contacts, fillingRadius } = layer;
    if (fillingRadius) return constrictionByFilling(fillingRadius, composition);
    if (contacts) return constriction(coverage * meanContact(layer, material), contacts);
    // what is brought onto the particles touches them all around
    const wetted = isDry(layer, composition) || isOnParticles(layer.ionicTransport);
    return constrictionBySizes(electrolyte, wetted ? 0 : radius, composition);
  };
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
const meanContact = ({ contact }: ElectrodeLayer, material: ActiveMaterial): number => (contact
  ? valueAt(contactCoverage(contact, material),
    0.5 * (material.chargedStoichiometry + material.dischargedStoichiometry))
  : 1);

/** What the regions of the mesh hold: their layers, or parts of these. */
function regionsOf(given: Case, mesh: CellMesh, materials: MaterialSet, electrodes: ComposedElectrodes): Region[] {
  const layers = { anode: anodeRegions(given, materials, electrodes), membrane: membraneRegions(given, materials),
    cathode: cathodeRegions(given, materials, electrodes) };
  return mesh.regions.map((region): Region => {
    if (region.part === 'foil') return foilRegion(mesh, given, materials);
    const layer = layers[region.kind][region.layer];
    if (region.part === undefined) return layer;
    const walls = shareOfWalls(mesh, region.layer);
    return region.part === 'channels' ? channelRegion(layer) : wallRegion(layer, walls);
  });
}

const electrodeRegion = (layer: ElectrodeLayer, composed: ComposedLayer, materials: LayerMaterials): Region => {
  const volumeFraction = composed.composition.volumeFractions.electrolyte;
  return {
    volumeFraction,
    transportFactor: volumeFraction / composed.effective.ionicTortuosityFactor,
    electronicConductivity: effectiveElectronicConductivity(composed.effective),
    electrolyte: materials.electrolyte,
    electrode: { layer, composed, materials, compaction: 1 },
  };
};

const anodeRegions = (given: Case, materials: MaterialSet, { anode }: ComposedElectrodes): Region[] =>
  given.anode.kind === 'composite' && materials.anode.kind === 'composite' && anode
    ? [electrodeRegion(given.anode.layer, anode, materials.anode.layer)]
    : [];

const cathodeRegions = (given: Case, materials: MaterialSet,
  { compositions, effective }: ComposedElectrodes): Region[] =>
  given.cathode.layers.map((layer, i) =>
    electrodeRegion(layer, { composition: compositions[i], effective: effective[i] }, materials.layers[i])
  );

/** The interlayers, from the anode on, and the membrane. */
function membraneRegions(given: Case, materials: MaterialSet): Region[] {
  const membrane = (layer: Parameters<typeof membraneTortuosityFactor>[0], electrolyte: Electrolyte): Region => ({
    volumeFraction: layer.electrolyteFraction,
    transportFactor: layer.electrolyteFraction / membraneTortuosityFactor(layer, electrolyte),
    electrolyte,
  });
  const interlayers = (given.membrane.interlayers ?? []).map((layer, i) =>
    membrane({ ...layer, electrolyteFraction: 1 - layer.porosity }, materials.interlayers?.[i] ?? materials.membrane)
  );
  return [...interlayers, membrane(given.membrane, materials.membrane)];
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
  return { kind: 'singleIon',
    conductivity: onCells((r) => regions[r].electrolyte.ionicConductivity * regions[r].transportFactor) };
}

function thermalModel(thermal: LumpedThermal, regions: readonly Region[]): ThermalModel {
  return {
    ...thermal,
    regions: regions.map(({ electrode, electrolyte }) => ({
      ionicFactor: electrolyte.temperatureFactor,
      // an effective conductivity is used as it stands at every temperature, as `effective-properties` says
      ...(electrode && electrode.layer.electronicTransport.kind !== 'effectiveConductivity' && {
        electronicFactor: electrode.materials.activeMaterial.temperatureFactors?.electronicConductivity,
      }),
      carbonConductivity: electrode && electrode.compaction * electrode.composed.effective.electronic.carbon,
    })),
  };
}

function anodeModel({ anode, membrane, temperature }: Case, materials: MaterialSet): AnodeModel {
  if (anode.kind === 'composite') return { kind: 'composite', resistance: anode.collectorResistance };
  if (materials.anode.kind !== 'planar') throw new Error('materials of another case');
  const { material, host } = materials.anode;
  const plane = { kind: 'planar' as const, material,
    resistance: (anode.areaSpecificResistance ?? materials.anode.resistance)
      + (membrane.anodeContactResistance ?? 0) };
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

/** Of the mouths of channels that the mesh does not have, at the face of the membrane [ohm m^2]. */
function mouthResistance({ cathode: { layers: [{ ionicTransport }] }, membrane: { thickness } }: Case,
  { regions }: CellMesh, of: readonly Region[]): number
{
  const first = regions.findIndex(({ kind }) => kind === 'cathode');
  const share = of[first].electrode?.composed.effective.shareOfChannels ?? 0;
  if (ionicTransport.kind !== 'alignedChannels' || regions[first].part !== undefined) return 0;
  const { electrolyte: { ionicConductivity }, transportFactor } = of[first - 1];
  return mouthLength(ionicTransport, share, thickness) / (ionicConductivity * transportFactor);
}

/**
 * Contacts sit on the faces between two layers; slices of one layer have none. A plane's own is with the plane. What stands for an inclined
 * interface has the contact of more area than its own, or of less.
 */
function contactOfFaces({ faces, region, regions, slant }: CellMesh, { membrane, cathode }: Case,
  mouths: number): Float64Array
{
  const interlayers = membrane.interlayers ?? [];
  return Float64Array.from({ length: faces.count }, (_, f) => {
    const [first, second] = [region[faces.owner[f]], region[faces.neighbour[f]]].sort((a, b) => a - b);
    if (first === second) return 0;
    const [owner, neighbour] = [regions[first], regions[second]];
    const resistance = owner.kind === 'anode'
      ? membrane.anodeContactResistance ?? 0
      : owner.kind === 'cathode'
      ? owner.name === neighbour.name ? 0 : cathode.layerContactResistance ?? 0
      : neighbour.kind === 'cathode'
      ? membrane.contactResistance + mouths
      : interlayers[owner.layer].contactResistance;
    return resistance / (slant?.[f] ?? 1);
  });
}
