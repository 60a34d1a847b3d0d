import { isRecord } from './raw.js';
import type { YamlSource } from './yaml-source.js';

/** What a file asks for beside one case. */
export interface FilePurpose {
  /** The key that says so. */
  readonly key: 'designs' | 'sweep' | 'rows' | 'validation' | 'fit' | 'uncertainty' | 'optimise' | 'materials'
    | 'voxels' | 'voxelSize';
  /** The command that reads it. */
  readonly command: 'compare' | 'sweep' | 'reproduce' | 'validate' | 'fit' | 'uncertainty' | 'optimise'
    | 'materials --add' | 'structure' | 'tortuosity';
  readonly words: string;
}

const purposes: readonly FilePurpose[] = [
  { key: 'sweep', command: 'sweep', words: 'a sweep' },
  { key: 'designs', command: 'compare', words: 'several designs' },
  { key: 'rows', command: 'reproduce', words: 'reported results' },
  { key: 'validation', command: 'validate', words: 'measured cells' },
  { key: 'fit', command: 'fit', words: 'a fit' },
  { key: 'uncertainty', command: 'uncertainty', words: 'the uncertainty of a case' },
  { key: 'optimise', command: 'optimise', words: 'an optimum' },
  { key: 'voxels', command: 'structure', words: 'a structure to be made' },
  { key: 'voxelSize', command: 'tortuosity', words: 'the description of an image' },
];

/** What to write instead; a description is read beside its image. */
export const remedyOf = ({ key, command }: FilePurpose, path: string): string =>
  `catholith ${command} ${key === 'voxelSize' ? 'IMAGE' : path}`;

/** Undefined for one case, and for what cannot be read: reading it as a case says why. */
export function purposeOf({ data }: YamlSource): FilePurpose | undefined {
  if (!isRecord(data)) return undefined;
  const found = purposes.find(({ key }) => Object.hasOwn(data, key) && data[key] !== null);
  const onlyMaterials = data.materials !== undefined && data.cathode === undefined && data.base === undefined;
  return found
    ?? (onlyMaterials ? { key: 'materials', command: 'materials --add', words: 'materials alone' } : undefined);
}
