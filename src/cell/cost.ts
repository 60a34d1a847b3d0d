/** A material in a layer or a part of the cell: mass per area [kg m^-2] or mass [kg], price [$ kg^-1] where there is one. */
export interface Part {
  readonly name: string;
  readonly mass: number;
  readonly price?: number;
}

/** Money in the unit of the masses that it was counted from: $ m^-2 or $. */
export interface Cost {
  /** Of everything that has a price. */
  readonly priced: number;
  /** What has none. */
  readonly unpriced: readonly string[];
}

/** cost = sum_k m_k p_k, and the names of what has a mass but no price. */
export function costOf(parts: readonly Part[]): Cost {
  const present = parts.filter(({ mass }) => mass > 0);
  return {
    priced: present.reduce((sum, { mass, price = 0 }) => sum + mass * price, 0),
    unpriced: [...new Set(present.filter(({ price }) => price === undefined).map(({ name }) => name))],
  };
}

/** undefined where something has no price: a sum without it is no cost. */
export const completeCost = ({ priced, unpriced }: Cost): number | undefined =>
  unpriced.length === 0 ? priced : undefined;

/** The same parts, `factor` times as much of each. */
export const scaled = (parts: readonly Part[], factor: number): readonly Part[] =>
  parts.map((part) => ({ ...part, mass: part.mass * factor }));
