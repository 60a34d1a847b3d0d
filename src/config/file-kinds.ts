/** Kinds of files that a user writes. */
export const fileKinds = ['case', 'base', 'comparison', 'sweep', 'reproduce', 'validation', 'fit', 'uncertainty',
  'optimise', 'materials', 'mesh', 'calibration', 'image', 'structure'] as const;
/** A kind of file, by the schema that it keeps to; a `base` is part of a case. */
export type FileKind = (typeof fileKinds)[number];
