import * as Plot from '@observablehq/plot';
import type { CapacityRow, Explanation, ReproductionDocument } from '../../results/reproduction-schema.js';
import { plane } from './curves.js';
import { type Figure, type LegendItem, sheetWithLegend } from './figure.js';
import { faint, groupLook, ink } from './palette.js';
import { groupsOf, parityPanel, type ParityPoint } from './parity-panel.js';

/** Tortuosity factors of the ions in composites of solid electrolytes, as measured. */
interface MeasuredTortuosity {
  /** Share of the electrode volume. */
  readonly electrolyteVolumeFraction: number;
  readonly tortuosityFactor: number;
  readonly source: string;
}

const points = (source: string, pairs: readonly (readonly [number, number])[]): MeasuredTortuosity[] =>
  pairs.map(([electrolyteVolumeFraction, tortuosityFactor]) => ({ electrolyteVolumeFraction, tortuosityFactor,
    source })
  );

/** All read in third-party digests of the papers; where a paper gives conductivities, tau = kappa eps / kappaEff. */
const measuredTortuosities: readonly MeasuredTortuosity[] = [
  // NMC83 of 2 um in Li6PS5Cl of 20 um: 2.33 mS/cm (1.024, 0.33, 0.01083, 7.18e-5 at 20 to 80 vol% of the solids), with their porosities
  ...points('10.1038/s41467-025-56514-5', [[0.675, 1.54], [0.473, 3.34], [0.31, 66.8], [0.149, 4850]]),
  // LCO of 5 um in a glass: 208 um, symmetric cell
  ...points('10.1016/j.jpowsour.2018.06.041', [[0.537, 1.6]]),
  // Li4Ti5O12 and carbon in a glass: transmission line
  ...points('10.1016/j.jpowsour.2018.05.095', [[0.665, 1.8], [0.493, 8.5], [0.398, 33], [0.297, 2200]]),
  // single-crystal NMC83 in Li5.3PS4.3ClBr0.7: share of the solids, porosity not known
  ...points('10.1002/batt.70315', [[0.505, 7.7], [0.505, 8.8]]),
];

const width = 760;

/** What `of` makes of the reported capacities, each in the group of its set. */
const pointsOf = <Point>({ sets }: ReproductionDocument, of: (row: CapacityRow, group: number) => Point[]): Point[] =>
  sets.flatMap(({ rows }, group) => rows.flatMap((row) => (row.kind === 'capacity' ? of(row, group) : [])));

const setItems = ({ sets }: ReproductionDocument, points: readonly { readonly group: number }[]): LegendItem[] =>
  groupsOf(points).map((group) => ({ label: sets[group].title, ...groupLook(group) }));

/** Simulated against reported capacity, both over the theoretical one, with the range over what is assumed. */
export function parityFigure(doc: ReproductionDocument): Figure | undefined {
  const points = pointsOf(doc, (row, group): ParityPoint[] => {
    const [x, y, low, high] = [row.reported_mAh_g, row.simulated_mAh_g, ...row.range_mAh_g].map((value) =>
      value / row.theoretical_mAh_g
    );
    return [{ x, y, low, high, group, single: true }];
  });
  if (points.length === 0) return undefined;
  // both axes alike, as far as anything reaches
  const end = 0.03 + Math.max(1.03, ...points.flatMap(({ x, y, high }) => [x, y, high]));
  const labels = { x: 'Reported / theoretical capacity', y: 'Simulated / theoretical capacity' };
  const height = 560;
  return sheetWithLegend({
    name: 'parity',
    title: 'Reported and simulated capacity, over the theoretical one',
    caption:
      'One mark per reported result; bars span the assumed inputs, one at a time and all together. On the line the two agree. Above it the '
      + 'simulation with the assumed transport delivers more than was reported: something else than ions takes the rest, or the composite '
      + 'conducts worse than assumed.',
  }, { width, height }, [
    parityPanel({ x: 0, y: 0, width, height }, { ...labels, ends: [0, end], opacity: 0.6 }, points),
  ], setItems(doc, points));
}

