import { fileURLToPath } from 'node:url';
import { onFaces } from '../../src/physics/bind-law.js';
import { wettedFaces } from '../../src/physics/face-laws.js';
import type { Field } from '../../src/physics/fields/field.js';
import { faceConductance } from '../../src/physics/laws/conduction.js';
import type { Follows, Same, Unknown } from '../../src/physics/laws/law.js';
import { FARADAY } from '../../src/units/constants.js';
import { derivedAtOnce } from './derived-at-once.js';

/**
 * A neutral solvent in the membrane that ions drag along, and that by Onsager's relation holds them back:
 *
 *   F N = -F DEff grad c + xi iE,   iE = -kappaEff (grad phiE + xi (RT/F) grad ln c)
 *
 *   w    its concentration c over that of the start, cRef [mol m^-3]; xi molecules per ion
 *
 * Returns what that adds to Ohm's iE, and F N [A per m^2 of cell]; the voltage that it costs, xi (RT/F) ln(cN/cO).
 */
export function drag(phiEO: Unknown, wO: Unknown, kappaO: Follows<'xO'>, phiEN: Unknown, wN: Unknown,
  kappaN: Follows<'xN'>, area: number, dO: number, dN: number, contact: number, diffusivity: Same, reference: Same,
  xi: Same, thermalVoltage: Same): [current: number, solvent: number, drop: number]
{
  const drop = xi * thermalVoltage * Math.log(wN / wO);
  const conductance = faceConductance(area, dO, kappaO, dN, kappaN, contact);
  const diffusion = FARADAY * reference * faceConductance(area, dO, diffusivity, dN, diffusivity, 0) * (wO - wN);
  return [-conductance * drop, diffusion + xi * conductance * (phiEO - phiEN - drop), drop];
}

const law = derivedAtOnce(fileURLToPath(import.meta.url)).drag;

/** cRef, DEff and xi of a solvent that fills the share eps of the membrane. */
export type Solvent = Readonly<Record<'reference' | 'diffusivity' | 'xi' | 'volumeFraction', number>>;

export const draggedSolvent = ({ volumeFraction, ...given }: Solvent): Field => ({
  key: 'solvent',
  symbol: 'w',
  name: 'solvent concentration',
  unit: 'of the start',
  place: 'cells',
  region: 'membrane',
  evolves: true,
  scale: 1,
  start: () => 1,
  capacity: () => FARADAY * volumeFraction * given.reference,
  laws(frame) {
    const { conductivity: kappa, thermalVoltage } = frame.state.electrolyte;
    const faces = wettedFaces(frame, 'membrane');
    return [{ ...onFaces(frame, law, faces, ['phiE', 'w'], { kappa, thermalVoltage, ...given }), carries: 'ions',
      drop: 2 }];
  },
});
