import { completeOptions, type ParseOptions } from '../parse-options.js';

/** Everything that reading a study asked for, as plain data: another thread reads the same from it, whatever becomes of the files. */
export interface StudyFiles extends Pick<ParseOptions, 'file' | 'meshes' | 'set'> {
  readonly input: string | object;
  /** Texts of bases and tables by the names that were asked for. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** How a study is read, and what it will have read: each other file once. */
export function readOnce(input: string | object, settings: Partial<ParseOptions>) {
  const { file, meshes, set = [], textOf = () => undefined, ...more } = completeOptions(settings);
  const texts = new Map<string, string | undefined>();
  const remembered = (name: string): string | undefined => {
    if (!texts.has(name)) texts.set(name, textOf(name));
    return texts.get(name);
  };
  const files: StudyFiles = { input, file, meshes, set, texts };
  return { files, options: { ...more, file, meshes, set, textOf: remembered } };
}

/** The settings with which files that were read before are read again. */
export const settingsOf = ({ file, meshes, set, texts }: StudyFiles): ParseOptions => ({ file, meshes, set,
  textOf: (name) => texts.get(name) });
