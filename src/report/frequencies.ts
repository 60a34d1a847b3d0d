import { significant } from './format.js';

/** 0.001 -> 1 mHz, 1e6 -> 1 MHz. */
export function frequencyText(frequency: number): string {
  for (const [unit, size] of [['MHz', 1e6], ['kHz', 1e3], ['Hz', 1]] as const) {
    if (frequency >= 0.9995 * size) return `${plain(frequency / size)} ${unit}`;
  }
  return frequency >= 0.9995e-3 ? `${plain(1e3 * frequency)} mHz` : `${plain(1e6 * frequency)} µHz`;
}

const plain = (value: number): string => String(Number(significant(value)));

/** Indices of the frequencies next to whole decades, and of both ends. */
export function decadeRows(frequencies: readonly number[]): number[] {
  const last = frequencies.length - 1;
  const distance = (k: number): number => Math.abs(Math.log10(frequencies[k]) - Math.round(Math.log10(frequencies[k])));
  return frequencies.flatMap((_, k) => {
    const nearest = (k === 0 || distance(k) <= distance(k - 1)) && (k === last || distance(k) < distance(k + 1));
    return k === 0 || k === last || (nearest && distance(k) < 0.25) ? [k] : [];
  });
}
