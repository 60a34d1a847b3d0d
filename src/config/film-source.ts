import { bareValue } from './annotation.js';
import { type FileSource, nothingGathered, sourceFrom } from './file-source.js';
import type { PrintedFilm } from './film.js';
import { mergeRecords } from './merge-sources.js';
import { isRecord, own, type PlainRecord } from './plain-data.js';
import { films } from './tabled-films.js';
import { wording } from './wording.js';

/** A case with the membrane of a film of the reviews under what the case itself says of its membrane. */
export function filmSource(data: PlainRecord): FileSource {
  const { membrane } = data;
  const gathered = nothingGathered();
  const name = isRecord(membrane) ? bareValue(membrane.film) : undefined;
  if (!isRecord(membrane) || typeof name !== 'string') return sourceFrom(gathered, data);
  const film = own(films, name.trim()) as PrintedFilm | undefined;
  if (film) return sourceFrom(gathered, { ...data, membrane: mergeRecords(film.membrane, membrane) });
  // what the film would have said is no further problem
  gathered.problems.push({ ...wording.unknownName(name, 'the name of a film of the reviews', Object.keys(films)),
    path: ['membrane', 'film'] });
  gathered.found.push({ path: ['membrane'] });
  return sourceFrom(gathered, { ...data, membrane: { thickness: '1 um', ...membrane } });
}
