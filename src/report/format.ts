/** Numbers as text; a dash where a number is not defined. */

export const dash = '–';

export function fixed(value: number | null, digits: number): string {
  return value === null || !Number.isFinite(value) ? dash : value.toFixed(digits);
}

/** Three significant digits without an exponent from 0.001 to 100000. */
export function significant(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return dash;
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size < -3 || size > 5) return value.toExponential(digits - 1);
  return value.toFixed(Math.max(0, digits - 1 - size));
}

export function percent(value: number | null, digits = 0): string {
  return value === null || !Number.isFinite(value) ? dash : `${(100 * value).toFixed(digits)} %`;
}

/** Largest relative errors and norms. */
export function tiny(value: number): string {
  return value === 0 ? '0' : value.toExponential(0);
}

/** 0.1 -> C/10, 1/3 -> C/3, 2 -> 2C, 0.37 -> 0.37C. */
export function cRateText(cRate: number): string {
  const inverse = 1 / cRate;
  if (cRate < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-3 * inverse) return `C/${Math.round(inverse)}`;
  return `${Number(cRate.toPrecision(2))}C`;
}
