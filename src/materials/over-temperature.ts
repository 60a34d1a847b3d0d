import type { TemperatureFactor } from './material.js';
import type { Table } from './property.js';

/** A property that was measured at several temperatures [K]. */
export interface OverTemperature {
  readonly range: readonly [low: number, high: number];
  readonly value: TemperatureFactor;
}

/**
 * value(T): ln value is linear in 1/T between two rows, which is an activation energy of their own, and keeps the slope of the last two
 * beyond the ends.
 */
export function overTemperature(table: Table): OverTemperature {
  const rows = table.map(([t, value]) => [1 / t, Math.log(value)] as const);
  return {
    range: [table[0][0], table[table.length - 1][0]],
    value(t) {
      const above = rows.findIndex(([inverse]) => inverse <= 1 / t);
      const upper = Math.max(1, above < 0 ? rows.length - 1 : above);
      const [[x0, y0], [x1, y1]] = [rows[upper - 1], rows[upper]];
      return Math.exp(y0 + ((y1 - y0) * (1 / t - x0)) / (x1 - x0));
    },
  };
}
