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
