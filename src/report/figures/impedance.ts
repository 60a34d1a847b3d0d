import * as Plot from '@observablehq/plot';
import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { decadeRows, frequencyText } from '../frequencies.js';
import { type Axis, type Curve, curveMarks, plane, type Point, sheetBeside } from './curves.js';
import { caption, type Figure, halo, legend, type LegendItem, sheet, textWidth } from './figure.js';
import { ink, partLooks } from './palette.js';

const width = 800;
const margin = { left: 64, right: 24, top: 30, bottom: 50 } as const;
const tallest = 420;
const narrowest = 200;
const flattest = 130;
const legendHeight = 30;

/** A value at a frequency [Hz]. */
interface Spot extends Point {
  readonly frequency: number;
}

/** A curve over the frequencies, marked at whole decades. */
interface Spectrum extends Curve {
  readonly points: readonly Spot[];
  readonly marked: readonly Spot[];
}

/** Domains of both axes, one ohm as long on either, and the size in pixels that this takes. */
interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** -Im Z against Re Z; what the low-frequency tail would squeeze is drawn again, larger. */
export function nyquist(doc: ImpedanceDocument): Figure | undefined {
  if (doc.frequency_Hz.length < 2) return undefined;
  const curves = (['total', 'cathode'] as const).map((name) => spectrumOf(doc, name, (re, im) => ({ x: re, y: -im })));
  const total = curves[0].points;
  const whole = windowOf(curves.flatMap(({ points }) => points), width);
  const turn = detailEnds(total, whole);
  const { panels, bottom } = turn === undefined
    ? { panels: [panelOf(0, 0, whole, curves)], bottom: outerHeight(whole) }
    : withDetail(whole, total.slice(0, turn + 1), curves);
  return sheet({
    name: 'nyquist',
    title: 'Nyquist plot of the impedance',
    caption:
      'Real and negative imaginary part of the impedance of the cell at rest, and of the cathode in it, both axes to the '
      + 'same scale. Markers stand at whole decades of frequency.',
  }, width, bottom + legendHeight, [
    ...panels,
    legend({ x: margin.left, y: bottom, width: 300 }, curves, 2),
  ], false, { apart: true });
}

const outerHeight = ({ height }: Window): number => height + margin.top + margin.bottom;
const outerWidth = (window: Window): number => window.width + margin.left + margin.right;

/** The whole sweep and its beginning: side by side where a tall tail leaves room, otherwise below each other. */
function withDetail(whole: Window, beginning: readonly Spot[],
  curves: readonly Spectrum[]): { readonly panels: readonly string[]; readonly bottom: number }
{
  const beside = outerWidth(whole) < 0.5 * width;
  const [x, y] = beside ? [outerWidth(whole), 0] : [0, outerHeight(whole)];
  const detail = windowOf(beginning, width - x);
  const heading = (text: string, left: number, top: number): string =>
    caption(left + margin.left, top + 20, text, 'start', true);
  return {
    panels: [
      panelOf(0, 0, whole, curves),
      heading('The whole sweep', 0, 0),
      panelOf(x, y, detail, curves),
      heading(`Down to ${frequencyText(beginning[beginning.length - 1].frequency)}`, x, y),
    ],
    bottom: Math.max(outerHeight(whole), y + outerHeight(detail)),
  };
}

/** Index of the last valley of -Im Z, where the tail begins; undefined where a second panel would show little more. */
function detailEnds(points: readonly Point[], whole: Window): number | undefined {
  let k = points.length - 1;
  while (k > 0 && points[k - 1].y < points[k].y) k--;
  if (k < 3 || k === points.length - 1) return undefined;
  const detail = windowOf(points.slice(0, k + 1), width);
  const pixelsPerOhm = (window: Window): number => window.width / (window.x[1] - window.x[0]);
  return pixelsPerOhm(detail) > 1.7 * pixelsPerOhm(whole) ? k : undefined;
}

