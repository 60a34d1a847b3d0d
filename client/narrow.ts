import { scaleOf } from './panel.js';

const narrow = matchMedia('(max-width: 700px)');
/** Between blocks, and of a line of a legend [px]. */
const gap = 8;
const line = 20;
/** What a panel is drawn again to, so that its texts can be read, and what a character of them takes [px]. */
const panelWidth = 400;
/** A panel is tried so much wider until its texts have room [px]. */
const step = 20;
/** A drawing that stays as it is may be so wide before it is moved under the hand [px]. */
const widest = 560;
const character = 7.5;

/**
 * On a narrow page the panels of a figure whose panels can be read on their own stand below each other, with what belongs to them, and so do the
 * entries of its legend, each no wider than what is read there; on a wide one all stands as it was drawn.
 */
export function stackPanels(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>('.drawing > svg')) {
    const panels = [...svg.children].filter((part) => part.tagName === 'svg' && !isLegend(part));
    const columns = new Set(panels.map((panel) => panel.getAttribute('x')));
    if (columns.size !== 1 && svg.dataset.apart === undefined) {
      svg.classList.toggle('panned', numberOf(svg, 'width') > widest);
      continue;
    }
    const stack = stackOf(svg);
    const arrange = (): void => stack(narrow.matches);
    narrow.addEventListener('change', arrange);
    arrange();
  }
}

interface Block {
  readonly panel: Element;
  readonly left: number;
  readonly right: number;
  top: number;
  bottom: number;
  readonly parts: Element[];
}

/** Attributes of an element on a narrow page. */
type Change = readonly [element: Element, attributes: Readonly<Record<string, string>>];

function stackOf(svg: SVGSVGElement): (isNarrow: boolean) => void {
  const blocks = blocksOf(svg);
  const changes: Change[] = [];
  const squeezes = blocks.map(({ panel }) => squeezeOf(panel));
  const wide = Math.max(...blocks.flatMap(({ panel, left, right }, k) => isLegend(panel) ? [] : [squeezes[k]?.(right - left) ?? right - left]));
  let y = 0;
  for (const [k, { panel, left, top, bottom, parts }] of blocks.entries()) {
    const entries = isLegend(panel) ? entriesOf(panel) : [];
    const isLong = entries.length > 0;
    const squeeze = squeezes[k];
    for (const part of parts) {
      const [x] = placeOf(part);
      const shift = squeeze ? squeeze(x - left) - x : isLong ? gap - left : -left;
      changes.push(moved(part, shift, y - top));
    }
    if (squeeze) changes.push(...squeezed(panel, squeeze));
    if (isLong) changes.push(...entries.flatMap(belowEachOther), [panel, resized(wide, line * entries.length)]);
    y += (isLong ? line * entries.length + numberOf(panel, 'y') - top : bottom - top) + gap;
  }
  svg.classList.toggle('panned', wide > widest);
  changes.push([svg, resized(wide, y)]);
  const drawn = changes.map(([element, attributes]): Change => [element,
    Object.fromEntries(Object.keys(attributes).map((name) => [name, element.getAttribute(name) ?? '']))
  ]);
  return (isNarrow) => {
    for (const [element, attributes] of isNarrow ? changes : drawn)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
}

const resized = (width: number, height: number) => (
  { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) }
);

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);
const isLegend = (panel: Element): boolean => panel.querySelector('.key') !== null;

/** A block for each panel, with the texts and pictures that stand nearest to it. */
function blocksOf(svg: SVGSVGElement): Block[] {
  const [sheet, ...others] = [...svg.children].filter(({ tagName }) => !/title|defs/.test(tagName));
  const panels = others.filter(({ tagName }) => tagName === 'svg');
  const blocks = panels.map((panel): Block => {
    const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(panel, name));
    return { panel, left, right: left + width, top, bottom: top + height, parts: [panel] };
  });
  const boxes = blocks.map((block) => ({ ...block }));
  for (const part of others.filter((other) => other !== sheet && other.tagName !== 'svg')) {
    const [x, y] = placeOf(part);
    const far = boxes.map(({ left, right, top, bottom }) =>
      Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)));
    const block = blocks[far.indexOf(Math.min(...far))];
    block.parts.push(part);
    block.top = Math.min(block.top, part.tagName === 'text' ? y - 14 : y);
    block.bottom = Math.max(block.bottom, y + (part.tagName === 'text' ? 4 : numberOf(part, 'height')));
  }
  return blocks.sort((a, b) => Number(isLegend(a.panel)) - Number(isLegend(b.panel)));
}

/** Where a text, a picture or a line begins. */
function placeOf(part: Element): [number, number] {
  const [x, y] = (part.getAttribute('points') ?? `${numberOf(part, 'x')},${numberOf(part, 'y')}`).split(/[ ,]/);
  return [Number(x), Number(y)];
}

