import type { Figure } from '../figures/figure.js';
import { type Html, markup, section, text } from './elements.js';

/** Every figure inline, numbered, with its words. */
export const figureSection = (figures: readonly Figure[]): Html =>
  section('figures', 'Figures', figures.map(({ svg, title, caption }, k) =>
    markup(`<figure>${svg}<figcaption><span class="mark">Figure ${k + 1}. ${text(title)}.</span> `
      + `${text(caption)}</figcaption></figure>\n`)
  ));
