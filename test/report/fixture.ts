import type { ParameterStatus } from '../../src/config/case.js';
import type { ItemKind } from '../../src/results/energy-schema.js';
import { forEachPart } from '../../src/results/polarisation-parts.js';
import { type PolarisationPart, polarisationPartNames, type RateResult,
  type ResultDocument } from '../../src/results/result-schema.js';

/**
 * A made-up result of an NMC811 | Li3InCl6 | Li cell: smooth curves with the right order of magnitude, losses that add up to
 * Ueq - V exactly. It is for drawing and printing only; no number in it is a claim.
 */

const theoreticalArealCapacity = 5.6;
const theoreticalSpecificCapacity = 205;
const cutoff = 2.8;
const membraneThickness = 30;
const cathodeThickness = 96;
const rates: readonly (readonly [string, number])[] = [['C/10', 0.1], ['C/5', 0.2], ['C/3', 1 / 3], ['C/2', 0.5], ['1C',
  1], ['2C', 2]];

const equilibrium = (u: number): number =>
  4.28 - 0.62 * u - 0.12 * Math.tanh((u - 0.25) / 0.08) - 0.35 * Math.exp((u - 1) / 0.035);

function lossesAt(u: number, current: number): Record<PolarisationPart, number> {
  const spread = current * 4 * u * (1 - 0.5 * u);
  return {
    ionsInMembrane: 4.2 * current,
    ionsInCathode: 42 * current * (0.35 + 0.9 * u),
    electronsInCathode: 1.6 * current * (1 + 3 * u ** 4),
    saltConcentration: 0.6 * current,
    chargeTransfer: 51.4 * Math.asinh(current / (4 * Math.sqrt((u + 0.02) * (1.03 - u)))),
    filmAndContact: 3 * current,
    diffusionInParticles: 2.5 * current * (0.4 + u) + 90 * current * Math.exp((u - 1) / 0.06),
    unevenStateOfCharge: spread,
    anode: 1.8 * current,
  };
}

