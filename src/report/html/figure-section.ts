import type { Figure } from '../figures/figure.js';
import { type Html, markup, section, text } from './elements.js';

/** Every figure inline, numbered, with its words. */
export function figureSection(figures: readonly Figure[]): Html {
  return section(
    'figures',
    'Figures',
    figures.map((figure, k) =>
      markup(
        `<figure>${figure.svg}<figcaption><span class="mark">Figure ${k + 1}. ${text(figure.title)}.</span> `
          + `${text(figure.caption)}</figcaption></figure>\n`,
      )
    ),
  );
}
