import { builtInMeshes } from './built-in-meshes.js';
import type { ParseOptions } from './parse-case.js';

/** What is not said: the file is called `case`, and the meshes are those of this program. */
export const completeOptions = (
  { file = 'case', meshes = builtInMeshes, ...options }: Partial<ParseOptions>,
): ParseOptions => ({
  file,
  meshes,
  ...options,
});
