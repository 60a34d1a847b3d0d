import type { AlignedChannels } from '../../config/case.js';
import type { TortuosityModel } from './tortuosity-model.js';

/**
 * Channels of electrolyte and walls of composite side by side:
 *
 *   kappaEff = kappa [ phi cos^2(theta) + (eps - phi) / tauWall ],   tau = kappa eps / kappaEff
 *
 *   phi    volume fraction of the channels, eps of all electrolyte, theta misalignment
 *
 * Parallel conductors, exact for straight channels; a channel at an angle is longer by 1/cos and its section is smaller by cos.
 */
export const alignedChannels: TortuosityModel<'alignedChannels'> = {
  kind: 'alignedChannels',
  equation: 'kappaEff = kappa [phi cos^2(theta) + (eps - phi) / tauWall]',
  source: 'parallel conductors, derived here',
  range: [0, 1],
  tortuosityFactor: ({ fraction, misalignment, wallTortuosityFactor }, { volumeFraction }) =>
    volumeFraction / (fraction * Math.cos(misalignment) ** 2 + Math.max(0, volumeFraction - fraction) / wallTortuosityFactor),
};

/**
 * What ions need on their way from a channel to the particles in the wall, as a resistance of the wetted surface [ohm m^2]: the mean
 * potential drop over the wall at an even reaction, divided by j. With q the current per volume of wall and kappaW its conductivity,
 *
 *   lamellae, half-width b of the wall:   drop = q b^2 / (3 kappaW)
 *   cylinders of radius r1 in cells of r2:   drop = (q / kappaW) [ r2^4 ln(r2/r1) / (2 (r2^2 - r1^2)) - (3 r2^2 - r1^2) / 8 ]
 *
 *   q = a j / (1 - phi), a wetted surface per volume of the layer [m^-1];   kappaW = kappa (eps - phi) / ((1 - phi) tauWall)
 *
 * It stands for a distribution over the wall by its mean, which holds while the drop is small against the slope of the potential there.
 */
export function inPlaneResistance(
  channels: AlignedChannels, conductivity: number, volumeFraction: number, specificInterfacialArea: number,
): number {
  const { fraction, spacing, shape, wallTortuosityFactor } = channels;
  const wall = 1 - fraction;
  const wallConductivity = (conductivity * Math.max(volumeFraction - fraction, leastShare)) / (wall * wallTortuosityFactor);
  const length = shape === 'lamellae' ? ((wall * spacing) / 2) ** 2 / 3 : cylinderLength(fraction, spacing / 2);
  return (specificInterfacialArea * length) / (wall * wallConductivity);
}

/** Walls without any electrolyte are as good as insulating, not infinitely so. */
const leastShare = 1e-6;

/** Mean square way in the cell of a cylinder [m^2]. */
function cylinderLength(fraction: number, outer: number): number {
  const r2 = outer * outer;
  const r1 = fraction * r2;
  return (r2 * r2 * Math.log(r2 / r1)) / (4 * (r2 - r1)) - (3 * r2 - r1) / 8;
}
