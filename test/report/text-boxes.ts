import { parseHTML } from 'linkedom';

/** Where the words of a figure stand, estimated: DejaVu Sans takes about 0.58 of its size per character. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Node {
  readonly tagName: string;
  readonly textContent: string;
  readonly children: readonly Node[];
  getAttribute(name: string): string | null;
}

interface State {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
  readonly turned: boolean;
}

/** Boxes of all text elements; understands what the figures use: nested svg, translate, a quarter turn, em shifts. */
export function textBoxes(svg: string): TextBox[] {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const root = document.querySelector('svg') as unknown as Node;
  return walk(root, { x: 0, y: 0, size: 12, anchor: 'start', turned: false });
}

function walk(node: Node, state: State): TextBox[] {
  const own = entered(node, state);
  if (node.tagName.toLowerCase() === 'text') return [boxOf(node, own)];
  return [...node.children].flatMap((child) => walk(child, own));
}

function entered(node: Node, state: State): State {
  const number = (name: string) => Number.parseFloat(node.getAttribute(name) ?? '0') || 0;
  const transform = node.getAttribute('transform') ?? '';
  const [, dx = '0', dy = '0'] = /translate\(([-\d.e]+)[, ]?([-\d.e]*)\)/.exec(transform) ?? [];
  const nested = node.tagName.toLowerCase() === 'svg' || node.tagName.toLowerCase() === 'text';
  return {
    x: state.x + Number(dx) + (nested ? number('x') : 0),
    y: state.y + Number(dy || 0) + (nested ? number('y') : 0),
    size: node.getAttribute('font-size') === null ? state.size : number('font-size'),
    anchor: node.getAttribute('text-anchor')
      ?? (node.tagName.toLowerCase() === 'svg' && state.x + state.y > 0 ? 'middle' : state.anchor),
    turned: state.turned || transform.includes('rotate(-90'),
  };
}

function boxOf(node: Node, { x, y, size, anchor, turned }: State): TextBox {
  const text = node.textContent;
  const length = 0.58 * size * text.length;
  const before = anchor === 'middle' ? length / 2 : anchor === 'end' ? length : 0;
  const baseline = size * Number.parseFloat(node.getAttribute('dy') ?? '0');
  const [top, bottom] = [baseline - 0.72 * size, baseline + 0.1 * size];
  return turned
    ? { text, left: x + top, right: x + bottom, top: y - (length - before), bottom: y + before }
    : { text, left: x - before, right: x - before + length, top: y + top, bottom: y + bottom };
}

export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, k) =>
    boxes
      .slice(k + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" on "${b.text}"`)
  );
}
