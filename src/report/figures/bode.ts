import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { decadeRows, frequencyText } from '../frequencies.js';
import { type Axis, type Curve, curveMarks, plane, type Point, pointsOf, sheetBeside } from './curves.js';
import type { Figure } from './figure.js';
import { impedanceStyles, type SpectrumName } from './impedance-styles.js';

const plotWidth = 680;
const names = ['total', 'cathode', 'membrane', 'anode', 'contacts'] as const;
/** Parts that never reach this share of the cell's largest modulus are left out. */
const smallestShare = 1e-3;

/** Modulus of the cell and of its parts, phase of the cell and of its cathode, against frequency. */
export function bode(doc: ImpedanceDocument): Figure | undefined {
  const { frequency_Hz: frequencies } = doc;
  if (frequencies.length < 2) return undefined;
  const [modulus, phase] = [Math.hypot, (re: number, im: number) => (-180 / Math.PI) * Math.atan2(im, re)].map((of) =>
    names.map((name) => curveOf(doc, name, of))
  );
  const largest = Math.max(...ordinates(modulus[0]));
  const shown = modulus.filter((curve) => Math.max(...ordinates(curve)) > smallestShare * largest);
  const bottom = 0.8 * Math.max(smallestShare * largest, Math.min(...shown.flatMap(ordinates)));
  const withPhase = phase.slice(0, 2).filter(({ label }) => shown.some((one) => one.label === label));
  const phases = withPhase.flatMap(ordinates);
  const x: Omit<Axis, 'label'> = { type: 'log', ticks: decadeRows(frequencies).map((k) => frequencies[k]),
    domain: [frequencies[frequencies.length - 1] / 1.3, 1.3 * frequencies[0]] };
  const title = 'Bode plot of the impedance';
  return {
    name: 'bode',
    title,
    caption:
      'Above: modulus of the impedance of the cell at rest and of its parts (the parts add up as complex numbers). Below: '
      + 'phase angle of the cell and of its cathode; 90° is a capacitor, 45° diffusion or a transmission line, 0° a resistor.',
    svg: sheetBeside(title, { plotWidth, height: 560 }, [
      plane({ x: 0, y: 0, width: plotWidth, height: 290 }, [70, 30, 14, 14], {
        x: { ...x, label: null, tickFormat: () => '' },
        y: { label: '|Z| (Ω cm²)', ticks: 4, tickFormat: powerOfTen, type: 'log', domain: [bottom, 1.25 * largest] },
      }, shown.flatMap((curve) => curveMarks(above(bottom, curve)))),
      plane({ x: 0, y: 280, width: plotWidth, height: 280 }, [70, 30], {
        x: { ...x, label: 'Frequency', tickFormat: (value: number) => frequencyText(value) },
        y: { label: '−phase (°)', ticks: [0, 15, 30, 45, 60, 75, 90],
          domain: [Math.min(0, ...phases) - 7, Math.max(90, ...phases) + 4] },
      }, withPhase.flatMap(curveMarks)),
    ], shown),
  };
}

/** What `of` makes of real and imaginary part, marked at whole decades. */
function curveOf({ frequency_Hz: f, impedance }: ImpedanceDocument, name: SpectrumName,
  of: (re: number, im: number) => number): Curve
{
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = impedance[name];
  const points = pointsOf(f, re.map((real, k) => of(real, im[k])));
  return { ...impedanceStyles[name], points, marked: decadeRows(f).map((k) => points[k]), size: 4 };
}

const ordinates = ({ points }: Curve): number[] => points.map(({ y }) => y);

/** The part of a curve that a panel shows. */
function above(bottom: number, curve: Curve): Curve {
  const seen = ({ y }: Point): boolean => y >= bottom;
  return { ...curve, points: curve.points.filter(seen), marked: curve.marked?.filter(seen) };
}

/** Minor ticks of the log axis stay without a number. */
const powerOfTen = (
  value: number,
): string => (Math.abs(Math.log10(value) % 1) < 1e-9 ? String(Number(value.toPrecision(3))) : '');
