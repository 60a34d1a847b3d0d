import type { FileFindings } from './file-findings.js';
import { readYaml, type YamlSource } from './files/yaml-source.js';
import { isRecord, type Path, type PlainRecord } from './plain-data.js';
import { type Wording, wording, wrongStructure } from './wording.js';

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
 * A case with its mesh: a named file, changed in place where the case says more. At `mesh` stands nothing, a name, or
 * `{name: default, shells: 40}`; `meshes` are texts by name.
 */
export function withMesh(data: PlainRecord, meshes: Readonly<Record<string, string>>,
  findings: FileFindings): PlainRecord
{
  const input = data.mesh;
  const own = isRecord(input) ? input : {};
  const name = typeof input === 'string' ? input : typeof own.name === 'string' ? own.name : 'default';
  const file = `meshes/${name}.yaml`;
  const made = (mesh: PlainRecord): PlainRecord => ({ ...data, mesh });
  const refuse = (words: Wording, path: Path): PlainRecord => {
    findings.problems.push({ ...words, path });
    findings.add(['mesh']);
    return made({ ...own, name });
  };
  if (input !== undefined && typeof input !== 'string' && !isRecord(input))
    return refuse(wrongStructure('object', input), ['mesh']);
  const changed = Object.keys(own).some((key) => key !== 'name');
  const named = typeof input === 'string' || own.name !== undefined;
  if (!Object.hasOwn(meshes, name)) {
    // a mesh that is written out in full needs no file
    if (!named && changed) return made({ ...own, name: 'inline' });
    return refuse(wording.unknownMesh(name, Object.keys(meshes)),
      isRecord(input) && named ? ['mesh', 'name'] : ['mesh']);
  }
  const source = readMesh(meshes[name], file);
  findings.issues.push(...source.issues);
  const base = isRecord(source.data) ? source.data : {};
  // a key that neither of the two has belongs into the case
  const isFromFile = (key: Path[number]): boolean => !Object.hasOwn(own, key) && Object.hasOwn(base, key);
  findings.add(['mesh'], source.issues.length > 0
    ? undefined
    : (rest, of) => rest.length > 0 && isFromFile(rest[0]) ? source.position(rest, of) : undefined);
  return made({ ...base, ...own, name: changed ? `${name}, changed` : name });
}
