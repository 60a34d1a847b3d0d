import type { CellEnergyDocument } from '../results/energy-schema.js';
import { fixed } from './format.js';

/** Materials per energy; what has no price makes it a lower bound. */
export function costText({ cost, pouch }: CellEnergyDocument): string {
  const basis = 'at full utilisation, materials only';
  if (pouch.cost_USD_kWh !== null) return `${fixed(pouch.cost_USD_kWh, 0)} $/kWh of pouch ${basis}`;
  return `at least ${fixed(cost.atLeast_USD_kWh, 0)} $/kWh of pouch ${basis}; no price is known for ${
    cost.unpriced.join(', ')
  }`;
}
