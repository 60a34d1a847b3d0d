import { curvesOf, type Panel, panelsOf, pixelOf, type Scale, valueOf } from './panel.js';
import { button, shown } from './parts.js';

const space = 'http://www.w3.org/2000/svg';
type Axis = 'x' | 'y';

/** Buttons that draw an axis logarithmically, where the figure offers it. */
export function addLogarithms(svg: SVGSVGElement, tools: HTMLElement): void {
  for (const axis of (svg.dataset.log ?? '') as Iterable<Axis>) {
    const toggle = button(`log ${axis}`, () => {
      const isOn = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(isOn));
      // what was read stood at the old place
      svg.querySelectorAll('.read').forEach((mark) => mark.remove());
      for (const panel of panelsOf(svg)) (isOn ? toLog : restore)(panel, axis);
    });
    toggle.setAttribute('aria-pressed', 'false');
    tools.append(toggle);
  }
}

const places: Readonly<Record<Axis, readonly string[]>> = { x: ['x', 'x1', 'x2', 'cx'], y: ['y', 'y1', 'y2', 'cy'] };

/** Moves every mark of a panel along an axis; what is not above zero goes to its beginning. */
function toLog(panel: Panel, axis: Axis): void {
  const from = panel[axis];
  const [, high] = from.domain;
  if (from.isLog || high <= 0) return;
  const values = curvesOf(panel).flatMap(({ points }) => points.map((point) => valueOf(from, point[axis === 'x' ? 0 : 1])));
  const least = Math.min(...values.filter((value) => value > 1e-3 * high));
  if (!Number.isFinite(least)) return;
  const to: Scale = { isLog: true, domain: [0.8 * least, high], range: from.range };
  const moved = (pixel: number): number => pixelOf(to, Math.max(to.domain[0], valueOf(from, pixel)));
  for (const group of marksOf(panel.svg)) group.querySelectorAll('*').forEach((mark) => move(mark, axis, moved));
  panel.svg.dataset[`linear${axis}`] = panel.svg.dataset[axis];
  panel.svg.dataset[axis] = `log ${[...to.domain, ...to.range].join(' ')}`;
  drawTicks(panel, axis, to);
}

const axisGroups = (svg: SVGSVGElement, axis: Axis): SVGGElement[] =>
  [...svg.querySelectorAll<SVGGElement>(`[data-mark="${axis}-axis tick"],[data-mark="${axis}-axis tick label"],[data-mark="${axis}-grid"]`)];

const marksOf = (svg: SVGSVGElement): Element[] =>
  [...svg.children].filter((group) => !/axis|grid|frame/.test(group.getAttribute('data-mark') ?? ''));

function move(mark: Element, axis: Axis, moved: (pixel: number) => number): void {
  const at = axis === 'x' ? 0 : 1;
  const change = (name: string, text: (old: string) => string): void => {
    const old = mark.getAttribute(name);
    if (old === null) return;
    if (!mark.hasAttribute(`data-${axis}-${name}`)) mark.setAttribute(`data-${axis}-${name}`, old);
    mark.setAttribute(name, text(old));
  };
  const ofPair = (text: string): string => {
    const pair = text.split(',');
    pair[at] = String(moved(Number(pair[at])));
    return pair.join(',');
  };
  for (const name of places[axis]) change(name, (old) => (Number.isFinite(Number(old)) ? String(moved(Number(old))) : old));
  // the symbol of a marker has a path of its own around its place
  if (mark.hasAttribute('transform')) change('transform', (old) => old.replace(/(?<=translate\()[^)]*/, ofPair));
  else change('d', (old) => old.replace(/-?[\d.e+-]+,-?[\d.e+-]+/g, ofPair));
}

function restore({ svg }: Panel, axis: Axis): void {
  for (const name of [...places[axis], 'transform', 'd']) {
    for (const mark of svg.querySelectorAll(`[data-${axis}-${name}]`)) {
      mark.setAttribute(name, mark.getAttribute(`data-${axis}-${name}`) ?? '');
      mark.removeAttribute(`data-${axis}-${name}`);
    }
  }
  const linear = svg.dataset[`linear${axis}`];
  if (linear !== undefined) svg.dataset[axis] = linear;
  svg.querySelectorAll(`.ticks-${axis}`).forEach((ticks) => ticks.remove());
  for (const group of axisGroups(svg, axis)) group.style.display = '';
}

/** Ticks at as many digits of every decade as there is room for. */
function drawTicks({ svg }: Panel, axis: Axis, scale: Scale): void {
  const [low, high] = scale.domain;
  const labels = svg.querySelector(`[data-mark="${axis}-axis tick label"]`);
  const group = document.createElementNS(space, 'g');
  group.setAttribute('class', `ticks-${axis}`);
  for (const name of ['transform', 'text-anchor', 'font-size', 'fill']) {
    const value = labels?.getAttribute(name);
    if (value) group.setAttribute(name, value);
  }
  const [across, up] = ['data-x', 'data-y'].map((name) => (svg.getAttribute(name) ?? '').split(' ').slice(3).map(Number));
  const digits = Math.log10(high / low) < 1.2 ? [1, 2, 3, 4, 5, 6, 8] : [1, 2, 5];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.log10(high); decade++) {
    for (const value of digits.map((digit) => digit * 10 ** decade).filter((one) => one >= low && one <= high)) {
      const text = document.createElementNS(space, 'text');
      const at = pixelOf(scale, value);
      text.setAttribute('x', String(axis === 'x' ? at : across[0] - 8));
      text.setAttribute('y', String(axis === 'x' ? up[0] + 20 : at + 4));
      text.setAttribute('text-anchor', axis === 'x' ? 'middle' : 'end');
      text.textContent = shown(value);
      group.append(text);
    }
  }
  group.removeAttribute('transform');
  svg.append(group);
  for (const old of axisGroups(svg, axis)) old.style.display = 'none';
}
