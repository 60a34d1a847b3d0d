import type { RateSketch } from '../sketch.js';
import { type Drawn, frame, line, numbersAt, pixel, placed, room, roundAbove, type Scale, type Size,
  ticks } from './axes.js';

type Profiles = RateSketch['profiles'];
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
  readonly rate: RateSketch;
  readonly other: RateSketch | undefined;
  readonly quantity: Quantity;
  /** Number of the snapshot that stands out. */
  readonly at: number;
}

/** A quantity through the thickness at the kept moments of a discharge, one of them drawn strongly; the layers to scale behind. */
export function profileFigure({ rate, other, quantity, at }: ProfileFigure, size: Size): Drawn {
  const { profiles } = rate;
  const { snapshots } = profiles;
  if (snapshots.length === 0) return ['', ''];
  const { of, name } = quantities[quantity];
  const { left, right, top, bottom } = room(size);
  const beside = other?.profiles;
  const shown = [profiles, ...beside ? [beside] : []].map(extent);
  const x: Scale = { low: Math.min(...shown.map(([low]) => low)), high: Math.max(...shown.map(([, high]) => high)),
    log: false, from: left, to: right };
  const rows = [...snapshots, ...beside?.snapshots ?? []].flatMap((
    s,
  ) => [...of(s), ...quantity === 'ions' ? s.electronicCurrentDensity_mA_cm2 : []])
    .filter((v): v is number => v !== null);
  const [least, most] = rows.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [0, 0]);
  const high = quantity === 'utilisation' ? Math.max(100, roundAbove(most)) : most > 0 ? roundAbove(most) : 0;
  const low = least < 0 ? -roundAbove(-least) : 0;
  const y: Scale = { low, high: high > low ? high : 1, log: false, from: bottom, to: top };
  const curve = (profile: Profiles, values: readonly (number | null)[], kind: string): string =>
    `<path class="curve ${kind}" d="${
      line(x, y, profile.x_um.flatMap((px, i): [number, number | null][] =>
        px < x.low ? [] : [[px, values[i] ?? null]]
      ))
    }"/>`;
  const now = snapshots[Math.min(at, snapshots.length - 1)];
  const twin = beside?.snapshots[Math.min(at, beside.snapshots.length - 1)];
  const axes = frame({ x, y, size, xTicks: numbersAt(ticks(x.low, x.high, Math.max(3, Math.floor(size.width / 90)))),
    yTicks: numbersAt(ticks(y.low, y.high)), xLabel: 'Distance from the anode (µm)', yLabel: name });
  const curves = [
    ...snapshots.map((s) => curve(profiles, of(s), 'faint own')),
    beside && twin ? curve(beside, of(twin), 'other') : '',
    quantity === 'ions' ? curve(profiles, now.electronicCurrentDensity_mA_cm2, 'second own chosen') : '',
    curve(profiles, of(now), 'own chosen'),
  ];
  return [layers(profiles, x, size) + axes, curves.join('')];
}

/** Of a membrane no more than this times what lies behind it is shown: the pellet of a press would leave the cathode no room. */
const mostMembrane = 0.7;

/** From where to where a profile is shown [um]. */
function extent({ boundaries_um: edges, region }: Profiles): readonly [number, number] {
  const end = edges[edges.length - 1];
  const names = region.filter((name, i) => name !== region[i - 1]);
  const behind = names.indexOf('membrane') + 1;
  return [names[0] === 'membrane' ? Math.max(0, edges[behind] - mostMembrane * (end - edges[behind])) : 0, end];
}

/** Bands of membrane and layers, to scale, with their names where there is room. */
function layers({ boundaries_um: edges, region }: Profiles, x: Scale, size: Size): string {
  const { top, bottom } = room(size);
  const names = region.filter((name, i) => name !== region[i - 1]);
  return names.map((name, i) => {
    const [from, to] = [placed(x, Math.max(x.low, edges[i])), placed(x, edges[i + 1])];
    const text = to - from > 7 * name.length
      ? `<text class="layer" x="${pixel((from + to) / 2)}" y="${top + 12}" text-anchor="middle">${name}</text>`
      : '';
    return `<rect class="band band${name === 'membrane' ? 'Membrane' : i % 2}" x="${pixel(from)}" y="${top}" width="${
      pixel(Math.max(0, to - from))
    }" height="${bottom - top}"/>${text}`;
  }).join('');
}