const moved = (part: Element, dx: number, dy: number): Change =>
  part.tagName === 'svg'
    ? [part, { x: String(numberOf(part, 'x') + dx), y: String(numberOf(part, 'y') + dy) }]
    : [part, { transform: `translate(${dx},${dy})` }];

/** The marks of each entry of a legend, its text among them. */
function entriesOf(legend: Element): Element[][] {
  const entries = new Map<string, Element[]>();
  for (const key of legend.querySelectorAll('.key')) {
    const name = key.getAttribute('aria-description') ?? '';
    entries.set(name, [...entries.get(name) ?? [], key]);
  }
  return [...entries.values()];
}

/** Puts the marks of the k-th entry into its line. */
function belowEachOther(marks: readonly Element[], k: number): Change[] {
  const text = marks.map((mark) => mark.querySelector('text')).find((one) => one !== null);
  const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text?.getAttribute('transform') ?? '') ?? [];
  const [dx, dy] = [36 - Number(x), (k + 0.5) * line - Number(y)];
  return marks.map((mark) => [mark, { transform: `translate(${dx},${dy})` }]);
}

type Squeeze = (x: number) => number;

/** Takes a place along a panel to that on a narrow one, whose axis alone is shorter; undefined where there is no axis, or room enough. */
function squeezeOf(panel: Element): Squeeze | undefined {
  const axis = panel.getAttribute('data-x');
  const width = numberOf(panel, 'width');
  if (axis === null || width <= panelWidth || isLegend(panel)) return undefined;
  const [low, high] = scaleOf(axis).range.toSorted((a, b) => a - b);
  const by = (less: number): Squeeze => (x) => (x <= low ? x : x >= high ? x - less : low + ((x - low) * (high - low - less)) / (high - low));
  const most = Math.min(width - panelWidth, 0.7 * (high - low));
  const texts = [...panel.querySelectorAll('[text-anchor=start] text')];
  const room = (to: Squeeze): boolean => texts.every((text) => to(placeIn(text)) + gap + character * (text.textContent ?? '').length <= to(width));
  for (let less = most; less > 0; less -= step) if (room(by(less))) return by(less);
  return undefined;
}

/** Where a text of a panel stands along it. */
const placeIn = (text: Element): number => Number(/translate\((-?[\d.e+-]+)/.exec(text.getAttribute('transform') ?? '')?.[1] ?? 0);

/** Every mark of a panel at its place on a narrow one; numbers of the axis that would touch the one before are left out. */
function squeezed(panel: Element, to: Squeeze): Change[] {
  const { range, domain, isLog } = scaleOf(panel.getAttribute('data-x') ?? '');
  const width = to(numberOf(panel, 'width'));
  const axis = [isLog ? 'log' : 'linear', ...domain, ...range.map(to)].join(' ');
  const height = numberOf(panel, 'height');
  const marks = [...panel.querySelectorAll(':not(g, title, tspan, defs, pattern, pattern *)')];
  return [[panel, { 'data-x': axis, width: String(width), viewBox: `0 0 ${width} ${height}` }], ...marks.map((mark): Change => [mark, placeOn(mark, to)]),
    ...touching(panel, to).map((label): Change => [label, { visibility: 'hidden' }])];
}

const onePlace = ['x', 'x1', 'x2', 'cx'];

function placeOn(mark: Element, to: Squeeze): Readonly<Record<string, string>> {
  const moves = mark.getAttribute('transform');
  // the symbol of a marker has a path of its own around its place
  if (moves !== null) return { transform: moves.replace(/(?<=translate\()-?[\d.e+-]+/, (x) => String(to(Number(x)))) };
  const places = onePlace.filter((name) => mark.hasAttribute(name)).map((name) => [name, String(to(numberOf(mark, name)))]);
  const path = mark.getAttribute('d');
  const end = mark.hasAttribute('width') ? to(numberOf(mark, 'x') + numberOf(mark, 'width')) - to(numberOf(mark, 'x')) : undefined;
  return { ...Object.fromEntries(places), ...(end !== undefined && { width: String(end) }),
    ...(path !== null && { d: path.replace(/(-?[\d.e+-]+)(?=,)/g, (x) => String(to(Number(x)))) }) };
}

/** Numbers of the axis without room on a narrow panel. */
function touching(panel: Element, to: Squeeze): Element[] {
  let end = -Infinity;
  return [...panel.querySelectorAll('[data-mark="x-axis tick label"] text')].filter((label) => {
    const x = to(placeIn(label));
    const half = (character * (label.textContent ?? '').length) / 2;
    if (x - half < end + gap) return true;
    end = x + half;
    return false;
  });
}
