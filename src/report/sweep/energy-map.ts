import type { BasisName } from '../../cell/energy-density.js';
import type { SweepAxis, SweepDefinition } from '../../config/studies/sweep.js';
import type { SweepDocument } from '../../results/sweep-schema.js';
import { cRateText } from '../format.js';
import { columnTitle, columnWords } from './key-words.js';
import { type EnergyUnit, inputText, type SweepPoint, type SweepSummary } from './sweep-summary.js';

export interface MapAxis {
  readonly title: string;
  readonly values: readonly number[];
  readonly log: boolean;
  /** The rates of the protocol, not a varied key. */
  readonly isRate: boolean;
  text(value: number): string;
}

/** Place where a panel is largest. */
export interface MapPeak {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** At the border of the map: further out there may be more. */
  readonly atEdge: boolean;
}

export interface MapPanel {
  readonly title: string;
  /** Rows along y; null where there is no result. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly peak: MapPeak | undefined;
  /** Places where a numerical outcome ended the run. */
  readonly ended: readonly { readonly x: number; readonly y: number }[];
}

/** A known design, by its place. */
export interface MapMark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Energy density over two of the things that a sweep varies, the promise of full utilisation first. */
export interface EnergyMap {
  readonly basis: BasisName;
  readonly unit: EnergyUnit;
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly panels: readonly MapPanel[];
  /** None on a map over the rate. */
  readonly marks: readonly MapMark[];
}

type Place = (point: SweepPoint) => number;

/**
 * A grid over two numbers is a map per rate; a grid over one number, at three rates or more, is a map over that number and the rate.
 * Undefined for every other sweep.
 */
export function energyMap({ definition, marks }: SweepDocument, summary: SweepSummary, unit: EnergyUnit):
  | EnergyMap
  | undefined
{
  const grid = definition as SweepDefinition;
  if (grid.method !== 'grid' || summary.points.length === 0) return undefined;
  const varied = grid.axes.flatMap((axis, i) => (sizeOf(axis) > 1 ? [{ axis, i }] : []));
  if (varied.some(({ i }) => summary.inputs[i].type !== 'number')) return undefined;
  const rates = [...new Map(summary.points.map((point) => [point.rate, point.cRate]))].sort((a, b) => a[1] - b[1]);
  const axes = varied.map(({ axis, i }) => inputAxis(axis, summary, i));
  const places = varied.map(({ i }): Place => (point) => Number(point.inputs[i]));
  if (axes.length === 2) {
    const [x, y] = axes;
    const panel = panelMaker(x, y, places[0], places[1]);
    const pointsAt = (rate: string): SweepPoint[] => summary.points.filter((point) => point.rate === rate);
    const [xKey, yKey] = varied.map(({ axis }) => axis.key);
    return {
      basis: summary.basis,
      unit,
      x,
      y,
      marks: marks.map(({ name, at }) => ({ name, x: at[xKey], y: at[yKey] })),
      panels: [
        ...varying(panel('full utilisation', pointsAt(rates[0][0]), ({ full }) => full[unit])),
        ...rates.map(([rate]) =>
          panel(rate === '' ? 'simulated' : rate, pointsAt(rate), ({ simulated }) => simulated[unit])
        ),
      ],
    };
  }
  if (axes.length !== 1 || rates.length < 3) return undefined;
  const y: MapAxis = { title: 'C-rate', values: rates.map(([, cRate]) => cRate), log: true, isRate: true,
    text: (rate) => cRateText(rate) };
  // rates of one name differ by round-off from design to design
  const cRateByName = new Map(rates);
  const panel = panelMaker(axes[0], y, places[0], ({ rate }) => cRateByName.get(rate) ?? NaN);
  return {
    basis: summary.basis,
    unit,
    x: axes[0],
    y,
    marks: [],
    panels: [
      ...varying(panel('full utilisation', summary.points, ({ full }) => full[unit])),
      panel('as simulated', summary.points, ({ simulated }) => simulated[unit]),
    ],
  };
}

const sizeOf = (axis: SweepAxis): number => (axis.kind === 'range' ? axis.points : axis.values.length);

function inputAxis(axis: SweepAxis, { inputs, points }: SweepSummary, place: number): MapAxis {
  const values = [...new Set(points.map((point) => Number(point.inputs[place])))].sort((a, b) => a - b);
  const wide = values[0] > 0 && values[values.length - 1] / values[0] >= 20;
  const { unit } = columnWords(inputs[place]);
  return {
    title: columnTitle(inputs[place]),
    values,
    isRate: false,
    log: axis.kind === 'range' ? axis.spacing === 'log' : wide,
    text: (value) => inputText(value, unit),
  };
}

/** The slowest rate always gives most: rates have no end in this sense. */
const isEnd = ({ values, isRate }: MapAxis, value: number): boolean =>
  !isRate && (value === values[0] || value === values[values.length - 1]);

/** Values that differ by less are one colour without a best place: what a cathode layer promises per mass whatever its thickness. */
const sameWithin = 1e-4;
const isFlat = (values: readonly (number | null)[]): boolean => {
  const found = values.filter((value) => value !== null);
  return found.length > 1 && Math.max(...found) - Math.min(...found) <= sameWithin * Math.abs(found[0]);
};
const varying = (panel: MapPanel): MapPanel[] => (isFlat(panel.values.flat()) ? [] : [panel]);

function panelMaker(x: MapAxis, y: MapAxis, xOf: Place, yOf: Place) {
  return (title: string, points: readonly SweepPoint[], valueOf: (point: SweepPoint) => number | null): MapPanel => {
    const values = y.values.map(() => x.values.map((): number | null => null));
    let peak: MapPeak | undefined;
    for (const point of points) {
      const value = valueOf(point);
      const [px, py] = [xOf(point), yOf(point)];
      values[y.values.indexOf(py)][x.values.indexOf(px)] = value;
      if (value !== null && value > (peak?.value ?? -Infinity))
        peak = { x: px, y: py, value, atEdge: isEnd(x, px) || isEnd(y, py) };
    }
    const ended = points.filter(({ outcome }) => outcome !== 'completed').map((point) => ({ x: xOf(point),
      y: yOf(point) })
    );
    return { title, values, peak: isFlat(values.flat()) ? undefined : peak, ended };
  };
}
