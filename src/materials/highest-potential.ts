import type { Case, Cutoff, ProtocolStep } from '../config/case.js';
import { activeParts } from './blend.js';
import type { ActiveMaterial, AnodeMaterials } from './material.js';
import { valueAt } from './scalar-functions.js';

/** Highest potential of the cathode against Li/Li+: at its start, or where a charge ends, before the steps or in one of them [V]. */
export function highestPotential(given: Case, material: ActiveMaterial, anode: AnodeMaterials): number {
  const potential = (of: ActiveMaterial, s: number): number => valueAt(of.openCircuitPotential, s);
  const anodePotential = anode.kind === 'planar'
    ? anode.material.equilibriumPotential
    : Math.min(...activeParts(anode.layer).map((part) => potential(part.material, part.material.chargedStoichiometry)));
  const { charge, steps, initialStoichiometry } = given.protocol;
  const startsCharged = steps.find(({ kind }) => kind === 'discharge' || kind === 'charge')?.kind !== 'charge';
  const start = initialStoichiometry
    ?? (startsCharged ? material.chargedStoichiometry : material.dischargedStoichiometry);
  const before = charge.kind === 'charge' ? charge.voltage + anodePotential : potential(material, start);
  return Math.max(before, ...steps.map((step) => chargedTo(step) + anodePotential));
}

/** Upper voltage that a step may reach; minus infinity where it goes down [V]. */
function chargedTo(step: ProtocolStep): number {
  if (step.kind === 'hold' && step.voltage !== 'now') return step.voltage;
  const until: Cutoff = step.until;
  if (step.kind === 'charge') return until.voltage ?? -Infinity;
  return until.voltageWindow?.[1] ?? -Infinity;
}