function curve(cRate: number) {
  const current = cRate * theoreticalArealCapacity;
  const steps = 400;
  const u: number[] = [];
  for (let k = 0; k <= steps; k++) {
    const next = k / steps;
    const total = Object.values(lossesAt(next, current)).reduce((a, b) => a + b, 0);
    u.push(next);
    if (equilibrium(next) - total / 1000 < cutoff) break;
  }
  return { current, u: u.filter((_, k) => k % 3 === 0 || k === u.length - 1) };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function seriesOf(u: readonly number[], current: number): RateResult['series'] {
  const losses = u.map((value) => lossesAt(value, current));
  const parts = forEachPart((part) => losses.map((loss) => loss[part]));
  const total = losses.map((loss) => Object.values(loss).reduce((a, b) => a + b, 0));
  return {
    time_s: u.map((value) => (value * theoreticalArealCapacity * 3600) / current),
    step: u.map(() => 0),
    currentDensity_mA_cm2: u.map(() => current),
    arealCapacity_mAh_cm2: u.map((value) => value * theoreticalArealCapacity),
    voltage_V: u.map((value, k) => equilibrium(value) - total[k] / 1000),
    equilibriumVoltage_V: u.map(equilibrium),
    utilisation: [...u],
    frontDepth_um: u.map((value) =>
      value === 0 ? null : Math.min(cathodeThickness, (60 * value + 30) / Math.sqrt(current / 2 + 1))
    ),
    polarisation_mV: { ...parts, total },
  };
}

/** Reaction sharper and closer to the membrane for a larger current, moving in with the charge passed. */
function profilesOf(current: number, end: number, layers: number, points: number): RateResult['profiles'] {
  const cells = 60;
  const centres = Array.from({ length: cells }, (_, k) => ((k + 0.5) * (membraneThickness + cathodeThickness)) / cells);
  const inCathode = centres.map((x) => x > membraneThickness);
  const depth = centres.map((x) => (x - membraneThickness) / cathodeThickness);
  const half = membraneThickness + cathodeThickness / 2;
  const names = ['electrolyte-rich', 'active-rich'];
  const snapshots = [0.02, 0.25, 0.5, 0.75, 1].map((fraction) => {
    const sharp = 1 + current * 0.25 * (1 - 0.5 * fraction);
    const raw = depth.map((y, k) => (inCathode[k] ? Math.exp(-sharp * Math.abs(y - 0.5 * fraction)) : 0));
    const scale = mean(raw.filter((_, k) => inCathode[k]));
    const rate = raw.map((value, k) => (inCathode[k] ? value / scale : null));
    let passed = 0;
    const ionic = rate.map((value) =>
      value === null ? current : current * (1 - (passed += value / inCathode.filter(Boolean).length))
    );
    let phi = 0;
    const phiE = ionic.map((i) => -(phi += i * 0.0009));
    const solid = <T>(f: (k: number) => T) => centres.map((_, k) => (inCathode[k] ? f(k) : null));
    const used = solid((k) => Math.min(1, end * fraction * (1 + 0.05 * current * (0.5 - depth[k]))));
    return {
      time_s: (fraction * end * theoreticalArealCapacity * 3600) / current,
      fraction,
      electrolytePotential_V: phiE,
      electrodePotential_V: solid((k) =>
        equilibrium(end * fraction) - 0.02 * current - 0.004 * current * depth[k] ** 2
      ),
      ionicCurrentDensity_mA_cm2: ionic,
      electronicCurrentDensity_mA_cm2: solid((k) => current - ionic[k]),
      saltConcentration_mol_m3: null,
      reactionRate: rate,
      meanStoichiometry: used.map((value) => (value === null ? null : 0.25 + 0.68 * value)),
      surfaceStoichiometry: used.map((value) => (value === null ? null : Math.min(1, 0.27 + 0.68 * value))),
      utilisation: used,
    };
  });
  return {
    x_um: centres,
    region: centres.map((
      x,
    ) => (x < membraneThickness ? 'membrane' : layers === 1 ? 'cathode' : names[x < half ? 0 : 1])),
    boundaries_um: [0, membraneThickness, ...(layers === 1 ? [] : [half]), membraneThickness + cathodeThickness],
    mainStep: { firstPoint: 0, lastPoint: points - 1 },
    snapshots,
  };
}

const stoppedOutcome: RateResult['outcome'] = {
  kind: 'stopped',
  reason: 'step-too-small',
  sentence:
    'The time step fell below 1e-9 s at 431 s; the surface of the particles next to the membrane is full. What was '
    + 'reached is kept; raise the cut-off voltage or refine the shells.',
  evidence: { time_s: 431.2, step_s: 8.1e-10, norm: 3.7, worstUnknown: 'cS shell 20 of cathode cell 1' },
};

const balances = { lithium_relative: 3e-14, charge_relative: 8e-13, polarisation_mV: 2e-10 };
const counters = { steps: 143, rejectedSteps: 4, newtonIterations: 301, residualEvaluations: 460, factorisations: 88,
  unknowns: 1330, milliseconds: 61 };

type Step = RateResult['steps'][number];

function stepOf(kind: Step['kind'], firstPoint: number, lastPoint: number, duration: number, capacity: number): Step {
  const rests = kind === 'rest';
  return {
    kind,
    firstPoint,
    lastPoint,
    duration_s: duration,
    arealCapacity_mAh_cm2: capacity,
    arealEnergy_mWh_cm2: 3.8 * capacity,
    meanVoltage_V: rests ? null : 3.8,
    endVoltage_V: rests ? 4.25 : cutoff,
    resistance_ohm_cm2: 24.7,
    reason: rests ? 'time-cutoff' : 'voltage-cutoff',
  };
}

function rateOf([label, cRate]: readonly [string, number], layers: number): RateResult {
  const { current, u } = curve(cRate);
  const series = seriesOf(u, current);
  const end = u[u.length - 1];
  const meanParts = { ...lossesAt(0, current), total: 0 };
  const endParts = { ...lossesAt(end, current), total: 0 };
  for (const part of polarisationPartNames) {
    meanParts[part] = mean(u.map((value) => lossesAt(value, current)[part]));
    meanParts.total += meanParts[part];
    endParts.total += endParts[part];
  }
  const meanVoltage = mean(series.voltage_V);
  const arealEnergy = meanVoltage * end * theoreticalArealCapacity;
  const stopped = cRate === 2;
  const density = (gravimetric: number, volumetric: number) => ({
    gravimetric_Wh_kg: (gravimetric * arealEnergy) / 22,
    volumetric_Wh_L: (volumetric * arealEnergy) / 22,
    volumetricCharged_Wh_L: (volumetric * arealEnergy) / 25,
    power_W_kg: (gravimetric * arealEnergy * cRate) / 22,
    cost_USD_kWh: (90 * 22) / arealEnergy,
  });
  return {
    label,
    load: { kind: 'cRate', value: cRate },
    cRate,
    currentDensity_mA_cm2: current,
    direction: 'discharge',
    outcome: stopped
      ? stoppedOutcome
      : { kind: 'completed', reason: 'voltage-cutoff',
        sentence: `The cell voltage reached the cut-off of ${cutoff} V.` },
    arealCapacity_mAh_cm2: end * theoreticalArealCapacity,
    specificCapacity_mAh_g: end * theoreticalSpecificCapacity,
    utilisation: end,
    meanVoltage_V: meanVoltage,
    arealEnergy_mWh_cm2: arealEnergy,
    energy: { electrode: density(669, 2180), unitCell: density(512, 1120), stack: density(505, 1110),
      pouch: density(402, 905) },
    polarisation_mV: meanParts,
    endPolarisation_mV: endParts,
    frontDepth_um: series.frontDepth_um[u.length - 1],
    charge: {
      label: 'C/10',
      cutoffVoltage_V: 4.3,
      hold: null,
      rest_s: 3600,
      arealCapacity_mAh_cm2: 0.99 * theoreticalArealCapacity,
      specificCapacity_mAh_g: 0.99 * theoreticalSpecificCapacity,
      share: 0.99,
      arealEnergy_mWh_cm2: 3.9 * theoreticalArealCapacity,
      meanVoltage_V: 3.94,
      restVoltage_V: 4.25,
      outcome: { kind: 'completed', reason: 'voltage-cutoff',
        sentence: 'The charge reached its cut-off voltage of 4.3 V.' },
      steps: [stepOf('charge', 0, 80, 35_000, -0.99 * theoreticalArealCapacity), stepOf('rest', 81, 100, 3600, 0)],
      curve: { time_s: [0, 35_000], currentDensity_mA_cm2: [-0.44, -0.44], arealCapacity_mAh_cm2: [0, -4.3],
        voltage_V: [3.6, 4.3] },
      balances,
      counters,
    },
    steps: [stepOf('discharge', 0, u.length - 1, series.time_s[u.length - 1], end * theoreticalArealCapacity)],
    efficiency: { coulombic: end / 0.99, energy: arealEnergy / (3.9 * theoreticalArealCapacity) },
    resistance_ohm_cm2: 24.7,
    limitation: `${(100 * end).toFixed(0)} % of the theoretical capacity is delivered at ${label}; of the mean loss of `
      + `${meanParts.total.toFixed(0)} mV, ions in the cathode take ${
        meanParts.ionsInCathode.toFixed(0)
      } mV and charge `
      + `transfer ${meanParts.chargeTransfer.toFixed(0)} mV.`,
    series,
    profiles: profilesOf(current, end, layers, u.length),
    balances,
    counters,
  };
}

const kindOf = (name: string): ItemKind => {
  if (name.startsWith('cathode:')) return 'cathode';
  if (name.startsWith('membrane')) return 'membrane';
  if (name.startsWith('anode')) return 'anode';
  if (name.endsWith('collector')) return name.startsWith('al') ? 'cathodeCollector' : 'anodeCollector';
  return name === 'tabs' ? 'tabs' : 'packaging';
};

const item = (name: string, mass: number, volume: number, arealMass: number | null, thickness: number | null) => ({
  name,
  mass_g: mass,
  bases: name.startsWith('cathode:') ? ['electrode' as const, 'stack' as const, 'pouch' as const] : ['pouch' as const],
  volume_cm3: volume,
  volumeCharged_cm3: name.startsWith('anode') ? volume + 3 : volume,
  arealMass_mg_cm2: arealMass,
  thickness_um: thickness,
  thicknessCharged_um: thickness,
  cost_USD: name.includes('Li3InCl6') ? 0 : 0.01 * mass,
  unpriced: name.includes('Li3InCl6') ? ['Li3InCl6'] : [],
  kind: kindOf(name),
});

const items = [
  item('cathode: NMC811', 44.9, 9.6, 27.3, 58),
  item('cathode: Li3InCl6', 7.9, 3.05, 4.8, 19),
  item('cathode: carbon', 0.5, 0.26, 0.3, 1.6),
  item('cathode: void', 0, 0.82, 0, 5),
  item('membrane: Li3InCl6', 12.8, 4.94, 7.8, 30),
  item('anode: lithium', 2.9, 5.4, 1.7, 33),
  item('aluminium collector', 5.3, 1.97, 1.6, 6),
  item('copper collector', 5.9, 0.66, 1.8, 2),
  item('tabs', 0.6, 0.1, null, null),
  item('pouch laminate', 2.6, 1.7, null, null),
  item('seal margin', 0.5, 0.9, null, null),
];

const statuses: readonly ParameterStatus[] = ['literature', 'given', 'assumed', 'fitted', 'default', 'derived'];
const owners = ['NMC811', 'Li3InCl6', 'membrane', 'cathode.layers.0'];
const labels = ['crystal density', 'particle radius', 'diffusivity', 'exchange current density',
  'bulk ionic conductivity', 'thickness', 'porosity', 'tortuosity factor', 'film resistance',
  'wetted share of the surface'];

function parameters(): ResultDocument['provenance']['parameters'] {
  return Array.from({ length: 40 }, (_, k) => {
    const status = statuses[k % statuses.length];
    const literature = status === 'literature' || status === 'fitted';
    return {
      path: `${owners[k % 4]}.${labels[k % 10].replaceAll(' ', '')}${Math.floor(k / 10)}`,
      label: labels[k % 10],
      value: (1.7 * (k + 1)).toPrecision(3),
      unit: ['kg m^-3', 'um', 'cm^2 s^-1', 'mA cm^-2', 'mS cm^-1'][k % 5],
      status,
      ...(literature
        ? {
          source: k % 12 === 0 ? '10.1149/1945-7111/ab9050, Table 2' : 'https://doi.org/10.1021/acsenergylett.9b01693',
        }
        : {}),
      ...(status === 'assumed' ? { note: 'no measurement found; the value of <NMC622> & co is taken' } : {}),
      ...(k % 9 === 0
        ? { alternatives: [{ value: '2.4', source: '10.1038/s41560-020-00759-5', note: 'at 60 C' }] }
        : {}),
    };
  });
}

/** `layers`: one or two cathode layers; `pick`: labels of the rates to keep. */
export function fixture(options: { readonly layers?: 1 | 2; readonly pick?: readonly string[] } = {}): ResultDocument {
  const layers = options.layers ?? 1;
  const results = rates.filter(([label]) => options.pick?.includes(label) ?? true).map((rate) => rateOf(rate, layers));
  const layer = (name: string, electrolyte: number) => ({
    name,
    thickness_um: cathodeThickness / layers,
    porosity: 0.05,
    density_g_cm3: 3.62,
    volumeFractions: { activeMaterial: 0.95 - electrolyte - 0.02, electrolyte, carbon: 0.02 },
    massFractions: { activeMaterial: 0.84, electrolyte: 0.15, carbon: 0.01 },
    ionicTortuosityFactor: 4.1,
    effectiveIonicConductivity_mS_cm: 0.124,
    effectiveIonicConductivity80_mS_cm: [0.124, 0.124] as [number, number],
    effectiveElectronicConductivity_mS_cm: 3.3,
    effectiveElectronicConductivity80_mS_cm: [3.3, 3.3] as [number, number],
    ionicSpread: 0,
    electronicSpread: 0,
    extrapolated: false,
    connectedFraction: 1,
    connectedFractionLow: 1,
    reachedByIons: 1,
    reachedByElectrons: 1,
    coverage: 1,
  });
  const ledger = parameters();
  return {
    schema: 'catholith-result-1',
    case: {
      name: 'nmc811-li3incl6',
      title: '85:15 NMC811 | Li3InCl6 | Li, the cell behind the 400 Wh/kg claim',
      source:
        'composition and thickness of the review, 10.1038/s41560-020-00759-5, Table 1; transport as assumed below',
      temperature_K: 298.15,
      theoreticalArealCapacity_mAh_cm2: theoreticalArealCapacity,
      disconnectedArealCapacity_mAh_cm2: 0,
      theoreticalSpecificCapacity_mAh_g: theoreticalSpecificCapacity,
      cathodeThickness_um: cathodeThickness,
      membraneThickness_um: membraneThickness,
      cathodeLoading_mg_cm2: 32.4,
      layers: layers === 1 ? [layer('cathode', 0.2)] : [layer('electrolyte-rich', 0.28), layer('active-rich', 0.15)],
      mesh: { name: 'standard', cells: 60, shells: 20 },
    },
    start: {
      kind: 'charge',
      resistanceDelay_s: 10,
      sentence:
        'Every rate starts from one charge of the discharged cell as built, at C/10 to 4.3 V, and 1 h of rest: it takes up 99 %.',
    },
    rates: results,
    energy: {
      gravimetric_Wh_kg: 402,
      volumetric_Wh_L: 905,
      basis: 'pouch as built, without terminals and electronics',
      capacity_Ah: 9.2,
      meanVoltage_V: 3.82,
      unitCellsInSeries: 1,
      unitCells: 24,
      deliverableShare: 1,
      electrode: promise(669, 2180, 2180),
      unitCell: promise(512, 1120, 1010),
      stack: promise(505, 1110, 1000),
      pouch: promise(402, 905, 820),
      mass_g: 83.9,
      volume_cm3: 29.4,
      volumeCharged_cm3: 32.4,
      nToP: 1.22,
      nToPBasis: 'anode capacity as built over reversible capacity of the cathode',
      platedLithium_um: 23.5,
      bases: [
        { name: 'electrode', text: 'electrode: cathode composite only', arealMass_mg_cm2: 32.4, thickness_um: 100,
          thicknessCharged_um: 100, cost_USD_m2: 20 },
        { name: 'pouch', text: 'pouch: all of it', arealMass_mg_cm2: 54, thickness_um: 240, thicknessCharged_um: 264,
          cost_USD_m2: null },
      ],
      bill: [
        { material: 'NMC811', mass_g: 40.1, price_USD_kg: 22, cost_USD: 0.882, share: 0.95 },
        { material: 'aluminium', mass_g: 5.6, price_USD_kg: 8, cost_USD: 0.045, share: 0.05 },
        { material: 'Li6PS5Cl', mass_g: 12.5, price_USD_kg: null, cost_USD: null, share: null },
      ],
      cost: { priced_USD: 0.927, unpriced: ['Li6PS5Cl'], atLeast_USD_kWh: 27.5 },
      vehicle: { range_km: 965, batteryMass_kg: 400, distancePerEnergy_km_kWh: 6 },
      items,
    },
    balances: { lithium_relative: 3e-14, charge_relative: 8e-13, polarisation_mV: 2e-10 },
    counters: {
      steps: 858,
      rejectedSteps: 24,
      newtonIterations: 1806,
      residualEvaluations: 2760,
      factorisations: 528,
      unknowns: 1330,
      milliseconds: 366,
    },
    provenance: {
      program: 'catholith',
      version: '0.1.0',
      caseHash: '3f9c1a77d20be415',
      parameters: ledger,
      assumed: ledger.filter((entry) => entry.status === 'assumed').map((entry) => entry.path),
    },
    warnings: ['The anode holds 1.22 times the capacity of the cathode as built.'],
  };
}

const promise = (gravimetric: number | null, volumetric: number | null, charged: number | null) => (
  { gravimetric_Wh_kg: gravimetric, volumetric_Wh_L: volumetric, volumetricCharged_Wh_L: charged, power_W_kg: null,
    cost_USD_kWh: null }
);
const nothing = promise(null, null, null);
/** No energy on any basis. */
const undelivered = { electrode: nothing, unitCell: nothing, stack: nothing, pouch: nothing };

/** The slowest rate never started: nothing recorded. */
export function withFailedRate(doc: ResultDocument): ResultDocument {
  const [first, ...rest] = doc.rates;
  const noParts = { ...forEachPart(() => null), total: null };
  const failed: RateResult = {
    ...first,
    arealCapacity_mAh_cm2: 0,
    specificCapacity_mAh_g: 0,
    utilisation: 0,
    meanVoltage_V: null,
    arealEnergy_mWh_cm2: 0,
    outcome: { kind: 'failed', reason: 'no-consistent-start', sentence: 'No consistent start was found.' },
    limitation: 'Nothing was delivered.',
    polarisation_mV: noParts,
    endPolarisation_mV: noParts,
    frontDepth_um: null,
    energy: undelivered,
    series: mapSeries(first.series, () => []),
    profiles: { ...first.profiles, mainStep: null, snapshots: [] },
    steps: [{ ...first.steps[0], lastPoint: -1, endVoltage_V: null, meanVoltage_V: null, resistance_ohm_cm2: null,
      reason: 'no-consistent-start' }],
    efficiency: { coulombic: null, energy: null },
    resistance_ohm_cm2: null,
  };
  return { ...doc, rates: [failed, ...rest] };
}

/** A composite anode stands before the membrane, and the electrolyte holds a salt. */
export function withAnodeAndSalt(doc: ResultDocument): ResultDocument {
  const thickness = 80;
  const cells = 20;
  const centres = Array.from({ length: cells }, (_, k) => ((k + 0.5) * thickness) / cells);
  const before = <T>(values: readonly T[], value: T): T[] => [...centres.map(() => value), ...values];
  const rates = doc.rates.map((rate) => ({
    ...rate,
    profiles: {
      ...rate.profiles,
      x_um: [...centres, ...rate.profiles.x_um.map((x) => x + thickness)],
      region: before(rate.profiles.region, 'anode'),
      boundaries_um: [0, ...rate.profiles.boundaries_um.map((x) => x + thickness)],
      snapshots: rate.profiles.snapshots.map((snapshot) => ({
        ...snapshot,
        electrolytePotential_V: before(snapshot.electrolytePotential_V, 0),
        electrodePotential_V: before<number | null>(snapshot.electrodePotential_V, -0.001),
        ionicCurrentDensity_mA_cm2: [
          ...centres.map((x) => (rate.currentDensity_mA_cm2 * x) / thickness),
          ...snapshot.ionicCurrentDensity_mA_cm2,
        ],
        electronicCurrentDensity_mA_cm2: [
          ...centres.map((x) => rate.currentDensity_mA_cm2 * (1 - x / thickness)),
          ...snapshot.electronicCurrentDensity_mA_cm2,
        ],
        saltConcentration_mol_m3: before(snapshot.electrolytePotential_V, 0).map((_, k) => 1400 - 8 * k),
        reactionRate: before<number | null>(snapshot.reactionRate, 1),
        meanStoichiometry: before<number | null>(snapshot.meanStoichiometry, null),
        surfaceStoichiometry: before<number | null>(snapshot.surfaceStoichiometry, null),
        utilisation: before<number | null>(snapshot.utilisation, null),
      })),
    },
  }));
  return { ...doc, rates };
}

type Series = RateResult['series'];

/** Every column of the series through the same function. */
function mapSeries(series: Series, map: <T>(values: T[], name: string) => T[]): Series {
  const { polarisation_mV: parts, ...columns } = series;
  const mapped = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, map<number | null>(values, name)]),
  );
  const split = Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, map(values, name)]));
  return { ...mapped, polarisation_mV: split } as Series;
}

