import { type Html, text } from './elements.js';
import { pageStyle } from './style.js';

/** A whole page: one file, no scripts, nothing loaded from elsewhere. */
export const htmlPage = (title: string, body: Html): string =>
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
  + '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
  + `<title>${text(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n${body}</body>\n</html>\n`;
