const narrow = matchMedia('(max-width: 700px)');
/** Between blocks, and of a line of a legend [px]. */
const gap = 8;
const line = 20;

/**
 * On a narrow page the panels of a figure whose panels can be read on their own stand below each other, with what belongs to them, and so do the
 * entries of its legend; on a wide one all stands as it was drawn.
 */
export function stackPanels(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>('.drawing > svg[data-apart]')) {
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
  const wide = Math.max(...blocks.filter(({ panel }) => !isLegend(panel)).map(({ left, right }) => right - left));
  const changes: Change[] = [];
  let y = 0;
  for (const { panel, left, top, bottom, parts } of blocks) {
    const entries = isLegend(panel) ? entriesOf(panel) : [];
    const isLong = entries.length > 0;
    for (const part of parts) changes.push(moved(part, isLong ? gap - left : -left, y - top));
    if (isLong) changes.push(...entries.flatMap(belowEachOther), [panel, resized(wide, line * entries.length)]);
    y += (isLong ? line * entries.length + numberOf(panel, 'y') - top : bottom - top) + gap;
  }
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
