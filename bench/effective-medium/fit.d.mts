/** Types of `fit.mjs`, which has the words. */

export interface Point {
  readonly paper: string;
  readonly group: string;
  readonly carrier: 'ions' | 'electrons';
  readonly x: number;
  readonly p: number;
  readonly L: number;
  readonly known: boolean;
  readonly extra: number;
  readonly y: number;
}

/** ln(kEff/k0) of theta, x, p and L. */
export type Law = (theta: readonly number[], x: number, p: number, L: number) => number;

export interface Fit {
  readonly theta: readonly number[];
  readonly tau: number;
  readonly omega: number;
  readonly sigma: number;
  readonly covariance: readonly (readonly number[])[];
  readonly q: readonly number[];
}

export interface Data {
  readonly papers: Readonly<Record<string, string>>;
  readonly points: readonly object[];
}

export declare function pointsOf(data: Data): readonly Point[];
export declare function fit(points: readonly Point[], law: Law, start?: readonly number[]): Fit;
export declare function weightsOf(points: readonly Point[]): readonly number[];
export declare function factorOf(points: readonly Point[], computed: readonly number[], of?: (point: Point) => boolean): number;
export declare function withoutEach(points: readonly Point[], law: Law, whole: Fit): readonly { readonly paper: string; readonly fitted: Fit }[];
