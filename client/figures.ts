import { addLogarithms } from './logarithms.js';
import { type Curve, curvesOf, type Panel, panelsOf, valueOf } from './panel.js';
import { button, copyText, shown } from './parts.js';
import { addTimes } from './times.js';

const space = 'http://www.w3.org/2000/svg';

/** Makes every figure with scales readable: under the pointer, with the arrow keys, as CSV; its legend switches curves. */
export function readFigures(): void {
  for (const drawing of document.querySelectorAll<HTMLElement>('.drawing')) {
    const svg = drawing.querySelector('svg');
    const panels = svg ? panelsOf(svg) : [];
    if (!svg || panels.every((panel) => curvesOf(panel).length === 0)) continue;
    const tools = document.createElement('div');
    tools.className = 'tools';
    const output = document.createElement('output');
    output.textContent = 'point at a curve, or use the arrow keys';
    tools.append(button('copy as CSV', (self) => copyText(csvOf(panels), self)));
    drawing.before(tools);
    addReading(drawing, svg, panels, output);
    addKeys(svg);
    addTimes(svg, panels, tools);
    addLogarithms(svg, tools);
    tools.append(output);
  }
}

/** A row per point of every curve, as exact as the drawing. */
function csvOf(panels: readonly Panel[]): string {
  const rows = panels.flatMap((panel) =>
    curvesOf(panel).flatMap(({ name, points, lower }) =>
      points.map(([x, y], k) => [panel.titles[0], panel.titles[1], name, shown(valueOf(panel.x, x)),
        shown(lower ? valueOf(panel.y, y) - valueOf(panel.y, lower[k][1]) : valueOf(panel.y, y))])
    )
  );
  return [['x axis', 'y axis', 'series', 'x', 'y'], ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
    .join('\n');
}

interface Place {
  readonly curve: Curve;
  readonly k: number;
}

function addReading(drawing: HTMLElement, svg: SVGSVGElement, panels: readonly Panel[], output: HTMLOutputElement): void {
  const mark = document.createElementNS(space, 'circle');
  for (const [name, value] of Object.entries({ class: 'read', r: '6', fill: 'none', stroke: '#d00', 'stroke-width': '2' })) mark.setAttribute(name, value);
  let at: { readonly panel: Panel; readonly place: Place } | undefined;
  const show = (panel: Panel, place: Place): void => {
    at = { panel, place };
    const [x, y] = place.curve.points[place.k];
    mark.setAttribute('cx', String(x));
    mark.setAttribute('cy', String(y));
    panel.svg.append(mark);
    output.textContent = wordsOf(panel, place);
  };
  // the sheet is hit everywhere, a panel only where something is drawn
  svg.addEventListener('pointermove', (event) => {
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    for (const panel of panels) {
      const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(panel.svg.getAttribute(name)));
      if (x < left || x > left + width || y < top || y > top + height) continue;
      const place = nearest(visible(panel), x - left, y - top);
      if (place) show(panel, place);
    }
  });
  drawing.addEventListener('keydown', (event) => {
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const panel = at?.panel ?? panels.find((one) => visible(one).length > 0);
    if (!panel) return;
    const curves = visible(panel);
    const now = curves.findIndex(({ group }) => group === at?.place.curve.group);
    const curve = curves[(Math.max(0, now) + step[1] + curves.length) % curves.length];
    if (curve) show(panel, { curve, k: clamp((at?.place.k ?? 0) + step[0], curve.points.length) });
  });
}

const clamp = (k: number, length: number): number => Math.min(length - 1, Math.max(0, k));

const visible = (panel: Panel): Curve[] => curvesOf(panel).filter(({ group }) => !group.classList.contains('off'));

/** The point that is nearest in the drawing; of areas the one at the place along x, of that which is pointed at. */
function nearest(curves: readonly Curve[], x: number, y: number): Place | undefined {
  let best: Place | undefined;
  let least = Infinity;
  for (const curve of curves) {
    curve.points.forEach(([px, py], k) => {
      const inside = curve.lower && y >= py && y <= curve.lower[k][1];
      const away = Math.hypot(px - x, inside ? 0 : py - y);
      if (away < least) [least, best] = [away, { curve, k }];
    });
  }
  return best;
}

/** The name and both values; of areas every part at the same place. */
function wordsOf(panel: Panel, { curve, k }: Place): string {
  const [x, y] = curve.points[k];
  const along = `${panel.titles[0]} ${shown(valueOf(panel.x, x))}`;
  if (!curve.lower) return `${curve.name}: ${along}, ${panel.titles[1]} ${shown(valueOf(panel.y, y))}`;
  const parts = visible(panel).filter(({ lower }) => lower).map(({ name, points, lower }) =>
    `${name} ${shown(valueOf(panel.y, points[k][1]) - valueOf(panel.y, lower?.[k][1] ?? 0))}`
  );
  return `${along}; ${panel.titles[1]}: ${parts.join(', ')}`;
}

/** Entries of the legend switch their curves. */
function addKeys(svg: SVGSVGElement): void {
  const keys = new Map<string, SVGElement[]>();
  for (const key of svg.querySelectorAll<SVGElement>('.key')) {
    const name = key.getAttribute('aria-description') ?? '';
    keys.set(name, [...(keys.get(name) ?? []), key]);
  }
  for (const [name, marks] of keys) {
    const curves = [...svg.querySelectorAll('.series')].filter((one) => one.getAttribute('aria-description') === name);
    if (curves.length === 0) continue;
    // a horizontal line has no height to hit
    const first = marks.find((mark) => mark.querySelector('text')) ?? marks[0];
    // a picture has no buttons in it
    svg.setAttribute('role', 'group');
    if (!first.querySelector('text')) first.setAttribute('aria-label', name);
    first.setAttribute('role', 'button');
    first.setAttribute('tabindex', '0');
    first.setAttribute('aria-pressed', 'true');
    const toggle = (): void => {
      const isOff = first.getAttribute('aria-pressed') === 'true';
      first.setAttribute('aria-pressed', String(!isOff));
      for (const one of [...marks, ...curves]) one.classList.toggle('off', isOff);
    };
    for (const mark of marks) mark.addEventListener('click', toggle);
    first.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      toggle();
    });
  }
}
