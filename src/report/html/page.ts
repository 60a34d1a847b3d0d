import { type Html, join, linked, markup, paragraph, text } from './elements.js';
import { pageStyle } from './style.js';

/** A report as one page: one file, no scripts, nothing loaded from elsewhere. */
export const reportPage = (title: string, heading: readonly Html[], sections: readonly Html[]): string =>
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
  + '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
  + `<title>${text(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n<header>\n<h1>${text(title)}</h1>\n`
  + `${join(heading)}</header>\n${join(sections)}</body>\n</html>\n`;

export const sourceLine = (source: string): Html => paragraph(join([text('Source: '), linked(source)]), 'source');

export const warningLines = (warnings: readonly string[]): Html[] =>
  warnings.map((warning) =>
    paragraph(join([markup('<span class="mark">Warning:</span> '), linked(warning)]), 'warning')
  );
