import type { MaterialSummary } from '../../materials/describe-material.js';
import { seriesCsv } from '../../report/series-csv.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { addressOf, commandOf, type Design, isSame, usualCell, type View, viewOf } from '../design.js';
import { type Picture, rateOf, type Solved } from '../draw/figures.js';
import { quantities, type Quantity } from '../draw/profile.js';
import type { Frame, Issue, Job, MeasuredCurve, Texts, Told } from '../messages.js';
import { byId, download, make, pressed, say } from './dom.js';
import { listenForFiles } from './files.js';
import { jobsOf, join, type Mesh, renamed } from './jobs.js';
import { type CellEntry, Panel } from './panel.js';
import { draw, drawLimits, readOut, watch } from './picture.js';
import { Engine, pictureQueue, solvers } from './solver.js';
import { changeTheme } from './theme.js';

/** The page: from what a hand does to a view, from the view to questions, from their answers to the picture. */

interface Gallery {
  readonly cells: readonly CellEntry[];
  readonly texts: Texts;
  readonly materials: readonly MaterialSummary[];
  /** Of the cell that the page opens with. */
  readonly frame: Frame;
}

/** A slider that rests for so long after its picture has been let go [ms]. */
const rest = 120;
/** What waits for a hand that has gone [ms]. */
const pause = 250;

const loading = fetch('cells.json').then((answer) => answer.json() as Promise<Gallery>);
const texts = loading.then((all) => all.texts);
// the threads load while the cells do
const queue = pictureQueue(texts);
const engine = new Engine(texts);
const gallery = await loading;

let view: View = viewOf(location.hash, usualCell);
let own: Solved | undefined;
let other: Solved | undefined;
let otherDesign: Design | undefined;
let curves: readonly MeasuredCurve[] = [];
/** Of the numbers that stand on the page. */
let settled: ResultDocument | undefined;
let timer: number | undefined;
let warmRounds = 0;
/** Counts the questions: what was asked for an older one is not shown. */
let generation = 0;
/** Address of the view whose picture on its own mesh was asked last; empty while a slider moves. */
let fine = '';

const panel = new Panel(view.design, gallery.cells, {
  changed: (design, settled) => change({ ...view, design }, settled),
  pinned: (pin) => {
    const { other: _, ...alone } = view;
    change(pin ? { ...view, other: view.design } : alone, true);
  },
  swapped: () => {
    if (view.other) change({ ...view, design: view.other, other: view.design }, true);
  },
});
panel.offer(gallery.materials);
if (location.hash === '') panel.show(view.design, gallery.frame, false);

/** From here on what stands on the page is about the view before. */
function asks(): void {
  generation++;
  clearTimeout(timer);
  byId('measured').textContent = '';
  if (generation > 1) document.body.classList.add('old-words', 'old-limits');
}

/** Takes a new view: the address of what has settled becomes a place to go back to. */
function change(next: View, settled: boolean): void {
  view = next;
  if (settled && addressOf(view) !== location.hash) history.pushState(null, '', addressOf(view));
  // a hand that has rested before it lets go
  if (settled && addressOf(view) === fine) return;
  asks();
  panel.show(view.design, undefined, view.other !== undefined);
  if (settled)
    solve('own');
  else
    solve('coarse');
}

/** With the profiles of the rate that is looked at; `rates`: how many there are, as far as it is known. */
const jobs = (design: Design, mesh: Mesh, rates = own?.frame.labels.length ?? 2): Job[] =>
  jobsOf(design, mesh, rates, (own && rateOf(own, view.rate)?.label) ?? '', solvers);

