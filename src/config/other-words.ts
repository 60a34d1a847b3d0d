import type * as z from 'zod';
import { nearest } from './nearest.js';
import { dotted, type Path } from './plain-data.js';
import { tableNode } from './schema-walk.js';

/** Words that others write for a section of the case, in lower case. */
const sections: Readonly<Record<string, string>> = {
  separator: 'membrane',
  solidelectrolyte: 'membrane',
  negativeelectrode: 'anode',
  positiveelectrode: 'cathode',
};

/** Words that others write for a key, in lower case, and where it stands below the same section. */
const keys: Readonly<Record<string, string>> = {
  tortuosity: 'ionicTransport.tortuosityFactor',
  cutoff: 'lowerCutoffVoltage',
  cutoffvoltage: 'lowerCutoffVoltage',
  minimumvoltage: 'lowerCutoffVoltage',
  maximumvoltage: 'upperCutoffVoltage',
};

/**
 * The key that was meant by a word that is no misspelling of it: "membrane" by separator, "ionicTransport.tortuosityFactor"
 * by cathode.tortuosity, "cell.pressure" by cathode.pressure. `known` are the keys of the section that the word stands in.
 */
export function meantElsewhere(path: Path, known: readonly string[], table: z.core.$ZodType): string | undefined {
  const written = String(path[path.length - 1]);
  const word = written.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (path.length === 1 && Object.hasOwn(sections, word)) return sections[word];
  const meant = path.length > 1 && Object.hasOwn(keys, word) ? keys[word] : undefined;
  if (meant !== undefined && known.includes(meant.split('.')[0])) return meant;
  if (nearest(written, known) !== undefined) return undefined;
  const places = placesOf(written, table);
  return places.length === 1 ? dotted(places[0]) : undefined;
}

/** Where a word is a key at the top of a file or in a section of it. */
function placesOf(word: string, table: z.core.$ZodType): Path[] {
  const top = tableNode(table);
  if (top.kind !== 'section') return [];
  if (Object.hasOwn(top.shape, word)) return [[word]];
  return Object.entries(top.shape).flatMap(([section, below]): Path[] => {
    const node = tableNode(below);
    return node.kind === 'section' && Object.hasOwn(node.shape, word) ? [[section, word]] : [];
  });
}
