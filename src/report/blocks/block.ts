import type { ResultDocument } from '../../results/result-schema.js';
import type { Figure } from '../figures/figure-type.js';
import type { ReportFolder } from '../files/report-folder.js';
import type { TextTable } from '../text-table.js';

/**
 * Parts that every document is described with, once. Printers make of them the card (what is in front, folds closed, no figures), the
 * page (all of it) and the files beside it.
 */
export type Block = Sentence | TableBlock | FigureBlock | Choice | Parameters | Terms | Subheading | Fold;

/** Colour of its head in the terminal, class of its paragraph on the page. */
export type Tone = 'plain' | 'answer' | 'warning' | 'failure' | 'good';

/** Words, with what they are about as their head. DOIs in them become links. */
export interface Sentence {
  readonly kind: 'sentence';
  readonly head: string;
  readonly text: string;
  readonly tone: Tone;
  /** What only a card adds, as where a page shows more. */
  readonly cardEnd?: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly table: TextTable;
}

/** A picture, drawn only where there is a page: a card does not pay for the drawing libraries. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly draw: () => Promise<Figure | undefined>;
}

export type Parameter = ResultDocument['provenance']['parameters'][number];

/** Every number behind a document with its source; those whose paths are named `first` stand first. */
export interface Parameters {
  readonly kind: 'parameters';
  readonly parameters: readonly Parameter[];
  readonly first: readonly string[];
}

/** One of several pictures of a kind, chosen by its name; only the first drawn, `chosen`, is a file of its own. */
export interface Choice {
  readonly kind: 'choice';
  readonly of: string;
  readonly chosen: string;
  readonly options: readonly { readonly name: string; readonly figure: FigureBlock }[];
}

/** Words that a document uses, each with its formula and its meaning. */
export interface Terms {
  readonly kind: 'terms';
  readonly terms: readonly { readonly name: string; readonly formula: string; readonly meaning: string }[];
}

/** Name of a part inside a fold. */
export interface Subheading {
  readonly kind: 'heading';
  readonly text: string;
}

/** A part of the page behind its title; its front is all of it that a card shows. */
export interface Fold {
  readonly kind: 'fold';
  readonly id: string;
  readonly title: string;
  readonly front: readonly Block[];
  readonly rest: readonly Block[];
}

/** A table for other programs, beside the page. */
export interface DataFile {
  readonly name: string;
  readonly text: () => string;
}

/** A document as a reader meets it, the answer first. */
export interface Description {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly files?: readonly DataFile[];
}

export const sentence = (text: string, tone: Tone = 'plain'): Sentence => ({ kind: 'sentence', head: '', text, tone });

export const entry = (head: string, text: string, tone: Tone = 'plain'): Sentence => (
  { kind: 'sentence', head, text, tone }
);

export const entries = (lines: readonly (readonly [head: string, text: string])[]): Sentence[] =>
  lines.map(([head, text]) => entry(head, text));

export const answer = (text: string): Sentence => entry('answer', text, 'answer');

export const warnings = (texts: readonly string[]): Sentence[] =>
  texts.map((text) => entry('warning', text, 'warning'));

export const table = (text: TextTable): TableBlock => ({ kind: 'table', table: text });

export const tables = (texts: readonly TextTable[]): TableBlock[] => texts.map(table);

export const figure = (draw: FigureBlock['draw']): FigureBlock => ({ kind: 'figure', draw });

export const choice = (of: string, chosen: string, options: Choice['options']): Choice => (
  { kind: 'choice', of, chosen, options }
);

export const heading = (text: string): Subheading => ({ kind: 'heading', text });

export const fold = (id: string, title: string, front: readonly Block[], rest: readonly Block[] = []): Fold => ({
  kind: 'fold',
  id,
  title,
  front,
  rest,
});

/** Every figure of a description in the order of the page; of a choice all, or the chosen one alone. */
export const figuresOf = (blocks: readonly Block[], isAll = true): FigureBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block];
    if (block.kind === 'fold') return figuresOf([...block.front, ...block.rest], isAll);
    if (block.kind !== 'choice') return [];
    return block.options.filter(({ name }) => isAll || name === block.chosen).map(({ figure: one }) => one);
  });

/** A kind of document: its description is the one place that says what is shown, on the card and on the page. */
export interface Report<Document> {
  readonly page: string;
  /** Name of the document in JSON, if it is written. */
  readonly json?: string;
  /** What the document says that it is. */
  readonly schema?: Document extends { readonly schema: infer Schema extends string } ? Schema : never;
  readonly describe: (document: Document) => Description;
  /** Writes other files beside the page, before anything is described. */
  readonly more?: (document: Document, folder: ReportFolder) => Promise<void>;
}
