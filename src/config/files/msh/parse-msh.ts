import { broken, Cursor, MshError } from './cursor.js';
import type { GroupedElement, GroupedMesh, MeshText } from './grouped-mesh.js';

/**
 * Meshes of Gmsh: formats 2.2 and 4.1, text and binary, elements of first order.
 * Source: Gmsh reference manual, section "MSH file format" (https://gmsh.info/doc/texinfo/gmsh.html#MSH-file-format).
 */

/** Dimension and corners of the elements of first order, by their number in the format. */
const elementTypes: Readonly<Record<number, { readonly dimension: number; readonly corners: number } | undefined>> = {
  15: { dimension: 0, corners: 1 },
  1: { dimension: 1, corners: 2 },
  2: { dimension: 2, corners: 3 },
  3: { dimension: 2, corners: 4 },
  4: { dimension: 3, corners: 4 },
  5: { dimension: 3, corners: 8 },
  6: { dimension: 3, corners: 6 },
  7: { dimension: 3, corners: 5 },
};

interface Element {
  readonly dimension: number;
  /** Number of its physical group; 0: it is in none. */
  readonly tag: number;
  readonly nodes: readonly number[];
}

interface Contents {
  /** Name by "dimension tag". */
  readonly names: Map<string, string>;
  /** Tag of the physical group by "dimension tag" of the entity, in format 4.1. */
  readonly groupOf: Map<string, number>;
  readonly points: Map<number, readonly [number, number, number]>;
  readonly elements: Element[];
}

/** The cells and sides of a mesh, or why there are none. */
export function parseMsh(bytes: Uint8Array): MeshText {
  try {
    return { mesh: meshOf(read(new Cursor(bytes))) };
  } catch (error) {
    if (error instanceof MshError) return { problem: error.problem };
    throw error;
  }
}

function read(cursor: Cursor): Contents {
  const version = readFormat(cursor);
  const contents: Contents = { names: new Map(), groupOf: new Map(), points: new Map(), elements: [] };
  const readers: Readonly<Record<string, ((cursor: Cursor, contents: Contents) => void) | undefined>> = {
    PhysicalNames: readNames,
    ...(version === '2.2'
      ? { Nodes: readNodes2, Elements: readElements2 }
      : { Entities: readEntities, Nodes: readNodes4, Elements: readElements4 }),
  };
  while (!cursor.ended) {
    const title = cursor.line();
    if (!/^\$[A-Za-z]+$/.test(title)) throw broken(`"${title.slice(0, 40)}" in the place of a section`);
    readers[title.slice(1)]?.(cursor, contents);
    cursor.skipTo(`$End${title.slice(1)}`);
  }
  return contents;
}

function readFormat(cursor: Cursor): '2.2' | '4.1' {
  const remedy = 'save it with Gmsh as "Version 4.1" or "Version 2.2"';
  if (cursor.ended || cursor.line() !== '$MeshFormat')
    throw new MshError({ expected: 'a mesh of Gmsh', received: 'a file that does not begin with $MeshFormat', remedy });
  const [version, isBinary] = cursor.line().split(/\s+/);
  if (version !== '2.2' && version !== '4.1')
    throw new MshError({ expected: 'format 2.2 or 4.1', received: version.slice(0, 20), remedy });
  if (isBinary === '1') cursor.startBinary();
  cursor.skipTo('$EndMeshFormat');
  return version;
}

function readNames(cursor: Cursor, { names }: Contents): void {
  const count = Number(cursor.line());
  for (let i = 0; i < count; i++) {
    const found = /^(\d+)\s+(-?\d+)\s+"(.*)"$/.exec(cursor.line());
    if (!found) throw broken('a name of a physical group that cannot be read');
    names.set(`${found[1]} ${found[2]}`, found[3]);
  }
}

function readNodes2(cursor: Cursor, { points }: Contents): void {
  const count = Number(cursor.line());
  for (let i = 0; i < count; i++) points.set(cursor.integer(), readPoint(cursor));
}

