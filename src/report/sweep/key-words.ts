import type { SweepColumn } from '../../results/sweep-schema.js';
import { spelled } from '../spelling.js';

/** "arealCapacity" -> "areal capacity" */
const apart = (key: string): string =>
  key.replace(/([a-z])([A-Z])/g, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);

/** "cathode.arealCapacity [mAh/cm^2]" as words and unit: cathode areal capacity, mAh/cm². */
export function columnWords({ name }: Pick<SweepColumn, 'name'>): { readonly words: string; readonly unit: string } {
  const [, key, unit = ''] = /^(.*?)(?: \[(.*)\])?$/.exec(name) ?? [name, name];
  const share = /^(.*)\.(mass|volume)Fractions\.(\w+)$/.exec(key);
  if (share && unit === '%') return { words: apart(share[3]), unit: share[2] === 'mass' ? 'wt%' : 'vol%' };
  const words = key.split('.').filter((step) => !/^\d+$/.test(step))
    .map(apart).join(' ');
  return { words, unit: spelled(unit) };
}

export const columnTitle = (column: Pick<SweepColumn, 'name'>): string => {
  const { words, unit } = columnWords(column);
  return unit === '' ? words : `${words} (${unit})`;
};

/** A varied number by its key as the title of an axis. */
export const keyTitle = (key: string, unit: string): string => columnTitle({ name: `${key} [${unit || '1'}]` });