/** Holds the points and Im Z = 0 with a margin, as large as the room allows. */
function windowOf(points: readonly Point[], room: number): Window {
  const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(points.map(({ x }) => x));
  const [low, high] = range([0, ...points.map(({ y }) => y)]);
  const inner = room - margin.left - margin.right;
  // a spectrum of one value has no extent
  const smallest = 1e-6 * Math.max(right, 1e-6);
  const [wide, tall] = [Math.max(1.15 * (right - left), smallest), Math.max(1.25 * (high - low), smallest)];
  const perOhm = Math.min(inner / wide, tallest / tall);
  const size = { width: Math.max(narrowest, Math.round(wide * perOhm)),
    height: Math.max(flattest, Math.round(tall * perOhm)) };
  const [across, up] = [size.width / perOhm, size.height / perOhm];
  const middle = (left + right) / 2;
  return { x: [middle - across / 2, middle + across / 2], y: [low - 0.06 * up, low + 0.94 * up], ...size };
}

function panelOf(x: number, y: number, window: Window, curves: readonly Spectrum[]): string {
  const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
  // Plot's own clipping names its paths alike in every panel, and a page holds many
  const shown = curves.map((curve) => seen(curve, (point) => within(point.x, window.x) && within(point.y, window.y)));
  const pixels = (point: Point): Point => ({
    x: ((point.x - window.x[0]) / (window.x[1] - window.x[0])) * window.width,
    y: (1 - (point.y - window.y[0]) / (window.y[1] - window.y[0])) * window.height,
  });
  const labels = shown[0].marked.map((point) => ({ ...pixels(point), text: frequencyText(point.frequency), point }));
  const obstacles = shown.flatMap(({ points }) => refined(points.map(pixels)));
  const labelled = placeLabels(labels, obstacles, window);
  return plane({ x, y, width: outerWidth(window), height: outerHeight(window) }, [margin.left, margin.right, margin.top,
    margin.bottom], {
    x: { label: 'Re Z (Ω cm²)', ticks: Math.max(2, window.width / 90), domain: window.x },
    y: { label: '−Im Z (Ω cm²)', ticks: Math.max(2, window.height / 50), domain: window.y },
  }, [
    Plot.ruleY([0], { stroke: '#999' }),
    ...shown.flatMap(curveMarks),
    ...labelled.map(({ label, dx, dy }) =>
      Plot.text([label.point], { x: 'x', y: 'y', text: () => label.text, dx, dy, ...halo })
    ),
  ]);
}

/** The points and three more between neighbours: the line that is drawn through them. */
const refined = (points: readonly Point[]): Point[] =>
  points.flatMap((point, k) =>
    [0, 0.25, 0.5, 0.75].slice(0, k + 1 < points.length ? 4 : 1).map((t) => {
      const next = points[k + 1] ?? point;
      return { x: point.x + t * (next.x - point.x), y: point.y + t * (next.y - point.y) };
    })
  );

type SpectrumName = keyof ImpedanceDocument['impedance'];

/** The cell and its parts; they differ in hue, dash and marker. */
const impedanceStyles = {
  total: { label: 'cell', colour: ink, dash: 'none', marker: 'circle' },
  cathode: { label: 'cathode', colour: partLooks.chargeTransfer.colour, dash: '7 3', marker: 'square' },
  membrane: { label: 'membrane', colour: partLooks.ionsInMembrane.colour, dash: '2 2.5', marker: 'triangle' },
  anode: { label: 'anode', colour: partLooks.diffusionInParticles.colour, dash: '9 3 2 3', marker: 'diamond' },
  contacts: { label: 'contacts', colour: partLooks.filmAndContact.colour, dash: '14 4', marker: 'wye' },
} as const satisfies Readonly<Record<SpectrumName, LegendItem>>;

/** Of a label [px]. */
const height = 15;
/** Between a point and the nearer edge of its label. */
const gap = 7;

/**
 * For each label the first free place above, right of, left of or below its point: clear of the labels before it, of the curves'
 * points and of the frame, all in pixels from the upper left corner. A label without one is left out. `dx`, `dy` lead from the point to the middle of the text.
 */
export function placeLabels<T extends Point & { readonly text: string }>(labels: readonly T[],
  obstacles: readonly Point[],
  frame: { readonly width: number; readonly height: number }
): { readonly label: T; readonly dx: number; readonly dy: number }[] {
  const taken: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  return labels.flatMap((label) => {
    const half = textWidth(label.text) / 2;
    const aside = half + gap;
    const off = gap + height / 2;
    const steps = [[0, -off], [aside, 0], [-aside, 0], [0, off]] as const;
    const free = steps.find(([dx, dy]) => {
      const [x, y] = [label.x + dx, label.y + dy];
      return x > half && x < frame.width - half && y > height / 2 && y < frame.height - height / 2
        && taken.every((other) => Math.abs(other.x - x) > half + other.half + 3 || Math.abs(other.y - y) > height)
        && obstacles.every((point) => Math.abs(point.x - x) > half + 2 || Math.abs(point.y - y) > height / 2);
    });
    if (!free) return [];
    taken.push({ x: label.x + free[0], y: label.y + free[1], half });
    return [{ label, dx: free[0], dy: free[1] }];
  });
}

