import { type FileSource, openDesk, sourceFrom } from './file-source.js';
import { isRecord, type Path, type RawRecord } from './raw.js';
import { type Wording, wording, wrongStructure } from './wording.js';
import { readYaml, type YamlSource } from './yaml-source.js';

/** A case with its mesh: a named file, changed in place where the case says more. */
export interface MeshSource extends FileSource {
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

/** At `mesh` stands nothing, a name, or `{name: default, shells: 40}`; `meshes` are texts by name. */
export function meshSource(data: RawRecord, meshes: Readonly<Record<string, string>>): MeshSource {
  const raw = data.mesh;
  const own = isRecord(raw) ? raw : {};
  const name = typeof raw === 'string' ? raw : typeof own.name === 'string' ? own.name : 'default';
  const file = `meshes/${name}.yaml`;
  const desk = openDesk();
  const made = (mesh: RawRecord): MeshSource => ({ ...sourceFrom(desk, { ...data, mesh }), file,
    byDefault: raw === undefined });
  const refuse = (words: Wording, path: Path): MeshSource => {
    desk.problems.push({ ...words, path });
    desk.found.push({ path: ['mesh'] });
    return made({ ...own, name });
  };
  if (raw !== undefined && typeof raw !== 'string' && !isRecord(raw))
    return refuse(wrongStructure('object', raw), ['mesh']);
  const changed = Object.keys(own).some((key) => key !== 'name');
  const named = typeof raw === 'string' || own.name !== undefined;
  if (!Object.hasOwn(meshes, name)) {
    // a mesh that is written out in full needs no file
    if (!named && changed) return made({ ...own, name: 'inline' });
    return refuse(wording.unknownMesh(name, Object.keys(meshes)), isRecord(raw) && named ? ['mesh', 'name'] : ['mesh']);
  }
  const source = readMesh(meshes[name], file);
  desk.issues.push(...source.issues);
  const base = isRecord(source.data) ? source.data : {};
  // a key that neither of the two has belongs into the case
  const isFromFile = (key: Path[number]): boolean => !Object.hasOwn(own, key) && Object.hasOwn(base, key);
  desk.found.push({ path: ['mesh'], ...(source.issues.length === 0 && {
    position: (rest, of) => rest.length > 0 && isFromFile(rest[0]) ? source.position(rest, of) : undefined,
  }) });
  return made({ ...base, ...own, name: changed ? `${name}, changed` : name });
}
