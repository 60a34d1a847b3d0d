import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import { discrepancyAt } from '../../src/study/ranges/calibrated-band.js';
import { shippedPath } from '../support/shipped-path.js';

/** Interphases of a cell that was built a while ago: r = r1 sqrt(t / 1 d). */

function load(name: string, ...set: string[]) {
  const loaded = loadCase(shippedPath(name), { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded;
}

function prepared(name: string, ...set: string[]) {
  const ready = prepareCase(load(name, ...set).case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
}

/** Of the first class of particles [ohm cm^2], with the paths of the parameters and what is said. */
function filmOf(name: string, ...set: string[]) {
  const { model, materials, warnings } = prepared(name, ...set);
  const film = model.particles[0].filmResistance * 1e4;
  return { film, paths: materials.ledger.map(({ path }) => path),
    said: warnings.find((text) => text.includes('has met N')) };
}

const sulfide = 'nmc811-li6ps5cl';
const halide = 'nmc811-li3incl6';

describe('the interphase on an oxide', () => {
  const bare = ['cathode.coating=null'];

  it('is not there unless the case has an age', () => {
    const fresh = filmOf(sulfide, ...bare);
    expect(fresh.film).toBe(0);
    expect(fresh.paths).not.toContain('Li6PS5Cl.oxideInterphase');
    expect(fresh.said).toBeUndefined();
    expect(filmOf(sulfide, ...bare, 'assembly.age=0 h').film).toBe(0);
  });

  it('grows with the root of the age', () => {
    const aged = filmOf(sulfide, ...bare, 'assembly.age=4 d');
    expect(aged.film).toBeCloseTo(1480 * 2, 6);
    expect(aged.paths).toContain('Li6PS5Cl.oxideInterphase');
    expect(aged.said).toContain('2960 ohm cm^2');
    expect(filmOf(sulfide, ...bare, 'assembly.age=16 d').film / aged.film).toBeCloseTo(2, 12);
  });

  it('takes the number of the case, in any cathode; what the library knows is of particles without a coating', () => {
    const own = 'cathode.electrolyte={name: Li6PS5Cl, oxideInterphase: 10 ohm cm^2}';
    const coated = ['assembly.age=4 d', 'assembly.coating=LiNbO3'];
    expect(filmOf(sulfide, ...coated, own).film).toBeCloseTo(20, 9);
    const silent = filmOf(sulfide, ...coated);
    expect(silent.film).toBe(0);
    expect(silent.said).toContain('behind a coating is not known');
  });

  it('forms above the potential that oxidises the electrolyte alone', () => {
    expect(filmOf(halide, 'assembly.age=1 d', 'protocol.upperCutoffVoltage=4.1 V').film).toBe(0);
    expect(filmOf(halide, 'assembly.age=1 d', 'protocol.upperCutoffVoltage=4.3 V').film).toBeCloseTo(130, 9);
  });

  it('forms faster the further the oxide is charged: e times per 0.13 V, but at the rate of the case where it says one', () => {
    const film = (cutoff: string, ...set: string[]) =>
      filmOf(sulfide, ...bare, 'assembly.age=1 d', `protocol.upperCutoffVoltage=${cutoff}`, ...set).film;
    expect(film('4.3 V')).toBeCloseTo(1480, 6);
    expect(film('4.56 V')).toBeCloseTo(1480 * Math.E ** 2, 6);
    expect(film('4.17 V')).toBeCloseTo(1480 / Math.E, 6);
    expect(film('4.56 V', 'cathode.electrolyte={name: Li6PS5Cl, oxideInterphase: 10 ohm cm^2}')).toBeCloseTo(10, 9);
  });

  it('is a factor thicker beside carbon, where the case knows the factor', () => {
    const known = 'cathode.electrolyte={name: Li6PS5Cl, oxideInterphaseWithCarbon: 3}';
    const carbon = prepared(sulfide).materials.layers[0].carbon !== undefined;
    expect(carbon).toBe(true);
    expect(filmOf(sulfide, 'assembly.age=4 d').said).toContain('by how much is not known');
    expect(filmOf(sulfide, 'assembly.age=4 d', known).film).toBeCloseTo(3 * 1480 * 2, 6);
  });

  it('costs I r / (a L) of voltage where the current is even', async () => {
    const loss = async (...set: string[]) => {
      const { case: given, ledger } = load(sulfide, ...bare, 'protocol.rates=[C/20]', ...set);
      const run = await runCase(given, ledger);
      if (!run.ok) throw new Error(JSON.stringify(run.problems));
      const { document: { rates: [rate] }, prepared: { model: { particles, mesh } } } = run;
      const areas = particles[0].specificInterfacialArea
        * mesh.regions.find(({ kind }) => kind === 'cathode')!.thickness;
      return { film: rate.polarisation_mV.filmAndContact ?? 0, perArea: rate.currentDensity_mA_cm2 / areas };
    };
    const aged = await loss('assembly.age=1 d');
    // mA/cm^2 times ohm cm^2 are mV
    expect(aged.film - (await loss()).film).toBeCloseTo(aged.perArea * 1480, 1);
  });

  it('lies outside of what was compared after a week', () => {
    const reasons = (age: string) => discrepancyAt(prepared(sulfide, `assembly.age=${age}`), 0.1).outside.join('; ');
    expect(reasons('6 d')).not.toContain('age of');
    expect(reasons('30 d')).toContain('age of 30 d (measured cells for comparison: up to 7 d)');
  });
});

describe('the interphase on lithium', () => {
  const planeOf = (name: string, ...set: string[]) => {
    const { model: { anode }, warnings, materials } = prepared(name, ...set);
    if (anode.kind !== 'planar') throw new Error('a plane is meant');
    return { resistance: anode.resistance * 1e4, said: warnings.find((text) => text.includes('has met lithium')),
      paths: materials.ledger.map(({ path }) => path) };
  };

  it('adds k sqrt(t), k = 3.8 ohm cm^2 h^-1/2 of Li6PS5Cl', () => {
    expect(planeOf(sulfide).resistance).toBe(0);
    const aged = planeOf(sulfide, 'assembly.age=100 h');
    expect(aged.resistance).toBeCloseTo(3.8 * 10, 9);
    expect(aged.paths).toContain('Li6PS5Cl.lithiumInterphase');
    expect(aged.said).toContain('adds 38 ohm cm^2');
  });

  it('does not count beside a resistance of the case, nor on an alloy', () => {
    const given = planeOf(sulfide, 'assembly.age=100 h', 'anode.areaSpecificResistance=7 ohm*cm^2');
    expect(given.resistance).toBeCloseTo(7, 12);
    expect(given.paths).not.toContain('Li6PS5Cl.lithiumInterphase');
    expect(planeOf(sulfide, 'assembly.age=100 h', 'anode.material=lithium-indium').resistance).toBeCloseTo(23, 9);
  });

  it('does not grow behind an interlayer that is assumed, unless the case says at which rate', () => {
    const lgps = (own: string) => planeOf(sulfide, 'assembly.age=4 d', `membrane.electrolyte={name: LGPS${own}}`);
    const parted = lgps('');
    expect(parted.resistance).toBeCloseTo(20, 9);
    expect(parted.paths).not.toContain('LGPS.lithiumInterphase');
    expect(parted.said).toContain('without it the interphase would add 442 ohm cm^2');
    expect(lgps(', lithiumInterphase: 10 ohm cm^2').resistance).toBeCloseTo(20 + 20, 9);
    expect(lgps(', lithiumResistance: 5 ohm cm^2').resistance).toBeCloseTo(5 + 442, 0);
  });
});
