import { studyKinds } from './file-kinds.js';
import { isRecord } from './plain-data.js';
import type { YamlSource } from './yaml-source.js';

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
