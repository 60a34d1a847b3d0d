/** A panel of a figure as its numbers: scales stand on the drawing, curves in their paths. */

export interface Scale {
  readonly isLog: boolean;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

export interface Curve {
  readonly name: string;
  readonly group: SVGGElement;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Of an area: its lower side, point by point. */
  readonly lower: readonly (readonly [x: number, y: number])[] | undefined;
}

export interface Panel {
  readonly svg: SVGSVGElement;
  readonly x: Scale;
  readonly y: Scale;
  readonly titles: readonly [x: string, y: string];
}

export function panelsOf(svg: SVGSVGElement): Panel[] {
  return [...svg.querySelectorAll<SVGSVGElement>('svg[data-x][data-y]')].map((panel) => ({
    svg: panel,
    // a narrow page draws the axes again
    get x() {
      return scaleOf(panel.dataset.x ?? '');
    },
    get y() {
      return scaleOf(panel.dataset.y ?? '');
    },
    titles: [titleOf(panel, 'x'), titleOf(panel, 'y')],
  }));
}

const titleOf = (panel: SVGSVGElement, axis: string): string =>
  panel.querySelector(`[data-mark="${axis}-axis label"]`)?.textContent ?? axis;

/** "log 0.1 2 70 500" */
export function scaleOf(text: string): Scale {
  const [kind, ...numbers] = text.split(' ');
  const [from, to, start, end] = numbers.map(Number);
  return { isLog: kind === 'log', domain: [from, to], range: [start, end] };
}

const form = ({ isLog }: Scale, value: number): number => (isLog ? Math.log(value) : value);

export function pixelOf(scale: Scale, value: number): number {
  const [low, high] = scale.domain.map((end) => form(scale, end));
  return scale.range[0] + ((form(scale, value) - low) / (high - low)) * (scale.range[1] - scale.range[0]);
}

export function valueOf(scale: Scale, pixel: number): number {
  const [low, high] = scale.domain.map((end) => form(scale, end));
  const value = low + ((pixel - scale.range[0]) / (scale.range[1] - scale.range[0])) * (high - low);
  return scale.isLog ? Math.exp(value) : value;
}

/** Curves of a panel with their points in pixels of the panel. */
export function curvesOf({ svg }: Panel): Curve[] {
  return [...svg.querySelectorAll<SVGGElement>('g.series:not(.hatch)')].flatMap((group) => {
    const name = group.getAttribute('aria-description') ?? '';
    const path = group.querySelector('path[d*="L"]:not([transform])');
    if (!path) return dotsOf(group, name);
    const points = verticesOf(path.getAttribute('d') ?? '');
    const isArea = (path.getAttribute('d') ?? '').endsWith('Z');
    // an area with gaps has no single lower side
    if (isArea && (path.getAttribute('d') ?? '').lastIndexOf('M') > 0) return [];
    const half = points.length / 2;
    return [{ name, group, points: isArea ? points.slice(0, half) : points, lower: isArea ? points.slice(half).reverse() : undefined }];
  });
}

const verticesOf = (d: string): [number, number][] =>
  [...d.matchAll(/[ML](-?[\d.e+-]+),(-?[\d.e+-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** Markers without a line. */
function dotsOf(group: SVGGElement, name: string): Curve[] {
  const points = [...group.children].flatMap((mark): [number, number][] => {
    if (mark.hasAttribute('cx')) return [[Number(mark.getAttribute('cx')), Number(mark.getAttribute('cy'))]];
    const moved = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(mark.getAttribute('transform') ?? '');
    return moved ? [[Number(moved[1]), Number(moved[2])]] : [];
  });
  return points.length === 0 ? [] : [{ name, group, points, lower: undefined }];
}
