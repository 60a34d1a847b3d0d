/** A type whose data nobody writes to: what the schemas of the field table put out, as it crosses the border of this room. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
