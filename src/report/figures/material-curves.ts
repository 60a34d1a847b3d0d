import * as Plot from '@observablehq/plot';
import type { ActiveCurves, ConductionCurve, CurveKey } from '../../materials/material-curves.js';
import { units } from '../../units/document-units.js';
import { type Axis, curveMarks, placeIn, plane, pointsOf } from './curves.js';
import { caption, type Figure, legend, type LegendItem, legendLine, sheet } from './figure.js';
import { ink } from './palette.js';

const head = 28;
const squareCentimetres = 1e4;
/** More than so many would cover their curve. */
const manyRows = 60;
const celsius = (kelvin: number): number => kelvin - 273.15;
const fileName = (name: string): string => name.replace(/[^\w.+-]/g, '_');

const panels: readonly { readonly key: CurveKey; readonly label: string; readonly unit: number;
  readonly isLog: boolean }[] = [
    { key: 'potential', label: 'Potential against Li/Li⁺ (V)', unit: 1, isLog: false },
    { key: 'diffusivity', label: 'Diffusivity (cm²/s)', unit: 1 / squareCentimetres, isLog: true },
    { key: 'exchangeCurrentDensity', label: 'Exchange current density (mA/cm²)', unit: units.mA_cm2, isLog: false },
    { key: 'electronicConductivity', label: 'Electronic conductivity (mS/cm)', unit: units.mS_cm, isLog: true },
  ];

/**
 * Potential, diffusivity, exchange current density and electronic conductivity side by side; the grey band is what the cell uses. A material of
 * one's own stands beside its measured rows and beside the material that it is like.
 */
export function materialFigure(curves: ActiveCurves): Figure {
  const { name, stoichiometry, window: [low, high], measured = {}, like } = curves;
  const title = `${name} over its stoichiometry`;
  const own = { label: `${name}, as a cell takes it`, colour: ink, dash: 'none' } as const;
  const rows = { label: 'measured rows', colour: '#D55E00', marker: 'circle' } as const;
  const other = { label: `${like?.name}, which it is like`, colour: '#777777', dash: '5 4' } as const;
  const items: LegendItem[] = [...(like ? [other] : []), ...(Object.keys(measured).length > 0 ? [rows] : [])];
  const [width, height] = [1240, 340];
  const place = placeIn(4, width / 4, height);
  const ends = [curves, like ?? curves].flatMap(({ known }) => known);
  const x: Axis = { label: 'Stoichiometry', ticks: 5, inset: 6, domain: [Math.min(...ends), Math.max(...ends)] };
  return sheet({
    name: fileName(name),
    title,
    caption: `${title}, where its potential is known, at 25 °C. The grey band is the window that a cell uses.${
      like ? ` Dashed: ${like.name}, from which it has what is not its own.` : ''
    }${Object.keys(measured).length > 0 ? ' Circles: the measured rows.' : ''}`,
  }, width, height + (items.length > 0 ? legendLine : 0), [
    caption(80, 20, `${name}; grey: the window that a cell uses`, 'start', true),
    ...(items.length > 0 ? [legend({ x: 80, y: height, width: 900 }, [own, ...items], 3)] : []),
    ...panels.map(({ key, label, unit, isLog }, k) => {
      const points = pointsOf(stoichiometry, curves[key].map((value) => value / unit));
      const seen = (measured[key] ?? []).map(([at, value]) => ({ x: at, y: value / unit }));
      const beside = like ? pointsOf(like.stoichiometry, like[key].map((value) => value / unit)) : [];
      const ordinates = [...points, ...seen, ...beside].map((point) => point.y);
      const y: Omit<Axis, 'label'> = isLog
        ? { ...decades(ordinates), inset: 6 }
        : { ticks: 6, domain: [Math.min(...ordinates), Math.max(...ordinates)], nice: true, inset: 6 };
      return plane({ ...place(k), y: head, height: height - head }, [80, 12, 10], {
        x,
        y: { ...y, label, labelOffset: 66 },
        under: [Plot.rectX([0], { x1: low, x2: high, fill: '#000', fillOpacity: 0.06 })],
      }, [...curveMarks({ ...other, points: beside }),
        ...curveMarks({ ...rows, points: seen, size: seen.length > manyRows ? 1.5 : 4 }),
        ...curveMarks({ ...own, points, width: 1.5 })]);
    }),
  ]);
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
  return sheet({
    name: fileName(name),
    title,
    caption:
      `${title}: the conductivity that a cell takes (line), the value it rests on (full) and what else is reported (hollow).`,
  }, width, height, [
    caption(80, 20, `${name}; full: taken${found(false).length > 0 ? ', hollow: also reported' : ''}`, 'start', true),
    plane({ x: 0, y: head, width, height: height - head }, [80, 16, 10], {
      x: { label: 'Temperature (°C)', ticks: 6, domain: [points[0].x, points[points.length - 1].x], inset: 6 },
      y: { ...decades(all), label: 'Ionic conductivity (mS/cm)', labelOffset: 66, inset: 4 },
    }, [
      ...curveMarks({ label: 'taken by a cell', colour: ink, dash: 'none', points }),
      ...curveMarks({ ...dot, label: 'also reported', hollow: true, points: found(false) }),
      ...curveMarks({ ...dot, label: 'the value taken', points: found(true) }),
    ]),
  ]);
}

/** A logarithmic axis over whole decades around the values, each with a tick. */
function decades(values: readonly number[]): Omit<Axis, 'label'> {
  const low = Math.floor(Math.log10(Math.min(...values)) - 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...values)) + 1e-9);
  return { type: 'log', domain: [10 ** low, 10 ** high], tickFormat: '.0e',
    ticks: Array.from({ length: high - low + 1 }, (_, k) => 10 ** low * 10 ** k) };
}
