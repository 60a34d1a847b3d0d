import { cellEnergyDocument } from '../cell/cell-energy-document.js';
import type { CellEnergy } from '../cell/cell-energy.js';
import { tellingBasis } from '../cell/energy-density.js';
import type { Case, CaseIssue, LoadedCase, Problem } from '../config/case.js';
import { readMeasuredDischarge } from '../config/files/measured-discharge.js';
import { caseJsonSchema } from '../config/json-schema.js';
import { once } from '../config/once.js';
import { placed } from '../config/placed.js';
import { formatRate } from '../config/rate.js';
import { formatIssue } from '../config/wording.js';
import { CellProblem } from '../physics/cell-problem.js';
import type { StartOfSteps } from '../pipeline/charge-before.js';
import { startDocument } from '../pipeline/charge-document.js';
import { withMesh } from '../pipeline/chosen-mesh.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import { rateResult } from '../pipeline/rate-result.js';
import { type RateRun, sharedStart } from '../pipeline/rate-run.js';
import { caseDocument, resultDocument } from '../pipeline/result-document.js';
import { energyOf, prepareCase, rateCapability } from '../pipeline/run-case.js';
import { answerSentence } from '../report/answer.js';
import { aboutSign, outsideWords } from '../report/outside.js';
import { columnsOf } from '../report/rate-columns.js';
import { resultCard } from '../report/run-report.js';
import { beyondQuoted } from '../report/run-tables.js';
import { pageTable, tableOf } from '../report/text-table.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { limitsOf } from '../study/compare/limits.js';
import { chargePerArea } from '../study/fit/measured-charge.js';
import { discrepancyAt } from '../study/ranges/calibrated-band.js';
import { runWithRanges } from '../study/ranges/how-sure.js';
import { withOutside } from '../study/ranges/outside.js';
import { units } from '../units/document-units.js';
import { coarse, coarseCharge } from './coarse.js';
import { controls } from './controls.js';
import type { Design } from './design.js';
import type { Answer, Answers, Frame, Job, Refused, SolvedRate, Texts, Told } from './messages.js';
import { DesignReader } from './read-design.js';
import { rateSketch } from './sketch.js';

/** A design made ready to solve, with what its rates share. */
interface Ready {
  readonly ok: true;
  /** As it is solved: on its own mesh or a coarse one. */
  readonly given: Case;
  readonly loaded: Extract<LoadedCase, { ok: true }>;
  readonly prepared: PreparedCase;
  readonly energy: CellEnergy;
  readonly frame: Frame;
  /** Its equations, which one rate after the other is solved with. */
  readonly problem: CellProblem;
  /** State that the rates start from; undefined where each has its own. */
  readonly start: () => StartOfSteps | undefined;
}

/** Which rates of a case a job is about. */
type Part = Pick<Extract<Job, { kind: 'rates' }>, 'part' | 'of'>;

/** Designs that are kept ready: two that are compared, on two meshes each. */
const kept = 4;

/** Answers jobs; it has no clock, no page and no threads, so that a worker and a test call it alike. */
export class Engine {
  private readonly reader: DesignReader;
  private readonly ready = new Map<string, Ready | Refused>();

  constructor(texts: Texts) {
    this.reader = new DesignReader(texts);
  }

  async answer<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Answer<K>>;
  async answer(job: Job): Promise<Answer> {
    if (job.kind === 'schema') return { ok: true, schema: caseJsonSchema() };
    if (job.kind === 'text') return { ok: true, text: this.reader.textOf(job.design) };
    const ready = this.prepare(job.design, job.kind === 'sketch');
    if (job.kind === 'measured') return measured(ready, job.texts);
    if (!ready.ok || job.kind === 'check') return ready.ok ? { ok: true } : ready;
    switch (job.kind) {
      case 'rates':
        return { ok: true, frame: ready.frame, rates: solve(ready, job, rateResult) };
      case 'sketch':
        return { ok: true, frame: ready.frame,
          rates: solve(ready, job,
            (run, protocol, energy, compositions) =>
              rateSketch(run, protocol, energy, compositions,
                run.rate === undefined || formatRate(run.rate) === job.chosen)) };
      case 'document':
        return { ok: true, ...told(withOutside(await documentOf(ready, job.rates), ready.prepared), job.title) };
      case 'limits': {
        const { given, prepared } = ready;
        return { ok: true, limits: limitsOf(given, prepared.model, given.protocol.rates[job.rate], job.asIs) };
      }
      case 'sure':
        return sure(ready);
    }
  }

  private prepare(design: Design, isCoarse: boolean): Ready | Refused {
    const key = JSON.stringify([design, isCoarse]);
    const known = this.ready.get(key);
    if (known) return known;
    const made = readyFrom(this.reader.read(design), isCoarse);
    if (this.ready.size >= kept) this.ready.delete(this.ready.keys().next().value ?? '');
    this.ready.set(key, made);
    return made;
  }
}

