import { billOfMaterials } from '../../cell/bill-of-materials.js';
import type { LoadedRow, Reported } from '../../config/studies/parse-reproduction.js';
import type { PrintedLine } from '../../config/studies/printed-bill.js';
import type { BillRow } from '../../results/reproduction-schema.js';
import { units } from '../../units/document-units.js';
import { placeOf } from './reason.js';

/** Masses are printed to a milligram; a total may be off by half of that per line. */
const massRounding = 0.5e-6;

/** A printed bill of materials added up again: cost = mass * price, shares of what all lines cost. */
export function billRow(row: LoadedRow, reported: Extract<Reported, { kind: 'bill' }>): BillRow {
  const { bill } = row;
  const whole = billOfMaterials(bill.map(({ material, mass, price }) => ({ name: material, mass, price })));
  const missing = bill.filter(({ mass }) => Math.abs(whole.mass - mass - reported.mass) < massRounding * bill.length);
  return {
    kind: 'bill',
    ...placeOf(row),
    lines: bill.map(({ material, mass, price, cost, share }) => ({
      material,
      mass_g: mass / units.g,
      price_USD_kg: price,
      cost_USD: { reported: cost, recomputed: mass * price },
      share: { reported: share, recomputed: (mass * price) / whole.cost.priced },
    })),
    mass_g: { reported: reported.mass / units.g, recomputed: whole.mass / units.g },
    cost_USD: { reported: reported.cost, recomputed: whole.cost.priced },
    leftOut: missing.length === 1 ? missing[0].material : null,
    parity: reported.otherCost === undefined ? null : parityOf(bill, whole.cost.priced, reported.otherCost),
  };
}

/**
 * p = (C - Crest) / m: price of the materials sought [$/kg] at which the cell costs C; m their mass, Crest the cost of all else. C is what the
 * other cell costs, as it is or times the mass of a material that both hold here over there.
 */
function parityOf(bill: readonly PrintedLine[], total: number, otherCost: number): BillRow['parity'] {
  const sought = bill.filter(({ priceSought }) => priceSought);
  const mass = sought.reduce((sum, line) => sum + line.mass, 0);
  const cost = sought.reduce((sum, line) => sum + line.mass * line.price, 0);
  const rest = total - cost;
  const at = (wanted: number) => ({ cost_USD: wanted, price_USD_kg: wanted > rest ? (wanted - rest) / mass : null });
  const shared = bill.find(({ otherMass }) => otherMass !== undefined);
  return mass === 0 ? null : {
    materials: sought.map(({ material }) => material),
    price_USD_kg: cost / mass,
    rest_USD: rest,
    perCell: at(otherCost),
    perMaterial: shared?.otherMass === undefined
      ? null
      : { of: shared.material, ...at((otherCost * shared.mass) / shared.otherMass) },
  };
}
