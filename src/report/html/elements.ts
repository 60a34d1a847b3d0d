import { escapeText } from '../escape.js';
import { keepQuantities, spellUnits } from '../spelling.js';

/** Small pieces of HTML; a `Html` string is already escaped. */
export type Html = string & { readonly __html: unique symbol };

export function markup(text: string): Html {
  return text as Html;
}

/** Escaped, its units in their one spelling and beside their numbers. */
export function text(content: string): Html {
  return markup(escapeText(keepQuantities(spellUnits(content))));
}

export function join(parts: readonly Html[]): Html {
  return markup(parts.join(''));
}

export function paragraph(content: Html, kind = ''): Html {
  return markup(`<p${kind === '' ? '' : ` class="${kind}"`}>${content}</p>\n`);
}

/** `https://doi.org/` may stand before it; the suffix ends at a space, a comma or a semicolon. */
const doiPattern = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s,;"<>]+)/gi;

/** Text with every DOI as a link. */
export function linkDois(content: string): Html {
  const parts: string[] = [];
  let end = 0;
  for (const match of content.matchAll(doiPattern)) {
    const doi = trimmedDoi(match[1]);
    const start = match.index;
    const after = start + match[0].length - (match[1].length - doi.length);
    parts.push(text(content.slice(end, start)),
      `<a href="https://doi.org/${escapeText(encodeURI(doi))}">${escapeText(doi)}</a>`);
    end = after;
  }
  return markup([...parts, text(content.slice(end))].join(''));
}

/** Without the full stop or the bracket of the sentence around it; brackets of the DOI itself stay. */
function trimmedDoi(doi: string): string {
  const count = (text: string, sign: string) => text.split(sign).length - 1;
  let trimmed = doi;
  while (
    /[.:]$/.test(trimmed)
    || (/[)\]]$/.test(trimmed) && count(trimmed, trimmed.slice(-1)) > count(trimmed, trimmed.endsWith(')') ? '(' : '['))
  ) {
    trimmed = trimmed.slice(0, -1);
  }
  return trimmed;
}
