import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AlignedChannels } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { alignedChannels, inPlaneResistance, ladderWeights } from '../../src/transport/tortuosity/aligned-channels.js';

const channels: AlignedChannels = {
  kind: 'alignedChannels',
  fraction: 0.2,
  spacing: 60e-6,
  shape: 'lamellae',
  misalignment: 0,
  wallTortuosityFactor: 4,
};
/** So thick that channels 60 um apart are close. */
const phase = { bulkConductivity: () => 0.1, volumeFraction: 0.35, thickness: 1e-2 };
const ratio = (of: Partial<AlignedChannels>): number =>
  phase.volumeFraction / alignedChannels.tortuosityFactor({ ...channels, ...of }, phase);

describe('conduction along close channels', () => {
  it('adds what channels and walls conduct', () => expect(ratio({ spacing: 1e-7 })).toBeCloseTo(0.2 + 0.15 / 4, 12));

  it('is straight pores of all electrolyte where the walls have next to none: tau 1', () =>
    expect(alignedChannels.tortuosityFactor({ ...channels, spacing: 1e-9, fraction: 0.35 }, phase)).toBeCloseTo(1, 4));

  it('leans as a laminate: along it by cos^2, across it by sin^2; cylinders by Maxwell in two dimensions', () => {
    const wall = 0.15 / 4 / 0.8;
    const along = 0.2 + 0.8 * wall;
    const leaning = (shape: AlignedChannels['shape']): number =>
      ratio({ shape, spacing: 1e-7, misalignment: Math.PI / 3 });
    expect(leaning('lamellae')).toBeCloseTo(along / 4 + 0.75 / (0.2 + 0.8 / wall), 12);
    // contrast of a cylinder and the wall, (1 - wall)/(1 + wall)
    const contrast = (0.2 * (1 - wall)) / (1 + wall);
    expect(leaning('cylinders')).toBeCloseTo(along / 4 + (0.75 * wall * (1 + contrast)) / (1 - contrast), 12);
  });
});

/**
 * A wall beside a channel, both fed with ions at the potential 1, particles at 0 that react in the wall with G phiW: the current per area, exact
 * by the two modes of  phi'' = M phi,  M = [[g/Kc, -g/Kc], [-g/Kw, (g + G)/Kw]],  no flux at the depth L.
 */
function currentOfLadder(kc: number, kw: number, g: number, kinetic: number, depth: number): number {
  const [a, b, c, d] = [g / kc, -g / kc, -g / kw, (g + kinetic) / kw];
  const root = Math.sqrt(((a - d) / 2) ** 2 + b * c);
  const modes = [(a + d) / 2 + root, (a + d) / 2 - root].map((square) => ({ k: Math.sqrt(Math.max(square, 0)),
    wall: (square - a) / b })
  );
  // amplitudes of the modes (1, wall) that make 1 of both at the membrane
  const [first, second] = modes;
  const ofFirst = (1 - second.wall) / (first.wall - second.wall);
  const integral = (k: number): number => (k * depth < 1e-6 ? depth : Math.tanh(k * depth) / k);
  return kinetic * (ofFirst * first.wall * integral(first.k) + (1 - ofFirst) * second.wall * integral(second.k));
}

/** The same of one rail of the conductivity K with a resistance r on the way to the particles, K phi'' = phi/(1/G + r). */
function currentOfRail(k: number, r: number, kinetic: number, depth: number): number {
  const mode = 1 / Math.sqrt(k * (1 / kinetic + r));
  return k * mode * Math.tanh(mode * depth);
}

describe('channel and wall as one rail, against the ladder of both', () => {
  const depth = 400e-6;
  const kappa = phase.bulkConductivity();
  const [kc, kw] = [0.2 * kappa, (0.15 / 4) * kappa];
  const of = (spacing: number, kinetic: number): { readonly ladder: number; readonly rail: number } => {
    const it = { ...channels, spacing };
    const layer = { ...phase, thickness: depth };
    const g = 1 / ((((0.8 * spacing) / 2) ** 2 / 3) / kw);
    const k = (kappa * phase.volumeFraction) / alignedChannels.tortuosityFactor(it, layer);
    return { ladder: currentOfLadder(kc, kw, g, kinetic, depth),
      rail: currentOfRail(k, inPlaneResistance(it, layer, 1), kinetic, depth) };
  };

  it.each([1e-6, 20e-6, 60e-6, 200e-6, 600e-6, 2e-3, 1e-1])(
    'takes the same current where the wall alone would cost three times the reaction, %s m apart: 0.5 %%',
    (spacing) => {
      const { ladder, rail } = of(spacing, (3 * kw) / depth ** 2);
      expect(Math.abs(rail / ladder - 1)).toBeLessThan(0.005);
    },
  );

  it.each([1e-6, 20e-6, 60e-6, 200e-6, 600e-6, 2e-3, 1e-1])(
    'and where the reaction gathers at the membrane, thirty times, %s m apart: 10 %%',
    (spacing) => {
      const { ladder, rail } = of(spacing, (30 * kw) / depth ** 2);
      expect(Math.abs(rail / ladder - 1)).toBeLessThan(0.1);
    },
  );
});

