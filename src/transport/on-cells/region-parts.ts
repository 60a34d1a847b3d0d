import type { Case, ElectrodeLayer } from '../../config/case.js';
import type { Electrolyte, LayerMaterials, MaterialSet, ScalarFunction } from '../../materials/material.js';
import { constantFunction, scaledFunction } from '../../materials/scalar-functions.js';
import type { CellMesh } from '../../mesh/cell-mesh.js';
import type { ComposedLayer } from '../compose-electrodes.js';
import { leastShare } from '../tortuosity/aligned-channels.js';

/** What one region of the mesh holds; an electrode has a layer with its active material. */
export interface Region {
  /** eps of the electrolyte, and eps/tau. */
  readonly volumeFraction: number;
  readonly transportFactor: number;
  /** Absent where electrons do not go. */
  readonly electronicConductivity?: ScalarFunction;
  readonly electrolyte: Electrolyte;
  readonly electrode?: ElectrodeOfRegion;
}

/** The layer of an electrode that a region is, or is a part of. */
export interface ElectrodeOfRegion {
  /** Volume of the layer over that of the region that holds all of its solids: walls between channels are denser. */
  readonly compaction: number;
  readonly layer: ElectrodeLayer;
  readonly composed: ComposedLayer;
  readonly materials: LayerMaterials;
}

/** Volume of the walls over that of their layer, in the mesh. */
export function shareOfWalls({ regions }: CellMesh, layer: number): number {
  const of = (part: string): number =>
    regions.find((region) => region.layer === layer && region.part === part)?.thickness ?? 0;
  return of('walls') / (of('walls') + of('channels'));
}

/** Electrolyte alone, as it is in the bulk. */
export const channelRegion = ({ electrolyte }: Region): Region => ({ electrolyte, volumeFraction: 1,
  transportFactor: 1 });

/**
 * The composite beside channels: all solids but those of the electrolyte in the channels, in a share w of the volume,
 *
 *   eps = (epsLayer - (1 - w))/w,   kappa/kappaBulk = eps/tauWall,   sigma = sigmaLayer/w,   a = aLayer/w
 */
export function wallRegion(layer: Region, share: number): Region {
  const { electrode, electronicConductivity } = layer;
  if (electrode?.layer.ionicTransport.kind !== 'alignedChannels') throw new Error('a wall is beside channels');
  const volumeFraction = Math.max(leastShare, (layer.volumeFraction - (1 - share)) / share);
  return {
    ...layer,
    volumeFraction,
    transportFactor: volumeFraction / electrode.layer.ionicTransport.wallTortuosityFactor,
    electronicConductivity: electronicConductivity && scaledFunction(electronicConductivity, 1 / share),
    electrode: { ...electrode, compaction: 1 / share },
  };
}

/** Foils of both electrodes that one unit cell has: those between two sheets have a coating on either side. */
export const foilsPerCell = (
  { cell }: Case,
): number => (cell.stacking === 'single' || cell.format === 'sheet' ? 1 : 0.5);

/**
 * The foil of the cathode for the currents of both: where the tabs are at one end, what flows in one foil flows back in the other, and their
 * potentials add up,
 *
 *   1/(sigma t) = 1/(sigmaC tC) + 1/(sigmaA tA)
 */
export function foilRegion({ regions }: CellMesh, given: Case,
  { cathodeCollector, anodeCollector, membrane }: MaterialSet): Region
{
  const sheets = foilsPerCell(given);
  const resistance = 1 / (cathodeCollector.electronicConductivity * given.cell.cathodeCollector.thickness * sheets)
    + 1 / (anodeCollector.electronicConductivity * given.cell.anodeCollector.thickness * sheets);
  const { thickness } = regions[regions.length - 1];
  return { electrolyte: membrane, volumeFraction: 0, transportFactor: 0,
    electronicConductivity: constantFunction(1 / (resistance * thickness)) };
}

/** Contact of the last layer of the cathode with the foil, by face [ohm m^2]. */
export function contactOfFoil({ faces, region, regions }: CellMesh, resistance: number): Float64Array {
  const isFoil = (cell: number): boolean => regions[region[cell]].part === 'foil';
  return Float64Array.from({ length: faces.count },
    (_, f) => (isFoil(faces.owner[f]) !== isFoil(faces.neighbour[f]) ? resistance : 0));
}
