import { bareValue } from './annotation.js';
import { type FileSource, openDesk, sourceFrom } from './file-source.js';
import type { PrintedFilm } from './film.js';
import { mergeRecords } from './merge-sources.js';
import { isRecord, own, type RawRecord } from './raw.js';
import { films } from './tabled-films.js';
import { wording } from './wording.js';

/** A case with the membrane of a film of the reviews under what the case itself says of its membrane. */
export function filmSource(data: RawRecord): FileSource {
  const { membrane } = data;
  const desk = openDesk();
  const name = isRecord(membrane) ? bareValue(membrane.film) : undefined;
  if (!isRecord(membrane) || typeof name !== 'string') return sourceFrom(desk, data);
  const film = own(films, name.trim()) as PrintedFilm | undefined;
  if (film) return sourceFrom(desk, { ...data, membrane: mergeRecords(film.membrane, membrane) });
  // what the film would have said is no further problem
  desk.problems.push({ ...wording.unknownName(name, 'the name of a film of the reviews', Object.keys(films)),
    path: ['membrane', 'film'] });
  desk.found.push({ path: ['membrane'] });
  return sourceFrom(desk, { ...data, membrane: { thickness: '1 um', ...membrane } });
}
