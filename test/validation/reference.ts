import { readFileSync } from 'node:fs';

/** Limits of the voltage from `bench/peers/references.py`; the file says how they were made. */
export interface VoltageLimits {
  readonly end_s: number;
  readonly time_s: readonly number[];
  readonly voltage_V: readonly number[];
  readonly uncertainty_uV: readonly number[];
}

export const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as T;

/** Points of the limits from `from` seconds to a share of the discharge. */
export function limitsOf(
  name: string,
  from: number,
  share: number,
): { readonly times: number[]; readonly volts: number[]; readonly end: number } {
  const { time_s, voltage_V, end_s } = read<VoltageLimits>(name);
  const kept = time_s.map((_, i) => i).filter((i) => time_s[i] >= from && time_s[i] <= share * end_s);
  return { times: kept.map((i) => time_s[i]), volts: kept.map((i) => voltage_V[i]), end: end_s };
}
