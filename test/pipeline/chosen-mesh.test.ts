import { expect, it } from 'vitest';
import type { CaseInput } from '../../src/config/case-input.js';
import type { Case, MeshSpecification } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import { loadCase } from '../../src/config/read-case.js';
import { coarse as ofPage } from '../../src/live/coarse.js';
import { withMesh } from '../../src/pipeline/chosen-mesh.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { preparedAlike } from '../../src/study/prepared-alike.js';
import { coarse as ofRanges } from '../../src/study/ranges/deliver.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { shippedPath } from '../support/shipped-path.js';

const { ladderOf } = await import(new URL('../../bench/ladder.mjs', import.meta.url).href) as {
  readonly ladderOf: (name: string) => readonly object[];
};

const preparedOf = (name: string, ...set: string[]) => {
  const ready = prepareCase(loadShippedCase(name, set));
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
};
const meshOf = (name: string, ...set: string[]) => preparedOf(name, ...set).case.mesh;
const thickness = (um: number): string => `cathode.thickness=${um} um`;

it('twice as thick takes twice the cells, as the depth of the reaction stays', () => {
  const [thin, thick] = [150, 300].map((um) => meshOf('reference/s1', 'mesh=default', thickness(um)));
  expect(thick.cathodeCells / thin.cathodeCells).toBeCloseTo(2, 1);
});

it('rates and protocol leave the mesh as it is', () => {
  expect(meshOf('nmc811-li6ps5cl', 'protocol.rates=[C/10]')).toEqual(meshOf('nmc811-li6ps5cl', 'protocol.rates=[5C]'));
});

it('a diffusivity that falls takes more shells than a constant one', () => {
  expect(meshOf('nmc811-li6ps5cl').shells).toBeGreaterThan(meshOf('lco-lgps').shells);
});

it('particles that hardly fill within an hour take more shells, as only their surface has a part: the charge of 60 that grow', () => {
  const slow = ['mesh=default', 'protocol.rates=[C/2]', 'cathode.activeMaterial.diffusivity=1e-16 m^2/s',
    'cathode.activeMaterial.particleRadius=6 um'] as const;
  const chargeOn = (...mesh: string[]): number =>
    performanceOfCase(preparedOf('lco-lgps', ...slow, ...mesh).case).charge.at(-1) ?? NaN;
  expect(Math.abs(chargeOn() / chargeOn('mesh.shells=60', 'mesh.shellGrading=1.1') - 1)).toBeLessThan(0.01);
});

/** NMC532 without carbon, which hardly conducts electrons as it is built. */
function barePrepared(mesh: NonNullable<CaseInput['mesh']>, solvedAs = (given: Case): Case => given) {
  const read = parseCase({ title: 'without carbon', membrane: { electrolyte: 'Li6PS5Cl', thickness: '30 um' },
    cathode: { activeMaterial: { name: 'NMC532', particleRadius: '1.26 um' }, electrolyte: 'Li6PS5Cl',
      massFractions: { activeMaterial: 0.6335, electrolyte: 'rest' }, porosity: 0.0387, thickness: '109 um' },
    protocol: { rates: ['0.267C'] }, mesh });
  if (!read.ok) throw new Error('not a case');
  const ready = prepareCase(solvedAs(read.case));
  if (!ready.ok) throw new Error('not a cell');
  return ready.prepared;
}
const bareDelivers = (mesh: NonNullable<CaseInput['mesh']>, solvedAs?: (given: Case) => Case): number => {
  const prepared = barePrepared(mesh, solvedAs);
  const [{ performance }] = rateCapability(prepared.case, prepared.model);
  return performance.main.arealCapacity;
};

it('an oxide that hardly conducts electrons as it is built is charged on the meshes of the program as on a fine one', () => {
  // on 12 even cells half of the last one took the first moment of the charge beyond 4.3 V: nothing was delivered
  const fine = bareDelivers('fine');
  expect(fine).toBeGreaterThan(0);
  for (const mesh of ['default', 'coarse']) expect(Math.abs(bareDelivers(mesh) / fine - 1)).toBeLessThan(2e-3);
  // ranges and the page take ratios of few cells: where these deliver nothing, no range says so
  for (const quick of [ofRanges, ofPage]) {
    expect(Math.abs(bareDelivers('default', quick) / fine - 1)).toBeLessThan(1e-2);
  }
});

it('a mesh that the case says is left as it is, and one with too few cells for those electrons is told with the number that serves', () => {
  const even = (cathodeCells: number) => ({ name: 'coarse', cathodeCells, grading: 1 });
  const asked = (mesh: NonNullable<CaseInput['mesh']>) =>
    barePrepared(mesh).warnings.map((one) => /write mesh.cathodeCells: (\d+)/.exec(one)?.[1]).filter(Boolean).map(
      Number,
    );
  expect(bareDelivers(even(12))).toBe(0);
  const [enough] = asked(even(12));
  expect(bareDelivers(even(enough)) / bareDelivers('default')).toBeCloseTo(1, 2);
  expect([asked(even(enough)), asked('default')]).toEqual([[], []]);
  // cells that grow from the collector serve with fewer of them
  expect(asked({ ...even(12), grading: 10 })[0] ?? 12).toBeLessThan(enough);
});

