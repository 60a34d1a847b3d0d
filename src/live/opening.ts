import { usualCell } from './design.js';
import { type FigureName, figures, type Picture, texts } from './draw/figures.js';
import { Engine } from './engine.js';
import type { Frame, Texts } from './messages.js';
import { join } from './page/jobs.js';

/** Content of an element of the page, and its attributes. */
export interface Opening {
  readonly content: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands on the page before its script has come, by the id of the element, and where its sliders are: the usual cell, solved when the page is built. */
export async function opening(
  files: Texts,
): Promise<{ readonly frame: Frame; readonly elements: Readonly<Record<string, Opening>> }> {
  const engine = new Engine(files);
  const design = { cell: usualCell, set: {} };
  const own = join([await engine.answer<'rates'>({ kind: 'rates', design, part: 0, of: 1 })], 'own');
  if ('issues' in own || !own.whole) throw new Error(`${usualCell} is no cell`);
  const told = await engine.answer<'document'>({ kind: 'document', design, rates: own.whole, title: '' });
  const picture: Picture = { own, other: undefined, measured: [], rate: undefined, quantity: 'utilisation', moment: 3 };
  const words = Object.entries(texts).map(([id, text]) => [id, { content: text(picture), attributes: {} }] as const);
  const drawn = (Object.keys(figures) as FigureName[]).map((id) => {
    const { width, height: of, of: figure } = figures[id];
    const size = { width, height: of(picture) };
    const groups = figure(picture, size).map((group) => `<g>${group}</g>`);
    return [id, { content: groups.join(''),
      attributes: { viewBox: `0 0 ${width} ${size.height}`, height: String(size.height) } }] as const;
  });
  const sentence = told.ok ? told.answer : '';
  return { frame: own.frame,
    elements: { ...Object.fromEntries([...words, ...drawn]), sentence: { content: sentence, attributes: {} } } };
}
