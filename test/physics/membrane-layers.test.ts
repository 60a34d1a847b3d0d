import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';

/** Layers between the anode and the membrane, and contacts between layers, against resistances added by hand. */

const meshes = { default: 'membraneCells: 4\ncathodeCells: 12\ngrading: 2\nshells: 6\nshellGrading: 1.2' };
const base = (membrane: string, cathode = '', anode = '{areaSpecificResistance: 0 ohm cm^2}') => `
title: layers
anode: ${anode}
membrane: ${membrane}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 wt%, electrolyte: 20 wt%}
  ionicTransport: {tortuosityFactor: 2}
  electronicTransport: {tortuosityFactor: 2}
  porosity: 12 %
${cathode}
protocol: {rates: [1C], charge: ideal}
`;

const one = '  arealCapacity: 3 mAh/cm^2';
const two = '  layers: [{name: a, thickness: 30 um}, {name: b, thickness: 30 um}]';

function caseOf(text: string) {
  const loaded = parseCase(text, { file: 'layers.yaml', meshes });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded;
}

async function meanVoltage(
  text: string,
): Promise<{ voltage: number; parts: Readonly<Record<string, number>>; current: number }> {
  const { case: given, ledger } = caseOf(text);
  const run = await runCase(given, ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  const [rate] = run.document.rates;
  return { voltage: rate.meanVoltage_V ?? NaN, parts: rate.polarisation_mV as unknown as Record<string, number>,
    current: rate.currentDensity_mA_cm2 };
}

function prepared(text: string) {
  const made = prepareCase(caseOf(text).case);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.prepared;
}

describe('an interlayer', () => {
  it('of the same electrolyte is a thicker membrane', async () => {
    const [thick, split] = await Promise.all([
      meanVoltage(base('{electrolyte: Li6PS5Cl, thickness: 40 um}', one)),
      meanVoltage(
        base('{electrolyte: Li6PS5Cl, thickness: 30 um, interlayers: [{electrolyte: Li6PS5Cl, thickness: 10 um}]}',
          one),
      ),
    ]);
    expect(split.voltage).toBeCloseTo(thick.voltage, 5);
    expect(split.parts.ionsInMembrane).toBeCloseTo(thick.parts.ionsInMembrane, 3);
  });

  it('is what the lithium touches: nothing warns of the membrane behind it', () => {
    const bare = prepared(base('{electrolyte: Li3InCl6, thickness: 30 um}', one));
    const behind = prepared(base('{electrolyte: Li3InCl6, thickness: 30 um, interlayers: [{electrolyte: Li6PS5Cl, '
      + 'thickness: 10 um}]}', one));
    expect(bare.warnings.join()).toContain('Li3InCl6 touches lithium');
    expect(behind.warnings.join()).not.toContain('touches lithium');
  });

  it('costs its contact at the current that passes: I R', async () => {
    const [without, withContact] = await Promise.all(
      ['0', '20'].map((contact) =>
        meanVoltage(
          base(`{electrolyte: Li3InCl6, thickness: 30 um, interlayers: [{electrolyte: Li6PS5Cl, thickness: 10 um, `
            + `contactResistance: ${contact} ohm cm^2}]}`, one),
        )
      ),
    );
    expect(withContact.parts.filmAndContact - without.parts.filmAndContact).toBeCloseTo(20 * withContact.current, 2);
  });
});

describe('a contact', () => {
  it('of the anode is a resistance of the plane', async () => {
    const [plane, contact] = await Promise.all([
      meanVoltage(base('{electrolyte: Li6PS5Cl, thickness: 30 um}', one, '{areaSpecificResistance: 15 ohm cm^2}')),
      meanVoltage(base('{electrolyte: Li6PS5Cl, thickness: 30 um, anodeContactResistance: 15 ohm cm^2}', one)),
    ]);
    expect(contact.voltage).toBeCloseTo(plane.voltage, 9);
  });

  it('between cathode layers stands on the face between them, and slices of one layer have none', () => {
    const faces = (cathode: string) => {
      const { model } = prepared(
        base('{electrolyte: Li6PS5Cl, thickness: 30 um, contactResistance: 3 ohm cm^2}', cathode),
      );
      return [...model.ionicContact].filter((value) => value > 0).map((value) => Math.round(value * 1e4));
    };
    expect(faces(two)).toEqual([3]);
    expect(faces(`${two}\n  layerContactResistance: 7 ohm cm^2`)).toEqual([3, 7]);
    expect(
      faces('  thickness: 60 um\n  gradient: {porosity: [8 %, 16 %], slices: 4}\n  layerContactResistance: 7 ohm cm^2'),
    ).toEqual([3]);
  });
});