const top = 6000;

/** The tortuosity factors asked for over the share of electrolyte, with measured ones and the power laws that are assumed. */
export function tortuosityFigure(doc: ReproductionDocument): Figure | undefined {
  const points = pointsOf(doc, explanationOf);
  if (points.length === 0) return undefined;
  const measured = measuredTortuosities.map((one) => ({ x: 100 * one.electrolyteVolumeFraction,
    y: one.tortuosityFactor })
  );
  const height = 520;
  return sheetWithLegend({
    name: 'tortuosity',
    title: 'Tortuosity factor that would explain what is reported',
    caption:
      'One mark per reported capacity: the tortuosity factor at which the simulation delivers it, with its range '
      + 'over the assumed inputs; hollow at 1000: even there it delivers more; hollow at 1: even there less. Rows '
      + 'that agree at any are left out. Crosses: measured '
      + `(${[...new Set(measuredTortuosities.map(({ source }) => source))].join(', ')}). What lies far above them `
      + 'at its share of electrolyte is no matter of ions.',
  }, { width, height }, [
    plane({ x: 0, y: 0, width, height }, [70, 16], {
      x: { label: 'Electrolyte in the cathode (vol%)', ticks: 8, domain: [0, 80] },
      y: { label: 'Tortuosity factor of the ions', ticks: [1, 10, 100, 1000], tickFormat: String, type: 'log',
        domain: [0.8, top] },
    }, [
      Plot.areaY(powerLaws, { x: 'x', y1: 'low', y2: 'high', fill: '#DDDDDD', fillOpacity: 0.8 }),
      ...groupsOf(points).flatMap((group) => marksOf(points.filter((point) => point.group === group), group)),
      Plot.dot(measured, { x: 'x', y: 'y', symbol: 'times', r: 5.5, stroke: ink, strokeWidth: 2 }),
    ]),
  ], [
    ...setItems(doc, points),
    { label: 'measured in composites of solid electrolytes', colour: ink, marker: 'times' },
    { label: 'exponents 1.5 to 3: the power laws that are assumed', colour: '#DDDDDD', swatch: true },
  ]);
}

/** tau = eps^(1 - b) for the exponents b that the rows are varied over. */
const powerLaws = Array.from({ length: 39 }, (_, k) => (k + 2) / 50).map((eps) => ({
  x: 100 * eps,
  low: eps ** -0.5,
  high: Math.min(top, eps ** -2),
}));

/** A factor that is asked for, with its range; `single` where it is no end of what is searched, and not any up to it. */
function explanationOf({ inverse, electrolyteVolumeFraction }: CapacityRow, group: number): ParityPoint[] {
  if (inverse === null) return [];
  const { nominal, lowest, highest } = inverse;
  if (nominal.kind === 'none' || nominal.kind === 'up-to') return [];
  const [y, low, high] = [nominal, lowest, highest].map(placeOf);
  return [{ x: 100 * electrolyteVolumeFraction, y, low, high, group, single: nominal.kind === 'found' }];
}

const placeOf = ({ kind, tortuosityFactor }: Explanation): number =>
  kind === 'too-little' || kind === 'up-to' ? 1 : tortuosityFactor ?? 1;

function marksOf(points: readonly ParityPoint[], group: number): Plot.Markish[] {
  const { colour, marker } = groupLook(group);
  const style = { x: 'x', y: 'y', symbol: marker, r: 4.5 } as const;
  return [
    Plot.ruleX(points, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.6 }),
    Plot.dot(points.filter(({ single }) => single), { ...style, fill: colour, stroke: faint, strokeWidth: 0.4 }),
    Plot.dot(points.filter(({ single }) => !single), { ...style, fill: 'white', stroke: colour, strokeWidth: 1.5 }),
  ];
}
