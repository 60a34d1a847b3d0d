import type { MadeStructureDocument } from '../../results/made-structure-schema.js';
import type { StructureDocument } from '../../results/structure-schema.js';
import { type Axis, type Curve, curveMarks, placeIn, plane, pointsOf } from './curves.js';
import { type Figure, sheetWithLegend } from './figure.js';
import { cycled, dashes, designColours, faint, ink } from './palette.js';
import { coloursOf, phaseWords, white } from './phase-colours.js';

const margins = [70, 14] as const;

/** Two-point correlation of the active material, with what it is at no distance and where nothing is ordered. */
export function structureCorrelation({ correlation: { distance_um, chance, phase } }: MadeStructureDocument): Figure {
  const share = chance[0];
  const furthest = distance_um[distance_um.length - 1];
  const words = phaseWords(phase);
  const curve: Curve = { label: words, colour: designColours[2], dash: 'none', points: pointsOf(distance_um, chance) };
  const level = (label: string, y: number): Curve => (
    { label, colour: faint, dash: '4 3', width: 1.5, points: [{ x: 0, y }, { x: furthest, y }] }
  );
  const [width, height] = [560, 300];
  return sheetWithLegend({
    name: 'structure-correlation',
    title: 'Two-point correlation',
    caption:
      `Chance that both ends of a line of a given length, mean over the three axes, lie in ${words}: its share at no distance, the square of it (dashed) where `
      + 'the structure has no order left, waves where it repeats itself.',
  }, { width, height }, [
    plane({ x: 0, y: 0, width, height }, margins, {
      x: { label: 'Length of the line (µm)', domain: [0, furthest] },
      y: { label: 'Chance of both ends in it', domain: [0, 1.1 * Math.max(share, ...chance)] },
    }, [level('no order', share ** 2), level('no distance', share), curve].flatMap(curveMarks)),
  ], [curve]);
}

/** Fractions and tortuosity factor of every slice between membrane and collector. */
export function structureDepth(
  { depth: { position_um: depth, phases }, image: { through } }: StructureDocument,
): Figure {
  const highest = Math.max(1, ...phases.flatMap(({ tortuosityFactor }) => highestUsual(tortuosityFactor ?? [])));
  const colours = coloursOf(phases.map(({ name }) => name)).map((colour) => (colour === white ? ink : colour));
  const curves = phases.map(({ name, volumeFraction, tortuosityFactor }, k) => {
    const look = { label: phaseWords(name), colour: colours[k], dash: cycled(dashes, k) };
    const cut = (tortuosityFactor ?? []).map((tau) => Math.min(tau, 1.1 * highest));
    return { look, fractionCurve: { ...look, points: pointsOf(depth, volumeFraction) },
      tortuosityCurve: { ...look, points: cut.length > 0 ? pointsOf(depth, cut) : [] } };
  });
  const x: Axis = { label: `Depth along ${through} (µm)`, domain: [0, depth[depth.length - 1] + depth[0]] };
  const [width, height] = [760, 290];
  const place = placeIn(2, width / 2, height);
  return sheetWithLegend({
    name: 'structure-depth',
    title: 'Fractions and tortuosity factor over depth',
    caption:
      'Left: volume fraction of every phase, slice by slice. Right: tortuosity factor of every slice, from the power that it '
      + 'dissipates, so that the slices in series are the whole, cut at the frame; phases that do not lead through have none.',
  }, { width, height }, [
    plane(place(0), margins, { x, y: { label: 'Volume fraction', domain: [0, 1] } },
      curves.flatMap(({ fractionCurve }) => curveMarks(fractionCurve))),
    plane(place(1), margins, { x, y: { label: 'Tortuosity factor of the slice', domain: [0, 1.1 * highest] } },
      curves.flatMap(({ tortuosityCurve }) => curveMarks(tortuosityCurve))),
  ], curves.map(({ look }) => look), { columns: 3, apart: true });
}

/** The value that one slice in twenty exceeds: a neck would flatten all others. */
function highestUsual(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.slice(0, Math.floor(0.95 * (sorted.length - 1)) + 1).slice(-1);
}
