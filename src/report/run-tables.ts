import { polarisationLabels, type RateResult, type ResultDocument } from '../results/result-schema.js';
import { evidenceText } from './answer.js';
import { dash, errorText, fixed, significant } from './format.js';
import { hasSteps, mainSteps, mainStepWords, protocolSteps, type StepSummary } from './protocol-steps.js';
import { lossSign, presentParts, underLoad } from './rate-choice.js';
import { columnsOf, isOutside, starredLabel } from './rate-columns.js';
import { capacitySplits } from './run-lines.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

const tint = (rate: RateResult) => (rate.outcome.kind === 'completed' ? undefined : 'stopped');

const rateName = words('rate', starredLabel);

/** Makes a column per rate. */
const acrossRates = <Row>(rates: readonly RateResult[], unit: string, value: (rate: RateResult, row: Row) => string) =>
  rates.map((rate) => column<Row>(starredLabel(rate), unit, (row) => value(rate, row)));

const percentOf = (share: number | null): string => fixed(share === null ? null : 100 * share, 1);

/** What each rate delivers, a row per rate. */
export const rateTable = (doc: ResultDocument): TextTable => ({
  ...tableOf('', doc.rates, columnsOf(doc), tint),
  notes: tableNotes(doc),
});

/** The cell as it was understood: every layer with its composition and effective transport. */
export function layerTable({ layers }: ResultDocument['case']): TextTable {
  const shares = (fractions: Readonly<Record<string, number>>) =>
    Object.entries(fractions).map(([name, share]) => `${name} ${percentOf(share)}`).join(', ');
  return tableOf(
    'Cathode layers from the membrane to the collector; τ is the tortuosity factor, κeff = κ ε / τ; σeff at the rested start',
    layers,
    [
      words('layer', ({ name }) => name),
      column('thickness', 'µm', (layer) => fixed(layer.thickness_um, 1)),
      words('composition', (layer) => shares(layer.volumeFractions), 'vol%'),
      words('of the solids', (layer) => shares(layer.massFractions), 'wt%'),
      column('τ ionic', '', (layer) => significant(layer.ionicTortuosityFactor)),
      column('κeff', 'mS/cm', (layer) => significant(layer.effectiveIonicConductivity_mS_cm)),
      column('σeff', 'mS/cm', (layer) => significant(layer.effectiveElectronicConductivity_mS_cm)),
      column('connected', '% of the active material', (layer) => percentOf(layer.connectedFraction)),
      column('wetted', '% of its surface', (layer) => percentOf(layer.coverage)),
    ],
  );
}

/** Tables of the rates one by one, those that there are. */
export const detailTables = (doc: ResultDocument): TextTable[] => [
  tableOf('In words', doc.rates, [
    rateName,
    words('what was delivered, and where the voltage goes at the end', ({ limitation }) => limitation),
  ], tint),
  materialTable(doc),
  ...particleTables(doc),
  splitTable(doc),
  returnTable(doc),
  ...chargeTables(doc),
  ...(hasSteps(doc) ? doc.rates.map(stepTable) : []),
];

/** Table with a row per active material and a column per rate, where a layer has several. */
function materialTable({ rates }: ResultDocument): TextTable {
  const parts = rates.find(({ materials }) => materials !== undefined)?.materials ?? [];
  return tableOf('Utilisation of the active materials of the cathode in the main step, of their own capacity', parts, [
    words('layer', ({ layer }) => layer),
    words('material', ({ material }) => material),
    column('share', '% of the capacity', ({ capacityShare }) => percentOf(capacityShare)),
    ...acrossRates<NonNullable<RateResult['materials']>[number]>(rates, '%',
      ({ materials }, one) => (materials ? percentOf(materials[parts.indexOf(one)].utilisation) : dash)),
  ]);
}

type ParticleClass = NonNullable<RateResult['particles']>[number];

/** Table with a row per size of particle and a column per rate; with a contact law its contact as well. */
function particleTables({ rates }: ResultDocument): TextTable[] {
  const classes = rates.find(({ particles }) => particles !== undefined)?.particles ?? [];
  const table = (caption: string, rows: readonly ParticleClass[], value: (one: ParticleClass) => string): TextTable =>
    tableOf(caption, rows, [
      words('layer', ({ layer }) => layer),
      ...(classes.some(({ material }) => material !== undefined)
        ? [words<ParticleClass>('material', ({ material }) => material ?? dash)]
        : []),
      column('radius', 'µm', ({ radius_um: radius }) => significant(radius)),
      column('share', 'vol%', ({ volumeShare }) => percentOf(volumeShare)),
      ...acrossRates<ParticleClass>(rates, '%',
        ({ particles }, one) => (particles ? value(particles[classes.indexOf(one)]) : dash)),
    ]);
  return [
    table('Utilisation of the particles of the cathode in the main step, of their own capacity', classes,
      ({ utilisation }) => percentOf(utilisation)),
    table('Share of their surface in contact with the electrolyte, from the start to the end of the main step',
      classes.some(({ contact }) => contact) ? classes : [],
      ({ contact }) => (contact ? `${percentOf(contact.start)} to ${percentOf(contact.end)}` : dash)),
  ];
}

