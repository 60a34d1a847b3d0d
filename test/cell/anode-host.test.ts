import { expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { cellPromise } from '../../src/study/cell-promise.js';

const path = new URL('../../configs/cells/nmc811-li3incl6.yaml', import.meta.url).pathname;

async function energyOf(...set: string[]) {
  const loaded = loadCase(path, { set });
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const run = await cellPromise(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document.energy;
}

const anodeOf = async (...set: string[]) => (await energyOf(...set)).items.find(({ kind }) => kind === 'anode');

const host = (thickness: string): string =>
  `anode.host={electrolyte: LLZO, thickness: ${thickness}, porosity: 70 %, poreDiameter: 5 um}`;

it('a host holds its lithium in its pores: it adds mass, and keeps its thickness while they hold what plates', async () => {
  const [bare, wide, narrow] = [await anodeOf(), await anodeOf(host('100 um')), await anodeOf(host('30 um'))];
  expect(wide?.arealMass_mg_cm2).toBeCloseTo((bare?.arealMass_mg_cm2 ?? NaN) + 5.1 * 0.3 * 100e-4 * 1e2 * 10, 0);
  expect([wide?.thickness_um, wide?.thicknessCharged_um].map((value) => Math.round(value ?? NaN))).toEqual([100, 100]);
  // 40 um of lithium in 21 um of pores: 19 um lie beside the host, and all that plates
  expect(narrow?.thickness_um).toBeCloseTo(30 + 40 - 21, 6);
  const plated = (bare?.thicknessCharged_um ?? NaN) - 40;
  expect(narrow?.thicknessCharged_um).toBeCloseTo(30 + 40 - 21 + plated, 6);
  expect(wide?.name).toBe('anode (lithium-metal in LLZO)');
});

it('the unit cell grows by what plates, and nothing else of it does', async () => {
  const { items, bases } = await energyOf();
  const anode = items.find(({ kind }) => kind === 'anode');
  const plated = (anode?.thicknessCharged_um ?? NaN) - (anode?.thickness_um ?? NaN);
  expect(plated).toBeGreaterThan(1);
  const cell = bases.find(({ name }) => name === 'unitCell');
  expect((cell?.thicknessCharged_um ?? NaN) - (cell?.thickness_um ?? NaN)).toBeCloseTo(plated, 6);
});

it('a host belongs to a plane', () => {
  const loaded = loadCase(path, { set: ['anode={activeMaterial: graphite, electrolyte: Li3InCl6}', host('50 um')] });
  expect(loaded.ok ? '' : loaded.issues.map(formatIssue).join('\n')).toContain(
    'expected a plane (material) or a composite (activeMaterial)',
  );
});
