import type { Case } from '../config/case.js';
import { farAboveLithium } from '../config/sections/usual-cutoffs.js';
import { activeParts } from '../materials/blend.js';
import { anodePotentialOf, chargedPotential, highestPotential } from '../materials/highest-potential.js';
import type { MaterialSet } from '../materials/material.js';
import { formatNumber } from '../units/quantity.js';

/** A material may be charged so far beyond the potential that its capacity is quoted for, or short of it [V]. */
const usual = 0.35;

/**
 * Cut-offs that lie where the cathode has no capacity, or far above where it is charged: those of lithium beside another anode, or those of an
 * oxide for sulfur.
 */
export function cutoffWarnings(given: Case, { anode, layers }: MaterialSet): readonly string[] {
  const shift = anodePotentialOf(anode);
  const [{ material, charged }] = layers
    .flatMap((layer) => activeParts(layer).map((part) => ({ ...part, charged: chargedPotential(part.material) })))
    .sort((a, b) => b.charged - a.charged);
  const { charge, steps } = given.protocol;
  const reached = highestPotential(given, material, anode);
  const lowest = shift + Math.min(
    ...steps.map(({ kind, until }) => (kind === 'discharge' ? until.voltage : undefined) ?? -Infinity),
  );
  const shown = (volts: number): string => `${formatNumber(volts, 3)} V`;
  const whose = shift > farAboveLithium ? `: cut-offs are those of the cell, whose anode lies at ${shown(shift)}` : '';
  const remedy = `${whose}; write upperCutoffVoltage: ${shown(charged - shift)}`;
  return [
    ...(shift > farAboveLithium && reached > charged + usual
      ? [
        `the charge goes up to ${shown(reached)} against lithium, ${material.name} counts as charged at ${
          shown(charged)
        }${remedy}`,
      ]
      : []),
    ...(charge.kind === 'charge' && reached < charged - usual
      ? [
        `the charge ends at ${shown(reached)} against lithium, ${material.name} is charged at ${
          shown(charged)
        }${remedy}`,
      ]
      : []),
    ...(lowest > charged
      ? [
        `the discharge ends at ${shown(lowest)} against lithium, above the ${
          shown(charged)
        } of charged ${material.name}`
        + `${whose}; write a lowerCutoffVoltage below`,
      ]
      : []),
  ];
}
