import { Lexer } from 'yaml';

/** Brackets, or "- " and "? " of one line, inside each other: several times what any case has. */
export const deepestNesting = 64;

/** The lexer announces a text by this; what follows is no bracket. */
const textFollows = '\u001f';
const shift: Readonly<Record<string, number | undefined>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/**
 * Where a text of YAML is nested deeper than anyone means, as an offset; undefined where it is not. Found before the text is parsed: a parser
 * calls itself for every level, and forty thousand brackets take minutes, or the stack.
 */
export function tooDeepAt(text: string): number | undefined {
  if (openings(text) <= deepestNesting) return undefined;
  let offset = 0;
  let brackets = 0;
  let marks = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (before !== textFollows) {
      brackets = Math.max(0, brackets + (shift[token] ?? 0));
      if (token === '-' || token === '?') marks++;
      if (token.includes('\n')) marks = 0;
      if (brackets > deepestNesting || marks > deepestNesting) return offset;
    }
    before = token;
    if (!isControl(token)) offset += token.length;
  }
  return undefined;
}

/** Characters that may open a level: no text is deeper than that, and most need no second look. */
const openings = (text: string): number => text.match(/[[{]|[-?](?=[\s,[\]{}]|$)/g)?.length ?? 0;

/** Tokens that stand for no letters of the text: of a document, the end of a flow, a text that follows. */
const isControl = (token: string): boolean => token === '\u0002' || token === '\u0018' || token === textFollows;
