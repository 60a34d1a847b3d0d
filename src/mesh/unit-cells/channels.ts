import type { AlignedChannels } from '../../config/case.js';
import type { CellMesh } from '../cell-mesh.js';
import { columnMesh, type Place, type RegionName } from '../column-mesh.js';
import { type Columns, rings, strips } from '../columns.js';
import { growingWidths } from '../grading.js';
import type { IntervalRegion } from '../interval-mesh.js';
import { stackLine } from '../stack-line.js';
import { leaningMesh } from './leaning-lamellae.js';

/** The channels of a cathode and the layers that have them. */
export interface ChannelsOfLayers {
  readonly channels: AlignedChannels;
  /** Whether each layer of the cathode has channels. */
  readonly hasChannels: readonly boolean[];
}

/**
 * The unit cell of aligned channels: from the middle of a channel to the middle of a wall, strips beside a lamella or rings around a cylinder, fine
 * where the two meet. Lamellae at an angle are leaning strips over one whole spacing.
 */
export function channelMesh(parts: readonly IntervalRegion[], { channels, hasChannels }: ChannelsOfLayers,
  cells: number): CellMesh
{
  const { misalignment, fraction } = channels;
  if (misalignment > 0) {
    const cathode = parts.findIndex(({ kind }) => kind === 'cathode');
    return leaningMesh(parts, parts.map((_, i) => i >= cathode && hasChannels[i - cathode]), channels, cells);
  }
  const columns = facingStrips(channels, cells);
  const line = stackLine(parts);
  const regions = line.names.flatMap((name): RegionName[] =>
    name.kind === 'cathode' && hasChannels[name.layer]
      ? [{ ...name, part: 'channels' }, { ...name, part: 'walls' }]
      : [name]
  );
  const isChannel = ({ column }: Place): boolean =>
    columns.y[column] < (channels.shape === 'lamellae' ? fraction : Math.sqrt(fraction)) * (channels.spacing / 2);
  const regionOf = line.names.map((name, layer) => {
    const first = regions.findIndex(({ kind, layer: own }) => kind === name.kind && own === name.layer);
    return { layer, first, split: regions[first].part !== undefined };
  });
  return columnMesh({
    columns,
    widths: line.widths,
    regions,
    regionAt: (place) => {
      const { first, split } = regionOf[line.layerOf[place.depth]];
      return split && !isChannel(place) ? first + 1 : first;
    },
  });
}

/** Share of the cells across that a channel gets. */
const channelShare = 0.3;
/** The cells at the wall of a channel, over what they would be if all were equal. */
const finest = 0.3;

function facingStrips({ fraction, spacing, shape }: AlignedChannels, cells: number): Columns {
  const inside = Math.max(2, Math.round(channelShare * cells));
  const half = spacing / 2;
  const edge = half * (shape === 'lamellae' ? fraction : Math.sqrt(fraction));
  const first = finest * Math.min(edge / inside, (half - edge) / (cells - inside));
  const widths = Float64Array.from([...growingWidths(edge, inside, first).reverse(),
    ...growingWidths(half - edge, cells - inside, first)]);
  return shape === 'lamellae' ? strips(widths) : rings(widths);
}
