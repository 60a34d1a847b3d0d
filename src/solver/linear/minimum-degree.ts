import type { Faces } from './block-matrix.js';

/**
 * Cells in the order of their elimination, and for each of them the cells that its elimination joins: those still left
 * then.
 */
export interface Elimination {
  readonly order: Int32Array;
  /** By cell, not by place in the order. */
  readonly joined: readonly Int32Array[];
}

/**
 * Orders the cells of a mesh for elimination such that the one with the fewest cells left around it comes next:
 * minimum degree on a quotient graph with approximate degrees (Amestoy, Davis, Duff, SIAM J. Matrix Anal. Appl. 17
 * (1996) 886, 10.1137/S0895479894278952), without their merging of cells that look alike. An eliminated cell becomes
 * an element, a set of cells that are joined with each other; an element that lies inside a newer one is dropped.
 */
export function minimumDegree(cells: number, faces: Faces): Elimination {
  const beside = neighboursOf(cells, faces);
  const elements: number[][] = Array.from({ length: cells }, () => []);
  const joined: Int32Array[] = new Array<Int32Array>(cells);
  const order = new Int32Array(cells);
  const gone = new Uint8Array(cells);
  const absorbed = new Uint8Array(cells);
  const marked = new Int32Array(cells).fill(-1);
  const visited = new Int32Array(cells).fill(-1);
  const outside = new Int32Array(cells);
  const queue = new DegreeQueue(beside);
  for (let k = 0; k < cells; k++) {
    const pivot = queue.take();
    order[k] = pivot;
    gone[pivot] = 1;
    marked[pivot] = k;
    const members: number[] = [];
    const join = (list: ArrayLike<number>): void => {
      for (let j = 0; j < list.length; j++) {
        const cell = list[j];
        if (gone[cell] || marked[cell] === k) continue;
        marked[cell] = k;
        members.push(cell);
      }
    };
    join(beside[pivot]);
    for (const e of elements[pivot]) {
      join(joined[e]);
      absorbed[e] = 1;
    }
    joined[pivot] = Int32Array.from(members);
    // outside[e]: cells of element e that the new one does not hold
    for (const cell of members) {
      elements[cell] = elements[cell].filter((e) => !absorbed[e]);
      for (const e of elements[cell]) {
        if (visited[e] !== k) {
          visited[e] = k;
          outside[e] = joined[e].length;
        }
        outside[e]--;
      }
    }
    for (const cell of members) {
      beside[cell] = beside[cell].filter((other) => marked[other] !== k && !gone[other]);
      elements[cell] = elements[cell].filter((e) => outside[e] > 0);
      let degree = beside[cell].length;
      for (const e of elements[cell]) degree += outside[e];
      elements[cell].push(pivot);
      queue.move(cell, Math.min(degree, queue.degree[cell]) + members.length - 1);
    }
  }
  return { order, joined };
}

function neighboursOf(cells: number, { count, owner, neighbour }: Faces): number[][] {
  const beside = Array.from({ length: cells }, () => new Set<number>());
  for (let f = 0; f < count; f++) {
    beside[owner[f]].add(neighbour[f]);
    beside[neighbour[f]].add(owner[f]);
  }
  return beside.map((set) => [...set]);
}

/** Cells by degree: doubly linked lists, the last one moved first. */
class DegreeQueue {
  readonly degree: Int32Array;
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private least = 0;

  constructor(beside: readonly (readonly number[])[]) {
    const cells = beside.length;
    this.degree = Int32Array.from(beside, (list) => list.length);
    this.head = new Int32Array(cells).fill(-1);
    this.next = new Int32Array(cells).fill(-1);
    this.previous = new Int32Array(cells).fill(-1);
    for (let cell = cells - 1; cell >= 0; cell--) this.insert(cell);
  }

  /** Removes a cell of least degree. */
  take(): number {
    while (this.head[this.least] < 0) this.least++;
    const cell = this.head[this.least];
    this.remove(cell);
    return cell;
  }

  move(cell: number, degree: number): void {
    this.remove(cell);
    this.degree[cell] = Math.min(degree, this.head.length - 1);
    this.insert(cell);
  }

  private insert(cell: number): void {
    const { degree, head, next, previous } = this;
    const d = degree[cell];
    const first = head[d];
    next[cell] = first;
    previous[cell] = -1;
    if (first >= 0) previous[first] = cell;
    head[d] = cell;
    this.least = Math.min(this.least, d);
  }

  private remove(cell: number): void {
    const { degree, head, next, previous } = this;
    if (previous[cell] >= 0) next[previous[cell]] = next[cell];
    else head[degree[cell]] = next[cell];
    if (next[cell] >= 0) previous[next[cell]] = previous[cell];
  }
}
