import type { Wording } from '../loaded-case.js';

const wordsOf = (code: Wording['code']) => (expected: string, received: string, remedy: string): Wording => (
  { code, expected, received, remedy }
);

/** The words of a problem, by its kind: what is expected, what is found, what to do. */
export const unknownKey = wordsOf('unknown-key');
export const missingKey = wordsOf('missing-key');
export const wrongType = wordsOf('wrong-type');
export const wrongUnit = wordsOf('wrong-unit');
export const outOfRange = wordsOf('out-of-range');
export const unknownName = wordsOf('unknown-name');
export const impossible = wordsOf('impossible-composition');
export const contradiction = wordsOf('contradiction');
export const missingFile = wordsOf('missing-file');
export const brokenYaml = wordsOf('broken-yaml');
export const unknownMesh = wordsOf('unknown-mesh');
export const badOverride = wordsOf('bad-override');
