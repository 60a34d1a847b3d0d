import type { ImpedanceDocument } from '../results/impedance-schema.js';
import { csvTable } from './csv.js';

/** Writes a row per frequency: Z of the cell and of its parts. */
export const impedanceCsv = ({ frequency_Hz, impedance }: ImpedanceDocument): string =>
  csvTable<number>({
    frequency_Hz: (k) => frequency_Hz[k],
    ...Object.fromEntries(Object.entries(impedance).flatMap(([name, spectrum]) => [
      [`${name}_real_ohm_cm2`, (k: number) => spectrum.real_ohm_cm2[k]],
      [`${name}_imaginary_ohm_cm2`, (k: number) => spectrum.imaginary_ohm_cm2[k]],
    ])),
  }, frequency_Hz.map((_, k) => k));