const plotWidth = 680;
const names = ['total', 'cathode', 'membrane', 'anode', 'contacts'] as const;
/** Parts that never reach this share of the cell's largest modulus are left out. */
const smallestShare = 1e-3;

/** Modulus of the cell and of its parts, phase of the cell and of its cathode, against frequency. */
export function bode(doc: ImpedanceDocument): Figure | undefined {
  const { frequency_Hz: frequencies } = doc;
  if (frequencies.length < 2) return undefined;
  const [modulus, phase] = [Math.hypot, (re: number, im: number) => (-180 / Math.PI) * Math.atan2(im, re)].map((of) =>
    names.map((name) => spectrumOf(doc, name, (re, im, f) => ({ x: f, y: of(re, im) })))
  );
  const largest = Math.max(...ordinates(modulus[0]));
  const shown = modulus.filter((curve) => Math.max(...ordinates(curve)) > smallestShare * largest);
  const bottom = 0.8 * Math.max(smallestShare * largest, Math.min(...shown.flatMap(ordinates)));
  const withPhase = phase.slice(0, 2).filter(({ label }) => shown.some((one) => one.label === label));
  const phases = withPhase.flatMap(ordinates);
  const x: Omit<Axis, 'label'> = { type: 'log', ticks: decadeRows(frequencies).map((k) => frequencies[k]),
    domain: [frequencies[frequencies.length - 1] / 1.3, 1.3 * frequencies[0]] };
  return sheetBeside({
    name: 'bode',
    title: 'Bode plot of the impedance',
    caption:
      'Above: modulus of the impedance of the cell at rest and of its parts (the parts add up as complex numbers). Below: '
      + 'phase angle of the cell and of its cathode; 90° is a capacitor, 45° diffusion or a transmission line, 0° a resistor.',
  }, { plotWidth, height: 560 }, [
    plane({ x: 0, y: 0, width: plotWidth, height: 290 }, [70, 30, 14, 14], {
      x: { ...x, label: null, tickFormat: () => '' },
      y: { label: '|Z| (Ω cm²)', ticks: 4, tickFormat: powerOfTen, type: 'log', domain: [bottom, 1.25 * largest] },
    }, shown.flatMap((curve) => curveMarks(seen(curve, ({ y }) => y >= bottom)))),
    plane({ x: 0, y: 280, width: plotWidth, height: 280 }, [70, 30], {
      x: { ...x, label: 'Frequency', tickFormat: (value: number) => frequencyText(value) },
      y: { label: '−phase (°)', ticks: [0, 15, 30, 45, 60, 75, 90],
        domain: [Math.min(0, ...phases) - 7, Math.max(90, ...phases) + 4] },
    }, withPhase.flatMap(curveMarks)),
  ], shown);
}

/** What `of` makes of real and imaginary part at each frequency. */
function spectrumOf({ frequency_Hz: frequencies, impedance }: ImpedanceDocument, name: SpectrumName,
  of: (re: number, im: number, f: number) => Point): Spectrum
{
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = impedance[name];
  const points = frequencies.map((frequency, k) => ({ ...of(re[k], im[k], frequency), frequency }));
  return { ...impedanceStyles[name], points, marked: decadeRows(frequencies).map((k) => points[k]), size: 4 };
}

/** The part of a curve that a panel shows. */
const seen = (curve: Spectrum, isSeen: (point: Point) => boolean): Spectrum => (
  { ...curve, points: curve.points.filter(isSeen), marked: curve.marked.filter(isSeen) }
);

const ordinates = ({ points }: Curve): number[] => points.map(({ y }) => y);

/** Minor ticks of the log axis stay without a number. */
const powerOfTen = (value: number): string =>
  Math.abs(Math.log10(value) % 1) < 1e-9 ? String(Number(value.toPrecision(3))) : '';
