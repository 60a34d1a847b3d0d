import * as Plot from '@observablehq/plot';
import type { StructureDocument } from '../../results/structure-schema.js';
import { axes, type Figure, panel, sheetWithLegend } from './figure.js';
import { cycled, dashes, designColours } from './palette.js';
import { phaseWords } from './phase-colours.js';

const width = 760;
const half = 380;

/** Fractions and tortuosity factor of every slice between membrane and collector. */
export function structureDepth(doc: StructureDocument): Figure {
  const { position_um: depth, phases } = doc.depth;
  const style = (k: number) => ({ stroke: cycled(designColours, k), strokeWidth: 2,
    strokeDasharray: cycled(dashes, k) });
  const conducting = phases.filter(({ tortuosityFactor }) => tortuosityFactor !== null);
  const highest = Math.max(1, ...conducting.flatMap(({ tortuosityFactor }) => highestUsual(tortuosityFactor!)));
  const x = { domain: [0, depth[depth.length - 1] + depth[0]] };
  const xAxis = { label: `Depth along ${doc.image.through} (µm)` };
  const lines = (
    of: (phase: StructureDocument['depth']['phases'][number]) => readonly number[] | null,
  ): Plot.Markish[] =>
    phases.flatMap((phase, k) => {
      const values = of(phase);
      return values
        ? [
          Plot.line(values.map((value, i) => ({ x: depth[i], y: value })), { x: 'x', y: 'y', ...style(k), clip: true }),
        ]
        : [];
    });
  const parts = [
    panel({ x: 0, y: 0, width: half, height: 290 }, [70, 14], {
      x,
      y: { domain: [0, 1] },
      marks: [...axes({ x: xAxis, y: { label: 'Volume fraction' } }), ...lines(({ volumeFraction }) => volumeFraction)],
    }),
    panel({ x: half, y: 0, width: half, height: 290 }, [70, 14], {
      x,
      y: { domain: [0, 1.1 * highest] },
      marks: [...axes({ x: xAxis, y: { label: 'Tortuosity factor of the slice' } }), // far above the panel the drawing library for PNG gives up
        ...lines(({ tortuosityFactor }) => tortuosityFactor?.map((tau) => Math.min(tau, 1.12 * highest)) ?? null)],
    }),
  ];
  const title = 'Fractions and tortuosity factor over depth';
  return {
    name: 'structure-depth',
    title,
    caption:
      'Left: volume fraction of every phase, slice by slice. Right: tortuosity factor of every slice, from the power that it '
      + 'dissipates, so that the slices in series are the whole; phases that do not lead through have none.',
    svg: sheetWithLegend(title, { width, height: 290 }, parts,
      phases.map(({ name }, k) => ({ label: phaseWords(name), colour: cycled(designColours, k),
        dash: cycled(dashes, k) })
      ), {
      columns: 3,
    }),
  };
}

/** The value that one slice in twenty exceeds: a neck would flatten all others. */
function highestUsual(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.floor(0.95 * (sorted.length - 1))]];
}
