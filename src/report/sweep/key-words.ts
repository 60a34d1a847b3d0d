import { keyWords, separateWords } from '../../results/parameter-name.js';
import type { SweepColumn } from '../../results/sweep-schema.js';
import { spellUnits } from '../spelling.js';

/** "cathode.arealCapacity [mAh/cm^2]" as words and unit: cathode areal capacity, mAh/cm². */
export function columnWords({ name }: Pick<SweepColumn, 'name'>): { readonly words: string; readonly unit: string } {
  const [, key, unit = ''] = /^(.*?)(?: \[(.*)\])?$/.exec(name) ?? [name, name];
  const share = /^(.*)\.(mass|volume)Fractions\.(\w+)$/.exec(key);
  if (share && unit === '%') return { words: separateWords(share[3]), unit: share[2] === 'mass' ? 'wt%' : 'vol%' };
  return { words: keyWords(key), unit: spellUnits(unit) };
}

export const columnTitle = (column: Pick<SweepColumn, 'name'>): string => {
  const { words, unit } = columnWords(column);
  return unit === '' ? words : `${words} (${unit})`;
};

/** A varied number by its key as the title of an axis. */
export const keyTitle = (key: string, unit: string): string => columnTitle({ name: `${key} [${unit || '1'}]` });
