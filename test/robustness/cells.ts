import fc from 'fast-check';

/**
 * Cells far beyond what anyone builds, as the data of a case file: 5 um to 5 mm thick, particles from 1 nm to 100 um, 5 to 99 % active
 * material, C/1000 to 100C, -40 to 120 degC, every architecture, size distribution, protocol. Some are refused when they are read.
 */

/** On a grid, so that a finding made small has small numbers: 20 values per decade, shrinking to 1; a thousandth of the range, to its lower end. */
const decades = (low: number, high: number) =>
  fc.integer({ min: Math.round(20 * Math.log10(low)), max: Math.round(20 * Math.log10(high)) }).map((k) =>
    Number((10 ** (k / 20)).toPrecision(4))
  );
const between = (low: number, high: number) =>
  fc.nat(1000).map((k) => Number((low + (high - low) * (k / 1000)).toPrecision(4)));
const in_ = <T>(unit: string, number: fc.Arbitrary<T>) => number.map((value) => `${String(value)} ${unit}`);
/** Present in one of `of` cells; a finding without it is smaller. */
const rarely = <T>(of: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: of - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary },
  );

const conversion = ['sulfur', 'Li2S', 'SeS2'];
const materials = ['NMC811', 'NMC532', 'LCO', 'LFP', 'NMC83', 'TiS2', 'NMC532-single-crystal', ...conversion];
const electrolytes = ['Li6PS5Cl', 'Li3InCl6', 'LGPS', 'LLZO', 'LiTFSI-PEO', 'LiPF6-EC-EMC', 'LiClO4-PEO',
  'single-ion-polymer', 'Li3PS4-glass', 'LiPF6-EC-DMC'];

/** Cut-off voltages [V] between which a material works. */
function windowOf(material: string): readonly [number, number] {
  if (conversion.includes(material) || material === 'TiS2') return [1.5, 2.8];
  return [2.5, material === 'LFP' ? 3.9 : 4.3];
}

const radii = in_('um', fc.oneof(decades(1e-3, 100), fc.constantFrom(0.001, 100)));

const ionicTransport = fc.oneof(
  fc.record({ tortuosityFactor: decades(1, 200) }),
  fc.record({ bruggemanExponent: between(1, 5) }),
  fc.record({ effectiveConductivity: in_('mS/cm', decades(1e-7, 10)) }),
  fc.record({ percolation: fc.record({ sizeRatio: decades(0.05, 20) }) }),
  fc.record({
    alignedChannels: fc.record({
      fraction: in_('%', between(0.5, 60)),
      spacing: in_('um', decades(0.5, 1000)),
      shape: fc.constantFrom('lamellae', 'cylinders'),
      misalignment: in_('deg', between(0, 70)),
      wallTortuosityFactor: decades(1, 100),
    }),
  }),
);

const particles = fc.oneof(
  fc.record({ medianRadius: in_('um', decades(0.01, 20)), deviation: between(0.02, 1.8),
    classes: fc.integer({ min: 1, max: 8 }) }),
  fc.record({
    sizes: fc.array(fc.record({ radius: radii, volumeShare: fc.constant(0.5) }), { minLength: 2, maxLength: 2 }),
  }),
  fc.record({ crystals: fc.record({ diffusivityRatio: decades(1e-4, 1), crackedShare: between(0, 1) }) }),
);

const contact = fc.record({
  pressure: in_('MPa', decades(0.1, 500)),
  characteristicPressure: in_('MPa', decades(1, 1000)),
  residual: between(0.01, 1),
  stiffness: in_('GPa', decades(0.01, 10)),
  contactMadeAt: fc.constantFrom('charged', 'discharged'),
});

const gradient = fc.record({
  slices: fc.integer({ min: 2, max: 7 }),
  porosity: fc.tuple(between(0, 0.5), between(0, 0.5)),
  particleRadius: rarely(3, fc.tuple(radii, radii)),
  tortuosityFactor: rarely(3, fc.tuple(decades(1, 50), decades(1, 50))),
});

