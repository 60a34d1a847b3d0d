import type { RateResult } from '../../results/result-schema.js';
import { frame, line, numbersAt, pixel, placed, room, roundAbove, type Scale, type Size, ticks } from './axes.js';

type Profiles = RateResult['profiles'];
type Snapshot = Profiles['snapshots'][number];

/** What can be seen through the thickness. */
export const quantities = {
  utilisation: { label: 'Utilisation', name: 'Used (%)',
    of: (s: Snapshot) => s.utilisation.map((u) => u === null ? null : 100 * u) },
  reaction: { label: 'Reaction rate', name: 'Reaction rate over its mean', of: (s: Snapshot) => s.reactionRate },
  ions: { label: 'Ionic and electronic current', name: 'Current (mA/cm²)',
    of: (s: Snapshot) => s.ionicCurrentDensity_mA_cm2 },
  potential: { label: 'Electrolyte potential', name: 'Potential (mV)',
    of: (s: Snapshot) => s.electrolytePotential_V.map((v) => 1e3 * v) },
  surface: { label: 'Lithium at the particle surface', name: 'Stoichiometry',
    of: (s: Snapshot) => s.surfaceStoichiometry },
  salt: { label: 'Salt concentration', name: 'Salt (mol/m³)', of: (s: Snapshot) => s.saltConcentration_mol_m3 ?? [] },
} as const satisfies Record<string, { label: string; name: string; of: (s: Snapshot) => readonly (number | null)[] }>;
export type Quantity = keyof typeof quantities;

export interface ProfileFigure {
  readonly rate: RateResult;
  readonly other: RateResult | undefined;
  readonly quantity: Quantity;
  /** Number of the snapshot that stands out. */
  readonly at: number;
}

/** A quantity through the thickness at the kept moments of a discharge, one of them drawn strongly; the layers to scale behind. */
export function profileFigure({ rate, other, quantity, at }: ProfileFigure, size: Size): string {
  const { profiles } = rate;
  const { snapshots, boundaries_um: boundaries } = profiles;
  if (snapshots.length === 0) return '';
  const { of, name } = quantities[quantity];
  const { left, right, top, bottom } = room(size);
  const beside = other?.profiles;
  const ends = [boundaries, beside?.boundaries_um ?? []].flat();
  const x: Scale = { low: 0, high: Math.max(...ends), log: false, from: left, to: right };
  const rows = [...snapshots, ...beside?.snapshots ?? []].flatMap((
    s,
  ) => [...of(s), ...quantity === 'ions' ? s.electronicCurrentDensity_mA_cm2 : []])
    .filter((v): v is number => v !== null);
  const [least, most] = rows.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [0, 0]);
  const high = quantity === 'utilisation' ? Math.max(100, roundAbove(most)) : most > 0 ? roundAbove(most) : 0;
  const low = least < 0 ? -roundAbove(-least) : 0;
  const y: Scale = { low, high: high > low ? high : 1, log: false, from: bottom, to: top };
  const shown = (profile: Profiles, values: readonly (number | null)[], kind: string): string =>
    `<path class="curve ${kind}" d="${line(x, y, profile.x_um.map((px, i) => [px, values[i] ?? null]))}"/>`;
  const now = snapshots[Math.min(at, snapshots.length - 1)];
  const twin = beside?.snapshots[Math.min(at, beside.snapshots.length - 1)];
  return [
    layers(profiles, x, size),
    frame({ x, y, size, xTicks: numbersAt(ticks(0, x.high, Math.max(3, Math.floor(size.width / 90)))),
      yTicks: numbersAt(ticks(y.low, y.high)), xLabel: 'Distance from the anode (µm)', yLabel: name }),
    ...snapshots.map((s) => shown(profiles, of(s), 'faint own')),
    beside && twin ? shown(beside, of(twin), 'other') : '',
    quantity === 'ions' ? shown(profiles, now.electronicCurrentDensity_mA_cm2, 'second own chosen') : '',
    shown(profiles, of(now), 'own chosen'),
  ].join('');
}

/** Bands of membrane and layers, to scale, with their names where there is room. */
function layers({ boundaries_um: edges, region }: Profiles, x: Scale, size: Size): string {
  const { top, bottom } = room(size);
  const names = region.filter((name, i) => name !== region[i - 1]);
  return names.map((name, i) => {
    const [from, to] = [placed(x, edges[i]), placed(x, edges[i + 1])];
    const text = to - from > 7 * name.length
      ? `<text class="layer" x="${pixel((from + to) / 2)}" y="${top + 12}" text-anchor="middle">${name}</text>`
      : '';
    return `<rect class="band band${name === 'membrane' ? 'Membrane' : i % 2}" x="${pixel(from)}" y="${top}" width="${
      pixel(Math.max(0, to - from))
    }" height="${bottom - top}"/>${text}`;
  }).join('');
}
