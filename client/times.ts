import type { Panel } from './panel.js';

/** A slider over the times of a figure: between two recorded times every curve is drawn in between, so that the front moves. */
export function addTimes(svg: SVGSVGElement, panels: readonly Panel[], tools: HTMLElement): void {
  const names = (svg.dataset.times ?? '').split('|').filter((name) => name !== '');
  if (names.length < 2) return;
  const slider = document.createElement('input');
  const label = document.createElement('label');
  const now = document.createElement('span');
  Object.assign(slider, { type: 'range', min: '0', max: String(names.length - 1), step: '0.02', value: slider.max });
  label.append('time ', slider, ' ', now);
  tools.append(label);
  slider.addEventListener('input', () => {
    const place = Number(slider.value);
    const from = Math.min(Math.floor(place), names.length - 2);
    const share = place - from;
    now.textContent = share < 0.01 ? names[from] : share > 0.99 ? names[from + 1] : `${names[from]} to ${names[from + 1]}`;
    slider.setAttribute('aria-valuetext', now.textContent);
    for (const { svg: panel } of panels) drawBetween(panel, names[from], names[from + 1], share);
  });
}

function drawBetween(panel: SVGSVGElement, first: string, second: string, share: number): void {
  for (const old of panel.querySelectorAll('.now')) old.remove();
  const all = [...panel.querySelectorAll<SVGGElement>('g.series')];
  for (const group of all) group.classList.add('aside');
  const pathsOf = (name: string): Element[] =>
    all.filter((group) => group.getAttribute('aria-description') === name).flatMap((group) => [...group.querySelectorAll('path')]);
  const ends = pathsOf(second);
  pathsOf(first).forEach((path, k) => {
    const moving = path.cloneNode() as SVGPathElement;
    moving.setAttribute('d', between(path.getAttribute('d') ?? '', ends[k]?.getAttribute('d') ?? '', share));
    const group = path.parentElement?.cloneNode() as SVGGElement;
    group.setAttribute('class', 'now');
    group.setAttribute('stroke', '#d00');
    group.setAttribute('stroke-dasharray', 'none');
    group.setAttribute('stroke-width', '3');
    group.append(moving);
    panel.append(group);
  });
}

/** Number by number; where the paths are not alike, the nearer one. */
function between(first: string, second: string, share: number): string {
  const numbers = [...second.matchAll(/-?\d[\d.e+-]*/g)].map(([text]) => Number(text));
  let k = 0;
  const moved = first.replace(/-?\d[\d.e+-]*/g, (text) => {
    const end = numbers[k++];
    return String(Math.round(1000 * ((1 - share) * Number(text) + share * end)) / 1000);
  });
  return k === numbers.length ? moved : share < 0.5 ? first : second;
}
