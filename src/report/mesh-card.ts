import type { MeshSummary } from '../study/mesh-summary.js';
import { extentOf } from '../units/statistics.js';
import { escapeText } from './escape.js';
import { fixed } from './format.js';
import { cardTable, column, tableOf, words } from './text-table.js';

/** What a mesh holds, as lines of a terminal. */
export function meshCard(mesh: MeshSummary,
  { width, ascii }: { readonly width: number; readonly ascii: boolean }): string
{
  const table = tableOf('Layers', mesh.layers, [
    words('group of cells', ({ name }) => name || '(none)'),
    column('cells', '', ({ cells }) => String(cells)),
    column('mean thickness', 'um', ({ thickness_um: own }) => (Number.isFinite(own) ? fixed(own, 3) : '-')),
  ]);
  const sides = mesh.sides.filter(({ name }) => name !== '').map(({ name, count }) => `${name} (${count})`);
  const { quality, problem } = mesh;
  return [
    `${mesh.name}: ${mesh.dimensions} dimensions, ${mesh.points} points, `
    + `${mesh.layers.reduce((sum, { cells }) => sum + cells, 0)} cells`,
    cardTable(table, width, ascii, (_, text) => text),
    `Groups of ${mesh.dimensions === 3 ? 'faces' : 'edges'}: ${sides.join(', ') || 'none'}`,
    quality
      ? `Angle between faces and the lines across them: ${fixed(quality.meanAngle_deg, 2)} degrees on average, ${
        fixed(quality.largestAngle_deg, 2)
      } at most; equidistant points beyond a face by ${fixed(quality.beyond, 2)} of it at most`
      : 'The cells do not fit together.',
    problem
      ? `No cell can be solved on it: expected ${problem.expected}, found ${problem.received}; ${problem.remedy}`
      : 'A case with these layers can be solved on it.',
  ].join('\n');
}

const [pictureWidth, margin] = [800, 20];
const colours = ['#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#F0E442', '#0072B2', '#D55E00'];

/** The largest of 1, 2 and 5 of every decade that is not above a length. */
function roundBelow(length: number): number {
  const decade = 10 ** Math.floor(Math.log10(length));
  return ([5, 2].find((digit) => digit * decade <= length) ?? 1) * decade;
}

/** The cells, each in the colour of its group, in true proportion with a scale below; x to the right. */
export function meshPicture({ name, layers, polygons }: MeshSummary): string {
  const all = polygons.flatMap(({ corners }) => corners);
  const [left, right] = extentOf(all.map(([x]) => x));
  const [low, high] = extentOf(all.map(([, y]) => y));
  const scale = (pictureWidth - 2 * margin) / Math.max(right - left, high - low);
  const at = ([x, y]: readonly [number, number]): string =>
    `${(margin + (x - left) * scale).toFixed(2)},${(margin + (high - y) * scale).toFixed(2)}`;
  const bottom = 2 * margin + (high - low) * scale;
  const legend = layers.map((layer, k) =>
    `<text x="${margin + 150 * k + 18}" y="${bottom + 14}">${escapeText(layer.name || 'no group')}</text>`
    + `<rect x="${margin + 150 * k}" y="${bottom + 4}" width="12" height="12" fill="${colours[k % colours.length]}"/>`
  );
  const bar = roundBelow((right - left) / 4);
  const ruler = `<path d="M${margin},${bottom + 36}v6h${(bar * scale).toFixed(2)}v-6" fill="none" stroke="#333"/>`
    + `<text x="${margin + bar * scale + 6}" y="${bottom + 42}">${Number(bar.toPrecision(1))} µm</text>`;
  const groups = layers.map((layer, k) =>
    `<g fill="${colours[k % colours.length]}">${
      polygons.filter(({ group }) => group === layer.name).map(({ corners }) =>
        `<polygon points="${corners.map(at).join(' ')}"/>`
      )
        .join('')
    }</g>`
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${Math.ceil(bottom + 56)}" `
    + `font-family="DejaVu Sans, Verdana, sans-serif" font-size="12"><title>${escapeText(name)}</title><rect `
    + 'width="100%" height="100%" fill="#fff"/><g stroke="#333" '
    + `stroke-width="0.4">${groups.join('')}</g>${legend.join('')}${ruler}</svg>\n`;
}
