import { aFunction, anObject, aPath, expectArguments, optional, texts } from '../units/arguments.js';
import { builtInMeshes } from './files/built-in-meshes.js';

/** What the text of a case may refer to: its name in messages, meshes, other files, overrides. */
export interface ParseOptions {
  /** Name of the file in every issue, default `case`; its last part without extension names the case. */
  readonly file: string;
  /** YAML texts of the meshes by name; default: those of this program. */
  readonly meshes: Readonly<Record<string, string>>;
  /** Text of another file that the case names (a load profile), from the case's folder; undefined where there is none. */
  readonly textOf?: (name: string) => string | undefined;
  /** `key=value` texts that come last. */
  readonly set?: readonly string[];
  /** Hears of what takes its time before it is begun: a packing that is made. */
  readonly onMake?: (words: string) => void;
}

/** What is not said: the file is called `case`, and the meshes are those of this program. */
export function completeOptions(settings: Partial<ParseOptions>): ParseOptions {
  expectArguments({ settings: [settings, anObject] });
  const { file = 'case', meshes = builtInMeshes, ...options } = settings;
  const { set, textOf } = options;
  expectArguments({ 'settings.file': [file, aPath], 'settings.meshes': [meshes, anObject],
    'settings.set': [set, optional(texts)], 'settings.textOf': [textOf, optional(aFunction)] });
  return { file, meshes, ...options };
}
