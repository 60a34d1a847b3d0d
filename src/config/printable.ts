/**
 * Signs that a terminal obeys instead of showing them: control characters apart from tab and line end, marks that turn the direction of
 * writing, halves of a character.
 */
const control = /(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Whether a text holds nothing but what can be shown; a carriage return before a line end can. */
export const isPrintable = (text: string): boolean => text.replaceAll('\r\n', '\n').search(control) < 0;

/** The text from shortly before its first control character. */
export const aroundControl = (text: string): string => text.slice(Math.max(0, text.search(control) - 20));

/** The text with every control character as its escape, `\u001b`. */
export const printable = (text: string): string =>
  text.replace(control, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text of unknown length for one line: cut at the given number of characters, line ends as spaces, control characters as escapes. */
export function shortText(text: string, longest = 60): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  return printable(cut.replace(/\s+/g, ' '));
}

/** The same in quotes. */
export const quoted = (text: string): string => `"${shortText(text)}"`;

/** A row of a table in Markdown. */
export const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;

/** The row of titles, and the line below it. */
export const markdownHead = (titles: readonly string[]): string =>
  markdownRow(titles) + markdownRow(titles.map(() => '---'));
