/** Calls `make` when it is first asked for, and keeps what comes of it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** An object with further values, each made when it is first read, and kept. */
export function withLazy<Known extends object, More extends object>(known: Known,
  makers: { readonly [K in keyof More]: () => More[K] }): Known & More
{
  for (const key of Object.keys(makers) as (keyof More)[]) {
    Object.defineProperty(known, key, { get: once(makers[key]), enumerable: true, configurable: true });
  }
  return known as Known & More;
}
