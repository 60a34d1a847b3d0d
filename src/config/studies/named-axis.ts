import * as z from 'zod';
import type { Reading } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { texts } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import { materialNames } from '../material-names.js';
import { kindNames, type MaterialKind } from '../material-properties.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { films } from '../tabled-films.js';
import { wording } from '../wording.js';
import type { SweepValues } from './sweep.js';

/** `{names: films}`: every name of the library of one kind as the values of an axis, `except` some. */

const kinds = Object.keys(kindNames) as MaterialKind[];

/** Every name of the library of one kind. */
export const namesTable = z.strictObject({
  names: choice(['films', ...kinds], { label: 'films of the library, or its materials of a kind' }),
  except: texts({ label: 'names that are left out' }, 'LLZO').optional(),
});

/** Films that are a membrane by themselves: those of which a thickness and a conductivity are printed. */
const wholeFilms = (): string[] =>
  Object.keys(films).filter((name) =>
    films[name].membrane.thickness !== undefined
    && films[name].membrane.ionicTransport !== undefined
  );

export const isNamed = (input: unknown): input is PlainRecord => isRecord(input) && input.names !== undefined;

/** The names, in the order of the library. */
export function readNames(key: string, input: PlainRecord): Reading<SweepValues> {
  const reading = readTable(namesTable, input);
  if (!reading.ok) return reading;
  const { names, except = [] } = reading.value;
  const all = names === 'films' ? wholeFilms() : materialNames[names];
  const strange = except.flatMap((name, i) =>
    all.includes(name)
      ? []
      : [{ ...wording.unknownName(name, `one of the names of kind ${names}`, all), path: ['except', i] }]
  );
  return strange.length > 0
    ? { ok: false, problems: strange }
    : { ok: true, value: { kind: 'values', key, values: all.filter((name) => !except.includes(name)) } };
}
