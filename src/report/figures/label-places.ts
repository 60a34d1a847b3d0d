import { textWidth } from './figure.js';

interface Place {
  /** Pixels from the upper left corner. */
  readonly x: number;
  readonly y: number;
}

const height = 15;
/** Between a point and the nearer edge of its label. */
const gap = 7;

/**
 * For each label the first free place above, right of, left of or below its point: clear of the labels before it, of the curves'
 * points and of the frame. A label without one is left out. `dx`, `dy` lead from the point to the middle of the text.
 */
export function placeLabels<T extends Place & { readonly text: string }>(
  labels: readonly T[],
  obstacles: readonly Place[],
  frame: { readonly width: number; readonly height: number },
): { readonly label: T; readonly dx: number; readonly dy: number }[] {
  const taken: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  return labels.flatMap((label) => {
    const half = textWidth(label.text) / 2;
    const aside = half + gap;
    const off = gap + height / 2;
    const steps = [[0, -off], [aside, 0], [-aside, 0], [0, off]] as const;
    const free = steps.find(([dx, dy]) => {
      const [x, y] = [label.x + dx, label.y + dy];
      return x > half && x < frame.width - half && y > height / 2 && y < frame.height - height / 2
        && taken.every((other) => Math.abs(other.x - x) > half + other.half + 3 || Math.abs(other.y - y) > height)
        && obstacles.every((point) => Math.abs(point.x - x) > half + 2 || Math.abs(point.y - y) > height / 2);
    });
    if (!free) return [];
    taken.push({ x: label.x + free[0], y: label.y + free[1], half });
    return [{ label, dx: free[0], dy: free[1] }];
  });
}
