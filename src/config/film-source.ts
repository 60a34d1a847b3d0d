import { bareValue } from './annotation.js';
import { type FileSource, placesIn } from './file-source.js';
import { mergeRecords } from './merge-sources.js';
import { isRecord, type RawRecord } from './raw.js';
import { films } from './tabled-films.js';
import { wording } from './wording.js';

/** A case with the membrane of a film of the reviews under what the case itself says of its membrane. */
export function filmSource(data: RawRecord): FileSource {
  const { membrane } = data;
  const none: FileSource = { data, issues: [], problems: [], ...placesIn([]) };
  const name = isRecord(membrane) ? bareValue(membrane.film) : undefined;
  if (!isRecord(membrane) || typeof name !== 'string') return none;
  const film = Object.hasOwn(films, name.trim()) ? films[name.trim()] : undefined;
  if (film === undefined) {
    const problem = { ...wording.unknownFilm(name, Object.keys(films)), path: ['membrane', 'film'] };
    // what the film would have said is no further problem
    return { ...none, data: { ...data, membrane: { thickness: '1 um', ...membrane } }, problems: [problem],
      ...placesIn([{ path: ['membrane'] }]) };
  }
  return { ...none, data: { ...data, membrane: mergeRecords(film.membrane, membrane) } };
}
