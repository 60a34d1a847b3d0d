import * as Plot from '@observablehq/plot';
import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { frequencyText } from '../frequency-text.js';
import { decadeRows } from '../impedance-rows.js';
import { axes, dotStyle, type Figure, legend, panel, series, sheet } from './figure.js';
import { impedanceStyles, type SpectrumName } from './impedance-styles.js';

const width = 800;
const height = 560;
const plotWidth = 680;
const names = ['total', 'cathode', 'membrane', 'anode', 'contacts'] as const;
/** Parts that never reach this share of the cell's largest modulus are left out. */
const smallestShare = 1e-3;

interface Point {
  readonly frequency: number;
  readonly modulus: number;
  readonly phase: number;
}

/** Modulus of the cell and of its parts, phase of the cell and of its cathode, against frequency. */
export function bode(doc: ImpedanceDocument): Figure | undefined {
  if (doc.frequency_Hz.length < 2) return undefined;
  const curves = names.map((name) => ({ name, points: pointsOf(doc, name) }));
  const largest = Math.max(...curves[0].points.map(({ modulus }) => modulus));
  const shown = curves.filter(({ points }) =>
    Math.max(...points.map(({ modulus }) => modulus)) > smallestShare * largest
  );
  const smallest = Math.min(...shown.flatMap(({ points }) => points.map(({ modulus }) => modulus)));
  const rows = decadeRows(doc.frequency_Hz);
  const lowest = doc.frequency_Hz[doc.frequency_Hz.length - 1];
  const frequency = { type: 'log', domain: [lowest / 1.3, 1.3 * doc.frequency_Hz[0]] } as const;
  const ticks = rows.map((k) => doc.frequency_Hz[k]);
  const xAxis = (label: string | null): Plot.AxisXOptions => ({ label, ticks,
    tickFormat: (value: number) => (label === null ? '' : frequencyText(value)) });
  const bottom = 0.8 * Math.max(smallest, smallestShare * largest);
  const upper = panel({ x: 0, y: 0, width: plotWidth, height: 290 }, [70, 30, 14, 14], {
    x: frequency,
    y: { type: 'log', domain: [bottom, 1.25 * largest] },
    marks: [
      ...axes({ x: xAxis(null), y: { label: '|Z| (Ω cm²)', ticks: 4, tickFormat: powerOfTen } }),
      ...shown.flatMap(({ name, points }) => marksOf(name, points, rows, 'modulus', bottom)),
    ],
  });
  const withPhase = shown.filter(({ name }) => name === 'total' || name === 'cathode');
  const phases = withPhase.flatMap(({ points }) => points.map(({ phase }) => phase));
  const lower = panel({ x: 0, y: 280, width: plotWidth, height: 280 }, [70, 30], {
    x: frequency,
    y: { domain: [Math.min(0, ...phases) - 7, Math.max(90, ...phases) + 4] },
    marks: [
      ...axes({ x: xAxis('Frequency'), y: { label: '−phase (°)', ticks: [0, 15, 30, 45, 60, 75, 90] } }),
      ...withPhase.flatMap(({ name, points }) => marksOf(name, points, rows, 'phase', -Infinity)),
    ],
  });
  const entries = legend({ x: plotWidth, y: 16, width: width - plotWidth },
    shown.map(({ name }) => impedanceStyles[name]));
  return {
    name: 'bode',
    title: 'Bode plot of the impedance',
    caption:
      'Above: modulus of the impedance of the cell at rest and of its parts (the parts add up as complex numbers). Below: '
      + 'phase angle of the cell and of its cathode; 90° is a capacitor, 45° diffusion or a transmission line, 0° a resistor.',
    svg: sheet('Bode plot of the impedance', width, height, [upper, lower, entries]),
  };
}

/** Minor ticks of the log axis stay without a number. */
const powerOfTen = (
  value: number,
): string => (Math.abs(Math.log10(value) % 1) < 1e-9 ? String(Number(value.toPrecision(3))) : '');

function pointsOf(doc: ImpedanceDocument, name: SpectrumName): Point[] {
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = doc.impedance[name];
  return doc.frequency_Hz.map((frequency, k) => ({ frequency, modulus: Math.hypot(re[k], im[k]),
    phase: (-180 / Math.PI) * Math.atan2(im[k], re[k]) })
  );
}

function marksOf(
  name: SpectrumName,
  points: readonly Point[],
  rows: readonly number[],
  y: 'modulus' | 'phase',
  bottom: number,
): Plot.Markish[] {
  const { label, colour, dash, marker } = impedanceStyles[name];
  const seen = (point: Point): boolean => point[y] >= bottom;
  return [
    Plot.line(points.filter(seen), { x: 'frequency', y, stroke: colour, strokeWidth: 2, strokeDasharray: dash,
      ...series(label) }),
    Plot.dot(rows.map((k) => points[k]).filter(seen), { x: 'frequency', y, r: 4, symbol: marker,
      ...dotStyle(colour, marker) }),
  ];
}
