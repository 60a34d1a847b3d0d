import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { fixed, percent, significant } from './format.js';
import { frequencyText } from './frequency-text.js';

export const partNames = Object.keys(impedanceLabels) as (keyof typeof impedanceLabels)[];

/** Says in one sentence what the spectrum shows. */
export function impedanceSentence({ frequency_Hz: f, impedance }: ImpedanceDocument): string {
  const last = f.length - 1;
  const parts = partNames
    .map((name) => ({ name, value: impedance[name].real_ohm_cm2[last] }))
    .filter(({ value }) => value > 1e-3 * impedance.total.real_ohm_cm2[last])
    .sort((a, b) => b.value - a.value)
    .map(({ name, value }) => `${impedanceLabels[name]} ${significant(value)}`);
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = impedance.total;
  return `At ${frequencyText(f[last])} the real part is ${significant(re[last])} Ω cm² (${
    parts.join(', ')
  }) and the imaginary `
    + `part ${significant(im[last])}; at ${frequencyText(f[0])} the real part is ${significant(re[0])}.`;
}

/** At which state of the cell it was taken. */
export function stateText({ state }: ImpedanceDocument): string {
  const particles = state.stoichiometry.map(({ region, material, value }) =>
    `${material} in ${region} at ${fixed(value, 3)}`
  );
  return `at rest, ${percent(state.stateOfCharge, 1)} charged, ${fixed(state.voltage_V, 3)} V; ${
    particles.join(', ')
  }; `
    + `double layer ${significant(100 * state.doubleLayerCapacitance_F_m2)} µF/cm²`;
}
