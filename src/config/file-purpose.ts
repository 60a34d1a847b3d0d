import { isRecord } from './raw.js';
import { readYaml } from './yaml-source.js';

/** What a file asks for beside one case. */
export interface FilePurpose {
  /** The key that says so. */
  readonly key: 'designs' | 'sweep' | 'rows' | 'validation' | 'fit' | 'materials';
  /** The command that reads it. */
  readonly command: 'compare' | 'sweep' | 'reproduce' | 'validate' | 'fit' | 'materials --add';
  readonly words: string;
}

const purposes: readonly FilePurpose[] = [
  { key: 'sweep', command: 'sweep', words: 'a sweep' },
  { key: 'designs', command: 'compare', words: 'several designs' },
  { key: 'rows', command: 'reproduce', words: 'reported results' },
  { key: 'validation', command: 'validate', words: 'measured cells' },
  { key: 'fit', command: 'fit', words: 'a fit' },
];

/** Undefined for one case, and for what cannot be read: reading it as a case says why. */
export function purposeOf(text: string, file: string): FilePurpose | undefined {
  const { data } = readYaml(text, file);
  if (!isRecord(data)) return undefined;
  const found = purposes.find(({ key }) => Object.hasOwn(data, key) && data[key] !== null);
  const onlyMaterials = data.materials !== undefined && data.cathode === undefined && data.base === undefined;
  return found
    ?? (onlyMaterials ? { key: 'materials', command: 'materials --add', words: 'materials alone' } : undefined);
}