/** In binary files elements come in blocks of one type. */
function readElements2(cursor: Cursor, { elements }: Contents): void {
  const count = Number(cursor.line());
  const isBinary = cursor.isBinary;
  while (elements.length < count) {
    let [head, block] = [cursor.integer(), 1];
    // text: number, type, tags, nodes; binary: type, number of elements, number of tags, and then each
    const type = isBinary ? head : cursor.integer();
    if (isBinary) block = cursor.integer();
    const tags = cursor.integer();
    const { dimension, corners } = typeOf(type);
    for (let i = 0; i < block; i++) {
      if (isBinary) head = cursor.integer();
      const [tag = 0] = listOf(tags, () => cursor.integer());
      elements.push({ dimension, tag, nodes: listOf(corners, () => cursor.integer()) });
    }
  }
}

function readEntities(cursor: Cursor, { groupOf }: Contents): void {
  const counts = listOf(4, () => cursor.size());
  counts.forEach((count, dimension) => {
    for (let i = 0; i < count; i++) {
      const entity = cursor.integer();
      listOf(dimension === 0 ? 3 : 6, () => cursor.real());
      const tags = listOf(cursor.size(), () => cursor.integer());
      if (dimension > 0) listOf(cursor.size(), () => cursor.integer());
      groupOf.set(`${dimension} ${entity}`, tags[0] ?? 0);
    }
  });
}

function readNodes4(cursor: Cursor, { points }: Contents): void {
  const [blocks] = listOf(4, () => cursor.size());
  for (let b = 0; b < blocks; b++) {
    const [dimension, , isParametric] = listOf(3, () => cursor.integer());
    const tags = listOf(cursor.size(), () => cursor.size());
    for (const tag of tags) {
      points.set(tag, readPoint(cursor));
      if (isParametric) listOf(dimension, () => cursor.real());
    }
  }
}

function readElements4(cursor: Cursor, { elements, groupOf }: Contents): void {
  const [blocks] = listOf(4, () => cursor.size());
  for (let b = 0; b < blocks; b++) {
    const [entityDimension, entity, type] = listOf(3, () => cursor.integer());
    const count = cursor.size();
    const { dimension, corners } = typeOf(type);
    const tag = groupOf.get(`${entityDimension} ${entity}`) ?? 0;
    for (let i = 0; i < count; i++) {
      cursor.size();
      elements.push({ dimension, tag, nodes: listOf(corners, () => cursor.size()) });
    }
  }
}

function typeOf(type: number) {
  const found = elementTypes[type];
  if (found) return found;
  throw new MshError({
    expected: 'triangles, quadrangles, tetrahedra, hexahedra, prisms or pyramids of first order',
    received: `elements of type ${type}`,
    remedy: 'set Mesh.ElementOrder = 1 in Gmsh',
  });
}

const readPoint = (cursor: Cursor): [number, number, number] => [cursor.real(), cursor.real(), cursor.real()];

const listOf = (count: number, one: () => number): number[] => {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(one());
  return list;
};

/** Cells are the elements of the highest dimension. */
function meshOf({ names, points, elements }: Contents): GroupedMesh {
  const dimensions = elements.reduce((most, { dimension }) => Math.max(most, dimension), 0);
  if (dimensions !== 2 && dimensions !== 3) {
    throw new MshError({ expected: 'cells in two or three dimensions', received: 'none',
      remedy: 'mesh the surfaces or volumes in Gmsh, and put them into physical groups' });
  }
  const indexOf = new Map([...points.keys()].map((tag, i) => [tag, i]));
  const inGroups = (dimension: number) => groupsOf(dimension, names, elements, indexOf);
  const [cells, sides] = [inGroups(dimensions), inGroups(dimensions - 1)];
  return { dimensions, points: [...points.values()].flat(), groups: { cells: cells.names, sides: sides.names },
    cells: cells.elements, sides: sides.elements };
}

function groupsOf(dimension: number, names: Contents['names'], elements: readonly Element[],
  indexOf: ReadonlyMap<number, number>): { names: string[]; elements: GroupedElement[] }
{
  const found: string[] = [];
  const groupOf = (tag: number): number => {
    const name = tag === 0 ? '' : names.get(`${dimension} ${Math.abs(tag)}`) ?? String(tag);
    if (!found.includes(name)) found.push(name);
    return found.indexOf(name);
  };
  const own = elements.filter((one) => one.dimension === dimension).map(({ tag, nodes }) => ({
    group: groupOf(tag),
    corners: nodes.map((node) => {
      const index = indexOf.get(node);
      if (index === undefined) throw broken(`an element at point ${node}, which is not there`);
      return index;
    }),
  }));
  return { names: found, elements: own };
}
