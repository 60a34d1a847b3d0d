import type { ImpedanceDocument } from '../results/impedance-schema.js';

const spectra = ['total', 'anode', 'membrane', 'cathode', 'contacts'] as const;

/** One row per frequency: Z of the cell and of its parts. */
export function impedanceCsv({ frequency_Hz, impedance }: ImpedanceDocument): string {
  const head = ['frequency_Hz', ...spectra.flatMap((name) => [`${name}_real_ohm_cm2`, `${name}_imaginary_ohm_cm2`])];
  const rows = frequency_Hz.map((frequency, k) =>
    [frequency, ...spectra.flatMap((name) => [impedance[name].real_ohm_cm2[k], impedance[name].imaginary_ohm_cm2[k]])]
      .join(',')
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
