import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as derived from '../../src/physics/laws/derived.js';
import type { Column, DerivedLaw } from '../../src/physics/laws/law.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';

interface DescribedLaw {
  readonly name: string;
  readonly path: string;
  readonly unknowns: readonly string[];
  readonly told: readonly boolean[];
  readonly parameters: readonly (readonly [name: string, type: string])[];
}

const { derivedLaws, describedLaws } = await import(new URL('../../tools/derive.mjs', import.meta.url).href) as {
  derivedLaws(): string;
  describedLaws(): DescribedLaw[];
};

type Law = (...given: readonly unknown[]) => number[];
const files = [...new Set(describedLaws().map(({ path }) => path))];
const laws = Object.assign({}, ...await Promise.all(files.map((path) => import(path)))) as Record<string, Law>;
const loops = derived as unknown as Record<string, DerivedLaw>;

/** A property that a law evaluates, and one that follows an unknown: positive, curved, with their slopes. */
const curved = (x: number,
  scale: number): readonly [value: number, slope: number] => [scale * (1.2 + 0.3 * Math.sin(x)),
  scale * 0.3 * Math.cos(x)];
const property = { evaluate: (x: number, out: Float64Array): void => out.set(curved(x, 0.4)) };
const kinetics = { anodic: 0.4 / 0.0257, cathodic: 0.6 / 0.0257 };
const followed = (type: string): string | undefined => /^Follows<'(\w+)'>$/.exec(type)?.[1];

/** The law and its loop at the same numbers: unknowns by name, everything else fixed. */
function at({ name, parameters, unknowns }: DescribedLaw,
  values: Record<string, number>): { plain: number[]; out: Float64Array }
{
  const columns: Record<string, unknown> = {};
  const column = (value: number): Column => ({ data: Float64Array.of(value), at: Int32Array.of(0) });
  const plain: unknown[] = [];
  for (const [parameter, type] of parameters) {
    const of = followed(type);
    if (of) {
      const [value, slope] = curved(values[of], 1);
      columns[parameter] = column(value);
      columns[`${parameter}By${of[0].toUpperCase()}${of.slice(1)}`] = column(slope);
      plain.push(value);
    } else if (['number', 'Same', 'Unknown'].includes(type)) {
      columns[parameter] = column(values[parameter]);
      plain.push(values[parameter]);
    } else if (type === 'Property') {
      columns[parameter] = property;
      plain.push((x: number) => curved(x, 0.4)[0]);
    } else {
      columns[parameter] = kinetics;
      plain.push(kinetics);
    }
  }
  const result = laws[name](...plain);
  const out = new Float64Array(result.length * (1 + unknowns.length));
  loops[name].run(0, 1, new Float64Array(1), columns, out);
  return { plain: result, out };
}

describe('derived laws', () => {
  it('are what `npm run derive` makes of the laws', () => {
    expect(readFileSync(new URL('../../src/physics/laws/derived.ts', import.meta.url), 'utf8')).toBe(derivedLaws());
  });

  it.each(describedLaws().map((law) => [law.name, law] as const))(
    '%s: the values of the law, and the slopes that differences see',
    (_, law) => {
      const random = randomNumbers(23);
      for (let round = 0; round < 5; round++) {
        const names = [...law.unknowns, ...law.parameters.map(([name]) => name)];
        const values = Object.fromEntries(names.map((name) => [name, 0.5 + 0.4 * random()]));
        const { plain, out } = at(law, values);
        const count = plain.length;
        plain.forEach((value, i) =>
          expect(Math.abs(out[i] - value)).toBeLessThan(1e-13 * Math.max(1, Math.abs(value)))
        );
        law.unknowns.forEach((unknown, u) => {
          const moved = (by: number): number[] => at(law, { ...values, [unknown]: values[unknown] + by }).plain;
          const step = 1e-4;
          const [a, b, c, d] = [moved(-2 * step), moved(-step), moved(step), moved(2 * step)];
          for (let row = 0; row < count; row++) {
            if (law.told[row]) continue;
            const difference = (a[row] - 8 * b[row] + 8 * c[row] - d[row]) / (12 * step);
            const slope = out[count + row * law.unknowns.length + u];
            const size = Math.max(1, Math.abs(plain[row]), Math.abs(slope));
            expect(Math.abs(slope - difference) / size, `d(value ${row})/d${unknown}`).toBeLessThan(1e-8);
          }
        });
      }
    },
  );
});
