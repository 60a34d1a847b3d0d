/** Sets by a parent of each member: a root is its own, and comes before all that belong to it. */

/** The root of a member; halves the path on its way. */
export function rootOf(parent: Int32Array, member: number): number {
  let at = member;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]];
    at = parent[at];
  }
  return at;
}

export function unite(parent: Int32Array, a: number, b: number): void {
  const rootA = rootOf(parent, a);
  const rootB = rootOf(parent, b);
  if (rootA < rootB) parent[rootB] = rootA;
  else parent[rootA] = rootB;
}
