import type { CaseIssue } from './case.js';
import { isRecord, type Path, type RawRecord } from './raw.js';
import { type Wording, wording, wrongStructure } from './wording.js';
import { type Position, readYaml, type YamlSource } from './yaml-source.js';

/** The mesh of a case: a named file, changed in place where the case says more. */
export interface MeshSource {
  readonly data: RawRecord;
  readonly issues: readonly CaseIssue[];
  readonly problem?: Wording & { readonly path: Path };
  /** The mesh file that has the value at a path; undefined where the case itself has it. */
  position(path: Path, of: 'key' | 'value'): Position | undefined;
  /** What the ledger names as source of a value that the mesh file gave. */
  readonly file: string;
  /** Whether the case says nothing of a mesh. */
  readonly byDefault: boolean;
}

const readings = new Map<string, YamlSource>();

/** A mesh file as read, once for all cases that name it. */
function readMesh(text: string, file: string): YamlSource {
  const key = `${file}\n${text}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const source = readYaml(text, file);
  readings.set(key, source);
  return source;
}

/**
 * `raw` is what stands at `mesh`: nothing, a name, or `{name: default, shells: 40}`; `meshes` are texts by name. `usual`: the name where it
 * is nothing.
 */
export function meshSource(raw: unknown, meshes: Readonly<Record<string, string>>, usual = 'default'): MeshSource {
  const own = isRecord(raw) ? raw : {};
  const name = typeof raw === 'string'
    ? raw
    : typeof own.name === 'string'
    ? own.name
    : raw === undefined && Object.hasOwn(meshes, usual)
    ? usual
    : 'default';
  const file = `meshes/${name}.yaml`;
  const changed = Object.keys(own).some((key) => key !== 'name');
  const none: MeshSource = { data: { ...own, name }, issues: [], position: () => undefined, file,
    byDefault: raw === undefined };
  if (raw !== undefined && typeof raw !== 'string' && !isRecord(raw)) {
    return { ...none, problem: { ...wrongStructure('object', raw), path: ['mesh'] } };
  }
  const named = typeof raw === 'string' || own.name !== undefined;
  if (!Object.hasOwn(meshes, name)) {
    // a mesh that is written out in full needs no file
    if (!named && changed) return { ...none, data: { ...own, name: 'inline' } };
    const path = isRecord(raw) && named ? ['mesh', 'name'] : ['mesh'];
    return { ...none, problem: { ...wording.unknownMesh(name, Object.keys(meshes)), path } };
  }
  const source = readMesh(meshes[name], file);
  const base = isRecord(source.data) ? source.data : {};
  return {
    ...none,
    data: { ...base, ...own, name: changed ? `${name}, changed` : name },
    issues: source.issues,
    position: (path,
      of) => (path.length > 1 && !Object.hasOwn(own, path[1]) ? source.position(path.slice(1), of) : undefined),
  };
}
