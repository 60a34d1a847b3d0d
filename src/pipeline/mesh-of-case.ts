import type { AlignedChannels, Case, Checked, Problem } from '../config/case.js';
import { lengthUnits } from '../config/sections/mesh-file.js';
import { contradiction } from '../config/wording/fields.js';
import { buildMesh, type MeshLayer } from '../mesh/build-mesh.js';
import type { CellMesh } from '../mesh/cell-mesh.js';
import { groupedMesh, type GroupOfLayer } from '../mesh/grouped/grouped-mesh.js';
import { leaningStrips } from '../mesh/unit-cells/leaning-lamellae.js';
import type { ComposedElectrodes } from '../transport/compose-electrodes.js';
import { foilsPerCell } from '../transport/on-cells/region-parts.js';
import { formatQuantity } from '../units/quantity.js';

/** The mesh of a case whose layers have their thickness, or why its unit cell is none. */
export function meshOf(given: Case, { compositions, anode }: ComposedElectrodes): Checked<{ mesh: CellMesh }> {
  const layers = layersOf(given, compositions);
  const problem = unitCellProblem(given, layers);
  if (problem) return { ok: false, problems: [problem] };
  const membranes = [...given.membrane.interlayers ?? [], given.membrane].map(({ thickness }) => thickness);
  const { file, unit = 'm' } = given.mesh;
  if (file) {
    const found = groupedMesh(file, lengthUnits[unit], groupsOfLayers(membranes, layers, anode?.composition.thickness));
    return found.ok
      ? { ok: true, mesh: found.mesh }
      : { ok: false, problems: [{ key: 'mesh.file', code: 'contradiction', ...found.problem }] };
  }
  const { sheetHeight: height, sheetWidth: width, tabWidth, cathodeCollector } = given.cell;
  const sheet = { height, width, tabWidth, foil: cathodeCollector.thickness * foilsPerCell(given) };
  return { ok: true, mesh: buildMesh(given.mesh, membranes, layers, anode?.composition.thickness, sheet) };
}

/** The layers of the cathode as a mesh has them. */
export const layersOf = ({ cathode }: Case, compositions: ComposedElectrodes['compositions']): MeshLayer[] =>
  compositions.map(({ thickness }, i): MeshLayer => {
    const { name, ionicTransport } = cathode.layers[i];
    return { name, thickness, ...(ionicTransport.kind === 'alignedChannels' && { channels: ionicTransport }) };
  });

/** Groups are called anode, membrane and cathode; of several layers of a kind `cathode 1`, `cathode 2` from the anode on. */
function groupsOfLayers(membranes: readonly number[], layers: readonly MeshLayer[],
  anodeThickness: number | undefined): GroupOfLayer[]
{
  const numbered = (kind: GroupOfLayer['kind'],
    all: readonly { readonly name: string; readonly thickness: number }[]): GroupOfLayer[] =>
    all.map(({ name, thickness }, layer) => ({ group: all.length > 1 ? `${kind} ${layer + 1}` : kind, name, kind, layer,
      thickness })
    );
  return [
    ...numbered('anode', anodeThickness === undefined ? [] : [{ name: 'anode', thickness: anodeThickness }]),
    ...numbered('membrane', membranes.map((thickness) => ({ name: 'membrane', thickness }))),
    ...numbered('cathode', layers),
  ];
}

/** Lamellae that lean so far, or are so wide in so thin a layer, that no triangles between them are acute. */
function leaningProblem(layers: readonly MeshLayer[], cells: number): Problem | undefined {
  const found = layers.find(({ channels }) => channels && channels.misalignment > 0);
  const thicknesses = layers.flatMap(({ thickness, channels }) => (channels ? [thickness] : []));
  if (!found?.channels || leaningStrips(found.channels, thicknesses, cells)) return undefined;
  return { key: 'mesh.unitCell.channels',
    ...contradiction('lamellae that strips with acute triangles can follow',
      `${formatQuantity(found.channels.misalignment, 'angle', 3)}, ${
        formatQuantity(found.channels.spacing, 'length', 3)
      } apart in ${formatQuantity(found.thickness, 'length', 3)} of ${found.name}`,
      'set cells so that the share of the channels is a whole number of them, or more of them; or remove the unit cell: the closed form takes any '
        + 'angle') };
}

/** What a unit cell asks of the case around it. */
export function unitCellProblem({ mesh: { unitCell }, membrane, cell }: Case, layers: readonly MeshLayer[]):
  | Problem
  | undefined
{
  if (!unitCell) return undefined;
  const refused = (expected: string, received: string, remedy: string): Problem => ({
    key: `mesh.unitCell.${unitCell.kind}`,
    ...contradiction(expected, received, remedy),
  });
  switch (unitCell.kind) {
    case 'channels':
      return channelsProblem(layers.flatMap(({ channels }) => channels ?? []), refused)
        ?? leaningProblem(layers, unitCell.cells);
    case 'roughMembrane': {
      const thinnest = Math.min(membrane.thickness, layers[0].thickness);
      const most = unitCell.profile === 'rough' ? 3 : 1;
      return most * unitCell.amplitude < thinnest
        ? undefined
        : refused(
          `an amplitude below ${formatQuantity(thinnest / most, 'length', 3)}, so that membrane and first layer `
            + 'stay whole',
          formatQuantity(unitCell.amplitude, 'length', 3),
          'make it smaller, or the layers thicker',
        );
    }
    case 'tabs':
      return cell.stacking === 'bipolar' || cell.format === 'bipolar' || cell.format === 'pellet'
        ? refused('foils with tabs', 'a cell without', 'remove the unit cell: nothing flows along such layers')
        : undefined;
    default:
      return undefined;
  }
}

type Refused = (expected: string, received: string, remedy: string) => Problem;

/** One kind of channels at a time, and only strips lean. */
function channelsProblem(found: readonly AlignedChannels[], refused: Refused): Problem | undefined {
  if (found.length === 0) {
    return refused('a layer of the cathode with ionicTransport: {alignedChannels: ...}', 'none',
      'give the layer its channels, or remove the unit cell');
  }
  const keys = ['fraction', 'spacing', 'shape', 'misalignment'] as const;
  const different = keys.find((key) => found.some((one) => one[key] !== found[0][key]));
  if (different)
    return refused('the same channels in every layer that has them', `another ${different}`, 'make them equal');
  return found[0].shape === 'cylinders' && found[0].misalignment > 0
    ? refused('cylinders that are not misaligned', 'a misalignment',
      'set misalignment: 0 deg, or shape: lamellae; the closed form has both')
    : undefined;
}
