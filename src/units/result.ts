/** What came of a step that its input may not allow: the fields of a success, or those that say why there is none. */
export type Result<Success extends object, Refusal extends object> =
  | Readonly<{ ok: true } & Success>
  | Readonly<{ ok: false } & Refusal>;
