/** What came of a step that its input may not allow: the fields of a success, or those that say why there is none. */
export type Result<Success extends object, Refusal extends object> =
  | Readonly<{ ok: true } & Success>
  | Readonly<{ ok: false } & Refusal>;

/** What was asked for, what was there, and what to do about it. */
export interface Misfit {
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;
}

/** The answer of a step to what does not fit. */
export const misfit = (expected: string, received: string, remedy: string) => (
  { ok: false as const, problem: { expected, received, remedy } satisfies Misfit }
);
