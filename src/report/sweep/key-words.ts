import type { SweepColumn } from '../../results/sweep-schema.js';

const units: Readonly<Record<string, string>> = {
  um: 'µm',
  degC: '°C',
  'mAh/cm^2': 'mAh/cm²',
  'mg/cm^2': 'mg/cm²',
  'mS/cm': 'mS/cm',
  'mA/cm^2': 'mA/cm²',
  'g/cm^3': 'g/cm³',
};

/** "arealCapacity" -> "areal capacity" */
const spelled = (key: string): string =>
  key.replace(/([a-z])([A-Z])/g, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);

/** "cathode.arealCapacity [mAh/cm^2]" as words and unit: cathode areal capacity, mAh/cm². */
export function columnWords({ name }: SweepColumn): { readonly words: string; readonly unit: string } {
  const [, key, unit = ''] = /^(.*?)(?: \[(.*)\])?$/.exec(name) ?? [name, name];
  const share = /^(.*)\.(mass|volume)Fractions\.(\w+)$/.exec(key);
  if (share && unit === '%') return { words: spelled(share[3]), unit: share[2] === 'mass' ? 'wt%' : 'vol%' };
  const words = key.split('.').filter((step) => !/^\d+$/.test(step))
    .map(spelled).join(' ');
  return { words, unit: units[unit] ?? unit };
}

export const columnTitle = (column: SweepColumn): string => {
  const { words, unit } = columnWords(column);
  return unit === '' ? words : `${words} (${unit})`;
};