/** Table of what no rate reaches apart from what polarisation leaves; without a row where everything is connected. */
const splitTable = (doc: ResultDocument): TextTable =>
  tableOf(
    'Where the theoretical capacity goes: delivered, cut off from ions or electrons (at every rate), left behind by polarisation',
    capacitySplits(doc),
    [
      words('rate', ({ rate }) => starredLabel(rate)),
      column('delivered', 'mAh/cm²', ({ delivered }) => fixed(delivered, 3)),
      column('cut off', 'mAh/cm²', ({ cutOff }) => fixed(cutOff, 3)),
      column('left behind', 'mAh/cm²', ({ leftBehind }) => fixed(leftBehind, 3)),
    ],
    ({ rate }) => tint(rate),
  );

/** Table of what comes out over what went in, and the resistance of the first seconds; without a row where no rate has any of them. */
function returnTable({ rates, start }: ResultDocument): TextTable {
  const isSome = rates.some(({ efficiency, resistance_ohm_cm2: resistance }) =>
    efficiency.coulombic !== null || resistance !== null
  );
  return tableOf(
    `Discharged over charged, and the change of voltage over the change of current ${start.resistanceDelay_s} s after it`,
    isSome ? rates : [],
    [
      rateName,
      column('coulombic efficiency', '%', ({ efficiency }) => percentOf(efficiency.coulombic)),
      column('energy efficiency', '%', ({ efficiency }) => percentOf(efficiency.energy)),
      column('resistance', 'Ω cm²', (rate) => fixed(rate.resistance_ohm_cm2, 1)),
    ],
    tint,
  );
}

/** The charge before, once where all rates share it. */
function chargeTables({ rates }: ResultDocument): TextTable[] {
  const charges = new Map(
    rates.flatMap(({ charge }) => charge ? [[`${charge.label} ${charge.arealCapacity_mAh_cm2}`, charge] as const] : []),
  );
  return [...charges.values()].map((charge) =>
    stepRows(`Charge before, at ${charge.label} to ${fixed(charge.cutoffVoltage_V, 2)} V: `
      + `${fixed(charge.arealCapacity_mAh_cm2, 3)} mAh/cm² (${fixed(charge.specificCapacity_mAh_g, 1)} mAh/g) `
      + `taken up; ${fixed(charge.restVoltage_V, 3)} V after it`, protocolSteps(charge))
  );
}

/** The steps as they ran; those that the numbers of the rate are about stand out. */
const stepTable = (rate: RateResult): TextTable =>
  stepRows(`Steps ${underLoad(rate)}; bold: the main step`, protocolSteps(rate), mainSteps(rate));

function stepRows(caption: string, steps: readonly StepSummary[], main: readonly StepSummary[] = []): TextTable {
  const loaded = (value: (step: StepSummary) => string) => (step: StepSummary): string =>
    step.kind === 'rest' ? dash : value(step);
  return tableOf(caption, steps, [
    column('step', '', ({ number }) => String(number)),
    words('kind', ({ kind }) => kind),
    column('duration', 'h', (step) => fixed(step.duration_s / 3600, 3)),
    column('capacity', 'mAh/cm², discharge positive', loaded((step) => fixed(step.arealCapacity_mAh_cm2, 3))),
    column('energy', 'mWh/cm²', loaded((step) => fixed(step.arealEnergy_mWh_cm2, 3))),
    column('mean', 'V', loaded((step) => fixed(step.meanVoltage_V, 3))),
    column('voltage at the end', 'V', (step) => fixed(step.endVoltage_V, 3)),
    column('resistance', 'Ω cm²', (step) => fixed(step.resistance_ohm_cm2, 1)),
    words('ended by', ({ reason }) => reason),
  ], ({ number }) => (main.some((step) => step.number === number) ? 'main' : undefined));
}

type Part = keyof RateResult['polarisation_mV'];

