/** A finished picture: self-contained SVG, with the words that go beside it. Apart from what draws it, whose types are no part of the package. */
export interface Figure {
  /** File name without extension. */
  readonly name: string;
  readonly title: string;
  /** Description of what is seen and how it is computed. */
  readonly caption: string;
  readonly svg: string;
}