function solve(mesh: Mesh): void {
  const { design, other: beside } = view;
  const asked = generation;
  fine = mesh === 'own' ? addressOf(view) : '';
  const designJobs = jobs(design, mesh);
  // the other one is solved when it is put there, and not again
  const twin = beside && !(other && otherDesign && isSame(otherDesign, beside)) ? beside : undefined;
  if (!beside) other = undefined;
  queue.ask({
    jobs: [...designJobs, ...(twin ? jobs(twin, 'own', 2) : [])],
    quick: mesh === 'coarse',
    done: (answers) => {
      const solved = join(answers.slice(0, designJobs.length), mesh);
      const solvedTwin = twin && join(answers.slice(designJobs.length), 'own');
      if (solvedTwin) {
        other = 'issues' in solvedTwin ? undefined : solvedTwin;
        otherDesign = twin;
      }
      if ('issues' in solved) return refuse(solved.issues);
      byId('issues').hidden = true;
      own = solved;
      panel.show(view.design, solved.frame, view.other !== undefined);
      drawNow();
      say(byId('status'), mesh === 'coarse' ? 'coarse mesh while you move' : '');
      document.body.dataset.generation = String(asked);
      if (mesh === 'own') void tell(asked);
      else if (asked === generation) timer = window.setTimeout(() => solve('own'), rest);
    },
  });
}

function picture(): Picture | undefined {
  const { value } = byId<HTMLSelectElement>('quantity');
  return own
    && { own, other, measured: curves, rate: view.rate, moment: Number(byId<HTMLInputElement>('moment').value),
      quantity: value in quantities ? value as Quantity : 'utilisation' };
}

function drawNow(): void {
  const now = picture();
  if (!now) return;
  draw(now);
  delete document.documentElement.dataset.awaits;
}

/** Words, table and limits of what has settled; each is dropped where a newer question was asked in between. */
async function tell(asked: number): Promise<void> {
  if (!own?.whole) return;
  const { whole: rates } = own;
  const { design } = view;
  byId('command').textContent = commandOf(design, 'configs/cells/');
  // a charge per gram is one per area of this design
  if (Object.keys(view.measured).length > 0) void overlay();
  const beside = view.other && other?.whole ? { design: view.other, rates: other.whole } : undefined;
  const [title, otherTitle] = beside && beside.design.cell !== design.cell
    ? [design.cell, beside.design.cell]
    : ['This design', 'The other'];
  const told = await engine.ask<'document'>({ kind: 'document', design, rates, title });
  const toldBeside = beside && await engine.ask<'document'>({ kind: 'document', ...beside, title: otherTitle });
  if (asked !== generation || !told.ok) return;
  show(told, toldBeside?.ok ? toldBeside.table : '');
  document.body.classList.remove('old-words');
  document.body.dataset.told = String(asked);
  await new Promise((resolve) => setTimeout(resolve, pause));
  await limits(asked);
}

function show({ table, answer, card, document: whole }: Told, tableBeside = ''): void {
  settled = whole;
  byId('numbers').innerHTML = table + tableBeside;
  byId('sentence').textContent = answer;
  byId('card').textContent = card;
}

async function limits(asked: number): Promise<void> {
  const chosen = own && rateOf(own, view.rate);
  const rate = own?.whole?.findIndex((one) => one === chosen) ?? -1;
  const asIs = own?.whole?.[rate];
  if (asked !== generation || !asIs) return;
  const found = await engine.ask<'limits'>({ kind: 'limits', design: view.design, rate, asIs });
  if (asked !== generation || !found.ok) return;
  drawLimits(found.limits);
  document.body.classList.remove('old-limits');
  document.body.dataset.limits = String(asked);
  warmUp();
}

/** So often is solved unseen what a move of a slider asks that the threads have compiled it; one in so many on the mesh of the case. */
const enoughRounds = 160;
const ownAfter = 20;

/** Goes on for as long as nothing is asked; else once the next answer is told. */
function warmUp(): void {
  if (!queue.idle) return;
  if (warmRounds === enoughRounds) return void (document.body.dataset.warm = '');
  warmRounds++;
  const mesh = warmRounds % ownAfter === 0 ? 'own' : 'coarse';
  queue.ask({ jobs: jobs(renamed(view.design, warmRounds), mesh), quick: mesh === 'coarse', done: warmUp });
}

function refuse(issues: readonly Issue[]): void {
  const host = byId('issues');
  host.hidden = false;
  host.replaceChildren(make('h2', {}, 'This cell cannot be'),
    make('ul', {}, ...issues.map((issue) => make('li', {}, issue.text))));
  byId('status').textContent = 'the picture is of the last design that could be solved';
  document.body.dataset.generation = String(generation);
}

