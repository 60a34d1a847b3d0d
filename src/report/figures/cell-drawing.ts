import * as Plot from '@observablehq/plot';
import { polarisationLabels, type PolarisationPart, type ResultDocument } from '../../results/result-schema.js';
import { fixed, significant } from '../format.js';
import { presentParts, rateForDetail, shortened, underLoad } from '../rate-choice.js';
import { piledLosses } from './bars.js';
import { plane } from './curves.js';
import { caption, type Figure, hatched, sheetWithLegend } from './figure.js';
import { partLooks } from './palette.js';

const width = 900;
const height = 380;
const margins = { left: 70, right: 20, top: 58 } as const;
/** Share of the drawing that a plane of lithium gets, whose thickness is not that of a layer. */
const planeShare = 0.06;

interface Layer {
  readonly name: string;
  readonly thickness: number;
  readonly isPlane: boolean;
  readonly parts: readonly PolarisationPart[];
}

/** Draws the cell to scale with the mean loss of voltage in each of its layers, at the rate closest to 1C. */
export function cellDrawing(doc: ResultDocument): Figure | undefined {
  const rate = rateForDetail(doc);
  if (!rate || rate.polarisation_mV.total === null) return undefined;
  const layers = layersOf(doc);
  const scale = layers.reduce((sum, { thickness }) => sum + thickness, 0);
  let end = 0;
  const drawn = layers.map((layer) => {
    const from = end;
    end += layer.isPlane ? planeShare * scale : layer.thickness;
    return { ...layer, from, to: end, bars: piledLosses(rate, layer.parts) };
  });
  const inner = width - margins.left - margins.right;
  const all = drawn.flatMap(({ bars }) => bars.flatMap((bar) => [bar.from, bar.to]));
  const domain = [1.05 * Math.min(0, ...all), 1.08 * Math.max(1, ...all)];
  const cathode = drawn[drawn.length - 1];
  const borders = doc.case.layers.slice(0, -1).reduce<number[]>(
    (ends, { thickness_um }) => [...ends, (ends.at(-1) ?? cathode.from) + thickness_um],
    [],
  );
  const plot = plane({ x: 0, y: 0, width, height }, [margins.left, margins.right, margins.top], {
    x: { label: `Thickness, to scale; losses ${underLoad({ ...rate, label: shortened(rate.label) })}`, ticks: [],
      domain: [0, end] },
    y: { label: 'Mean loss of voltage (mV)', ticks: 6, domain },
  }, [
    ...drawn.flatMap(({ from, to, bars }) =>
      bars.flatMap((bar) =>
        hatched(partLooks[bar.part], { stroke: '#fff', strokeWidth: 0.6 }, (fill) =>
          Plot.rect([0], { x1: from, x2: to, y1: bar.from, y2: bar.to, ...fill }), polarisationLabels[bar.part])
      )
    ),
    Plot.ruleX(drawn.map(({ from }) => from), { stroke: '#333', strokeWidth: 1.2 }),
    Plot.ruleX(borders, { stroke: '#333', strokeDasharray: '2 3' }),
    Plot.ruleY([0], { stroke: '#333' }),
  ]);
  // each name in a row of its own, so that none meets another
  const names = drawn.map(({ name, thickness, isPlane, from, bars }, k) => {
    const loss = bars.reduce((sum, bar) => sum + bar.to - bar.from, 0);
    const x = margins.left + (inner * from) / end;
    const text = `${name}${isPlane ? '' : `, ${significant(thickness)} µm`}: ${fixed(loss, 0)} mV`;
    const isRight = x > 0.6 * width;
    return caption(isRight ? width - margins.right : x + 3, 16 + 17 * k, text, isRight ? 'end' : 'start', true);
  });
  const parts = presentParts([rate]);
  return sheetWithLegend({
    name: 'cell',
    title: `The cell to scale, and where its voltage goes ${underLoad(rate)}`,
    caption:
      'Width: thickness of the layers, from the anode to the collector of the cathode; height: mean loss in each of them over the charge '
      + `delivered, split into its parts.${layers[0].isPlane ? ' The anode is a plane and not to scale.' : ''}${
        borders.length > 0 ? ' Dotted: borders within the cathode.' : ''
      }`,
  }, { width, height, left: margins.left }, [plot, ...names],
    parts.map((part) => ({ label: polarisationLabels[part], ...partLooks[part], swatch: true })), { columns: 4,
    isHatched: true });
}

function layersOf({ case: cell }: ResultDocument): Layer[] {
  return [
    { name: 'anode', thickness: cell.anode?.thickness_um ?? 0, isPlane: !cell.anode, parts: ['anode'] },
    { name: 'membrane', thickness: cell.membraneThickness_um, isPlane: false, parts: ['ionsInMembrane'] },
    { name: 'cathode', thickness: cell.cathodeThickness_um, isPlane: false,
      parts: ['ionsInCathode', 'electronsInCathode', 'saltConcentration', 'chargeTransfer', 'filmAndContact',
        'diffusionInParticles', 'unevenStateOfCharge'] },
  ];
}
