import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { ocpNmc811Chen2020 } from './ocp-nmc811-chen2020.js';
import { tanh } from './tanh.js';

/** Lithium of the fit, 63 104 mol/m3 per unit of its axis, and of the crystal: 4780 kg/m3 over 97.28 g/mol. */
const stretch = 49_136 / 63_104;
/** What the fit calls 0.9084 is a particle that holds 97 % of its lithium. */
const [anchor, anchorOfFit] = [0.97, 0.9084];
/** The end of the lattice as it was measured on NMC111 (`ocp-nmc111-bpx`): height [V], steepness, middle. */
const [height, steepness, middle] = [0.3757068, 59.33067782, 0.99784492];

/**
 * U(s) of Ni-rich NMC [V] on the axis of the crystal, s = 1 for LiMO2:
 *
 *   U(s) = Uchen(0.9084 + 0.77865 (s - 0.97)) - 0.3757 (1 + tanh(59.33 (s - 0.9978)))
 *
 * 4.30 V at s = 0.139, 3.53 V at 0.97, 3.23 V at 0.995. The published fit ends at 0.97; what follows is the fall that NMC111 shows there.
 * The fit is a slow charge; discharges lie 21 to 37 mV below it. Which lithium content its discharged end has is assumed: a first charge to
 * 4.3 V takes at most 236 mAh/g, where solid cells take 225 to 248 at C/20. Liquid cells count 215 to 222 (4.3 V at s = 0.21,
 * 10.1021/acs.jpcc.7b06363, Table S1); an axis with that predicts unseen cells worse (docs/validation-voltages.md).
 */
export const ocpNmc811: LibraryFunction = {
  name: 'ocp-nmc811',
  property: 'openCircuitPotential',
  formula: 'ocp-nmc811-chen2020 at 0.9084 + 0.77865 (s - 0.97), - 0.3757068 (1 + tanh(59.33067782 (s - 0.99784492)))',
  source: `${sources.pybammChen2020}; its end: ${sources.bpxNmc111}; axis assumed`,
  evaluate(s, out) {
    ocpNmc811Chen2020.evaluate(anchorOfFit + stretch * (s - anchor), out);
    const t = tanh(steepness * (s - middle));
    out[0] -= height * (1 + t);
    out[1] = stretch * out[1] - height * steepness * (1 - t * t);
  },
};
