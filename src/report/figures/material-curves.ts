import * as Plot from '@observablehq/plot';
import type { ActiveCurves, ConductionCurve } from '../../materials/material-curves.js';
import { units } from '../../units/document-units.js';
import { type Axis, curveMarks, placeIn, plane, pointsOf } from './curves.js';
import { caption, type Figure, sheet } from './figure.js';
import { ink } from './palette.js';

const head = 28;
const squareCentimetres = 1e4;
const celsius = (kelvin: number): number => kelvin - 273.15;
const fileName = (name: string): string => name.replace(/[^\w.+-]/g, '_');

/** Potential, diffusivity, exchange current density and electronic conductivity side by side; the grey band is what the cell uses. */
export function materialFigure({ name, stoichiometry, window: [low, high], ...curves }: ActiveCurves): Figure {
  const title = `${name} over its stoichiometry`;
  const panels = [
    { label: 'Potential against Li/Li⁺ (V)', values: curves.potential, unit: 1, isLog: false },
    { label: 'Diffusivity (cm²/s)', values: curves.diffusivity, unit: 1 / squareCentimetres, isLog: true },
    { label: 'Exchange current density (mA/cm²)', values: curves.exchangeCurrentDensity, unit: units.mA_cm2,
      isLog: false },
    { label: 'Electronic conductivity (mS/cm)', values: curves.electronicConductivity, unit: units.mS_cm, isLog: true },
  ];
  const [width, height] = [1240, 340];
  const place = placeIn(4, width / 4, height);
  const x: Axis = { label: 'Stoichiometry', ticks: 5, inset: 6,
    domain: [stoichiometry[0], stoichiometry[stoichiometry.length - 1]] };
  return {
    name: fileName(name),
    title,
    caption: `${title}, where its potential is known, at 25 °C. The grey band is the window that a cell uses.`,
    svg: sheet(title, width, height, [
      caption(80, 20, `${name}; grey: the window that a cell uses`, 'start', true),
      ...panels.map(({ label, values, unit, isLog }, k) => {
        const points = pointsOf(stoichiometry, values.map((value) => value / unit));
        const ordinates = points.map((point) => point.y);
        const y: Omit<Axis, 'label'> = isLog
          ? { ...decades(ordinates), inset: 6 }
          : { ticks: 6, domain: [Math.min(...ordinates), Math.max(...ordinates)], nice: true, inset: 6 };
        return plane({ ...place(k), y: head, height: height - head }, [80, 12, 10], {
          x,
          y: { ...y, label, labelOffset: 66 },
          under: [Plot.rectX([0], { x1: low, x2: high, fill: '#000', fillOpacity: 0.06 })],
        }, curveMarks({ label, colour: ink, dash: 'none', points }));
      }),
    ]),
  };
}

/** Ionic conductivity over temperature, with what is reported beside it. */
export function conductionFigure({ name, temperature, conductivity, reported }: ConductionCurve): Figure {
  const points = pointsOf(temperature.map(celsius), conductivity.map((value) => value / units.mS_cm));
  const found = (isTaken: boolean) => {
    const own = reported.filter(({ taken }) => taken === isTaken);
    return pointsOf(own.map((one) => celsius(one.temperature)), own.map((one) => one.conductivity / units.mS_cm));
  };
  const title = `${name} over temperature`;
  const [width, height] = [560, 380];
  const all = [...points, ...found(true), ...found(false)].map(({ y }) => y);
  const dot = { colour: ink, marker: 'circle', size: 4.5 } as const;
  return {
    name: fileName(name),
    title,
    caption:
      `${title}: the conductivity that a cell takes (line), the value it rests on (full) and what else is reported (hollow).`,
    svg: sheet(title, width, height, [
      caption(80, 20, `${name}; full: the value taken, hollow: also reported`, 'start', true),
      plane({ x: 0, y: head, width, height: height - head }, [80, 16, 10], {
        x: { label: 'Temperature (°C)', ticks: 6, domain: [points[0].x, points[points.length - 1].x], inset: 6 },
        y: { ...decades(all), label: 'Ionic conductivity (mS/cm)', labelOffset: 66, inset: 4 },
      }, [
        ...curveMarks({ label: 'taken by a cell', colour: ink, dash: 'none', points }),
        ...curveMarks({ ...dot, label: 'also reported', hollow: true, points: found(false) }),
        ...curveMarks({ ...dot, label: 'the value taken', points: found(true) }),
      ]),
    ]),
  };
}

/** A logarithmic axis over whole decades around the values, each with a tick. */
function decades(values: readonly number[]): Omit<Axis, 'label'> {
  const low = Math.floor(Math.log10(Math.min(...values)) - 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...values)) + 1e-9);
  return { type: 'log', domain: [10 ** low, 10 ** high], tickFormat: '.0e',
    ticks: Array.from({ length: high - low + 1 }, (_, k) => 10 ** low * 10 ** k) };
}