/** Losses by part and rate. */
function partTable({ rates }: ResultDocument, title: string,
  of: (rate: RateResult) => RateResult['polarisation_mV']): TextTable
{
  const digits = ({ ranges }: RateResult, value: number | null) => (ranges && Math.abs(value ?? 0) >= 10 ? 0 : 1);
  return tableOf<Part>(title, [...presentParts(rates), 'total'], [
    words('mV', (part) => (part === 'total' ? 'total' : polarisationLabels[part])),
    ...acrossRates<Part>(rates, '', (rate, part) => {
      const value = of(rate)[part];
      return fixed(value === null ? null : lossSign(rate) * value, digits(rate, value));
    }),
  ], (part) => (part === 'total' ? 'total' : undefined));
}

export const meanLossTable = (doc: ResultDocument): TextTable =>
  partTable(doc, 'Mean over the charge delivered; diffusion and uneven state of charge may be negative', (rate) =>
    rate.polarisation_mV);

export const endLossTable = (doc: ResultDocument): TextTable =>
  partTable(doc, 'At the last point under current', (rate) => rate.endPolarisation_mV);

export const frontTable = ({ rates }: ResultDocument): TextTable =>
  tableOf('Depth of the reaction front from the membrane at the end', ['front depth'], [
    words('quantity', (name) => name),
    ...acrossRates<string>(rates, 'µm', (rate) => fixed(rate.frontDepth_um, 1)),
  ]);

/** Why each run ended, with the evidence of a numerical outcome. */
export const outcomeTable = ({ rates }: ResultDocument): TextTable =>
  tableOf('Outcome of each run', rates, [
    words('rate', ({ label }) => label),
    words('outcome', ({ outcome }) => outcome.kind),
    words('reason', ({ outcome }) => outcome.reason),
    words('in words', ({ outcome }) => outcome.sentence),
    words('evidence', (rate) => evidenceText(rate) ?? dash),
  ], tint);

type Trust = Pick<RateResult, 'label' | 'balances' | 'counters'>;

/** How far the numbers close and what they cost. */
export function trustTable(doc: ResultDocument): TextTable {
  const { salt_relative: salt, heat_relative: heat } = doc.balances;
  const count = (name: string, of: keyof Trust['counters']) =>
    column<Trust>(name, '', ({ counters }) => String(counters[of]));
  const balance = (name: string, of: 'lithium' | 'charge' | 'salt' | 'heat') =>
    column<Trust>(name, 'relative', ({ balances }) => errorText(balances[`${of}_relative`] ?? 0));
  return tableOf<Trust>(
    'Lithium gained by the particles against charge passed; reaction current against applied current; parts against Ueq − V'
      + `${salt === undefined ? '' : '; salt against the salt at the start'}`
      + `${heat === undefined ? '' : '; reaction power less electrical power against what is dissipated'}`,
    [...doc.rates, { ...doc, label: 'worst / sum' }],
    [
      words('rate', ({ label }) => label),
      balance('lithium', 'lithium'),
      balance('charge', 'charge'),
      ...(salt === undefined ? [] : [balance('salt', 'salt')]),
      ...(heat === undefined ? [] : [balance('heat', 'heat')]),
      column('polarisation', 'mV', ({ balances }) => errorText(balances.polarisation_mV)),
      count('unknowns', 'unknowns'),
      count('steps', 'steps'),
      count('rejected', 'rejectedSteps'),
      count('Newton', 'newtonIterations'),
      count('residuals', 'residualEvaluations'),
      count('factorisations', 'factorisations'),
      column('time', 'ms', ({ counters }) => fixed(counters.milliseconds, 0)),
    ],
    ({ label }) => (label === 'worst / sum' ? 'total' : undefined),
  );
}

/** Notes below the table of rates, those that apply. */
function tableNotes(doc: ResultDocument): string[] {
  const steps = mainStepWords(doc);
  return [
    ...(doc.rates.some((rate) => rate.outcome.kind !== 'completed')
      ? ['* the solver could not finish this run; the numbers are what was reached']
      : []),
    ...(steps === undefined ? [] : [`the numbers are those of the main step of each run: ${steps}`]),
    ...beyondQuoted(doc),
  ];
}

/** Why a cell can deliver more than its theoretical capacity, where it does. */
export const beyondQuoted = ({ rates }: ResultDocument): string[] =>
  rates.some((rate) => rate.utilisation > 1 && !isOutside(rate))
    ? ['above 100 %: the cut-off reaches beyond the window that the capacity is quoted for']
    : [];
