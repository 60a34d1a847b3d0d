import { type Cost, costOf, type Part } from './cost.js';

/** One material of a cell, wherever it is used. */
export interface BillLine extends Part {
  /** [$]; absent without a price. */
  readonly cost?: number;
  /** Of the cost of everything that has a price. */
  readonly share?: number;
}

/** Materials of a cell, one line each, with mass and cost. */
export interface BillOfMaterials {
  readonly lines: readonly BillLine[];
  /** [kg] */
  readonly mass: number;
  readonly cost: Cost;
}

/** Parts of one name and one price become one line: cost = mass * price, share = cost / sum of costs. */
export function billOfMaterials(parts: readonly Part[]): BillOfMaterials {
  const lines = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.name} ${part.price}`;
    lines.set(key, { ...part, mass: part.mass + (lines.get(key)?.mass ?? 0) });
  }
  const present = [...lines.values()].filter(({ mass }) => mass > 0);
  const cost = costOf(present);
  return {
    lines: present.map((part) => (part.price === undefined
      ? part
      : { ...part, cost: part.mass * part.price, share: (part.mass * part.price) / cost.priced })
    ),
    mass: present.reduce((sum, { mass }) => sum + mass, 0),
    cost,
  };
}