/** The discharge comes second, after a charge of the same current that is its mirror image in time; a rest follows. */
export function withSteps(doc: ResultDocument): ResultDocument {
  const rates = doc.rates.map((rate) => {
    const { series } = rate;
    const points = series.time_s.length;
    const last = points - 1;
    const total = series.arealCapacity_mAh_cm2[last];
    const three = mapSeries(series, (values) => [...values.toReversed(), ...values, values[last]]);
    const current = three.currentDensity_mA_cm2.map((value, k) => (k < points ? -value : k === 2 * points ? 0 : value));
    const time = three.time_s.map((_, k) => 60 * k);
    return {
      ...rate,
      series: {
        ...three,
        time_s: time,
        step: time.map((_, k) => Math.floor(k / points)),
        currentDensity_mA_cm2: current,
        arealCapacity_mAh_cm2: three.arealCapacity_mAh_cm2.map((charge) => charge - total),
        polarisation_mV: mapNothing(three.polarisation_mV, 2 * points),
      },
      profiles: { ...rate.profiles, mainStep: { firstPoint: points, lastPoint: 2 * points - 1 } },
      steps: [
        stepOf('charge', 0, last, 60 * last, -total),
        stepOf('discharge', points, points + last, 60 * last, total),
        stepOf('rest', 2 * points, 2 * points, 0, 0),
      ],
    };
  });
  return { ...doc, rates };
}