async function overlay(): Promise<void> {
  const asked = generation;
  if (Object.keys(view.measured).length === 0)
    curves = [];
  else {
    const read = await engine.ask<'measured'>({ kind: 'measured', design: view.design, texts: view.measured });
    if (asked !== generation) return;
    curves = read.curves;
    // what cannot be read is told, and not kept
    view = { ...view, measured: Object.fromEntries(Object.entries(view.measured).filter(([name]) =>
      !read.unread.includes(name)
    )) };
    history.replaceState(null, '', addressOf(view));
    if (read.problems.length > 0) byId('measured').textContent = read.problems.join('; ');
  }
  drawNow();
}

/** Opens an address: at the start, on going back, on a story. */
function open(): void {
  view = viewOf(location.hash, usualCell);
  asks();
  panel.show(view.design, undefined, view.other !== undefined);
  solve('own');
  void overlay();
}

byId('quantity').replaceChildren(
  ...Object.entries(quantities).map(([value, { label }]) => make('option', { value }, label)),
);
byId('quantity').addEventListener('change', drawNow);
byId('moment').addEventListener('input', drawNow);
byId('legend').addEventListener('click', ({ target }) => {
  const { rate: label, measured: file } = target instanceof HTMLElement ? target.dataset : {};
  if (file !== undefined) {
    const { [file]: _, ...measured } = view.measured;
    change({ ...view, measured }, true);
    void overlay();
  }
  if (label === undefined) return;
  document.body.classList.add('old-limits');
  view = { ...view, rate: label };
  history.replaceState(null, '', addressOf(view));
  drawNow();
  void limits(generation);
});
byId<SVGSVGElement>('voltage').addEventListener('pointermove', (event) => {
  const now = picture();
  if (now) readOut(now, event.clientX);
});
byId('voltage').addEventListener('pointerleave', () => byId('readout').replaceChildren());
window.addEventListener('popstate', open);
watch(drawNow);

const caseText = async (): Promise<string> => {
  const answer = await engine.ask<'text'>({ kind: 'text', design: view.design });
  return answer.ok ? answer.text : '';
};
const said = (button: HTMLElement, words: string): void => {
  const before = button.textContent;
  button.textContent = words;
  setTimeout(() => button.textContent = before, 1500);
};
const copies = (id: string, text: () => Promise<string> | string): void =>
  pressed(id, async () => {
    await navigator.clipboard.writeText(await text());
    said(byId(id), 'Copied');
  });
copies('copy', caseText);
copies('share', () => location.href);
copies('copy-command', () => byId('command').textContent ?? '');
pressed('save', async () => download(`${fileName(view.design.cell)}.yaml`, await caseText(), 'text/yaml'));
pressed('csv', () => {
  if (settled) download(`${fileName(view.design.cell)}.csv`, seriesCsv(settled), 'text/csv');
});
const fileName = (cell: string): string => cell.replace(/^.*\//, '');
pressed('sure', async () => {
  const asked = generation;
  byId('sure').textContent = 'Solving some 150 more times …';
  const told = await engine.ask<'sure'>({ kind: 'sure', design: view.design });
  byId('sure').textContent = 'How sure? Ranges of every number';
  if (asked !== generation || !told.ok) return;
  show(told);
  byId('command').textContent = commandOf(view.design, 'configs/cells/').replace(' --no-range', '');
});
pressed('edit', async () => {
  const { openEditor } = await import('./editor.js');
  await openEditor(byId('editor'), engine, view.design, await caseText(),
    (text) => change({ ...view, design: { ...view.design, cell: fileName(view.design.cell), text, set: {} } }, true));
});
listenForFiles({
  opened: (name, text) => change({ ...view, design: { cell: name, text, set: {} } }, true),
  measured: (files) => {
    change({ ...view, measured: { ...view.measured, ...files } }, true);
    void overlay();
  },
});
pressed('theme', changeTheme);
open();
