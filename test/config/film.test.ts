import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { films } from '../../src/config/tabled-films.js';
import { library } from '../../src/materials/library/index.js';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { membraneTortuosityFactor } from '../../src/transport/effective-properties.js';
import { sizedMembrane } from '../../src/transport/membrane-size.js';

/** A case with a membrane as written; the rest is of no interest here. */
const withMembrane = (membrane: string): string => `
title: a film
membrane: ${membrane}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 wt%, electrolyte: 20 wt%}
  porosity: 12 %
  arealCapacity: 4 mAh/cm^2
`;
const meshes = { default: 'membraneCells: 4\ncathodeCells: 12\ngrading: 2\nshells: 4\nshellGrading: 1.2' };
const read = (membrane: string) => parseCase(withMembrane(membrane), { file: 'film.yaml', meshes });

function sized(membrane: string) {
  const loaded = read(membrane);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const resolved = resolveMaterials(loaded.case);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { materials } = resolved;
  const given = sizedMembrane(loaded.case, materials);
  const { electrolyteFraction } = given.membrane;
  const conductivity = (materials.membrane.ionicConductivity * electrolyteFraction)
    / membraneTortuosityFactor(given.membrane, materials.membrane);
  return { given, materials, conductivity, ledger: loaded.ledger };
}

const whole = Object.entries(films).filter(([, { membrane }]) => membrane.thickness !== undefined).map(([name]) =>
  name
);

describe('a film of the reviews', () => {
  it.each(whole)('%s is a membrane with the conductivity printed', (name) => {
    const { conductivity, given } = sized(`{film: ${name}}`);
    const { ionicTransport: transport } = given.membrane;
    if (transport.kind !== 'effectiveConductivity') return expect(films[name].membrane.ionicTransport).toBeUndefined();
    // printed at its own temperature, here at 25 degC: it follows its electrolyte
    if (transport.referenceTemperature === 298.15) expect(conductivity).toBeCloseTo(transport.value, 12);
    else expect(conductivity / transport.value).not.toBe(1);
  });

  it('names an electrolyte and a frame that the library has', () => {
    for (const { membrane } of Object.values(films)) {
      expect(library.map(({ name }) => name)).toContain(membrane.electrolyte);
      if (membrane.frame) expect(library.map(({ name }) => name)).toContain(membrane.frame);
    }
  });

  it('gives way to what the case says', () => {
    const { given } = sized('{film: Li5.4PS4.4Cl1.6-PTFE, thickness: 50 um, porosity: 5 %}');
    expect(given.membrane).toMatchObject({ thickness: 50e-6, porosity: 0.05,
      electrolyte: { name: 'Li5.4PS4.4Cl1.6' } });
  });

  it('says in the ledger where its numbers come from, and how far the sources differ', () => {
    const { ledger } = sized('{film: Li7P3S11-SEBS}');
    expect(ledger.find(({ path }) => path === 'membrane.ionicTransport.effectiveConductivity')).toMatchObject({
      value: '0.7',
      status: 'literature',
      source: '10.1002/adma.202209074, Table 1 row 6',
      spread: { low: 0.034, high: 0.07 },
    });
  });

  it('that nobody printed is told, with the nearest that is', () => {
    const loaded = read('{film: Li6PS5Cl-cellulos}');
    expect(loaded.ok ? [] : loaded.issues).toMatchObject([{ key: 'membrane.film', received: '"Li6PS5Cl-cellulos"',
      remedy: 'did you mean "Li6PS5Cl-cellulose"?' }]);
  });

  it('without a printed thickness asks for one', () => {
    const loaded = read('{film: LATP-ZnO}');
    expect(loaded.ok ? [] : loaded.issues).toMatchObject([{ key: 'membrane.thickness', code: 'missing-key' }]);
  });
});

describe('a binder by its share of the mass', () => {
  it('takes its volume by the densities, and weighs what it weighs', () => {
    const { given, materials } = sized(
      '{electrolyte: Li6PS5Cl, thickness: 30 um, frame: PTFE, frameMassFraction: 10 wt%}',
    );
    const { electrolyteFraction } = given.membrane;
    const [se, ptfe] = [materials.membrane.density, materials.frame?.density ?? NaN];
    expect((ptfe * (1 - electrolyteFraction)) / (ptfe * (1 - electrolyteFraction) + se * electrolyteFraction))
      .toBeCloseTo(0.1, 12);
  });

  it('needs a name', () => {
    const loaded = read('{electrolyte: Li6PS5Cl, thickness: 30 um, frameMassFraction: 10 wt%}');
    expect(loaded.ok ? [] : loaded.issues).toMatchObject([{ key: 'membrane.frame' }]);
  });
});