const composite = fc.record({
  activeMaterial: fc.record({ name: fc.constantFrom('graphite', 'LTO', 'silicon'),
    particleRadius: in_('um', decades(0.01, 50)) }),
  porosity: between(0, 0.5),
  nToP: decades(0.3, 10),
  ionicTransport: fc.record({ tortuosityFactor: decades(1, 50) }),
  electronicTransport: fc.record({ effectiveConductivity: in_('S/m', decades(1e-6, 100)) }),
});

const rate = fc.oneof(decades(1e-3, 100), fc.constantFrom(0.001, 100)).map((c) => `${c}C`);
const time = in_('h', decades(1e-3, 1000));

const steps = ([low, high]: readonly [number, number]): fc.Arbitrary<readonly unknown[]> =>
  fc.oneof(
    fc.constant([{ discharge: 'each' }]),
    fc.constant([{ charge: 'each' }]),
    fc.record({ rate, voltage: in_('V', between(low, high)), current: fc.constantFrom('C/20', 'C/1000'), limit: time })
      .map((drawn) => [
        { discharge: 'each' },
        { rest: '10 min' },
        { charge: drawn.rate },
        { hold: drawn.voltage, until: { current: drawn.current, time: drawn.limit } },
        { discharge: 'each' },
      ]),
    fc.record({ direction: fc.constantFrom('discharge', 'charge'), power: in_('mW/cm^2', decades(1e-3, 1e4)),
      limit: time }).map((
        drawn,
      ) => [{ [drawn.direction]: { power: drawn.power }, until: { time: drawn.limit } }, { rest: '1 h' }]),
    fc.record({ count: fc.integer({ min: 1, max: 20 }), pulse: time, rest: time }).map((
      drawn,
    ) => [{ repeat: drawn.count, steps: [{ discharge: 'each', until: { time: drawn.pulse } }, { rest: drawn.rest }] }]),
    fc.record({ charge: in_('mAh/cm^2', decades(1e-6, 50)), rate }).map((drawn) => [
      { discharge: 'each', until: { arealCapacity: drawn.charge } },
      { charge: drawn.rate, until: { arealCapacity: drawn.charge } },
    ]),
    fc.array(fc.tuple(decades(0.01, 3600), between(-50, 50)), { minLength: 2, maxLength: 20 }).map((rows) => {
      let at = 0;
      const times = rows.map(([duration], i) => `${i === 0 ? 0 : (at += duration)} s`);
      return [{ profile: { time: times, current: rows.map(([, current]) => `${current} mA/cm^2`) } }];
    }),
  );

const drawn = fc.record({
  material: fc.constantFrom(...materials),
  electrolyte: fc.constantFrom(...electrolytes),
  radius: radii,
  temperature: between(-40, 120),
  active: fc.oneof(between(0.05, 0.97), fc.constant(0.99)),
  carbonShare: between(0.005, 0.15),
  withCarbon: fc.boolean(),
  thickness: fc.oneof(decades(5, 5000), fc.constant(5000)),
  membrane: decades(1, 500),
  porosity: fc.oneof(between(0, 0.6), fc.constant(0)),
  diffusivity: rarely(3, in_('m^2/s', decades(1e-18, 1e-9))),
  exchange: rarely(3, in_('mA/cm^2', decades(1e-6, 1e3))),
  ionicTransport,
  electronicTransport: fc.record({ effectiveConductivity: in_('S/m', decades(1e-9, 1e3)) }),
  particles: rarely(6, particles),
  contact: rarely(10, contact),
  gradient: rarely(8, gradient),
  composite: rarely(6, composite),
  network: rarely(20,
    fc.record({ electrolyteDiameter: in_('um', decades(0.002, 900)), voxels: fc.constant(12),
      realisations: fc.constant(1) })),
  activeNetwork: rarely(15, fc.record({ tortuosityFactor: decades(1, 100) })),
  layers: rarely(8,
    fc.array(fc.record({ share: between(0.02, 1), active: between(0.3, 0.8) }), { minLength: 2, maxLength: 5 })),
  film: rarely(8, in_('ohm cm^2', decades(1e-2, 1e5))),
  coverage: rarely(8, decades(1e-3, 1)),
  connected: rarely(8, decades(0.01, 1)),
  collector: rarely(8, in_('ohm cm^2', decades(1e-2, 1e4))),
  thermal: rarely(4,
    fc.record({ heatCapacity: in_('J/(m^2 K)', decades(1, 1e4)), heatTransfer: in_('W/(m^2 K)', decades(1e-2, 1e4)) })),
  rate,
}).chain((cell) => steps(windowOf(cell.material)).map((protocol) => ({ ...cell, steps: protocol })));
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A case file as JSON, which is YAML. */
export const cells: fc.Arbitrary<string> = drawn.map((cell) => JSON.stringify(caseOf(cell), null, 1));

