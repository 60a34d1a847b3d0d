import { type FieldProblem, type Reading, refused } from './annotation.js';
import { materialNames } from './material-names.js';
import { kindNames, type MaterialKind } from './material-properties.js';
import { isRecord, type RawRecord } from './raw.js';
import type { SweepValues } from './sweep.js';
import { films } from './tabled-films.js';
import { wording } from './wording.js';

/** `{names: films}`: every name of the library of one kind as the values of an axis, `except` some. */

const keys = ['names', 'except'];
const kinds = Object.keys(kindNames) as MaterialKind[];

/** Films that are a membrane by themselves: those of which a thickness and a conductivity are printed. */
const wholeFilms = (): string[] =>
  Object.keys(films).filter((name) =>
    films[name].membrane.thickness !== undefined
    && films[name].membrane.ionicTransport !== undefined
  );

export const isNamed = (raw: unknown): raw is RawRecord => isRecord(raw) && raw.names !== undefined;

/** The names, in the order of the library. */
export function readNames(key: string, raw: RawRecord): Reading<SweepValues> {
  const problems: FieldProblem[] = Object.keys(raw).filter((name) => !keys.includes(name))
    .map((name) => ({ ...wording.unknownKey(name, keys), path: [name] }));
  const known = ['films', ...kinds];
  const all = raw.names === 'films' ? wholeFilms() : materialNames[raw.names as MaterialKind];
  if (all === undefined)
    return refused(wording.wrongType(`one of ${known.join(', ')}`, raw.names, 'names: films'), ['names']);
  const except = raw.except ?? [];
  if (!Array.isArray(except))
    problems.push({ ...wording.wrongType('a list of names', except, 'except: [LLZO]'), path: ['except'] });
  else {
    except.forEach((name: unknown, i) => {
      if (!all.includes(String(name)))
        problems.push({ ...wording.unknownName(String(name), String(raw.names), all), path: ['except', i] });
    });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { kind: 'values', key, values: all.filter((name) => !(except as unknown[]).includes(name)) } };
}
