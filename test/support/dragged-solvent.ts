import { throughElectrolyte } from '../../src/physics/face-laws.js';
import type { Field } from '../../src/physics/fields/field.js';
import { faceConductance } from '../../src/physics/laws/conduction.js';
import type { Follows, Same, Unknown } from '../../src/physics/laws/law.js';
import { FARADAY } from '../../src/units/constants.js';
import { derivedAtOnce } from './derived-at-once.js';

/**
 * A neutral solvent in the membrane that ions drag along, and that by Onsager's relation holds them back:
 *
 *   F N = -F D grad c + xi iE,   iE = -kappaEff (grad phiE + xi (RT/F) grad ln c)
 *
 *   w   its concentration c over that of the start, cRef [mol m^-3]; xi molecules per ion; D effective diffusivity [m^2 s^-1]
 *
 * Returns what that adds to Ohm's iE, and F N [A per m^2 of cell]; the voltage that it costs, xi (RT/F) ln(cN/cO).
 */
export function drag(phiEO: Unknown, wO: Unknown, kappaO: Follows<'xO'>, phiEN: Unknown, wN: Unknown,
  kappaN: Follows<'xN'>, area: number, dO: number, dN: number, contact: number, D: Same, cRef: Same, xi: Same,
  thermalVoltage: Same): [current: number, solvent: number, drop: number]
{
  const drop = xi * thermalVoltage * Math.log(wN / wO);
  const conductance = faceConductance(area, dO, kappaO, dN, kappaN, contact);
  const diffusion = FARADAY * cRef * faceConductance(area, dO, D, dN, D, 0) * (wO - wN);
  return [-conductance * drop, diffusion + xi * conductance * (phiEO - phiEN - drop), drop];
}

const law = derivedAtOnce(import.meta.url).drag;

/** The same, of a solvent that fills the share eps of the membrane. */
export type Solvent = Readonly<Record<'cRef' | 'D' | 'xi' | 'eps', number>>;

export const draggedSolvent = ({ eps, ...of }: Solvent): Field => ({ key: 'solvent', symbol: 'w',
  name: 'solvent concentration', unit: 'of the start', place: 'cells', region: 'membrane', scale: 1, start: () => 1,
  capacity: () => FARADAY * eps * of.cRef,
  laws: (frame) => [throughElectrolyte(frame, law, ['phiE', 'w'], of, 'membrane')] });
