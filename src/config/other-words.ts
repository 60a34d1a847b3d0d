import type { Path } from './raw.js';

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
 * by cathode.tortuosity. `known` are the keys of the section that the word stands in.
 */
export function meantElsewhere(path: Path, known: readonly string[]): string | undefined {
  const written = String(path[path.length - 1]);
  const word = written.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (path.length === 1) return Object.hasOwn(sections, word) ? sections[word] : undefined;
  const meant = Object.hasOwn(keys, word) ? keys[word] : undefined;
  return meant !== undefined && known.includes(meant.split('.')[0]) ? meant : undefined;
}
