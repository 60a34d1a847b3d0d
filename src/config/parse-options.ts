import { aFunction, anObject, aPath, expectArguments, optional, texts } from '../units/arguments.js';
import { builtInMeshes } from './files/built-in-meshes.js';
import type { ParseOptions } from './parse-case.js';

/** What is not said: the file is called `case`, and the meshes are those of this program. */
export function completeOptions(settings: Partial<ParseOptions>): ParseOptions {
  expectArguments({ settings: [settings, anObject] });
  const { file = 'case', meshes = builtInMeshes, ...options } = settings;
  const { set, textOf } = options;
  expectArguments({ 'settings.file': [file, aPath], 'settings.meshes': [meshes, anObject],
    'settings.set': [set, optional(texts)], 'settings.textOf': [textOf, optional(aFunction)] });
  return { file, meshes, ...options };
}