/** No current, no parts. */
function mapNothing(parts: Series['polarisation_mV'], point: number): Series['polarisation_mV'] {
  const entries = Object.entries(parts).map((
    [name, values],
  ) => [name, values.map((value, k) => (k === point ? null : value))]);
  return Object.fromEntries(entries) as Series['polarisation_mV'];
}

/** Mirrored: everything that counts discharge positive changes its sign, and a charge delivers no energy. */
export function asCharge(doc: ResultDocument): ResultDocument {
  const mirrored = ['currentDensity_mA_cm2', 'arealCapacity_mAh_cm2', 'utilisation', 'total', ...polarisationPartNames];
  const negative = <T>(values: T[]): T[] => values.map((value) => (typeof value === 'number' ? -value : value) as T);
  const rates = doc.rates.map((rate): RateResult => ({
    ...rate,
    direction: 'charge',
    energy: undelivered,
    series: mapSeries(rate.series, (values, name) => (mirrored.includes(name) ? negative(values) : values)),
  }));
  return { ...doc, rates };
}

const spreadAt = (value: number, low: number, high: number) => ({ low: low * value, high: high * value });

/** The same result with ranges; at the rates of `outside` there is no single number. */
export function withRanges(doc: ResultDocument, outside: readonly string[] = []): ResultDocument {
  const decides = (rate: RateResult, path: string, label: string, low: number, high: number) => ({
    path,
    label,
    status: 'assumed' as const,
    basis: 'declared' as const,
    low: '0.5 mS/cm',
    high: '2 mS/cm',
    effect: high - low,
    arealCapacity_mAh_cm2: spreadAt(rate.arealCapacity_mAh_cm2, low, high),
    gravimetric_Wh_kg: spreadAt(rate.energy.pouch.gravimetric_Wh_kg ?? 0, low, high),
  });
  return {
    ...doc,
    rates: doc.rates.map((rate) => ({
      ...rate,
      ranges: {
        arealCapacity_mAh_cm2: spreadAt(rate.arealCapacity_mAh_cm2, 0.6, 1.05),
        meanVoltage_V: rate.meanVoltage_V === null ? null : spreadAt(rate.meanVoltage_V, 0.97, 1.01),
        gravimetric_Wh_kg: rate.energy.pouch.gravimetric_Wh_kg === null
          ? null
          : spreadAt(rate.energy.pouch.gravimetric_Wh_kg, 0.6, 1.05),
        modelFactors: { low: 0.77, high: 1.3 },
        outsideData: outside.includes(rate.label)
          ? [`rate of ${rate.label} (measured cells for comparison: C/100 to 1C)`]
          : [],
        decides: [
          decides(rate, 'Li3InCl6.ionicConductivity', 'ionic conductivity, bulk', 0.7, 1.04),
          decides(rate, 'temperature', 'temperature of the cell', 0.95, 1.02),
        ],
      },
    })),
    certainty: {
      interval: 0.8,
      asked: 12,
      followed: 2,
      solves: 60,
      milliseconds: 300,
      model: { kind: 'layered oxides', fittedTo: ['10.1002/x'], forecastRmsLn: 0.18, forecastSources: 4,
        forecastCapacities: 34 },
    },
    limits: {
      rate: doc.rates[doc.rates.length - 1].label,
      sentence: 'limited by charge transfer',
      parts: [{ part: 'chargeTransfer', arealCapacity_mAh_cm2: 5, utilisation: 0.9, arealEnergy_mWh_cm2: 19,
        capacityGain: 0.3, energyGain: 0.3 }],
    },
  };
}
