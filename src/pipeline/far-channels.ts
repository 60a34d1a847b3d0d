import type { AlignedChannels, Case, MeshSpecification } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';
import type { MeshLayer } from '../mesh/build-mesh.js';
import { leaningStrips } from '../mesh/unit-cells/leaning-lamellae.js';
import type { ComposedElectrodes } from '../transport/compose-electrodes.js';
import { ionicPhase } from '../transport/phase-of.js';
import { wayAcross } from '../transport/tortuosity/aligned-channels.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { forRatios } from './coarse-mesh.js';
import { layersOf, unitCellProblem } from './mesh-of-case.js';
import { cathodeLayersOf, currentOfAnHour, ohmicDrop } from './ohmic-drop.js';

/**
 * The closed form of channels has a reaction that is even across their walls. At the current that empties the cell in an hour it would lose
 *
 *   V = q f^2 r,   q = C/(1 h),   C capacity of the layer per volume [C m^-3],   f^2 r as in `transport/tortuosity/aligned-channels`,
 *
 * on average on its way there. What the closed form delivers at a current follows from V at that current and not from spacing or thickness alone
 * (docs/in-plane.md): within 1.4 % of the mesh up to 3 RT/F, 4 % up to 0.3 V, 18 % up to 0.6 V, half of it at 1.5 V.
 * Channels beyond that at one hour are solved as they are, whatever the rates of the protocol.
 */
const mostThermal = 3;
/** Loss [V] across walls, or on the way along the cell, beyond which it gives next to nothing at C/100 either: no form is worth a second dimension. Assumed. */
const mostLoss = 30;

/** Within 1.1 % of 24 of them from 50 to 500 um and 10 to 50 %; of quick solutions, whose ratio counts, within 5 %. */
const [strips, quickStrips] = [12, 6];
/** Triangles of strips that lean: narrow ones in thick layers would be a million. */
const mostTriangles = 5000;

/** A mesh with the channels that it is to have. */
export interface WithChannels {
  readonly mesh: MeshSpecification;
  readonly reason?: string;
  /** Of a closed form that stands where it is off. */
  readonly warnings: readonly string[];
}

/** The mesh of a case, in two dimensions where its channels are too far apart for their closed form and can be. */
export function withFarChannels(given: Case, materials: MaterialSet,
  electrodes: Pick<ComposedElectrodes, 'compositions' | 'effective'>): WithChannels
{
  const { mesh } = given;
  const { compositions } = electrodes;
  const layers = layersOf(given, compositions);
  if (mesh.unitCell?.kind === 'channels' || layers.every(({ channels }) => !channels)) return { mesh, warnings: [] };
  const most = (mostThermal * GAS_CONSTANT * given.temperature) / FARADAY;
  const far = layers.flatMap(({ name, channels }, i) => {
    const drop = channels ? dropAcross(channels, given, materials, compositions, i) : 0;
    return channels && drop > most ? [{ name, drop, spacing: channels.spacing }] : [];
  });
  // trials near this case stay in closed form with it
  const closed: MeshSpecification = { ...mesh, farChannels: 'closed-form' };
  if (far.length === 0) return { mesh: closed, warnings: [] };
  const { name, drop, spacing } = far.reduce((worst, one) => (one.drop > worst.drop ? one : worst));
  const why = `across walls ${formatQuantity(spacing, 'length', 3)} apart an even reaction at 1C would lose `
    + `${formatQuantity(drop, 'voltage', 2)}`;
  const unitCell = { kind: 'channels', cells: mesh.name === forRatios ? quickStrips : strips } as const;
  const hindrance = drop > mostLoss
    ? 'such walls give next to nothing in either form'
    : dropAlong(given.membrane, materials.membrane, electrodes) > mostLoss
    ? 'such a cell gives next to nothing in either form'
    : hindranceOf(given, unitCell, layers);
  return hindrance === undefined
    ? { mesh: { ...mesh, unitCell }, warnings: [],
      reason: `channels of ${name} as they are, in two dimensions: ${why}` }
    : { mesh: closed, warnings: [
      `channels of ${name} are solved by their closed form, which is inaccurate if an even reaction across their walls would lose more than ${
        formatNumber(1000 * most, 2)
      } mV (by up to 4 % at 0.3 V, by half at 1.5 V): ${why}; ${hindrance}`,
    ] };
}

/** V of a layer. */
function dropAcross(channels: AlignedChannels, { cathode }: Case, materials: MaterialSet,
  compositions: ComposedElectrodes['compositions'], i: number): number
{
  const { arealCapacity, thickness } = compositions[i];
  return (arealCapacity / 3600 / thickness)
    * wayAcross(channels, ionicPhase(cathode.layers[i], compositions[i], materials.layers[i]));
}

/** What the current that empties the cell in an hour loses in the membrane and, all of it, on the way through the layers [V]. */
function dropAlong({ thickness }: Case['membrane'], { ionicConductivity }: MaterialSet['membrane'],
  electrodes: Pick<ComposedElectrodes, 'compositions' | 'effective'>): number
{
  const current = currentOfAnHour(electrodes.compositions);
  return current * thickness / ionicConductivity + ohmicDrop(cathodeLayersOf(electrodes), current);
}

type ChannelCell = Extract<MeshSpecification['unitCell'], { kind: 'channels' }>;

/** Why channels cannot be in the mesh, or are not to. */
function hindranceOf(given: Case, unitCell: ChannelCell, layers: readonly MeshLayer[]): string | undefined {
  if (given.mesh.farChannels === 'closed-form') return 'mesh.farChannels asks for that';
  if (given.mesh.file || given.mesh.unitCell) return 'the mesh of the case has none';
  const problem = unitCellProblem({ ...given, mesh: { ...given.mesh, unitCell } }, layers);
  if (problem) return `a mesh of them needs ${problem.expected}, found ${problem.received}`;
  const triangles = layers.reduce((sum, layer) => sum + trianglesOf(layer, unitCell.cells), 0);
  return triangles > mostTriangles
    ? `as they lean, their mesh would have ${formatNumber(triangles, 2)} cells`
    : undefined;
}

/** At least so many triangles of a layer whose channels lean; 0 where none do. */
function trianglesOf({ channels, thickness }: MeshLayer, cells: number): number {
  const strips = channels && channels.misalignment > 0 && leaningStrips(channels, [thickness], cells);
  return strips ? (2 * strips.widths.length * thickness) / strips.rowHeight[1] : 0;
}
