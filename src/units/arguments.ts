/** What a program gives to a function of the library where no compiler looked at it: a mistake of that program, in one line that names the argument. */
export class ArgumentError extends TypeError {
  override readonly name = 'ArgumentError';
}

/** What an argument has to be, in words, and what is wrong with a value; nothing where it is that. */
export interface ArgumentKind {
  readonly expected: string;
  readonly found: (value: unknown) => string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (expected: string, isSuch: (value: unknown) => boolean): ArgumentKind => ({
  expected,
  found: (value) => (isSuch(value) ? undefined : inWords(value)),
});

/** The same, or nothing. */
export const optional = ({ expected, found }: ArgumentKind): ArgumentKind => ({
  expected: `${expected}, or nothing`,
  found: (value) => (value === undefined ? undefined : found(value)),
});

/** A text, empty ones too. */
export const aText = kindOf('a text', (value) => typeof value === 'string');
/** A text that can name a file. */
export const aPath = kindOf('the name of a file or folder', (value) => typeof value === 'string' && value !== '');
/** Something that can be called. */
export const aFunction = kindOf('a function', (value) => typeof value === 'function');
/** An object that is no list. */
export const anObject = kindOf('an object', isObject);
/** An object that has these keys. */
export const objectWith = (...keys: readonly string[]): ArgumentKind =>
  kindOf(`an object with ${keys.map((key) => `"${key}"`).join(' and ')}`, (value) =>
    isObject(value) && keys.every((key) => value[key] !== undefined));
/** A list of objects that have these keys. */
export const objectsWith = (...keys: readonly string[]): ArgumentKind => {
  const { expected, found } = objectWith(...keys);
  return kindOf(`a list, each of it ${expected}`,
    (value) => Array.isArray(value) && value.every((one) => found(one) === undefined));
};
/** A list of texts, empty ones too. */
export const texts = kindOf('a list of texts',
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** A finite number of at least `least`, and at most `most`. */
export const aNumber = (least = -Infinity, most = Infinity): ArgumentKind =>
  kindOf(`a finite number${least > -Infinity ? ` from ${least}` : ''}${most < Infinity ? ` to ${most}` : ''}`,
    (value) => typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most);

/** A finite number above zero. */
export const aPositive = kindOf('a positive number, finite',
  (value) => typeof value === 'number' && value > 0 && value < Infinity);

/** One of the names. */
export const oneOf = (names: readonly string[]): ArgumentKind =>
  kindOf(`one of ${names.join(', ')}`, (value) => typeof value === 'string' && names.includes(value));

/** A document that says it is of this schema. */
export const aDocument = (schema: string): ArgumentKind =>
  kindOf(`a document of ${schema}`, (value) => isObject(value) && value.schema === schema);

/** A case whose sections are there, with no number that is none. */
export const aCase: ArgumentKind = {
  expected: 'a case, as "parseCase" gives it in its "case"',
  found: (value) => {
    const sections = isObject(value) ? ['anode', 'membrane', 'cathode', 'protocol', 'numerics', 'mesh', 'cell'] : [''];
    const missing = sections.find((key) => !isObject((value as Fields | undefined)?.[key]));
    if (!isObject(value)) return inWords(value);
    if (missing !== undefined) return `an object without "${missing}"`;
    if (!Array.isArray((value.cathode as Fields).layers)) return 'an object without "cathode.layers"';
    return notANumber(value, '');
  },
};
/** A list of records that each have a path. */
export const aLedger = kindOf('a ledger, as "parseCase" gives it beside its case',
  (value) => Array.isArray(value) && value.every((one) => isObject(one) && typeof one.path === 'string'));

/** @throws ArgumentError for the first argument that is not what it has to be. */
export function expectArguments(given: Readonly<Record<string, readonly [value: unknown, kind: ArgumentKind]>>): void {
  for (const [name, [value, { expected, found }]] of Object.entries(given)) {
    const wrong = found(value);
    if (wrong !== undefined) throw new ArgumentError(`the argument "${name}": expected ${expected}, found ${wrong}`);
  }
}

/** Where a number is none. */
function notANumber(value: unknown, path: string): string | undefined {
  if (Number.isNaN(value)) return `NaN at "${path}"`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, below] of Object.entries(value)) {
    const found = notANumber(below, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${value.slice(0, 60).replace(/\s+/g, ' ')}"`;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
