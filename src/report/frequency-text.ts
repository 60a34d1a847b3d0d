import { significant } from './format.js';

/** 0.001 -> 1 mHz, 1e6 -> 1 MHz. */
export function frequencyText(frequency: number): string {
  for (const [unit, size] of [['MHz', 1e6], ['kHz', 1e3], ['Hz', 1]] as const) {
    if (frequency >= 0.9995 * size) return `${plain(frequency / size)} ${unit}`;
  }
  return frequency >= 0.9995e-3 ? `${plain(1e3 * frequency)} mHz` : `${plain(1e6 * frequency)} µHz`;
}

const plain = (value: number): string => String(Number(significant(value)));
