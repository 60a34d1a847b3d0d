import { expect, it } from 'vitest';
import { coarse as preview } from '../../src/live/coarse.js';
import type { PreparedCase } from '../../src/pipeline/prepared-case.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { preparedAlike } from '../../src/study/prepared-alike.js';
import { coarse } from '../../src/study/ranges/deliver.js';
import { loadShippedCase } from '../support/reference-case.js';

/** 400 um of fine crystals, half of its electrolyte or more in channels. */
const caseOf = (channels: string, ...set: string[]) =>
  loadShippedCase('nmc811-li6ps5cl-thick', ['protocol.rates=[1C]', 'protocol.charge=ideal', 'mesh.name=coarse',
    'cathode.activeMaterial={name: NMC811, particleRadius: 0.4 um}',
    `cathode.ionicTransport={alignedChannels: {wallTortuosityFactor: 5, ${channels}}}`, ...set]);

const preparedOf = (...of: Parameters<typeof caseOf>): PreparedCase => {
  const ready = prepareCase(caseOf(...of));
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
};
const delivered = ({ case: given, model }: PreparedCase): number =>
  Array.from(rateCapability(given, model), ({ performance }) => performance.utilisation.at(-1) ?? NaN)[0];
const aboutChannels = ({ warnings }: PreparedCase): string[] => warnings.filter((one) => one.includes('closed form'));

const far = 'fraction: 25 %, spacing: 500 um';
const near = 'fraction: 15 %, spacing: 60 um';
const closed = 'mesh.farChannels=closed-form';

it('channels far apart are in the mesh, within 1.5 % of twice as many strips, where the closed form says half', () => {
  const own = preparedOf(far);
  expect(own.meshReason).toMatch(
    /; channels of cathode as they are, in two dimensions: .* 500 um apart .* lose 1\.7 V$/,
  );
  expect(aboutChannels(own)).toEqual([]);
  const resolved = delivered(preparedOf(far, 'mesh.unitCell={channels: {cells: 24}}'));
  expect(Math.abs(delivered(own) / resolved - 1)).toBeLessThan(0.015);
  expect(delivered(preparedOf(far, closed)) / resolved).toBeLessThan(0.6);
});

it('channels that are close, and few of them at a small current, stay in one dimension: the closed form within 1.5 %', () => {
  for (const channels of [near, 'fraction: 10 %, spacing: 200 um']) {
    const own = preparedOf(channels);
    expect(own.model.mesh.shape).toBeUndefined();
    expect(own.meshReason).not.toContain('channels');
    const resolved = delivered(preparedOf(channels, 'mesh.unitCell={channels: {cells: 16}}'));
    expect(Math.abs(delivered(own) / resolved - 1)).toBeLessThan(0.015);
  }
});

it('is so at every rate, with half of the thickness, and with another mesh', () => {
  const [usual, ...others] = [far, far, far, far].map((channels, k) =>
    preparedOf(channels,
      ...[[], ['protocol.rates=[C/20]'], ['cathode.thickness=200 um', 'cathode.arealCapacity=null'], [
        'mesh.name=default',
      ]][k]).case.mesh.unitCell
  );
  for (const other of others) expect(other).toEqual(usual);
});

it('stays in closed form where that is asked for, or no mesh can have the channels, and says so', () => {
  const asked = preparedOf(far, closed);
  expect(asked.model.mesh.shape).toBeUndefined();
  expect(aboutChannels(asked)).toEqual([expect.stringMatching(/would lose 1\.7 V; mesh\.farChannels asks for that$/)]);
  const leaning = preparedOf(`${far}, shape: cylinders, misalignment: 20 deg`);
  expect(leaning.model.mesh.shape).toBeUndefined();
  expect(aboutChannels(leaning)).toEqual([
    expect.stringMatching(/a mesh of them needs cylinders that are not misaligned, found a misalignment$/),
  ]);
  const tabs = preparedOf(far, 'mesh.unitCell={tabs: {cells: 4}}');
  expect(aboutChannels(tabs)).toEqual([expect.stringMatching(/the mesh of the case has none$/)]);
  const wall = (factor: number): string => `cathode.ionicTransport.alignedChannels.wallTortuosityFactor=${factor}`;
  const narrow = preparedOf('fraction: 25 %, spacing: 10 um, misalignment: 47 deg', wall(1e4));
  expect(narrow.model.mesh.shape).toBeUndefined();
  expect(aboutChannels(narrow)).toEqual([expect.stringMatching(/as they lean, their mesh would have \d+ cells$/)]);
  const dead = preparedOf(far, wall(500));
  expect(dead.model.mesh.shape).toBeUndefined();
  expect(aboutChannels(dead)).toEqual([expect.stringMatching(/such walls give next to nothing in either form$/)]);
});

it('ranges ask in two dimensions of as few cells, previews in one', () => {
  const preparedOn = (quick: typeof coarse) => {
    const ready = prepareCase(quick(caseOf(far)));
    return ready.ok ? ready.prepared.case.mesh.unitCell : undefined;
  };
  expect(preparedOn(coarse)).toEqual({ kind: 'channels', cells: 6 });
  expect(preparedOn(preview)).toBeUndefined();
});

it('trials across the limit have the unknowns of the nominal case', () => {
  for (const [of, other] of [[near, far], [far, near]]) {
    for (const mesh of ['default', 'coarse']) {
      const nominal = preparedOf(of, `mesh.name=${mesh}`);
      expect(preparedAlike(caseOf(other, `mesh.name=${mesh}`), nominal)?.model.mesh.cells)
        .toBe(nominal.model.mesh.cells);
    }
  }
});