function caseOf(cell: Drawn): Record<string, unknown> {
  const { material, electrolyte, steps: protocol } = cell;
  const [lower, upper] = windowOf(material);
  const isConversion = conversion.includes(material);
  const carbon = isConversion || cell.withCarbon ? Math.min(cell.carbonShare, 0.9 * (1 - cell.active)) : 0;
  const fractions = (active: number) => ({ activeMaterial: active, electrolyte: 'rest',
    ...(carbon > 0 && { carbon }) });
  const takesRate = JSON.stringify(protocol).includes('"each"');
  return {
    title: 'a random extreme cell',
    source: 'drawn',
    temperature: `${cell.temperature} degC`,
    ...(cell.thermal && { thermal: { mode: 'lumped', ...cell.thermal } }),
    ...(cell.composite && !isConversion && {
      anode: { ...cell.composite, electrolyte, massFractions: { activeMaterial: 0.7, electrolyte: 0.3 } },
    }),
    membrane: { electrolyte, thickness: `${cell.membrane} um` },
    cathode: {
      activeMaterial: {
        name: material,
        particleRadius: cell.radius,
        diffusivity: cell.diffusivity,
        referenceExchangeCurrentDensity: cell.exchange,
        ...(cell.contact && { relativeVolume: [[0, 0.94], [1, 1]] }),
      },
      electrolyte,
      ...(carbon > 0 && { carbon: 'carbon-black' }),
      massFractions: fractions(cell.active),
      porosity: cell.porosity,
      ...(cell.network ? { network: cell.network } : {
        ionicTransport: cell.ionicTransport,
        electronicTransport: cell.electronicTransport,
        connectedFraction: cell.connected,
      }),
      particles: cell.particles,
      contact: cell.contact,
      activeNetwork: /^Li(TFSI|PF6|ClO4)/.test(electrolyte) ? undefined : cell.activeNetwork,
      filmResistance: cell.film,
      coverage: cell.coverage,
      collectorResistance: cell.collector,
      ...(cell.layers
        ? {
          layers: cell.layers.map(({ share, active }, i) => (
            { name: `l${i}`, thickness: `${Math.max(0.2, cell.thickness * share).toPrecision(4)} um`,
              massFractions: fractions(Math.min(active, 0.95 - carbon)) }
          )),
        }
        : { thickness: `${cell.thickness} um`, gradient: cell.gradient }),
    },
    protocol: {
      ...(takesRate && { rates: [cell.rate] }),
      lowerCutoffVoltage: `${lower} V`,
      upperCutoffVoltage: `${upper} V`,
      steps: protocol,
    },
    ...(isConversion && { cell: { cathodeAsBuilt: material === 'Li2S' ? 'discharged' : 'charged' } }),
    // that of meshes/coarse.yaml, so that no file is needed
    mesh: { membraneCells: 5, cathodeCells: 20, grading: 3, shells: 12, shellGrading: 1.3 },
  };
}
