import type { YamlSource } from './files/yaml-source.js';
import { isRecord } from './plain-data.js';
/** Files about several cells: the key that says so, the kind of the schema, the command that reads it. Where a file has several, the first counts. */
export const studyKinds = [
  { key: 'sweep', kind: 'sweep', command: 'sweep', words: 'a sweep' },
  { key: 'designs', kind: 'comparison', command: 'compare', words: 'several designs' },
  { key: 'rows', kind: 'reproduce', command: 'reproduce', words: 'reported results' },
  { key: 'validation', kind: 'validation', command: 'validate', words: 'measured cells' },
  { key: 'fit', kind: 'fit', command: 'fit', words: 'a fit' },
  { key: 'uncertainty', kind: 'uncertainty', command: 'uncertainty', words: 'the uncertainty of a case' },
  { key: 'optimise', kind: 'optimise', command: 'optimise', words: 'an optimum' },
] as const;

/** Kinds of files that a user writes. */
export const fileKinds = ['case', 'base', ...studyKinds.map(({ kind }) => kind), 'materials', 'mesh', 'calibration',
  'image', 'structure'] as const;
/** A kind of file, by the schema that it keeps to; a `base` is part of a case. */
export type FileKind = (typeof fileKinds)[number];

const purposes = [
  ...studyKinds,
  { key: 'voxels', command: 'structure', words: 'a structure to be made' },
  { key: 'voxelSize', command: 'tortuosity', words: 'the description of an image' },
] as const;
const onlyMaterials = { key: 'materials', command: 'materials --add', words: 'materials alone' } as const;

/** What a file asks for beside one case: the key that says so, and the command that reads it. */
export type FilePurpose = Pick<(typeof purposes)[number] | typeof onlyMaterials, 'key' | 'command' | 'words'>;

/** What to write instead; a description is read beside its image. */
export const remedyOf = ({ key, command }: FilePurpose, path: string): string =>
  `catholith ${command} ${key === 'voxelSize' ? 'IMAGE' : path}`;

/** Undefined for one case, and for what cannot be read: reading it as a case says why. */
export function purposeOf({ data }: YamlSource): FilePurpose | undefined {
  if (!isRecord(data)) return undefined;
  const found = purposes.find(({ key }) => Object.hasOwn(data, key) && data[key] !== null);
  const materialsAlone = data.materials !== undefined && data.cathode === undefined && data.base === undefined;
  return found ?? (materialsAlone ? onlyMaterials : undefined);
}
