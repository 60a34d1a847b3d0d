import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** What the page shows, and its address: everything that is needed to see the same again. */

/** The cell that the page opens with. */
export const usualCell = 'nmc811-li6ps5cl';

/** A cell, and what is changed of it. */
export interface Design {
  /** Name of a cell that comes with the page; of an own one the name of its file. */
  readonly cell: string;
  /** Text of an own case. */
  readonly text?: string;
  /** Files that it names, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** Keys of the case with their values as they are written, as `--set` takes them. */
  readonly set: Readonly<Record<string, string>>;
}

/** What is looked at. */
export interface View {
  readonly design: Design;
  /** Beside it, to compare with. */
  readonly other?: Design;
  /** Measured discharges by the name of their file: CSV as dropped. */
  readonly measured: Readonly<Record<string, string>>;
  /** Label of the rate that headline, losses and profiles are about. */
  readonly rate?: string;
}

/** Names in an address that are no keys of a case. */
const reserved = ['cell', 'case', 'file', 'rate', 'data'];
const otherPrefix = 'vs.';
/** A text that unfolds to more than this is no case. */
const largest = 400_000;

/** `#cell=nmc811&cathode.thickness=120 um&vs.cell=...`; an own case and measured data stand in it packed. */
export function addressOf({ design, other, measured, rate }: View): string {
  const words = new URLSearchParams();
  write(words, '', design);
  if (other) write(words, otherPrefix, other);
  if (rate !== undefined) words.append('rate', rate);
  writeFiles(words, 'data', measured);
  return `#${words.toString()}`;
}

function write(words: URLSearchParams, prefix: string, { cell, text, files = {}, set }: Design): void {
  words.append(`${prefix}cell`, cell);
  if (text !== undefined) words.append(`${prefix}case`, packed(text));
  writeFiles(words, `${prefix}file`, files);
  for (const [key, value] of Object.entries(set)) words.append(`${prefix}${key}`, value);
}

function writeFiles(words: URLSearchParams, key: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) words.append(key, `${name}:${packed(text)}`);
}

function readFiles(words: URLSearchParams, key: string): Record<string, string> {
  return Object.fromEntries(words.getAll(key).flatMap((entry): [string, string][] => {
    const at = entry.indexOf(':');
    const text = unpacked(entry.slice(at + 1));
    return at < 0 || text === undefined ? [] : [[entry.slice(0, at), text]];
  }));
}

/** The view of an address; `usual` where it names no cell. What cannot be unpacked is left out. */
export function viewOf(address: string, usual: string): View {
  const words = new URLSearchParams(address.replace(/^#/, ''));
  const rate = words.get('rate');
  return {
    design: read(words, '', usual),
    ...(words.has(`${otherPrefix}cell`) && { other: read(words, otherPrefix, usual) }),
    measured: readFiles(words, 'data'),
    ...(rate !== null && { rate }),
  };
}

function read(words: URLSearchParams, prefix: string, usual: string): Design {
  const own = words.get(`${prefix}case`);
  const text = own === null ? undefined : unpacked(own);
  const files = readFiles(words, `${prefix}file`);
  const set = [...words].flatMap(([name, value]): [string, string][] => {
    if (prefix === '' ? name.startsWith(otherPrefix) : !name.startsWith(prefix)) return [];
    const key = name.slice(prefix.length);
    return reserved.includes(key) ? [] : [[key, value]];
  });
  return { cell: words.get(`${prefix}cell`) ?? usual, ...(text !== undefined && { text }),
    ...(Object.keys(files).length > 0 && { files }), set: Object.fromEntries(set) };
}

/** Deflated, in the letters of an address. */
export const packed = (text: string): string =>
  btoa(strFromU8(deflateSync(strToU8(text), { level: 9 }), true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll(
    '=',
    '',
  );

/** undefined for what `packed` has not made. */
export function unpacked(letters: string): string | undefined {
  try {
    const bytes = strToU8(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), true);
    // an address may come from anybody: what would unfold without end is refused
    const out = inflateSync(bytes, { out: new Uint8Array(largest) });
    return out.length < largest ? strFromU8(out) : undefined;
  } catch {
    return undefined;
  }
}

/** Two designs that give the same case. */
export const isSame = (a: Design, b: Design): boolean =>
  JSON.stringify([a.cell, a.text, a.files, a.set]) === JSON.stringify([b.cell, b.text, b.files, b.set]);

/** The line that computes the same in a terminal. */
export function commandOf({ cell, text, set }: Design, folder: string): string {
  const quoted = (word: string): string =>
    /^[\w./:=%+-]+$/.test(word) ? word : `'${word.replaceAll('\'', '\'\\\'\'')}'`;
  const path = text === undefined ? `${folder}${cell}.yaml` : `${cell}.yaml`;
  const sets = Object.entries(set).map(([key, value]) => ` --set ${quoted(`${key}=${value}`)}`);
  return `catholith run ${quoted(path)}${sets.join('')} --no-range`;
}