function readyFrom(loaded: LoadedCase, isCoarse: boolean): Ready | Refused {
  if (!loaded.ok) return refusal(loaded.issues);
  const given = isCoarse ? coarse(loaded.case) : loaded.case;
  const ready = prepareCase(given);
  if (!ready.ok) return refused(loaded, ready.problems);
  const { prepared } = ready;
  const energy = energyOf(prepared);
  const { model } = prepared;
  const problem = new CellProblem(model);
  const charged = isCoarse ? coarseCharge(given) : given;
  return { ok: true, given, loaded, prepared, energy, frame: frameOf(given, prepared, energy), problem,
    start: once(() => sharedStart(charged, model, problem)) };
}

const refusal = (issues: readonly CaseIssue[]): Refused => ({ ok: false,
  issues: issues.map((issue) => ({ ...issue, text: formatIssue(issue) })) });

const refused = ({ locate }: Ready['loaded'], problems: readonly Problem[]): Refused =>
  refusal(placed(problems, locate));

function frameOf(given: Case, prepared: PreparedCase, energy: CellEnergy): Frame {
  const document = caseDocument(prepared);
  const values = controls.flatMap(({ id, read }): [string, number][] => {
    const value = read({ given, prepared, document });
    return value === undefined ? [] : [[id, value]];
  });
  const basis = tellingBasis(energy);
  const { rates } = given.protocol;
  return {
    case: document,
    values: Object.fromEntries(values),
    labels: rates.length > 0 ? rates.map(formatRate) : [''],
    full: cellEnergyDocument(energy)[basis].gravimetric_Wh_kg,
    basis,
  };
}

/** Rates number `part`, `part + of`, ... of the case, each as `make` has it; the charge before them is solved once per design. */
function solve<Rate>({ given, prepared, energy, problem, start }: Ready, { part, of }: Part,
  make: (run: RateRun, protocol: Case['protocol'], cell: CellEnergy,
    compositions: PreparedCase['compositions']) => Rate): SolvedRate<Rate>[]
{
  const { rates, ratesOn } = given.protocol;
  // on one cell each rate needs those before it
  const isAsked = (i: number): boolean => (ratesOn === 'one-cell' ? 0 : i % of) === part;
  const numbers = Array.from({ length: Math.max(1, rates.length) }, (_, i) => i).filter(isAsked);
  if (numbers.length === 0) return [];
  const asked = { ...given, protocol: { ...given.protocol, rates: rates.filter((_, i) => isAsked(i)) } };
  const runs = rateCapability(asked, prepared.model, start(), problem);
  return Array.from(runs,
    (run, k) => ({ index: numbers[k], mark: aboutSign(discrepancyAt(prepared, run.cRate)),
      result: make(run, given.protocol, energy, prepared.compositions) }));
}

/** As `runCase` makes it. */
function documentOf(ready: Ready, rates: readonly RateResult[]): Promise<ResultDocument> {
  const { given, loaded, prepared, energy, start } = ready;
  const ledger = [...withMesh(loaded.ledger, prepared.case.mesh), ...prepared.materials.ledger];
  return resultDocument(given, ledger, prepared, energy, rates,
    startDocument(given, prepared.materials.anode, [...rates], start()));
}

async function sure({ loaded }: Ready): Promise<Answers['sure']> {
  const run = await runWithRanges(loaded.case, loaded.ledger, loaded.vary);
  return run.ok ? { ok: true, ...told(run.document, 'This design, with ranges') } : refused(loaded, run.problems);
}

/** Characters per line of the card on the page. */
const cardWidth = 100;

/** The document in the words that the terminal uses. */
function told(document: ResultDocument, title: string): Told {
  const outside = outsideWords(document.rates.flatMap((rate) => rate.outside ?? []));
  return {
    table: pageTable(tableOf(title, document.rates, columnsOf(document))),
    answer: [...beyondQuoted(document), ...(outside === '' ? [] : [outside])].reduce(followed,
      answerSentence(document)),
    card: resultCard(document, { colour: false, width: cardWidth }),
    document,
  };
}

/** A sentence, and words after it as another one. */
const followed = (answer: string, words: string): string => `${answer} ${words[0].toUpperCase()}${words.slice(1)}.`;

/** What cannot be read is told whether the design can be solved or not; a curve per area is only there of one that can. */
function measured(ready: Ready | Refused, texts: Texts): Answers['measured'] {
  const read = Object.entries(texts).map(([name, text]) => ({ name, reading: readMeasuredDischarge(text) }));
  return {
    ok: true,
    curves: read.flatMap(({ name, reading }) => {
      if (!reading.ok || !ready.ok) return [];
      const { discharge } = reading;
      const perArea = chargePerArea(ready.prepared, discharge) / units.mAh_cm2;
      return [{ name, capacity_mAh_cm2: discharge.capacity.map((q) => q * perArea), voltage_V: discharge.voltage }];
    }),
    unread: read.filter(({ reading }) => !reading.ok).map(({ name }) => name),
    problems: read.flatMap(({ name, reading }) =>
      reading.ok
        ? []
        : reading.problems.map(({ line, expected, received, remedy }) =>
          `${name}:${line}: expected ${expected}, found ${received}; ${remedy}`
        )
    ),
  };
}
