import type { Faces } from './block-matrix.js';
import { type Elimination, minimumDegree } from './minimum-degree.js';

/** Cells that are eliminated together: a dense matrix over them and over the cells that their elimination joins. */
export interface Front {
  /** The cells eliminated here, then those that stay. */
  readonly cells: Int32Array;
  readonly own: number;
  /**
   * Faces whose blocks are added here, three numbers each: face, place of its owner in `cells`, place of its
   * neighbour.
   */
  readonly faces: Int32Array;
  /** Of each child, in the order in which they were finished: the places in `cells` of what it left. */
  readonly children: readonly Int32Array[];
}

/** A group of cells before it is a front: its last cell says what stays. */
interface Group {
  own: number[];
  children: number[];
  /** Blocks of its factors that merging filled with zeros. */
  zeros: number;
}

/**
 * Fewer and larger fronts cost zeros and save overhead: up to so many cells they are merged at any price, up to so
 * many where the zeros are below a tenth of the factors, and beyond that below a twentieth (after CHOLMOD,
 * 10.1145/1391989.1391995).
 */
const smallFront = 4;
const middleFront = 16;

/**
 * Fronts of a multifrontal factorisation (Duff and Reid, ACM Trans. Math. Softw. 9 (1983) 302, 10.1145/356044.356047):
 * children before parents and each subtree in one piece, so that what a front leaves to its parent can wait on a
 * stack.
 */
export function frontTree(cells: number, faces: Faces): Front[] {
  const elimination = minimumDegree(cells, faces);
  const groups = groupsOf(elimination);
  const tops = postorder(groups, elimination);
  const facesOfFront = distribute(cells, faces, groups, tops);
  const place = new Int32Array(cells);
  return tops.map((top, index) => {
    const { own, children } = groups[top] as Group;
    const staying = elimination.joined[top];
    const front = Int32Array.from([...own, ...staying]);
    front.forEach((cell, j) => (place[cell] = j));
    return {
      cells: front,
      own: own.length,
      faces: Int32Array.from(facesOfFront[index].flatMap((f) => [f, place[faces.owner[f]], place[faces.neighbour[f]]])),
      children: children.map((child) => elimination.joined[child].map((cell) => place[cell])),
    };
  });
}

/** Groups by the cell that is eliminated last in them; undefined for the others. */
function groupsOf({ order, joined }: Elimination): (Group | undefined)[] {
  const place = new Int32Array(order.length);
  order.forEach((cell, k) => (place[cell] = k));
  const groups: (Group | undefined)[] = new Array<Group | undefined>(order.length);
  const childrenOf: number[][] = Array.from(order, () => []);
  for (const cell of order) {
    const group: Group = { own: [cell], children: [], zeros: 0 };
    // the largest first: it is the most like its parent
    childrenOf[cell].sort((a, b) => joined[b].length - joined[a].length);
    for (const child of childrenOf[cell]) {
      const below = groups[child] as Group;
      if (!absorb(group, below, joined[cell].length, joined[child].length)) {
        group.children.push(child);
        continue;
      }
      groups[child] = undefined;
    }
    groups[cell] = group;
    const parent = joined[cell].reduce((first, other) => (first < 0 || place[other] < place[first] ? other : first),
      -1);
    if (parent >= 0) childrenOf[parent].push(cell);
  }
  return groups;
}

/** Merges `below` into `group` where few zeros come in. */
function absorb(group: Group, below: Group, staying: number, stayingBelow: number): boolean {
  const own = group.own.length + below.own.length;
  const merged = factorBlocks(own, staying);
  const zeros = merged - factorBlocks(group.own.length, staying) - factorBlocks(below.own.length, stayingBelow)
    + group.zeros + below.zeros;
  const allowed = own <= smallFront ? merged : own <= middleFront ? merged / 10 : merged / 20;
  if (zeros > allowed) return false;
  group.own = [...below.own, ...group.own];
  group.children.push(...below.children);
  group.zeros = zeros;
  return true;
}

/** Blocks of the factors of a front. */
const factorBlocks = (own: number, staying: number): number => own * (own + 2 * staying);

/** Last cells of the groups, children before parents, each subtree in one piece. */
function postorder(groups: readonly (Group | undefined)[], { order, joined }: Elimination): number[] {
  const found: number[] = [];
  const open = Array.from(order).filter((cell) => joined[cell].length === 0);
  // parents before children, later siblings first, then turned round
  while (open.length > 0) {
    const top = open.pop() as number;
    found.push(top);
    open.push(...(groups[top] as Group).children);
  }
  return found.reverse();
}

/** Faces by the front that eliminates the first of their two cells. */
function distribute(cells: number, { count, owner, neighbour }: Faces, groups: readonly (Group | undefined)[],
  tops: readonly number[]): number[][]
{
  const frontOf = new Int32Array(cells);
  tops.forEach((top, index) => {
    for (const cell of (groups[top] as Group).own) frontOf[cell] = index;
  });
  const faces: number[][] = tops.map(() => []);
  for (let f = 0; f < count; f++) faces[Math.min(frontOf[owner[f]], frontOf[neighbour[f]])].push(f);
  return faces;
}
