import type { Rate } from '../config/case.js';
import { formatNumber } from '../units/quantity.js';

const milliampPerSquareCentimetre = 10;

/** "C/3", "2C", or the current density where the case gives one. */
export function rateLabel(rate: Rate): string {
  if (rate.kind === 'currentDensity') return `${formatNumber(rate.value / milliampPerSquareCentimetre, 4)} mA/cm2`;
  const inverse = 1 / rate.value;
  if (rate.value < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-9) return `C/${Math.round(inverse)}`;
  return `${formatNumber(rate.value, 4)}C`;
}
