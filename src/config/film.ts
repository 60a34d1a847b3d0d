import type { PlainRecord } from './plain-data.js';

/** A film of solid electrolyte that a review prints. */
export interface PrintedFilm {
  readonly title: string;
  /** Tensile strength; no equation asks for it. */
  readonly strength?: PlainRecord;
  /** What it is as the section membrane of a case, with the source of every number. */
  readonly membrane: PlainRecord;
}
