import { type Context, refuse } from './field.js';
import { wording } from './wording.js';

/** Which of several keys of a section are written: at most one of them may be. */
export function atMostOne<K extends string>(written: { readonly [P in K]?: unknown }, keys: readonly K[],
  context: Context): K[]
{
  const found = keys.filter((key) => written[key] !== undefined);
  if (found.length > 1) refuse(context, wording.onlyOneOf(keys, found));
  return found;
}

/** The same where one of them has to be there. */
export function exactlyOne<K extends string>(written: { readonly [P in K]?: unknown }, keys: readonly K[],
  context: Context): K | undefined
{
  const [found] = atMostOne(written, keys, context);
  if (found === undefined) refuse(context, wording.missingOneOf(keys));
  return found;
}
