import { pathFrom } from './case-source.js';
import type { CaseIssue } from './case.js';
import { shortText } from './printable.js';
import { type ProfileTable, readProfileCsv } from './profile-csv.js';
import { dotted, isRecord, type Path, type RawRecord } from './raw.js';
import { type Wording, wording } from './wording.js';
import type { Position } from './yaml-source.js';

/** The case with the lists of its CSV files in place of their names. */
export interface ProfileSource {
  readonly data: RawRecord;
  /** Problems inside the files. */
  readonly issues: readonly CaseIssue[];
  /** Problems of the case: files that are not there. */
  readonly problems: readonly (Wording & { readonly path: Path })[];
  /** Where the file has the value at a path; undefined where the case itself has it. */
  position(path: Path): Position | undefined;
  /** Whether a file could not be read, so that what the schema says below this path is an echo. */
  broken(path: Path): boolean;
}

interface Found {
  readonly path: Path;
  readonly file: string;
  readonly table?: ProfileTable;
}

/** `textOf` gives the text of a file by its name in the case; `folder` is where the case stands. */
export function profileSource(data: RawRecord, folder: string,
  textOf: (name: string) => string | undefined): ProfileSource
{
  const issues: CaseIssue[] = [];
  const problems: (Wording & { readonly path: Path })[] = [];
  const found: Found[] = [];
  const replace = (profile: RawRecord, path: Path): RawRecord => {
    const { file } = profile;
    if (typeof file !== 'string') return profile;
    const lists = ['time', 'current', 'power'].filter((key) => profile[key] !== undefined);
    if (lists.length > 0)
      problems.push({ ...wording.onlyOneOf(['file', 'time'], ['file', ...lists]), path: [...path, 'file'] });
    const isCsv = /\.csv$/i.test(file);
    const text = isCsv ? textOf(file) : undefined;
    const place = pathFrom(folder, file);
    if (!isCsv) problems.push({ ...wording.noCsvName(file), path: [...path, 'file'] });
    else if (text === undefined)
      problems.push({ ...wording.missingProfile(shortText(place, 200)), path: [...path, 'file'] });
    const reading = text === undefined || lists.length > 0 ? undefined : readProfileCsv(text);
    if (reading?.ok === false)
      issues.push(...reading.problems.map((problem) => ({ file: place, key: '', ...problem })));
    const table = reading?.ok ? reading.table : undefined;
    found.push({ path, file: place, table });
    return table === undefined ? profile : { ...profile, ...listsOf(table) };
  };
  return {
    data: overProfiles(data, replace),
    issues,
    problems,
    position: (path) => {
      const [at, key, ...rest] = inside(found, path);
      const places = at?.table?.places[Number(rest[rest.length - 1])];
      if (!at || !places) return undefined;
      return { file: at.file, ...places[key === 'time' ? 0 : 1] };
    },
    broken: (path) => {
      const [at] = inside(found, path);
      return at !== undefined && at.table === undefined;
    },
  };
}

/** The file whose profile a path leads into, and the rest of the path. */
function inside(found: readonly Found[], path: Path): readonly [Found | undefined, ...Path] {
  const at = found.find((one) => dotted(path.slice(0, one.path.length)) === dotted(one.path));
  return [at, ...path.slice(at?.path.length ?? 0)];
}

function listsOf({ kind, units, columns }: ProfileTable): RawRecord {
  return { time: { value: columns[0], unit: units[0] }, [kind]: { value: columns[1], unit: units[1] } };
}

/** Replaces the profile of every step, repeated ones included. */
function overProfiles(data: RawRecord, replace: (profile: RawRecord, path: Path) => RawRecord): RawRecord {
  const overSteps = (steps: unknown,
    path: Path): unknown => (!Array.isArray(steps) ? steps : steps.map((step: unknown, i) => {
      if (!isRecord(step)) return step;
      const at = [...path, i];
      const { profile, steps: inner } = step;
      return {
        ...step,
        ...(isRecord(profile) && { profile: replace(profile, [...at, 'profile']) }),
        ...(inner !== undefined && { steps: overSteps(inner, [...at, 'steps']) }),
      };
    }));
  const { protocol } = data;
  if (!isRecord(protocol) || protocol.steps === undefined) return data;
  return { ...data, protocol: { ...protocol, steps: overSteps(protocol.steps, ['protocol', 'steps']) } };
}
