import type { AlignedChannels } from '../../config/case.js';
import type { ConductingPhase, TortuosityModel } from './tortuosity-model.js';

/**
 * Channels of electrolyte and walls of composite side by side, a ladder of two rails: ions enter both at the membrane, react in the wall and
 * cross from the channel on the way. With a reaction q per volume of layer that is even over the depth,
 *
 *   Kc phiC'' = (phiC - phiW)/r,   Kw phiW'' = q - (phiC - phiW)/r,   phiC = phiW = 0 at the membrane, no flux at the collector,
 *
 *   Kc = kappa phi cos^2(theta),   Kw = K0 cos^2(theta) + Kx sin^2(theta),   K0 = kappa (eps - phi)/tauWall,
 *
 *   K = Kc + Kw,   f = Kc/K,   u = L sqrt(K/(Kc Kw r)),
 *
 * the potential of the wall at the depth z is that of both side by side, -(q/K)(L z - z^2/2), and a further drop
 *
 *   q f^2 r [1 - cosh(u (1 - z/L))/cosh(u)].
 *
 * It is replaced by one rail: a conductivity through the thickness, 1/Keff = 1/K + s (1/Kw - 1/K), and a resistance rho f^2 r of the way to
 * the particles, which have its mean over the depth and its value at the collector:
 *
 *   s = 6 (tanh(u)/u - sech(u))/u^2,   rho = 1 - 3 tanh(u)/u + 2 sech(u).
 *
 * Close channels (u large) are s = 0 and rho = 1, channels far apart s = 1 and rho = 0: the wall alone. No channels are the wall, f = 0.
 *
 *   Kx     conductivity of both across the channels: of lamellae that of layers in series, of cylinders that of Maxwell in two dimensions
 *   phi    volume fraction of the channels, eps of all electrolyte, theta misalignment, L thickness
 *   r      lateral resistance: mean drop over the wall at an even reaction, over q [ohm m^3]
 *   tau = kappa eps / Keff; a channel at an angle is longer by 1/cos and its section is smaller by cos
 */
export const alignedChannels: TortuosityModel<'alignedChannels'> = {
  equation: '1/kappaEff = 1/(Kc + Kw) + s (1/Kw - 1/(Kc + Kw))',
  source: 'a ladder of channel and wall, derived here',
  range: [0, 1],
  tortuosityFactor: (channels, phase) => phase.volumeFraction / oneRail(channels, phase).through,
};

/**
 * rho f^2 r as a resistance of the wetted surface [ohm m^2], a j = q: what ions need on their way from a channel to the particles in the wall.
 * a wetted surface per volume of the layer [m^-1].
 */
export function inPlaneResistance(channels: AlignedChannels, phase: ConductingPhase,
  specificInterfacialArea: number): number
{
  const { across, shareAcross } = oneRail(channels, phase);
  return (specificInterfacialArea * shareAcross * across) / phase.bulkConductivity();
}

/** f^2 r [ohm m^3]: what a reaction that is even loses on average on its way into the wall, over that reaction per volume of the layer. */
export const wayAcross = (channels: AlignedChannels, phase: ConductingPhase): number =>
  oneRail(channels, phase).across / phase.bulkConductivity();

/** Share of the current that enters the layer through its channels: f (1 - tanh(u)/u). */
export const shareOfChannels = (channels: AlignedChannels, phase: ConductingPhase): number =>
  oneRail(channels, phase).entering;

/** Conductivity through the layer over that of the bulk, and f^2 r times the bulk's conductivity [m^2], of which the particles have the share rho. */
interface OneRail {
  readonly through: number;
  readonly across: number;
  readonly shareAcross: number;
  /** Share of the current that enters through the channels. */
  readonly entering: number;
}

function oneRail(channels: AlignedChannels, { volumeFraction, thickness }: ConductingPhase): OneRail {
  if (thickness === undefined) throw new Error('channels need the thickness of their layer');
  const { fraction, misalignment, wallTortuosityFactor } = channels;
  const along = Math.cos(misalignment) ** 2;
  const channelConduction = fraction * along;
  const straight = Math.max(volumeFraction - fraction, leastShare) / wallTortuosityFactor;
  const wallConduction = straight * along + acrossChannels(channels, straight) * (1 - along);
  const both = channelConduction + wallConduction;
  const carried = channelConduction / both;
  const lateral = lateralResistance(channels, straight);
  const u = thickness * Math.sqrt(both / (channelConduction * wallConduction * lateral));
  const { s, rho } = ladderWeights(u);
  return { through: 1 / ((1 - s) / both + s / wallConduction), across: carried * carried * lateral, shareAcross: rho,
    entering: carried * (1 - Math.tanh(u) / u) };
}

/** Conductivity across the channels over that of the bulk, from what the walls conduct along them as a share of the layer. */
function acrossChannels({ fraction, shape }: AlignedChannels, wallConduction: number): number {
  const wall = wallConduction / (1 - fraction);
  return shape === 'lamellae'
    ? 1 / (fraction + (1 - fraction) / wall)
    : (wall * (1 + fraction + wall * (1 - fraction))) / (1 - fraction + wall * (1 + fraction));
}

/** s and rho of u; for small u by their series, where the closed form cancels. */
export function ladderWeights(u: number): { readonly s: number; readonly rho: number } {
  if (u < 0.05) return { s: 1 - 0.45 * u * u, rho: u ** 4 / 60 };
  const mean = Math.tanh(u) / u;
  const end = u > 700 ? 0 : 1 / Math.cosh(u);
  return { s: (6 * (mean - end)) / (u * u), rho: 1 - 3 * mean + 2 * end };
}

/**
 * r kappa [m^2]: the mean potential drop over the wall at an even reaction, with kappaW = kappa (eps - phi) / ((1 - phi) tauWall),
 *
 *   lamellae, half-width b of the wall:   drop = q b^2 / (3 kappaW (1 - phi))
 *   cylinders of radius r1 in cells of r2:   drop = q / (kappaW (1 - phi)) [ r2^4 ln(r2/r1) / (2 (r2^2 - r1^2)) - (3 r2^2 - r1^2) / 8 ]
 */
function lateralResistance({ fraction, spacing, shape }: AlignedChannels, wallConduction: number): number {
  const square = shape === 'lamellae'
    ? (((1 - fraction) * spacing) / 2) ** 2 / 3
    : cylinderSquare(fraction, spacing / 2);
  return square / wallConduction;
}

/** Electrolyte of a wall without any, of its volume: it is as good as insulating, not infinitely so. */
export const leastShare = 1e-6;

/** Mean square way in the cell of a cylinder [m^2]. */
function cylinderSquare(fraction: number, outer: number): number {
  const r2 = outer * outer;
  const r1 = fraction * r2;
  return (r2 * r2 * Math.log(r2 / r1)) / (4 * (r2 - r1)) - (3 * r2 - r1) / 8;
}