describe('the limits of channels', () => {
  const it0 = { ...phase, thickness: 300e-6 };

  it.each([20e-6, 60e-6, 200e-6])('a vanishing share is the wall, whatever the spacing: %s m', (spacing) => {
    const few = { ...channels, spacing, fraction: 1e-6 };
    expect(alignedChannels.tortuosityFactor(few, it0)).toBeCloseTo(4, 4);
    expect(inPlaneResistance(few, it0, 5e5)).toBeLessThan(1e-8);
  });

  it('channels far apart leave the wall to itself: its conductivity, and no way across', () => {
    const far = { ...channels, spacing: 10 };
    expect(phase.volumeFraction / alignedChannels.tortuosityFactor(far, it0)).toBeCloseTo(0.15 / 4, 6);
    expect(inPlaneResistance(far, it0, 5e5)).toBeLessThan(1e-6);
  });

  it('weights are between 0 and 1 and meet their series', () => {
    for (const u of [1e-3, 0.0499, 0.0501, 0.5, 2, 10, 1e3]) {
      const { s, rho } = ladderWeights(u);
      expect(s).toBeGreaterThan(0);
      expect(s).toBeLessThanOrEqual(1);
      expect(rho).toBeGreaterThanOrEqual(0);
      expect(rho).toBeLessThan(1);
    }
    expect(ladderWeights(0.0499).s / ladderWeights(0.0501).s).toBeCloseTo(1, 4);
  });
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
    // as thick as this every ion that the channels carry crosses over
    const resistance = inPlaneResistance({ ...channels, shape }, { ...phase, thickness: 1 }, area);
    const carried = 0.2 / (0.2 + 0.15 / 4);
    // q = a j / (1 - phi)
    const expected = (carried ** 2 * meanDrop(inner, outer, n, 4000) * area) / 0.8 / wallConductivity;
    expect(Math.abs(resistance / expected - 1)).toBeLessThan(1e-3);
  });

  it('grows with the square of the spacing of close channels', () => {
    const [near, far] = [30e-6, 90e-6].map((spacing) =>
      inPlaneResistance({ ...channels, spacing }, { ...phase, thickness: 10 }, area)
    );
    expect(far / near).toBeCloseTo(9, 3);
  });
});

describe('a case with channels', () => {
  const meshes = { coarse: readFileSync(fileURLToPath(new URL('../../meshes/coarse.yaml', import.meta.url)), 'utf8') };
  const load = (fraction: string, anode = '') =>
    parseCase(`title: channels
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  volumeFractions: {activeMaterial: 55 %, electrolyte: 35 %}
  thickness: 200 um
  ionicTransport: {alignedChannels: {fraction: ${fraction}, spacing: 60 um, misalignment: 10 deg, wallTortuosityFactor: 4}}
mesh: coarse
${anode}`, { file: 'configs/x.yaml', meshes });

  it('has their conductivity, and their resistance on its particles', () => {
    const loaded = load('20 %');
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const ready = prepareCase(loaded.case);
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    const [{ inPlaneResistance: resistance, effectiveIonicConductivity }] = ready.prepared.effective;
    const bulk = ready.prepared.materials.layers[0].electrolyte.ionicConductivity;
    // 200 um are so many spacings that almost all of the channels counts
    expect(effectiveIonicConductivity / bulk).toBeLessThan(0.2 * Math.cos(Math.PI / 18) ** 2 + 0.15 / 4);
    expect(effectiveIonicConductivity / bulk).toBeGreaterThan(0.98 * (0.2 * Math.cos(Math.PI / 18) ** 2 + 0.15 / 4));
    expect(ready.prepared.model.particles[0].filmResistance).toBe(resistance);
    expect(resistance).toBeGreaterThan(0);
  });

  it('is refused with what the anode cannot be either, each at its own key', () => {
    const anode = (fraction: string): string =>
      `anode:
  activeMaterial: graphite
  electrolyte: Li6PS5Cl
  volumeFractions: {activeMaterial: 55 %, electrolyte: 35 %}
  arealCapacity: 9 mAh/cm^2
  ionicTransport: {alignedChannels: {fraction: ${fraction}, spacing: 60 um, misalignment: 10 deg, wallTortuosityFactor: 4}}
`;
    const refused = (cathode: string, other: string): string[] => {
      const loaded = load(cathode, anode(other));
      if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
      const ready = prepareCase(loaded.case);
      return ready.ok ? [] : ready.problems.map(({ key }) => key.split('.')[0]);
    };
    expect(refused('20 %', '20 %')).toEqual([]);
    expect(refused('20 %', '40 %')).toEqual(['anode']);
    expect(refused('40 %', '40 %')).toEqual(['cathode', 'anode']);
    expect(refused('40 %', '20 %')).toEqual(['cathode']);
  });

  it('may hold all of the electrolyte', () => {
    const loaded = load('35 %');
    expect(loaded.ok && prepareCase(loaded.case).ok).toBe(true);
  });

  it('is refused where they need more electrolyte than there is', () => {
    const loaded = load('40 %');
    if (!loaded.ok) throw new Error('valid as far as the file goes');
    const ready = prepareCase(loaded.case);
    expect(ready.ok ? [] : ready.problems).toEqual([expect.objectContaining({
      key: 'cathode.layers.0.ionicTransport.alignedChannels.fraction',
      expected: 'at most 35 %, the electrolyte of the layer',
      received: '40 %',
    })]);
    expect(loaded.locate('cathode.layers.0.ionicTransport.alignedChannels.fraction')).toMatchObject({ line: 9 });
  });
});
