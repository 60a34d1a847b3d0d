import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';

/** Cells in the plane against closed forms: what one dimension cannot say, and what it says when the second one has nothing to add. */

const run = (...set: readonly string[]): Performance => {
  const loaded = loadCase('configs/cells/nmc811-li6ps5cl.yaml', {
    set: ['protocol.rates=[C/2]', 'protocol.charge=ideal', 'protocol.steps=[{discharge: each, until: {time: 200 s}}]',
      'mesh.name=coarse', ...set],
  });
  if (!loaded.ok) throw new Error(loaded.issues.map(({ key, received }) => `${key} ${received}`).join());
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems.map(({ expected }) => expected).join());
  const [{ performance }] = rateCapability(loaded.case, ready.prepared.model);
  expect(performance.balances.charge).toBeLessThan(1e-8);
  expect(performance.balances.lithium).toBeLessThan(1e-9);
  expect(performance.polarisationMismatch).toBeLessThan(1e-8);
  return performance;
};
const unitCell = (text: string): string => `mesh.unitCell={${text}}`;
const last = <T>(list: ArrayLike<T>): T => list[list.length - 1];

describe('channels', () => {
  const channels = (spacing: string, more = ''): string =>
    `cathode.ionicTransport={alignedChannels: {fraction: 10 %, spacing: ${spacing}, wallTortuosityFactor: 5${more}}}`;

  it('that are close are the closed form: both side by side', () => {
    for (const shape of ['lamellae', 'cylinders']) {
      const form = channels('0.5 um', `, shape: ${shape}`);
      // where the current parts between channel and wall, cells are as fine as the spacing
      const fine = ['mesh.cathodeCells=40', 'mesh.membraneCells=12', 'mesh.grading=20'];
      const [resolved, closed] = [run(form, ...fine, unitCell('channels: {cells: 12}')), run(form, ...fine)];
      expect(last(resolved.polarisation).ionsInCathode / last(closed.polarisation).ionsInCathode).toBeCloseTo(1, 2);
      expect(last(resolved.voltage)).toBeCloseTo(last(closed.voltage), 3);
    }
  });

  it('that are close and lean conduct by the squares of cosine along and of sine across the lamellae', () => {
    const form = channels('10 um', ', misalignment: 45 deg');
    const [resolved, closed] = [run(form, unitCell('channels: {cells: 10}')), run(form)];
    // 1.0056: the leaning cells have no face across the layer, and half cells overstate in them alone
    expect(Math.abs(last(resolved.polarisation).ionsInCathode / last(closed.polarisation).ionsInCathode - 1))
      .toBeLessThan(6e-3);
  });

  it('hold as much lithium as the layer that they are in', () => {
    expect(run(channels('40 um'), unitCell('channels: {cells: 12}')).theoreticalArealCapacity)
      .toBeCloseTo(run(channels('40 um')).theoreticalArealCapacity, 6);
  });
});

describe('a rough membrane', () => {
  it('whose contact decides has the contact of its true area', () => {
    const contact = 'membrane.contactResistance=400 ohm cm^2';
    const flat = last(run(contact).polarisation).filmAndContact;
    const rough = last(run(contact, unitCell('roughMembrane: {amplitude: 8 um, wavelength: 40 um, cells: 30}'))
      .polarisation).filmAndContact;
    // length of 8 um cos(2 pi y/40 um): 2/pi sqrt(1 + m) E(m/(1 + m)) with m = (2 pi 8/40)^2
    expect(flat / rough).toBeGreaterThan(0.96 * 1.314);
    expect(flat / rough).toBeLessThan(1.04 * 1.314);
  });
});

describe('a sheet with tabs', () => {
  it('loses i R L^2/3 in its foils where the current is even', () => {
    const foils = 'cell.cathodeCollector.thickness=60 um';
    const [sheet, line] = [run(foils, unitCell('tabs: {cells: 16}')), run(foils)];
    const more = last(sheet.polarisation).electronsInCathode - last(line.polarisation).electronsInCathode;
    const perSquare = 1 / (3.5e7 * 30e-6) + 1 / (5.8e7 * 4e-6);
    expect(more / ((last(sheet.current) * perSquare * 0.102 ** 2) / 3)).toBeCloseTo(1, 2);
  });
});

describe('the edge of a sheet', () => {
  it('saves 7 zeta(3)/pi^3 of the thickness of the membrane where the cathode draws an even current', () => {
    // to a plane that loses nothing; by Fourier, the integral of (u - tanh u)/u^3 over all u > 0 being 7 zeta(3)/pi^2
    const saved = (7 * 1.2020569) / Math.PI ** 3;
    const set = ['cell.sheetWidth=1 mm', 'cell.tabWidth=0.2 mm', 'mesh.membraneCells=16',
      'anode.material={name: lithium-metal, exchangeCurrentDensity: 1e5 mA/cm^2}',
      'anode.areaSpecificResistance=0 ohm cm^2'];
    const wide = last(run(...set, unitCell('overhang: {length: 200 um, cells: 60}')).polarisation).ionsInMembrane;
    const flat = last(run(...set).polarisation).ionsInMembrane;
    expect((1 - wide / flat) / ((saved * 40) / 500)).toBeCloseTo(1, 1);
  });
});
