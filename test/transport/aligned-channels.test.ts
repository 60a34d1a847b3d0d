import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AlignedChannels } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { prepareCase } from '../../src/run-case.js';
import { alignedChannels, inPlaneResistance } from '../../src/transport/tortuosity/aligned-channels.js';

const channels: AlignedChannels = {
  kind: 'alignedChannels', fraction: 0.2, spacing: 60e-6, shape: 'lamellae', misalignment: 0, wallTortuosityFactor: 4,
};
const phase = { referenceConductivity: 0.1, volumeFraction: 0.35 };
const ratio = (of: Partial<AlignedChannels>): number =>
  phase.volumeFraction / alignedChannels.tortuosityFactor({ ...channels, ...of }, phase);

describe('conduction along channels', () => {
  it('adds what channels and walls conduct: exact', () => expect(ratio({})).toBeCloseTo(0.2 + 0.15 / 4, 14));

  it('is straight pores of all electrolyte where the walls have none: tau 1', () =>
    expect(alignedChannels.tortuosityFactor({ ...channels, fraction: 0.35 }, phase)).toBeCloseTo(1, 14));

  it('loses with misalignment as cos^2: a quarter of the channels at 60 degrees', () =>
    expect(ratio({ misalignment: Math.PI / 3 })).toBeCloseTo(0.05 + 0.15 / 4, 14));
});

/** Mean drop over the wall by finite volumes in r^n: sinks of strength 1, potential 0 at the channel, no flux in the middle of the wall. */
function meanDrop(inner: number, outer: number, n: 0 | 1, cells: number): number {
  const h = (outer - inner) / cells;
  const area = (r: number): number => r ** n;
  let drop = 0;
  let sum = 0;
  let volume = 0;
  for (let i = 0; i < cells; i++) {
    const face = inner + i * h;
    // everything beyond the face flows through it
    const beyond = (outer ** (n + 1) - face ** (n + 1)) / (n + 1);
    drop += (beyond / area(face)) * (i === 0 ? h / 2 : h);
    const own = ((face + h) ** (n + 1) - face ** (n + 1)) / (n + 1);
    sum += drop * own;
    volume += own;
  }
  return sum / volume;
}

describe('the way from a channel to the particles', () => {
  const area = 5e5;
  const kappa = 0.1;
  const wallConductivity = (kappa * (0.35 - 0.2)) / (0.8 * 4);

  it.each([
    ['lamellae', 0, 24e-6, 0],
    ['cylinders', Math.sqrt(0.2) * 30e-6, 30e-6, 1],
  ] as const)('is the mean drop between %s, against finite volumes: 1e-3', (shape, inner, outer, n) => {
    const resistance = inPlaneResistance({ ...channels, shape }, kappa, 0.35, area);
    // q = a j / (1 - phi)
    const expected = (meanDrop(inner, outer, n, 4000) * area) / 0.8 / wallConductivity;
    expect(Math.abs(resistance / expected - 1)).toBeLessThan(1e-3);
  });

  it('grows with the square of the spacing', () => {
    const [near, far] = [30e-6, 90e-6].map((spacing) => inPlaneResistance({ ...channels, spacing }, kappa, 0.35, area));
    expect(far / near).toBeCloseTo(9, 10);
  });
});

describe('a case with channels', () => {
  const meshes = { coarse: readFileSync(fileURLToPath(new URL('../../meshes/coarse.yaml', import.meta.url)), 'utf8') };
  const load = (fraction: string) => parseCase(`title: channels
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  volumeFractions: {activeMaterial: 55 %, electrolyte: 35 %}
  thickness: 200 um
  ionicTransport: {alignedChannels: {fraction: ${fraction}, spacing: 60 um, misalignment: 10 deg, wallTortuosityFactor: 4}}
mesh: coarse
`, { file: 'configs/x.yaml', meshes });

  it('has their conductivity, and their resistance on its particles', () => {
    const loaded = load('20 %');
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const ready = prepareCase(loaded.case);
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    const [{ inPlaneResistance: resistance, effectiveIonicConductivity }] = ready.prepared.effective;
    const bulk = ready.prepared.materials.layers[0].electrolyte.ionicConductivity;
    expect(effectiveIonicConductivity / bulk).toBeCloseTo(0.2 * Math.cos(Math.PI / 18) ** 2 + 0.15 / 4, 12);
    expect(ready.prepared.model.particles[0].filmResistance).toBe(resistance);
    expect(resistance).toBeGreaterThan(0);
  });

  it('is refused where they need more electrolyte than there is', () => {
    const loaded = load('40 %');
    if (!loaded.ok) throw new Error('valid as far as the file goes');
    const ready = prepareCase(loaded.case);
    expect(ready.ok ? [] : ready.problems).toEqual([expect.objectContaining({
      key: 'cathode.layers.0.ionicTransport.alignedChannels.fraction', expected: 'at most 35 %, the electrolyte of the layer', received: '40 %',
    })]);
    expect(loaded.locate('cathode.layers.0.ionicTransport.alignedChannels.fraction')).toMatchObject({ line: 9 });
  });
});
