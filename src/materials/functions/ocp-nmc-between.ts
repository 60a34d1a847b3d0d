import { betweenPotentials } from './between-potentials.js';
import { ocpNmc111Bpx } from './ocp-nmc111-bpx.js';
import { ocpNmc811 } from './ocp-nmc811.js';

/** Where between NMC111 and NMC811 a nickel content lies. */
const weightOf = (nickel: number): number => (nickel - 1 / 3) / (0.8 - 1 / 3);

/**
 * NMC532 and NMC622 between NMC111 and NMC811, by nickel content. Between 4.3 and 3.6 V NMC532 takes 0.63 of its lithium; an independent
 * fit (Mohtat2020), on the axis of the crystal, has 0.67.
 */
export const ocpNmc532 = betweenPotentials('ocp-nmc532', [ocpNmc111Bpx, ocpNmc811], weightOf(0.5));
export const ocpNmc622 = betweenPotentials('ocp-nmc622', [ocpNmc111Bpx, ocpNmc811], weightOf(0.6));

/**
 * NMC90 by the same line carried on beyond NMC811: 4.30 V at s = 0.079. Between 4.3 and 3.6 V it takes 224 mAh/g, 1.06 times as much as NMC811.
 */
export const ocpNmc90 = betweenPotentials('ocp-nmc90', [ocpNmc111Bpx, ocpNmc811], weightOf(0.9));