it('a flat potential takes twice the cells', () => {
  const lfp = meshOf('lfp-polymer');
  expect(Math.abs(lfp.cathodeCells - 2 * meshOf('lco-lgps').cathodeCells)).toBeLessThanOrEqual(1);
});

it('between two electrodes with liquid each has the cells that its own depth asks for', () => {
  const [chen, lco] = ['lg-m50-chen2020', 'lco-lionsimba'].map((name) => meshOf(`reference/${name}`, 'mesh=null'));
  // graphite with steps beside NMC811; narrow pores of LCO
  expect(chen.anodeCells).toBeGreaterThan(2 * chen.cathodeCells);
  expect(lco.cathodeCells).toBeGreaterThan(lco.anodeCells ?? NaN);
});

it('says why it is that: by depth, at an end of the rule, or of what has fronts', () => {
  const reasonOf = (name: string, ...set: string[]): string | undefined => preparedOf(name, ...set).meshReason;
  expect(reasonOf('nmc811-li6ps5cl')).toMatch(/^4 cells per penetration depth; thin .* falls by a factor of 11$/);
  expect(reasonOf('nmc811-li6ps5cl', thickness(20), 'cathode.arealCapacity=null')).toMatch(/^at least 12 cells; /);
  expect(reasonOf('nmc811-li6ps5cl', thickness(400), 'cathode.arealCapacity=null')).toMatch(/^at most 72 cells; /);
  expect(reasonOf('tis2-network')).toMatch(/^64 cells where active material conducts lithium/);
});

it('takes a share of it on `coarse`, 12 cells and 10 shells at least and at most: 0.2 % of the capacity at 2C, graded shells miss 1.2', () => {
  const [coarse, whole] = ['coarse', 'default'].map((name) => meshOf('nmc811-li6ps5cl-thick', `mesh=${name}`));
  expect(coarse).toMatchObject({ cathodeCells: whole.cathodeCells / 3, shells: 10, name: 'coarse, from the case' });
  expect(meshOf('nmc811-li6ps5cl', 'mesh=coarse').cathodeCells).toBe(12);
  const used = (mesh: string): number =>
    performanceOfCase(preparedOf('nmc811-li6ps5cl', 'protocol.rates=[2C]', `mesh=${mesh}`).case).utilisation.at(-1)
      ?? NaN;
  const fine = used('{membraneCells: 4, cathodeCells: 60, grading: 3, shells: 24, shellGrading: 0}');
  expect(Math.abs(used('coarse') - fine)).toBeLessThan(0.002);
});

it('stands in the ledger as what follows from the case, and a file is named for what it gave alone', () => {
  const loaded = loadCase(shippedPath('nmc811-li6ps5cl'));
  if (!loaded.ok) throw new Error('no case');
  const cellsIn = (mesh: MeshSpecification) =>
    withMesh(loaded.ledger, mesh).find(({ path }) => path === 'mesh.cathodeCells');
  expect(cellsIn(meshOf('nmc811-li6ps5cl'))).toMatchObject({ status: 'derived',
    value: String(meshOf('nmc811-li6ps5cl').cathodeCells), source: 'this program, from the numbers of the case' });
  expect(cellsIn(loaded.case.mesh)?.source).toContain('default.yaml');
});

it.each([['chen2020', 'lg-m50-chen2020'], ['marquis2019', 'marquis2019'], ['lco-lionsimba', 'lco-lionsimba']])(
  'is what the bench calls shipped for %s',
  (name, file) => {
    const { mesh, numerics } = preparedOf(`reference/${file}`, 'mesh=null').case;
    const [shipped] = ladderOf(name);
    expect(shipped).toMatchObject({ kind: 'shipped', shells: mesh.shells, shellGrading: mesh.shellGrading,
      grading: mesh.grading, tolerance: numerics.tolerance,
      cells: [mesh.anodeCells, mesh.membraneCells, mesh.cathodeCells] });
  },
);

it('a mesh that is named or changed is what the case says', () => {
  expect(meshOf('nmc811-li6ps5cl', 'mesh=fine').cathodeCells).toBe(120);
  expect(meshOf('nmc811-li6ps5cl', 'mesh={name: default, cathodeCells: 33}').cathodeCells).toBe(33);
});

it('trials across a boundary of the rule have the unknowns of the nominal cell', () => {
  const nominal = preparedOf('reference/s1', 'mesh=default');
  const other = loadShippedCase('reference/s1', ['mesh=default', thickness(400)]);
  expect(preparedAlike(other)?.model.mesh.cells).not.toBe(nominal.model.mesh.cells);
  expect(preparedAlike(other, nominal)?.model.mesh.cells).toBe(nominal.model.mesh.cells);
});
